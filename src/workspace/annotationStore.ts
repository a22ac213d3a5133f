import { chainsOf } from '../annotations/itemChange';
import { newItemId } from '../annotations/itemId';
import { applyChanges, emptySidecar } from '../annotations/sidecarEdit';
import {
  absentSidecar,
  overlaidItems,
  type ReadOnlyReason,
  readSidecar,
  readSidecarBytes,
  type Sidecar,
} from '../annotations/sidecarRead';
import { Emitter, type Event } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import { type AnnotationSet, emptyAnnotations } from '../model/claim';
import type { Problem } from '../model/problem';
import { FileError, type Uri, type WorkspaceHost } from './host';
import { Journal, type JournalRecord } from './journal';
import { changesOf, inverseOf, type Operation } from './operations';
import { articleOf, isTemporaryOf, lockOf, sidecarOf, temporaryOf, unsafePlace } from './sidecarPlace';
import { type Clock, equalBytes, FileLocks, readIfThere, systemClock, verifiedWrite } from './verifiedWrite';

/** What one article's sidecar holds, with work that is not in the file yet. */
export interface SidecarState {
  readonly annotations: AnnotationSet;
  readonly problems: readonly Problem[];
  /** Why nothing is written; new work is kept in the journal, shown, and saved once the file is repaired. */
  readonly readOnly: ReadOnlyReason | 'outside' | 'symlink' | undefined;
  /** Operations that are kept in the journal and not in the file. */
  readonly pending: number;
  readonly exists: boolean;
}

export interface ApplyResult {
  /** Undoes what was done, leaving alone what others changed since. Empty where nothing was done. */
  readonly inverse: readonly Operation[];
  /** Whether it is in the file. Where it is not and `problem` does not say `not-kept`, the journal keeps it. */
  readonly saved: boolean;
  readonly problem?: Problem;
}

export interface RecoveryReport {
  /** Articles whose kept work is now in their sidecar. */
  readonly saved: readonly Uri[];
  /** Articles whose work is still only in the journal. */
  readonly parked: readonly Uri[];
}

interface Entry {
  readonly article: Uri;
  readonly sidecar: Uri;
  /** Bytes as last read; `undefined` where there is no file. */
  bytes: Uint8Array | undefined;
  /** What the bytes, or the unsaved buffer, mean. */
  base: Sidecar;
  fromBuffer: boolean;
  /** Whether leftovers of crashed saves were looked for. */
  swept: boolean;
  place: 'outside' | 'symlink' | undefined;
  pending: JournalRecord[];
  current: Sidecar;
  state: SidecarState;
}

const unsaved: Problem = { code: 'not-saved', severity: 'warning', message: '', line: 0, column: 0 };

/**
 * The one place that reads and writes sidecars. What it shows is what the file holds and what the journal keeps; what
 * it writes is merged, item by item, with what the file holds at that moment. One write at a time per file.
 */
export class AnnotationStore implements Disposable {
  readonly #entries = new Map<Uri, Entry>();
  readonly #queues = new Map<Uri, Promise<unknown>>();
  readonly #changed = new Emitter<Uri>();
  readonly #disposables = new DisposableStore();
  readonly #session = newItemId();
  #journal: Promise<{ readonly journal: Journal | undefined; readonly records: JournalRecord[] }> | undefined;
  #locks: FileLocks | undefined;

