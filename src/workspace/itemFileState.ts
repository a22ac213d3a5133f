import type { ItemChange } from '../annotations/itemChange';
import type { ItemFile, ReadOnlyReason } from '../annotations/itemFile';
import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import type { Uri } from './host';

/** What one file holds, with work that is not in it yet. */
export interface FileState<F extends ItemFile> {
  readonly file: F;
  /** Why nothing is written; new work is kept in the journal, shown, and saved once the file is repaired. */
  readonly readOnly: ReadOnlyReason | 'outside' | 'symlink' | undefined;
  /** Pieces of work that are kept in the journal and not known to be in the file. */
  readonly pending: number;
  readonly exists: boolean;
}

/** What was done to a file. */
export interface ChangeResult {
  /** Undoes it, leaving alone what others changed since. Empty where nothing was done. */
  readonly inverse: readonly ItemChange[];
  /** Whether it is in the file. Where it is not and `problem` does not say `not-kept`, the journal keeps it. */
  readonly saved: boolean;
  readonly problem?: Problem;
}

/** What a change would make of a file. */
export interface ChangePreview {
  readonly exists: boolean;
  /** Its text as it is, without byte order mark; the open, unsaved buffer's where there is one. */
  readonly text: string;
  /** Its text with the change; the same where there is nothing to do or `problem` keeps it from being done. */
  readonly after: string;
  /** What takes the change back once it is in the file. */
  readonly inverse: readonly ItemChange[];
  readonly problem?: Problem;
}

/** What became of work that a journal held. */
export interface RecoveryReport {
  /** Files that hold their kept work now. */
  readonly saved: readonly Uri[];
  /** Files whose work is still only in the journal. */
  readonly parked: readonly Uri[];
}

/** The changes that somebody wants, or the item that they want to change and that is not there. */
export interface WantedChanges {
  readonly changes: readonly ItemChange[];
  readonly missing?: ItemId;
}

/** A file as it will be when the operations before are done, with what they changed. */
export interface ChangingFile<Operation> {
  readonly changes: readonly ItemChange[];
  /** Gives the item that the operation wants and that is not there. */
  apply(operation: Operation): ItemId | undefined;
}

/** What operations change in a file, all of them or none; `missing` names the first item that is not there. */
export function changesIn<Operation>(file: ChangingFile<Operation>, operations: readonly Operation[]): WantedChanges {
  for (const operation of operations) {
    const missing = file.apply(operation);
    if (missing !== undefined) {
      return { changes: [], missing };
    }
  }
  return { changes: file.changes };
}
