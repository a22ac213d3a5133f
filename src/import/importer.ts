import type { ClaimDetails } from '../export/claimRecord';
import type { CorrectionDecision, ItemId, QuoteSelector } from '../model/claim';
import type { Problem } from '../model/problem';

/** One file as the user gave it. */
export interface ImportFile {
  /** With `/`; only its name and where it lies beside the other files matter. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where the file says that the quote stands; only a hint, the quote decides. */
export interface ImportedPosition {
  readonly start: number;
  readonly end: number;
  readonly unit: 'utf16' | 'codepoint';
}

/** Where the file says that an annotation belongs. */
export interface ImportedPlace {
  /** Path or address of the article as the file names it. */
  readonly article: string;
  /** The quote is empty where the file gives only a position. */
  readonly selector: QuoteSelector;
  readonly position?: ImportedPosition;
}

/** A claim as another program or an earlier export has it, not yet part of any article. */
export interface ImportedClaim extends ImportedPlace {
  /** Its id, where the file was once exported from here. */
  readonly id?: ItemId;
  readonly details: ClaimDetails;
  /** The source by name, where the file knows no id of ours. */
  readonly sourceName?: string;
}

/** What a person once decided about a name or a date, from an earlier export of ours; no other program has such. */
export interface ImportedCorrection extends ImportedPlace {
  readonly id: ItemId;
  readonly decision: CorrectionDecision;
  readonly author?: string;
  readonly created?: string;
}

/** What a file holds, and what in it could not be read; one bad record never hides the rest. */
export interface ImportOutput {
  readonly claims: readonly ImportedClaim[];
  /** Absent for formats that hold none. */
  readonly corrections?: readonly ImportedCorrection[];
  readonly problems: readonly Problem[];
}

/** One format to import from. Pure, never throws on any bytes. */
export interface Importer {
  /** Same id as the exporter of the format. */
  readonly id: string;
  /** English name for people; hosts translate by `import.<id>.label`. */
  readonly label: string;
  /** Without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** Files that belong together (brat's `.txt` and `.ann`) come in one call. */
  import(files: readonly ImportFile[]): ImportOutput;
}
