import { CharClass, charClassTable } from '../text/charClass';
import { findConcepts } from './concepts';
import { type SearchTerms, searchTerms } from './searchTerms';

/** A concept as a claim has it: asserted or denied, and in which words. */
export interface PolarConcept {
  readonly concept: number;
  readonly negated: boolean;
  readonly words: string;
  /** Where the words stand; UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
}

/** How many words before a concept a "not" reaches over: "did not formally accept". */
const reach = 3;
const negations: ReadonlySet<string> = new Set(
  "not no never neither nor without cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't hardly".split(
    ' ',
  ),
);
/** After these a "not" speaks of something else: "not only", "not just". */
const hollow: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'simply', 'least']);

/** Japanese denies at the end of the same predicate: 受け入れない, 応じず, 認めなかった. Within so many hiragana. */
const reachAfter = 8;
const denials = ['ない', 'なかっ', 'なく', 'ません', 'ず', 'ぬ'];

/** The concepts of a claim with their polarity. A concept twice in one claim is given twice. */
export function polarConcepts(text: string, terms = searchTerms(text)): PolarConcept[] {
  return findConcepts(terms, text).map(({ concept, start, end }) => ({
    concept,
    negated: text.charCodeAt(start) < 0x2e80 ? deniedBefore(text, terms, start) : deniedAfter(text, end),
    words: text.slice(start, end),
    start,
    end,
  }));
}

function deniedBefore(text: string, { starts, ends, count }: SearchTerms, at: number): boolean {
  let i = 0;
  while (i < count && starts[i]! < at) {
    i++;
  }
  for (let k = i - 1; k >= Math.max(0, i - reach); k--) {
    if (/[.;:!?]/.test(text.slice(ends[k], k + 1 < count ? starts[k + 1] : at))) {
      return false;
    }
    const word = text.slice(starts[k], ends[k]).toLowerCase().replace('’', "'");
    if (negations.has(word)) {
      const next = text.slice(starts[k + 1], ends[k + 1]).toLowerCase();
      return !hollow.has(next);
    }
  }
  return false;
}

function deniedAfter(text: string, at: number): boolean {
  const classOf = charClassTable();
  let end = at;
  // を ends what the concept can be part of: in 停戦を認めない it is not the ceasefire that is denied.
  while (end < at + reachAfter && classOf[text.charCodeAt(end)] === CharClass.hiragana && text.charAt(end) !== 'を') {
    end++;
  }
  const after = text.slice(at, end);
  return denials.some((form) => after.includes(form));
}
