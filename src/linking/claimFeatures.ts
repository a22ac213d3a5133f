import { hashText } from '../text/tokens';
import { visitAmounts } from './amounts';
import { conceptName, findConcepts, neighboursOf, oppositesOf } from './concepts';
import { MeaningKind } from './lexicon';
import type { LinkableClaim } from './linkable';
import { visitMeanings } from './meanings';
import { emptyTerms, searchTerms, TermKind } from './searchTerms';

/** What two claims can share, the more telling later. A gloss is a word of the glossary, a shade one that tells of a concept too. */
export const FeatureKind = { word: 1, number: 2, name: 3, shade: 4, gloss: 5, actor: 6, concept: 7 } as const;

/** Whether a feature of one language can stand in a claim of another. */
export function crossesLanguages(kind: number): boolean {
  return kind >= FeatureKind.shade || kind === FeatureKind.number;
}

const actorSalt = 0x9e3779b9;

/** Apart from the feature of a word that is written as the actor's id. */
export function actorFeature(actor: string): number {
  return (hashText(actor) ^ actorSalt) >>> 0;
}

/** Concepts of the lexicon and those that a person made up share one space, by name. */
export function conceptFeature(name: string): number {
  return hashText(`#${name}`);
}

const byNumber: number[] = [];

function lexiconFeature(concept: number): number {
  byNumber[concept] ??= conceptFeature(conceptName(concept));
  return byNumber[concept];
}

const glossFeatures: number[] = [];

function glossFeature(row: number): number {
  glossFeatures[row] ??= hashText(`##${row}`);
  return glossFeatures[row];
}

/** How much a concept on one side counts for another on the other side. */
export interface Kinship {
  readonly feature: number;
  readonly share: number;
}

/** Opposites speak of the same with another stance; concepts that go together may. */
const kinship = { opposite: 0.5, neighbour: 0.35 };

let kin: Map<number, Kinship[]> | undefined;

/** Features of the concepts that are akin to the one with this feature, the closest first. */
export function kinOf(feature: number): readonly Kinship[] {
  if (!kin) {
    kin = new Map();
    for (const [relation, share] of [
      [oppositesOf(), kinship.opposite],
      [neighboursOf(), kinship.neighbour],
    ] as const) {
      for (const [concept, others] of relation) {
        const own = kin.get(lexiconFeature(concept)) ?? [];
        own.push(...[...others].map((other) => ({ feature: lexiconFeature(other), share })));
        kin.set(lexiconFeature(concept), own);
      }
    }
  }
  return kin.get(feature) ?? [];
}

/** Names of the concepts of a claim: those a person tagged it with, and those in its words. */
export function claimConcepts(claim: LinkableClaim): string[] {
  const found = findConcepts(searchTerms(claim.quote), claim.quote).map(({ concept }) => conceptName(concept));
  return [...new Set([...claim.concepts, ...found])];
}

/** Written over with every claim. */
const terms = emptyTerms(256);

/** Reads the features of a claim from its words and its record; one may come twice, a more telling kind last. */
export function readClaimFeatures(claim: LinkableClaim, see: (hash: number, kind: number) => void): void {
  searchTerms(claim.quote, terms);
  for (let i = 0; i < terms.count; i++) {
    if (terms.kinds[i] !== TermKind.empty) {
      see(terms.hashes[i]!, terms.kinds[i]!);
    }
  }
  visitAmounts(claim.quote, terms, (hash) => see(hash, FeatureKind.number));
  visitMeanings(terms, claim.quote, ({ kind, number }) => {
    if (kind === MeaningKind.concept) {
      see(lexiconFeature(number), FeatureKind.concept);
    } else {
      see(glossFeature(number), kind === MeaningKind.word ? FeatureKind.gloss : FeatureKind.shade);
    }
  });
  for (const name of claim.concepts) {
    see(conceptFeature(name), FeatureKind.concept);
  }
  for (const actor of claim.actors) {
    see(actorFeature(actor), FeatureKind.actor);
  }
}

/**
 * What a whole article is about: feature, count, feature, count, ... of its most telling words, at most `limit` of them:
 * those said most, names and numbers before other words.
 */
export function documentTerms(text: string, limit = 160): number[] {
  const terms = searchTerms(text.length > longestRead ? text.slice(0, longestRead) : text);
  const counts = new Map<number, { count: number; weight: number }>();
  for (let i = 0; i < terms.count; i++) {
    const kind = terms.kinds[i]!;
    if (kind !== TermKind.empty) {
      const entry = counts.get(terms.hashes[i]!);
      const weight = kind === TermKind.word ? 1 : 1.5;
      if (entry) {
        entry.count++;
        entry.weight += weight;
      } else {
        counts.set(terms.hashes[i]!, { count: 1, weight });
      }
    }
  }
  const sorted = [...counts].sort((a, b) => b[1].weight - a[1].weight).slice(0, limit);
  return sorted.flatMap(([hash, { count }]) => [hash, count]);
}

/** The opening of an article says what it is about; a book needs no more than its first chapters. */
const longestRead = 60_000;
