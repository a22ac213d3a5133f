import type { NameKind } from '../../model/recognition';
import type { GazetteerEntry } from '../gazetteer';

/** What speaks for a kind in the place where a name stands. */
export const Clue = {
  /** "President X", "Mr X" */
  titled: 1 << 0,
  /** "spokesman X", "X, a historian" */
  role: 1 << 1,
  /** "X said" */
  speaks: 1 << 2,
  /** "in X" */
  located: 1 << 3,
  /** "the X" */
  article: 1 << 4,
  possessive: 1 << 5,
  sentenceStart: 1 << 6,
  headline: 1 << 7,
  /** In brackets after a name: "(ABC)" */
  bracketed: 1 << 8,
  /** "X, who", "X, 45," */
  personal: 1 << 9,
  /** "a X", "this X": no name of one thing. */
  indefinite: 1 << 10,
  /** Followed by a small-letter noun: "X policy". */
  attributive: 1 << 11,
  /** "the company X" */
  corporate: 1 << 12,
  /** "X, A. L." in a list of references */
  cited: 1 << 13,
  /** "By X", "Author: X" */
  byline: 1 << 14,
  /** "by X", "with X" */
  agent: 1 << 15,
  /** "X 28" */
  numbered: 1 << 16,
  /** "X is", "X wants" */
  acts: 1 << 17,
} as const;

/** A stretch of tokens that may be a name. */
export interface Candidate {
  /** Tokens, half open. */
  readonly from: number;
  readonly to: number;
  /** `null` while only the rest of the document can tell. */
  kind: NameKind | null;
  readonly entry: GazetteerEntry | null;
  /** {@link Clue} bits. */
  readonly clues: number;
  /** Of a person: whether the candidate is surely one (title, first name known). */
  readonly sure: boolean;
}