  constructor(
    readonly host: WorkspaceHost,
    readonly clock: Clock = systemClock,
    readonly log: Logger = nullLogger,
  ) {
    this.#disposables.add(this.#changed);
    this.#disposables.add(
      host.onDidChangeFiles((changes) => {
        for (const { uri } of changes) {
          const article = articleOf(host, uri);
          if (article !== undefined && this.#entries.has(article)) {
            this.refresh(article).catch((error) => this.log.error(String(error)));
          }
        }
      }),
    );
  }

  /** The article whose state changed. */
  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Reads an article's sidecar, once; {@link refresh} reads again. */
  async open(article: Uri): Promise<SidecarState> {
    return (await this.#entry(article)).state;
  }

  get(article: Uri): SidecarState | undefined {
    return this.#entries.get(article)?.state;
  }

  async #entry(article: Uri): Promise<Entry> {
    return this.#entries.get(article) ?? this.#enqueue(article, () => this.#load(article));
  }

  async #load(article: Uri): Promise<Entry> {
    const known = this.#entries.get(article);
    if (known) {
      return known;
    }
    const sidecar = sidecarOf(this.host, article);
    const { records } = await this.#openJournal();
    const entry: Entry = {
      article,
      sidecar,
      bytes: undefined,
      base: absentSidecar,
      fromBuffer: false,
      swept: false,
      place: await unsafePlace(this.host, sidecar),
      pending: records.filter((record) => record.target === article),
      current: absentSidecar,
      state: { annotations: emptyAnnotations, problems: [], readOnly: undefined, pending: 0, exists: false },
    };
    await this.#read(entry);
    this.#entries.set(article, entry);
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
    const journal = new Journal(files, this.host, this.host.join(storage, 'journal'), this.#session);
    return { journal, records: [...(await journal.load())] };
  }

  /** Reads the file, or the unsaved buffer over it, and works out what to show. */
  async #read(entry: Entry): Promise<void> {
    const bytes = await readIfThere(this.host.files, entry.sidecar);
    const buffer = this.host.buffers?.unsavedText(entry.sidecar);
    if (buffer !== undefined) {
      entry.base = buffer === entry.base.text ? entry.base : readSidecar(buffer);
    } else if (entry.fromBuffer || !equalBytes(bytes, entry.bytes)) {
      entry.base = bytes === undefined ? absentSidecar : readSidecarBytes(bytes);
    }
    entry.fromBuffer = buffer !== undefined;
    entry.bytes = bytes;
    this.#show(entry);
  }

  #show(entry: Entry): void {
    const changes = entry.pending.flatMap((record) => record.changes);
    const readOnly = entry.base.readOnly ?? entry.place;
    entry.current = overlaidItems(entry.base, chainsOf(changes));
    entry.state = {
      annotations: entry.current.annotations,
      problems: entry.current.problems,
      readOnly,
      pending: entry.pending.length,
      exists: entry.bytes !== undefined,
    };
  }

  /**
   * Does what a person asked: keeps it in the journal, shows it, saves it. Only a result with the problem `not-kept`
   * or `unknown-item` means that nothing was done.
   */
  async apply(article: Uri, operations: readonly Operation[]): Promise<ApplyResult> {
    let kept: { record: JournalRecord; inverse: readonly Operation[] } | ApplyResult;
    try {
      await this.#entry(article);
      kept = await this.#enqueue(article, () => this.#keep(article, operations));
    } catch (error) {
      return { inverse: [], saved: false, problem: notKept(error) };
    }
    if (!('record' in kept)) {
      return kept;
    }
    const { record } = kept;
    const problem = await this.#enqueue(article, () => this.#save(article, record));
    if (problem?.code === 'not-kept') {
      return { inverse: [], saved: false, problem };
    }
    return { inverse: kept.inverse, saved: problem === undefined, ...(problem ? { problem } : {}) };
  }

  async #keep(
    article: Uri,
    operations: readonly Operation[],
  ): Promise<{ record: JournalRecord; inverse: readonly Operation[] } | ApplyResult> {
    const entry = await this.#load(article);
    const { changes, missing } = changesOf(operations, entry.current);
    if (missing !== undefined) {
      const message = `There is no item ${missing} in the sidecar any more.`;
      return {
        inverse: [],
        saved: false,
        problem: { ...unsaved, code: 'unknown-item', message, args: [missing], item: missing },
      };
    }
    if (changes.length === 0) {
      return { inverse: [], saved: entry.pending.length === 0 };
    }
    const inverse = inverseOf(changes, entry.current);
    const { journal } = await this.#openJournal();
    if (!journal && (entry.base.readOnly ?? entry.place) !== undefined) {
      throw new FileError('EACCES', entry.sidecar, 'The sidecar is read-only and there is no place to keep new work');
    }
    const record = journal ? await journal.append(article, changes) : { name: '', target: article, changes };
    entry.pending = [...entry.pending, record];
    this.#show(entry);
    this.#changed.fire(article);
    return { record, inverse };
  }

  /**
   * Writes what is pending. Returns why it could not.
   * @param record what was just asked; taken back where it could be written neither to the journal nor to the file
   */
  async #save(article: Uri, record?: JournalRecord): Promise<Problem | undefined> {
    const entry = this.#entries.get(article);
    if (!entry || entry.pending.length === 0) {
      return undefined;
    }
    try {
      return await this.#saveEntry(entry);
    } catch (error) {
      const code = error instanceof FileError ? error.code : 'EOTHER';
      const detail = error instanceof Error ? error.message : String(error);
      this.log.warn(`${entry.sidecar}: ${code} ${detail}`);
      if (record?.name === '') {
        entry.pending = entry.pending.filter((other) => other !== record);
        this.#show(entry);
        this.#changed.fire(article);
        return notKept(error);
      }
      return {
        ...unsaved,
        message: `Not saved to the sidecar yet (${code}: ${detail}). The work is kept and saved later.`,
        args: [code, detail],
      };
    }
  }

  async #saveEntry(entry: Entry): Promise<Problem | undefined> {
    entry.place = await unsafePlace(this.host, entry.sidecar);
    if (entry.place !== undefined) {
      this.#show(entry);
      return readOnlyProblem(entry.place);
    }
    const buffer = this.host.buffers?.unsavedText(entry.sidecar);
    if (buffer !== undefined) {
      return this.#saveToBuffer(entry, buffer);
    }
    let saved: readonly JournalRecord[] = [];
    const lock = lockOf(this.host, entry.sidecar);
    const problem = await this.#locks!.hold(lock, async () => {
      await this.#sweep(entry);
      await this.#read(entry);
      if (entry.base.readOnly !== undefined) {
        this.#changed.fire(entry.article);
        return readOnlyProblem(entry.base.readOnly);
      }
      saved = [...entry.pending];
      const after = edited(entry.base, saved);
      if (after.text !== entry.base.text) {
        const bytes = new TextEncoder().encode((after.bom ? '\ufeff' : '') + after.text);
        const temporary = temporaryOf(this.host, entry.sidecar, newItemId());
        await verifiedWrite(this.host.files, this.clock, entry.sidecar, temporary, bytes);
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
  async #sweep(entry: Entry): Promise<void> {
    if (!entry.swept) {
      const folder = this.host.dirname(entry.sidecar);
      const names = (await this.host.files.list(folder)).map(({ name }) => name);
      for (const name of names.filter((other) => isTemporaryOf(other, this.host.basename(entry.sidecar)))) {
        await this.host.files.delete(this.host.join(folder, name));
      }
      entry.swept = true;
    }
  }

  /** A person has unsaved changes in the sidecar's own tab: the change goes there, and to the disk when they save. */
  async #saveToBuffer(entry: Entry, buffer: string): Promise<Problem | undefined> {
    const read = readSidecar(buffer);
    if (read.readOnly !== undefined) {
      entry.base = read;
      this.#show(entry);
      this.#changed.fire(entry.article);
      return readOnlyProblem(read.readOnly);
    }
    const after = edited(read, entry.pending);
    if (after.text !== buffer && !(await this.host.buffers?.edit(entry.sidecar, buffer, after.text))) {
      throw new FileError('EBUSY', entry.sidecar, 'The sidecar is being edited');
    }
    entry.base = after;
    entry.fromBuffer = true;
    this.#show(entry);
    this.#changed.fire(entry.article);
    return { ...unsaved, code: 'in-unsaved-buffer', message: 'Written into the open, unsaved sidecar; save it there.' };
  }

  async #settle(entry: Entry, saved: readonly JournalRecord[]): Promise<void> {
    const { journal, records } = await this.#openJournal();
    for (const record of saved) {
      await journal?.clear(record);
      const index = records.indexOf(record);
      if (index >= 0) {
        records.splice(index, 1);
      }
    }
    entry.pending = entry.pending.filter((record) => !saved.includes(record));
    this.#show(entry);
    this.#changed.fire(entry.article);
  }

  /** Reads a sidecar again after something else changed it, and saves what is pending. */
  async refresh(uri: Uri): Promise<void> {
    const article = articleOf(this.host, uri) ?? uri;
    await this.#enqueue(article, async () => {
      const entry = this.#entries.get(article);
      if (!entry) {
        return;
      }
      const before = entry.bytes;
      const shown = entry.base.text;
      await this.#read(entry);
      if (!equalBytes(before, entry.bytes) || shown !== entry.base.text) {
        this.#changed.fire(article);
      }
      await this.#save(article);
    });
  }

  /** Tries again to save everything that is pending. Returns the articles that still are not saved. */
  async flush(): Promise<readonly Uri[]> {
    await this.#locks?.release();
    const waiting = [...this.#entries.values()].filter((entry) => entry.pending.length > 0);
    for (const { article } of waiting) {
      await this.#enqueue(article, () => this.#save(article));
    }
    return waiting.filter((entry) => entry.pending.length > 0).map((entry) => entry.article);
  }

  /** Saves the work that an earlier run kept in the journal. To be called once at the start. */
  async recover(): Promise<RecoveryReport> {
    const { records } = await this.#openJournal();
    const articles = [...new Set(records.map((record) => record.target))];
    for (const article of articles) {
      await this.#entry(article);
    }
    const parked = await this.flush();
    return { saved: articles.filter((article) => !parked.includes(article)), parked };
  }

  /** The article was renamed or moved with its sidecar: kept work follows it. */
  async moved(from: Uri, to: Uri): Promise<void> {
    await this.#entry(from);
    await this.#enqueue(from, async () => {
      const entry = this.#entries.get(from);
      const { journal, records } = await this.#openJournal();
      for (const record of entry?.pending ?? []) {
        const next = journal ? await journal.append(to, record.changes) : { ...record, target: to };
        records.push(next);
        await journal?.clear(record);
        const index = records.indexOf(record);
        if (index >= 0) {
          records.splice(index, 1);
        }
      }
      this.#entries.delete(from);
      this.#changed.fire(from);
    });
    await this.#entry(to);
    await this.#enqueue(to, () => this.#save(to));
    this.#changed.fire(to);
  }

  /** Forgets an article that is no longer shown. What is pending stays in the journal. */
  close(article: Uri): void {
    if ((this.#entries.get(article)?.pending.length ?? 0) === 0) {
      this.#entries.delete(article);
    }
  }

  #enqueue<T>(article: Uri, work: () => Promise<T>): Promise<T> {
    const result = (this.#queues.get(article) ?? Promise.resolve()).then(work, work);
    this.#queues.set(article, result);
    const forget = (): void => {
      if (this.#queues.get(article) === result) {
        this.#queues.delete(article);
      }
    };
    result.then(forget, forget);
    return result;
  }
}

/** The sidecar with kept changes; a new one where there is none yet. */
function edited(sidecar: Sidecar, records: readonly JournalRecord[]): Sidecar {
  const changes = records.flatMap((record) => record.changes);
  return applyChanges(sidecar.root ? sidecar : emptySidecar(), changes).sidecar;
}

/** Names the storage folder in locks without giving its path away. 32-bit FNV-1a. */
function storageId(storage: Uri): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < storage.length; i++) {
    hash = Math.imul(hash ^ storage.charCodeAt(i), 0x01000193);
  }
  return `s${(hash >>> 0).toString(36)}`;
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
    message: `The sidecar is not written (${reason}). New work is kept and saved once it is repaired.`,
    args: [reason],
  };
}
