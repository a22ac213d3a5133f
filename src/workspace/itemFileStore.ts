import { chainsOf, type ItemChange } from '../annotations/itemChange';
import type { FileKind, ItemFile, ReadOnlyReason } from '../annotations/itemFile';
import { applyChanges, inverseOf } from '../annotations/itemFileEdit';
import { absentFile, overlaid, readFileBytes, readFileText } from '../annotations/itemFileRead';
import { newItemId } from '../annotations/itemId';
import { Emitter, type Event } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import { FileError, type Uri, type WorkspaceHost } from './host';
import { Journal, type JournalRecord } from './journal';
import { isTemporaryOf, lockOf, temporaryOf, unsafePlace } from './sidecarPlace';
import { type Clock, equalBytes, FileLocks, readIfThere, systemClock, verifiedWrite } from './verifiedWrite';

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

interface Entry<F extends ItemFile> {
  readonly uri: Uri;
  /** Bytes as last read; `undefined` where there is no file. */
  bytes: Uint8Array | undefined;
  /** What the bytes, or the unsaved buffer, mean. */
  base: F;
  fromBuffer: boolean;
  /** Whether leftovers of crashed saves were looked for. */
  swept: boolean;
  place: 'outside' | 'symlink' | undefined;
  pending: JournalRecord[];
  state: FileState<F>;
  /** What the state was made of. */
  shown: readonly unknown[];
}

interface Kept {
  readonly record: JournalRecord;
  readonly inverse: readonly ItemChange[];
}

const unsaved: Problem = { code: 'not-saved', severity: 'warning', message: '', line: 0, column: 0 };

/**
 * The one place that reads and writes files of one kind. What it shows is what the file holds and what the journal
 * keeps; what it writes is merged, item by item, with what the file holds at that moment. One write at a time per file.
 */
export class ItemFileStore<F extends ItemFile> implements Disposable {
  readonly #entries = new Map<Uri, Entry<F>>();
  readonly #queues = new Map<Uri, Promise<unknown>>();
  readonly #changed = new Emitter<Uri>();
  readonly #disposables = new DisposableStore();
  readonly #session = newItemId();
  readonly #absent: F;
  readonly #fresh: F;
  #journal: Promise<{ readonly journal: Journal | undefined; readonly records: JournalRecord[] }> | undefined;
  #locks: FileLocks | undefined;

  constructor(
    readonly host: WorkspaceHost,
    readonly kind: FileKind<F>,
    /** Folder inside the host's storage; each kind of file has its own. */
    readonly journalName: string,
    readonly clock: Clock = systemClock,
    readonly log: Logger = nullLogger,
  ) {
    this.#absent = absentFile(kind);
    this.#fresh = readFileText(kind, kind.newText);
    this.#disposables.add(this.#changed);
    this.#disposables.add(
      host.onDidChangeFiles((changes) => {
        for (const { uri } of changes.filter((change) => this.#entries.has(change.uri))) {
          this.refresh(uri).catch((error) => this.log.error(String(error)));
        }
      }),
    );
  }

  /** The file whose state changed. */
  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Reads a file, once; {@link refresh} reads again. */
  async open(uri: Uri): Promise<FileState<F>> {
    return (await this.#entry(uri)).state;
  }

  get(uri: Uri): FileState<F> | undefined {
    return this.#entries.get(uri)?.state;
  }

  async #entry(uri: Uri): Promise<Entry<F>> {
    return this.#entries.get(uri) ?? this.#enqueue(uri, () => this.#load(uri));
  }

  async #load(uri: Uri): Promise<Entry<F>> {
    const known = this.#entries.get(uri);
    if (known) {
      return known;
    }
    const { records } = await this.#openJournal();
    const entry: Entry<F> = {
      uri,
      bytes: undefined,
      base: this.#absent,
      fromBuffer: false,
      swept: false,
      place: await unsafePlace(this.host, uri),
      pending: records.filter((record) => record.target === uri),
      state: { file: this.#absent, readOnly: undefined, pending: 0, exists: false },
      shown: [],
    };
    await this.#read(entry);
    this.#entries.set(uri, entry);
    return entry;
  }

