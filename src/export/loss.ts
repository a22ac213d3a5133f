import type { ItemId } from '../model/claim';
import type { ClaimField } from './claimFields';

export type LossKind =
  | ClaimField
  /** What a person decided about a recognised name or date. */
  | 'corrections'
  /** The claim's place: it is an orphan or waits for review, and the format knows only places in the text. */
  | 'position'
  /** The quote with its context, for formats that only count. */
  | 'context'
  /** The whole claim is not in the export. */
  | 'claim'
  /** Two people's different values of one field, which nobody has settled: only the one in the field is there. */
  | 'conflicts'
  /** Written, but not shown by programs that want passages side by side or one in the other. */
  | 'crossing'
  /** Characters that the format forbids, replaced by U+FFFD. */
  | 'characters';

/** One thing that a format could not carry. */
export interface Loss {
  readonly kind: LossKind;
  /** Path of the article. */
  readonly article: string;
  readonly item?: ItemId;
  /** What was lost, as text for people: the value, or why. */
  readonly detail: string;
}
