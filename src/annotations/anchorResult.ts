import type { AnchorState } from '../model/claim';
import type { TextRange } from '../model/range';

/** Where an annotation is now. */
export interface Anchor {
  /** `null` for an orphan. */
  readonly range: TextRange | null;
  readonly state: AnchorState;
  /** 0 to 1: how much of what is known about the passage agrees. */
  readonly score: number;
  readonly reason: AnchorReason;
  /** Other places that a person may choose, best first; for review and orphan. */
  readonly candidates?: readonly TextRange[];
}

/** Why an anchor has its state; stable, for messages and tests. */
export type AnchorReason =
  /** Word for word where it was. */
  | 'at-hint'
  /** Word for word, elsewhere. */
  | 'verbatim'
  /** Same words; case, width, quotation marks, white space or Unicode form differ. */
  | 'form-changed'
  | 'wording-changed'
  /** A good part of the quote is gone; what is left stands there as it was. */
  | 'part-gone'
  | 'name-changed'
  | 'number-changed'
  | 'negation-changed'
  /** Another place fits about as well. */
  | 'ambiguous'
  /** Too little speaks for the place to be sure. */
  | 'weak'
  | 'not-found'
  | 'empty-quote';
