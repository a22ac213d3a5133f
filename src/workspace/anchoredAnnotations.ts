import type { AnchorState, Claim, Correction } from '../model/claim';
import type { TextRange } from '../model/range';
import type { Edtf } from '../model/recognition';

/** A recorded claim with the place where its selector was found. */
export interface AnchoredClaim {
  readonly claim: Claim;
  /** In the text as the host shows it; `null` for an orphan. */
  readonly range: TextRange | null;
  readonly state: AnchorState;
}

/** A decision about a name or date with the place where its selector was found. */
export interface AnchoredCorrection {
  readonly correction: Correction;
  /** In the text as the host shows it; `null` for an orphan. */
  readonly range: TextRange | null;
}

/** What people recorded about one article, attached to its text as it is now. */
export interface AnchoredAnnotations {
  /** When the article appeared, where a person said so. */
  readonly published?: Edtf;
  readonly claims: readonly AnchoredClaim[];
  readonly corrections: readonly AnchoredCorrection[];
}
