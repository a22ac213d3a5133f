import type { Language } from '../model/recognition';
import { MeaningKind, theLexicon } from './lexicon';
import { visitMeanings } from './meanings';
import type { SearchTerms } from './searchTerms';

/** Id of a row of `data/concepts.txt`: "ceasefire". */
export type ConceptId = string;

/** A concept where it stands in a text. */
export interface ConceptMention {
  /** Number of the concept; see {@link conceptName}. */
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

/** How many concepts the lexicon has; their numbers run from 0. */
export function conceptCount(): number {
  return theLexicon().names.length;
}

export function conceptName(concept: number): ConceptId {
  return theLexicon().names[concept] ?? '';
}

/** What a concept is called for people: "peace treaty", 平和条約. A name that a person made up stays as it is. */
export function conceptLabel(name: ConceptId, language: Language): string {
  const number = conceptNumber(name);
  if (number === undefined) {
    return name;
  }
  return (language === 'ja' ? theLexicon().japaneseNames[number] : undefined) ?? name.replaceAll('-', ' ');
}

/** The number of a concept, `undefined` for one that a person made up. */
export function conceptNumber(name: ConceptId): number | undefined {
  const at = theLexicon().names.indexOf(name);
  return at < 0 ? undefined : at;
}

/** Whether the two are opposites: acceptance and refusal, rise and fall. */
export function areOpposite(a: number, b: number): boolean {
  return theLexicon().opposites.get(a)?.has(b) ?? false;
}

/** Every concept that has opposites, with them. */
export function oppositesOf(): ReadonlyMap<number, ReadonlySet<number>> {
  return theLexicon().opposites;
}

/** Concepts that go together with others, with those. */
export function neighboursOf(): ReadonlyMap<number, ReadonlySet<number>> {
  return theLexicon().neighbours;
}

/** The concepts named in `text`, whose terms are given; in no particular order. */
export function findConcepts(terms: SearchTerms, text: string): ConceptMention[] {
  const found: ConceptMention[] = [];
  visitMeanings(terms, text, ({ kind, number }, start, end) => {
    if (kind === MeaningKind.concept) {
      found.push({ concept: number, start, end });
    }
  });
  return found;
}
