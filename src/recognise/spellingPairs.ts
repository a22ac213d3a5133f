import { compareText } from '../base/textOrder';
import type { ActorId } from '../model/recognition';
import { likeness } from './transliterate';

export type Script = 'katakana' | 'latin';

/** A name that articles give an actor. */
export interface Spelling {
  readonly actor: ActorId;
  readonly name: string;
  readonly script: Script;
  readonly sounds: string;
  readonly block: string;
  articles: number;
  /** Articles for which a person registered the actor, and those for which both its names are. */
  registered: number;
  complete: number;
}

/** The match of a spelling in the other script. */
export interface Pair {
  readonly other: Spelling;
  /** 0 to 1, see `likeness` in `transliterate.ts`. */
  readonly similarity: number;
}

/**
 * Full names must sound this much alike, and each of their words; the next best candidate must be this much worse. Of
 * 327 persons of the lexicon with 13,000 other names around, 210 were found, one wrongly; with the right partner taken
 * away five were given a wrong one.
 */
const alike = 0.75;
const wordsAlike = 0.6;
const margin = 0.02;
/** More comparisons in one block are not made: so many names that sound alike tell nothing. */
const mostComparisons = 10_000;

const noPairs: ReadonlyMap<Spelling, Pair> = new Map();

/** Spellings in both scripts that share a `soundKey`, and which of them are clearly one name. */
export class SpellingBlock {
  readonly #katakana = new Set<Spelling>();
  readonly #latin = new Set<Spelling>();
  /** Made when asked for, until a spelling comes, goes or changes. */
  #pairs: ReadonlyMap<Spelling, Pair> | undefined;

  get isEmpty(): boolean {
    return this.#katakana.size + this.#latin.size === 0;
  }

  /** Takes a spelling in, or takes note that somebody registered it. */
  put(spelling: Spelling): void {
    this.#pairs = undefined;
    this.#in(spelling.script).add(spelling);
  }

  delete(spelling: Spelling): void {
    this.#pairs = undefined;
    this.#in(spelling.script).delete(spelling);
  }

  /** The pairs where each is clearly the best match of the other, under both. */
  get pairs(): ReadonlyMap<Spelling, Pair> {
    this.#pairs ??= pairUp(this.#katakana, this.#latin);
    return this.#pairs;
  }

  /** Spellings of the other script to compare this one with; none where there are so many that they tell nothing. */
  othersThan(spelling: Spelling): Iterable<Spelling> {
    const others = this.#in(spelling.script === 'latin' ? 'katakana' : 'latin');
    return others.size <= mostComparisons / 10 ? others : [];
  }

  #in(script: Script): Set<Spelling> {
    return script === 'latin' ? this.#latin : this.#katakana;
  }
}

function pairUp(katakana: ReadonlySet<Spelling>, latin: ReadonlySet<Spelling>): ReadonlyMap<Spelling, Pair> {
  if (katakana.size * latin.size === 0 || katakana.size * latin.size > mostComparisons) {
    return noPairs;
  }
  const choices = new Map<Spelling, Choice>();
  for (const one of katakana) {
    for (const other of latin) {
      if (one.complete === 0 && other.complete === 0 && !(isRegistered(one) && isRegistered(other))) {
        const similarity = likeness(one.sounds, other.sounds);
        if (similarity >= alike - margin) {
          consider(choices, one, other, similarity);
          consider(choices, other, one, similarity);
        }
      }
    }
  }
  const pairs = new Map<Spelling, Pair>();
  for (const [own, { best, next }] of choices) {
    const { other, similarity } = best;
    const isMutual = choices.get(other)?.best.other.actor === own.actor;
    const isClear = similarity >= alike && similarity - next >= margin;
    if (isMutual && isClear && other.actor !== own.actor && leastAlikeWord(own.sounds, other.sounds) >= wordsAlike) {
      pairs.set(own, best);
    }
  }
  return pairs;
}

interface Choice {
  best: Pair;
  /** How alike the best of all other actors is. */
  next: number;
}

function consider(choices: Map<Spelling, Choice>, own: Spelling, other: Spelling, similarity: number): void {
  const known = choices.get(own);
  if (!known) {
    choices.set(own, { best: { other, similarity }, next: 0 });
    return;
  }
  const { best } = known;
  const isBetter =
    similarity > best.similarity || (similarity === best.similarity && compareSpellings(other, best.other) < 0);
  if (other.actor !== best.other.actor) {
    known.next = Math.max(known.next, Math.min(similarity, best.similarity));
  }
  if (isBetter) {
    known.best = { other, similarity };
  }
}

/** Names of one block have as many words. */
function leastAlikeWord(a: string, b: string): number {
  const others = b.split(' ');
  return Math.min(...a.split(' ').map((word, i) => likeness(word, others[i] ?? '')));
}

/** Whether a person registered the actor in any of the articles. */
export function isRegistered(spelling: Spelling): boolean {
  return spelling.registered > 0;
}

function compareSpellings(a: Spelling, b: Spelling): number {
  return compareText(`${a.actor}\n${a.name}`, `${b.actor}\n${b.name}`);
}
