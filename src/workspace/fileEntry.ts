import { chainsOf, type ItemChange } from '../annotations/itemChange';
import type { FileKind, ItemFile } from '../annotations/itemFile';
import { applyChanges } from '../annotations/itemFileEdit';
import { absentFile, overlaid, readFileBytes, readFileText } from '../annotations/itemFileRead';
import type { Uri, WorkspaceHost } from './host';
import type { FileState } from './itemFileState';
import type { JournalRecord } from './journal';
import { equalBytes, readIfThere } from './verifiedWrite';

/** One file as it was last read, the work that waits to get into it, and what both together show. */
export class FileEntry<F extends ItemFile> {
  /** Bytes as last read; `undefined` where there is no file. */
  bytes: Uint8Array | undefined;
  /** What the bytes, or the unsaved buffer, mean. */
  base: F;
  fromBuffer = false;
  /** Whether leftovers of crashed saves were looked for. */
  swept = false;
  state: FileState<F>;
  /** What the state was made of. */
  #shown: readonly unknown[] = [];

  constructor(
    readonly host: WorkspaceHost,
    readonly kind: FileKind<F>,
    readonly uri: Uri,
    /** Why the file must not be written where it is. */
    public place: 'outside' | 'symlink' | undefined,
    public pending: readonly JournalRecord[],
  ) {
    this.base = absentFile(kind);
    this.state = { file: this.base, readOnly: undefined, pending: 0, exists: false };
  }

  /** Reads the file, or the unsaved buffer over it, and works out what to show. */
  async read(): Promise<void> {
    const bytes = await readIfThere(this.host.files, this.uri);
    const buffer = this.host.buffers?.unsavedText(this.uri);
    if (buffer !== undefined) {
      this.base = buffer === this.base.text ? this.base : readFileText(this.kind, buffer);
    } else if (this.fromBuffer || !equalBytes(bytes, this.bytes)) {
      this.base = bytes === undefined ? absentFile(this.kind) : readFileBytes(this.kind, bytes);
    }
    this.fromBuffer = buffer !== undefined;
    this.bytes = bytes;
    this.show();
  }

  /** Works out what to show, where anything changed. */
  show(): void {
    const { base, pending, place } = this;
    const exists = this.bytes !== undefined;
    const shown = [base, pending, place, exists];
    if (shown.every((part, i) => part === this.#shown[i])) {
      return;
    }
    this.#shown = shown;
    const changes = pending.flatMap((record) => record.changes);
    this.state = {
      file: overlaid(this.kind, base, chainsOf(changes)),
      readOnly: base.readOnly ?? place,
      pending: pending.length,
      exists,
    };
  }

  /** The file with changes; a new one where there is none yet. */
  with(changes: readonly ItemChange[], file: F = this.base): F {
    return applyChanges(this.kind, file.root ? file : readFileText(this.kind, this.kind.newText), changes).file;
  }

  /** The file with the work that waits. */
  withPending(file: F = this.base): F {
    return this.with(
      this.pending.flatMap((record) => record.changes),
      file,
    );
  }
}
