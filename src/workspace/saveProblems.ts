import type { FileKind, ItemFile } from '../annotations/itemFile';
import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import { FileError } from './host';

const unsaved: Problem = { code: 'not-saved', severity: 'warning', message: '', line: 0, column: 0 };

/** The file keeps the work waiting; it is in the journal. */
export function notSaved(error: unknown): Problem {
  const { code, detail } = reasonOf(error);
  const message = `Not saved to the file yet (${code}: ${detail}). The work is kept and saved later.`;
  return { ...unsaved, message, args: [code, detail] };
}

/** In words for the log and for problems. */
export function reasonOf(error: unknown): { readonly code: string; readonly detail: string } {
  const code = error instanceof FileError ? error.code : 'EOTHER';
  return { code, detail: error instanceof Error ? error.message : String(error) };
}

export const inUnsavedBuffer: Problem = {
  ...unsaved,
  code: 'in-unsaved-buffer',
  message: 'Written into the open, unsaved file; save it there.',
};

export function missingProblem(id: ItemId, kind: FileKind<ItemFile>): Problem {
  const message = `There is no item ${id} in the ${kind.name} any more.`;
  return { ...unsaved, code: 'unknown-item', message, args: [id], item: id };
}

export function notKept(error: unknown): Problem {
  const { code, detail } = reasonOf(error);
  return {
    ...unsaved,
    code: 'not-kept',
    severity: 'error',
    message: `Nothing was recorded, for it could not be kept (${code}: ${detail}).`,
    args: [code, detail],
  };
}

export function readOnlyProblem(reason: string): Problem {
  return {
    ...unsaved,
    code: 'read-only',
    message: `The file is not written (${reason}). New work is kept and saved once it is repaired.`,
    args: [reason],
  };
}
