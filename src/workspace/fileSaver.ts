import type { ItemFile } from '../annotations/itemFile';
import { readFileText } from '../annotations/itemFileRead';
import { newItemId } from '../annotations/itemId';
import type { Emitter } from '../base/event';
import type { Logger } from '../base/log';
import type { Problem } from '../model/problem';
import type { FileEntry } from './fileEntry';
import { FileError, type Uri, type WorkspaceHost } from './host';
import type { JournalRecord } from './journal';
import type { KeptWork } from './keptWork';
import { inUnsavedBuffer, notKept, notSaved, readOnlyProblem, reasonOf } from './saveProblems';
import { isTemporaryOf, lockOf, temporaryOf, unsafePlace } from './sidecarPlace';
import { type Clock, verifiedWrite } from './verifiedWrite';

/** Brings the work that waits into its file: under a lock, merged with what the file holds then, verified. */
export class FileSaver<F extends ItemFile> {
  constructor(
    readonly host: WorkspaceHost,
    readonly kept: KeptWork,
    /** Told of a file whose state changed. */
    readonly changed: Emitter<Uri>,
    readonly clock: Clock,
    readonly log: Logger,
  ) {}

  /**
   * Writes what is pending. Returns why it could not.
   * @param record what was just asked; taken back where it could be written neither to the journal nor to the file
   */
  async save(entry: FileEntry<F>, record?: JournalRecord): Promise<Problem | undefined> {
    if (entry.pending.length === 0) {
      return undefined;
    }
    const takeBack = (error: unknown): Problem => {
      entry.pending = entry.pending.filter((other) => other !== record);
      entry.show();
      this.changed.fire(entry.uri);
      return notKept(error);
    };
    try {
      const problem = await this.#saveAgain(entry);
      const nowhere = record?.name === '' && problem?.code === 'read-only';
      return nowhere ? takeBack(new FileError('EACCES', entry.uri, problem.message)) : problem;
    } catch (error) {
      const { code, detail } = reasonOf(error);
      this.log.warn(`${entry.uri}: ${code} ${detail}`);
      return record?.name === '' ? takeBack(error) : notSaved(error);
    }
  }

  /** Tries again where another window or program came in between; each try merges with what is there then. */
  async #saveAgain(entry: FileEntry<F>): Promise<Problem | undefined> {
    for (let left = 3; ; left--) {
      try {
        return await this.#saveEntry(entry);
      } catch (error) {
        if (
          left === 0 ||
          !(error instanceof FileError) ||
          error.code !== 'EEXIST' ||
          error.uri !== lockOf(this.host, entry.uri)
        ) {
          throw error;
        }
      }
    }
  }

  async #saveEntry(entry: FileEntry<F>): Promise<Problem | undefined> {
    entry.place = await unsafePlace(this.host, entry.uri);
    if (entry.place !== undefined) {
      entry.show();
      return readOnlyProblem(entry.place);
    }
    const buffer = this.host.buffers?.unsavedText(entry.uri);
    if (buffer !== undefined) {
      return this.#saveToBuffer(entry, buffer);
    }
    let saved: readonly JournalRecord[] = [];
    const lock = lockOf(this.host, entry.uri);
    const problem = await this.kept.locks.hold(lock, async () => {
      await this.#sweep(entry);
      await entry.read();
      if (entry.base.readOnly !== undefined) {
        this.changed.fire(entry.uri);
        return readOnlyProblem(entry.base.readOnly);
      }
      saved = entry.pending;
      const after = entry.withPending();
      if (after.text !== entry.base.text) {
        const bytes = new TextEncoder().encode((after.bom ? '\ufeff' : '') + after.text);
        const temporary = temporaryOf(this.host, entry.uri, newItemId());
        // Until it succeeds, this save may leave a temporary file too.
        entry.swept = false;
        await verifiedWrite(this.host.files, this.clock, entry.uri, temporary, bytes);
        entry.swept = true;
        entry.bytes = bytes;
        entry.base = after;
      }
      return undefined;
    });
    // Only without the lock: whoever finds a lock of ours after a crash finds a record too, which leads to its removal.
    if (problem === undefined && !this.kept.locks.isLeft(lock)) {
      await this.#settle(entry, saved);
    }
    return problem;
  }

  /** Deletes temporary files that crashed saves left; under the lock, so that none is in use. */
  async #sweep(entry: FileEntry<F>): Promise<void> {
    if (!entry.swept) {
      const folder = this.host.dirname(entry.uri);
      const names = (await this.host.files.list(folder)).map(({ name }) => name);
      for (const name of names.filter((other) => isTemporaryOf(other, this.host.basename(entry.uri)))) {
        await this.host.files.delete(this.host.join(folder, name));
      }
      entry.swept = true;
    }
  }

  /** A person has unsaved changes in the sidecar's own tab: the change goes there, and to the disk when they save. */
  async #saveToBuffer(entry: FileEntry<F>, buffer: string): Promise<Problem | undefined> {
    const read = readFileText(entry.kind, buffer);
    entry.fromBuffer = true;
    if (read.readOnly !== undefined) {
      entry.base = read;
      entry.show();
      this.changed.fire(entry.uri);
      return readOnlyProblem(read.readOnly);
    }
    const after = entry.withPending(read);
    if (after.text !== buffer && !(await this.host.buffers?.edit(entry.uri, buffer, after.text))) {
      throw new FileError('EBUSY', entry.uri, 'The file is being edited');
    }
    entry.base = after;
    entry.show();
    this.changed.fire(entry.uri);
    return inUnsavedBuffer;
  }

  async #settle(entry: FileEntry<F>, saved: readonly JournalRecord[]): Promise<void> {
    for (const record of saved) {
      await this.kept.forget(record);
    }
    entry.pending = entry.pending.filter((record) => !saved.includes(record));
    entry.show();
    this.changed.fire(entry.uri);
  }
}