  #openJournal(): Promise<{ readonly journal: Journal | undefined; readonly records: JournalRecord[] }> {
    this.#journal ??= this.#loadJournal().catch((error) => {
      this.#journal = undefined;
      throw error;
    });
    return this.#journal;
  }

  async #loadJournal() {
    const { files, storage } = this.host;
    const id = storage === undefined ? this.#session : storageId(storage);
    this.#locks = new FileLocks(files, this.clock, id, this.#session);
    if (storage === undefined) {
      return { journal: undefined, records: [] };
    }
    const journal = new Journal(files, this.host, this.host.join(storage, this.journalName), this.#session);
    return { journal, records: [...(await journal.load())] };
  }

  /** Reads the file, or the unsaved buffer over it, and works out what to show. */
  async #read(entry: Entry<F>): Promise<void> {
    const bytes = await readIfThere(this.host.files, entry.uri);
    const buffer = this.host.buffers?.unsavedText(entry.uri);
    if (buffer !== undefined) {
      entry.base = buffer === entry.base.text ? entry.base : readFileText(this.kind, buffer);
    } else if (entry.fromBuffer || !equalBytes(bytes, entry.bytes)) {
      entry.base = bytes === undefined ? this.#absent : readFileBytes(this.kind, bytes);
    }
    entry.fromBuffer = buffer !== undefined;
    entry.bytes = bytes;
    this.#show(entry);
  }

  #show(entry: Entry<F>): void {
    const { base, pending, place } = entry;
    const exists = entry.bytes !== undefined;
    const shown = [base, pending, place, exists];
    if (shown.every((part, i) => part === entry.shown[i])) {
      return;
    }
    entry.shown = shown;
    const changes = pending.flatMap((record) => record.changes);
    entry.state = {
      file: overlaid(this.kind, base, chainsOf(changes)),
      readOnly: base.readOnly ?? place,
      pending: pending.length,
      exists,
    };
  }

  /**
   * Does what a person asked: keeps it in the journal, shows it, saves it. Only a result with the problem `not-kept`
   * or `unknown-item` means that nothing was done.
   */
  async apply(uri: Uri, wanted: (file: F) => WantedChanges): Promise<ChangeResult> {
    let kept: Kept | ChangeResult;
    try {
      kept = await this.#enqueue(uri, async () => this.#keep(await this.#load(uri), wanted));
    } catch (error) {
      return { inverse: [], saved: false, problem: notKept(error) };
    }
    if (!('record' in kept)) {
      return kept;
    }
    const { record, inverse } = kept;
    const problem = await this.#enqueue(uri, () => this.#save(uri, record));
    if (problem?.code === 'not-kept') {
      return { inverse: [], saved: false, problem };
    }
    return { inverse, saved: problem === undefined, ...(problem ? { problem } : {}) };
  }

  /**
   * What {@link apply} would make of the file, without doing it: for a person who wants to see it first and whose
   * editor then writes it. Where work is kept that the file has not, that is saved first.
   */
  preview(uri: Uri, wanted: (file: F) => WantedChanges): Promise<ChangePreview> {
    return this.#enqueue(uri, async () => {
      const entry = await this.#load(uri);
      await this.#read(entry);
      const blocked = entry.state.readOnly ? readOnlyProblem(entry.state.readOnly) : await this.#save(uri);
      const { changes, missing } = wanted(entry.state.file);
      const { text } = entry.base;
      const exists = entry.bytes !== undefined || entry.fromBuffer;
      // Kept work that went into the open buffer is in the text that is changed here.
      const problem =
        missing === undefined
          ? entry.fromBuffer && !entry.base.readOnly
            ? undefined
            : blocked
          : missingProblem(missing, this.kind);
      return problem || changes.length === 0
        ? { exists, text, after: text, inverse: [], ...(problem ? { problem } : {}) }
        : {
            exists,
            text,
            after: this.#fileWith(entry.base, changes).text,
            inverse: inverseOf(entry.state.file, changes),
          };
    });
  }

  async #keep(entry: Entry<F>, wanted: (file: F) => WantedChanges): Promise<Kept | ChangeResult> {
    const { file } = entry.state;
    const { changes, missing } = wanted(file);
    if (missing !== undefined) {
      return { inverse: [], saved: false, problem: missingProblem(missing, this.kind) };
    }
    if (changes.length === 0) {
      return { inverse: [], saved: entry.pending.length === 0 };
    }
    const { journal } = await this.#openJournal();
    if (!journal && entry.state.readOnly !== undefined) {
      throw new FileError('EACCES', entry.uri, 'The file is read-only and there is no place to keep new work');
    }
    const record = journal ? await journal.append(entry.uri, changes) : { name: '', target: entry.uri, changes };
    entry.pending = [...entry.pending, record];
    this.#show(entry);
    this.#changed.fire(entry.uri);
    return { record, inverse: inverseOf(file, changes) };
  }

  /**
   * Writes what is pending. Returns why it could not.
   * @param record what was just asked; taken back where it could be written neither to the journal nor to the file
   */
  async #save(uri: Uri, record?: JournalRecord): Promise<Problem | undefined> {
    const entry = this.#entries.get(uri);
    if (!entry || entry.pending.length === 0) {
      return undefined;
    }
    const takeBack = (error: unknown): Problem => {
      entry.pending = entry.pending.filter((other) => other !== record);
      this.#show(entry);
      this.#changed.fire(uri);
      return notKept(error);
    };
    try {
      const problem = await this.#saveAgain(entry);
      const nowhere = record?.name === '' && problem?.code === 'read-only';
      return nowhere ? takeBack(new FileError('EACCES', uri, problem.message)) : problem;
    } catch (error) {
      const code = error instanceof FileError ? error.code : 'EOTHER';
      const detail = error instanceof Error ? error.message : String(error);
      this.log.warn(`${entry.uri}: ${code} ${detail}`);
      if (record?.name === '') {
        return takeBack(error);
      }
      return {
        ...unsaved,
        message: `Not saved to the file yet (${code}: ${detail}). The work is kept and saved later.`,
        args: [code, detail],
      };
    }
  }

  /** Tries again where another window or program came in between; each try merges with what is there then. */
  async #saveAgain(entry: Entry<F>): Promise<Problem | undefined> {
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

  async #saveEntry(entry: Entry<F>): Promise<Problem | undefined> {
    entry.place = await unsafePlace(this.host, entry.uri);
    if (entry.place !== undefined) {
      this.#show(entry);
      return readOnlyProblem(entry.place);
    }
    const buffer = this.host.buffers?.unsavedText(entry.uri);
    if (buffer !== undefined) {
      return this.#saveToBuffer(entry, buffer);
    }
    let saved: readonly JournalRecord[] = [];
    const lock = lockOf(this.host, entry.uri);
    const problem = await this.#locks!.hold(lock, async () => {
      await this.#sweep(entry);
      await this.#read(entry);
      if (entry.base.readOnly !== undefined) {
        this.#changed.fire(entry.uri);
        return readOnlyProblem(entry.base.readOnly);
      }
      saved = [...entry.pending];
      const after = this.#edited(entry.base, saved);
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
    if (problem === undefined && !this.#locks!.isLeft(lock)) {
      await this.#settle(entry, saved);
    }
    return problem;
  }

  /** Deletes temporary files that crashed saves left; under the lock, so that none is in use. */
  async #sweep(entry: Entry<F>): Promise<void> {
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
  async #saveToBuffer(entry: Entry<F>, buffer: string): Promise<Problem | undefined> {
    const read = readFileText(this.kind, buffer);
    entry.fromBuffer = true;
    if (read.readOnly !== undefined) {
      entry.base = read;
      this.#show(entry);
      this.#changed.fire(entry.uri);
      return readOnlyProblem(read.readOnly);
    }
    const after = this.#edited(read, entry.pending);
    if (after.text !== buffer && !(await this.host.buffers?.edit(entry.uri, buffer, after.text))) {
      throw new FileError('EBUSY', entry.uri, 'The file is being edited');
    }
    entry.base = after;
    this.#show(entry);
    this.#changed.fire(entry.uri);
    return { ...unsaved, code: 'in-unsaved-buffer', message: 'Written into the open, unsaved file; save it there.' };
  }

  async #settle(entry: Entry<F>, saved: readonly JournalRecord[]): Promise<void> {
    for (const record of saved) {
      await this.#forget(record);
    }
    entry.pending = entry.pending.filter((record) => !saved.includes(record));
    this.#show(entry);
    this.#changed.fire(entry.uri);
  }

  /** The file with kept changes; a new one where there is none yet. */
  #edited(file: F, records: readonly JournalRecord[]): F {
    return this.#fileWith(
      file,
      records.flatMap((record) => record.changes),
    );
  }

  #fileWith(file: F, changes: readonly ItemChange[]): F {
    return applyChanges(this.kind, file.root ? file : this.#fresh, changes).file;
  }

  /** Reads a file again after something else changed it, and saves what is pending. */
  async refresh(uri: Uri): Promise<void> {
    if (!this.#entries.has(uri)) {
      return;
    }
    await this.#enqueue(uri, async () => {
      const entry = this.#entries.get(uri);
      if (entry) {
        const { base, bytes } = entry;
        await this.#read(entry);
        if (base !== entry.base || (bytes === undefined) !== (entry.bytes === undefined)) {
          this.#changed.fire(uri);
        }
        await this.#save(uri);
      }
    });
  }

  /** Tries again to save everything that is pending. Returns the files that still are not saved. */
  async flush(): Promise<readonly Uri[]> {
    await this.#locks?.release();
    const waiting = [...this.#entries.values()].filter((entry) => entry.pending.length > 0);
    for (const { uri } of waiting) {
      await this.#enqueue(uri, () => this.#save(uri));
    }
    return waiting.filter((entry) => entry.pending.length > 0).map((entry) => entry.uri);
  }

  /** Saves the work that an earlier run kept in the journal. To be called once at the start. */
  async recover(): Promise<RecoveryReport> {
    const { records } = await this.#openJournal();
    const files = [...new Set(records.map((record) => record.target))];
    for (const uri of files) {
      await this.#entry(uri);
    }
    const parked = await this.flush();
    return { saved: files.filter((uri) => !parked.includes(uri)), parked };
  }

  /** The file was renamed or moved: kept work follows it. */
  async moved(from: Uri, to: Uri): Promise<void> {
    const entry = await this.#entry(from);
    await this.#enqueue(from, async () => {
      const { journal, records } = await this.#openJournal();
      for (const record of entry.pending) {
        records.push(journal ? await journal.append(to, record.changes) : { ...record, target: to });
        await this.#forget(record);
      }
      this.#entries.delete(from);
    });
    // What was read at the new place before the move is out of date.
    if ((this.#entries.get(to)?.pending.length ?? 0) === 0) {
      this.#entries.delete(to);
    }
    await this.#entry(to);
    await this.#enqueue(to, () => this.#save(to));
    this.#changed.fire(from);
    this.#changed.fire(to);
  }

  async #forget(record: JournalRecord): Promise<void> {
    const { journal, records } = await this.#openJournal();
    await journal?.clear(record);
    const index = records.indexOf(record);
    if (index >= 0) {
      records.splice(index, 1);
    }
  }

  /** Forgets a file that is no longer shown. What is pending stays. */
  close(uri: Uri): void {
    if ((this.#entries.get(uri)?.pending.length ?? 0) === 0) {
      this.#entries.delete(uri);
    }
  }

  #enqueue<T>(uri: Uri, work: () => Promise<T>): Promise<T> {
    const result = (this.#queues.get(uri) ?? Promise.resolve()).then(work, work);
    this.#queues.set(uri, result);
    const forget = (): void => {
      if (this.#queues.get(uri) === result) {
        this.#queues.delete(uri);
      }
    };
    result.then(forget, forget);
    return result;
  }
}

/** Names the storage folder in locks without giving its path away. 32-bit FNV-1a. */
function storageId(storage: Uri): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < storage.length; i++) {
    hash = Math.imul(hash ^ storage.charCodeAt(i), 0x01000193);
  }
  return `s${(hash >>> 0).toString(36)}`;
}

function missingProblem(id: ItemId, kind: FileKind<ItemFile>): Problem {
  const message = `There is no item ${id} in the ${kind.name} any more.`;
  return { ...unsaved, code: 'unknown-item', message, args: [id], item: id };
}

function notKept(error: unknown): Problem {
  const code = error instanceof FileError ? error.code : 'EOTHER';
  const detail = error instanceof Error ? error.message : String(error);
  return {
    ...unsaved,
    code: 'not-kept',
    severity: 'error',
    message: `Nothing was recorded, for it could not be kept (${code}: ${detail}).`,
    args: [code, detail],
  };
}

function readOnlyProblem(reason: string): Problem {
  return {
    ...unsaved,
    code: 'read-only',
    message: `The file is not written (${reason}). New work is kept and saved once it is repaired.`,
    args: [reason],
  };
}
