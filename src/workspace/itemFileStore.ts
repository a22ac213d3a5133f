import type { ItemChange } from '../annotations/itemChange';
import type { FileKind, ItemFile } from '../annotations/itemFile';
import { inverseOf } from '../annotations/itemFileEdit';
import { Emitter, type Event } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import type { Problem } from '../model/problem';
import { FileEntry } from './fileEntry';
import { FileSaver } from './fileSaver';
import { FileError, type Uri, type WorkspaceHost } from './host';
import type { ChangePreview, ChangeResult, FileState, RecoveryReport, WantedChanges } from './itemFileState';
import type { JournalRecord } from './journal';
import { KeptWork } from './keptWork';
import { missingProblem, notKept, readOnlyProblem } from './saveProblems';
import { unsafePlace } from './sidecarPlace';
import { type Clock, systemClock } from './verifiedWrite';
import { WorkQueues } from './workQueues';

interface Kept {
  readonly record: JournalRecord;
  readonly inverse: readonly ItemChange[];
}

/**
 * The one place that reads and writes files of one kind. What it shows is what the file holds and what the journal
 * keeps; what it writes is merged, item by item, with what the file holds at that moment. One write at a time per file.
 */
export class ItemFileStore<F extends ItemFile> implements Disposable {
  readonly #entries = new Map<Uri, FileEntry<F>>();
  readonly #queues = new WorkQueues<Uri>();
  readonly #changed = new Emitter<Uri>();
  readonly #disposables = new DisposableStore();
  readonly #kept: KeptWork;
  readonly #saver: FileSaver<F>;

  constructor(
    readonly host: WorkspaceHost,
    readonly kind: FileKind<F>,
    /** Folder inside the host's storage; each kind of file has its own. */
    readonly journalName: string,
    readonly clock: Clock = systemClock,
    readonly log: Logger = nullLogger,
  ) {
    this.#kept = new KeptWork(host, journalName, clock);
    this.#saver = new FileSaver(host, this.#kept, this.#changed, clock, log);
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

  async #entry(uri: Uri): Promise<FileEntry<F>> {
    return this.#entries.get(uri) ?? this.#queues.add(uri, () => this.#load(uri));
  }

  async #load(uri: Uri): Promise<FileEntry<F>> {
    const known = this.#entries.get(uri);
    if (known) {
      return known;
    }
    const records = await this.#kept.records();
    const place = await unsafePlace(this.host, uri);
    const pending = records.filter((record) => record.target === uri);
    const entry = new FileEntry(this.host, this.kind, uri, place, pending);
    await entry.read();
    this.#entries.set(uri, entry);
    return entry;
  }

  /**
   * Does what a person asked: keeps it in the journal, shows it, saves it. Only a result with the problem `not-kept`
   * or `unknown-item` means that nothing was done.
   */
  async apply(uri: Uri, wanted: (file: F) => WantedChanges): Promise<ChangeResult> {
    let kept: Kept | ChangeResult;
    try {
      kept = await this.#queues.add(uri, async () => this.#keep(await this.#load(uri), wanted));
    } catch (error) {
      return { inverse: [], saved: false, problem: notKept(error) };
    }
    if (!('record' in kept)) {
      return kept;
    }
    const { record, inverse } = kept;
    const problem = await this.#queues.add(uri, () => this.#save(uri, record));
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
    return this.#queues.add(uri, async () => {
      const entry = await this.#load(uri);
      await entry.read();
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
            after: entry.with(changes).text,
            inverse: inverseOf(entry.state.file, changes),
          };
    });
  }

  async #keep(entry: FileEntry<F>, wanted: (file: F) => WantedChanges): Promise<Kept | ChangeResult> {
    const { file } = entry.state;
    const { changes, missing } = wanted(file);
    if (missing !== undefined) {
      return { inverse: [], saved: false, problem: missingProblem(missing, this.kind) };
    }
    if (changes.length === 0) {
      return { inverse: [], saved: entry.pending.length === 0 };
    }
    if (this.host.storage === undefined && entry.state.readOnly !== undefined) {
      throw new FileError('EACCES', entry.uri, 'The file is read-only and there is no place to keep new work');
    }
    const record = await this.#kept.keep(entry.uri, changes);
    entry.pending = [...entry.pending, record];
    entry.show();
    this.#changed.fire(entry.uri);
    return { record, inverse: inverseOf(file, changes) };
  }

  async #save(uri: Uri, record?: JournalRecord): Promise<Problem | undefined> {
    const entry = this.#entries.get(uri);
    return entry && this.#saver.save(entry, record);
  }

  /** Reads a file again after something else changed it, and saves what is pending. */
  async refresh(uri: Uri): Promise<void> {
    if (!this.#entries.has(uri)) {
      return;
    }
    await this.#queues.add(uri, async () => {
      const entry = this.#entries.get(uri);
      if (entry) {
        const { base, bytes } = entry;
        await entry.read();
        if (base !== entry.base || (bytes === undefined) !== (entry.bytes === undefined)) {
          this.#changed.fire(uri);
        }
        await this.#save(uri);
      }
    });
  }

  /** Tries again to save everything that is pending. Returns the files that still are not saved. */
  async flush(): Promise<readonly Uri[]> {
    await this.#kept.locks.release();
    const waiting = [...this.#entries.values()].filter((entry) => entry.pending.length > 0);
    for (const { uri } of waiting) {
      await this.#queues.add(uri, () => this.#save(uri));
    }
    return waiting.filter((entry) => entry.pending.length > 0).map((entry) => entry.uri);
  }

  /** Saves the work that an earlier run kept in the journal. To be called once at the start. */
  async recover(): Promise<RecoveryReport> {
    const records = await this.#kept.records();
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
    await this.#queues.add(from, async () => {
      for (const record of entry.pending) {
        await this.#kept.moveTo(to, record);
      }
      this.#entries.delete(from);
    });
    // What was read at the new place before the move is out of date.
    if ((this.#entries.get(to)?.pending.length ?? 0) === 0) {
      this.#entries.delete(to);
    }
    await this.#entry(to);
    await this.#queues.add(to, () => this.#save(to));
    this.#changed.fire(from);
    this.#changed.fire(to);
  }

  /** Forgets a file that is no longer shown. What is pending stays. */
  close(uri: Uri): void {
    if ((this.#entries.get(uri)?.pending.length ?? 0) === 0) {
      this.#entries.delete(uri);
    }
  }
}
