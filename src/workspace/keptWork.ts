import type { ItemChange } from '../annotations/itemChange';
import { newItemId } from '../annotations/itemId';
import type { Uri, WorkspaceHost } from './host';
import { Journal, type JournalRecord } from './journal';
import { type Clock, FileLocks } from './verifiedWrite';

/** Work that waits to be saved, of this run and earlier ones, and the locks that say so to other windows. */
export class KeptWork {
  readonly locks: FileLocks;
  readonly #session = newItemId();
  #opened: Promise<{ readonly journal: Journal | undefined; readonly records: JournalRecord[] }> | undefined;

  constructor(
    readonly host: WorkspaceHost,
    /** Folder inside the host's storage. */
    readonly journalName: string,
    clock: Clock,
  ) {
    const id = host.storage === undefined ? this.#session : storageId(host.storage);
    this.locks = new FileLocks(host.files, clock, id, this.#session);
  }

  /** Records of earlier runs that were not forgotten since. */
  async records(): Promise<readonly JournalRecord[]> {
    return (await this.#open()).records;
  }

  /**
   * Keeps changes, where there is a place for that; without one the record has no name and is lost with the process.
   * Throws a {@link FileError} where they could not be kept.
   */
  async keep(target: Uri, changes: readonly ItemChange[]): Promise<JournalRecord> {
    const { journal } = await this.#open();
    return journal ? journal.append(target, changes) : { name: '', target, changes };
  }

  /** The file of a record was moved. */
  async moveTo(target: Uri, record: JournalRecord): Promise<void> {
    const { journal, records } = await this.#open();
    records.push(journal ? await journal.append(target, record.changes) : { ...record, target });
    await this.forget(record);
  }

  async forget(record: JournalRecord): Promise<void> {
    const { journal, records } = await this.#open();
    await journal?.clear(record);
    const index = records.indexOf(record);
    if (index >= 0) {
      records.splice(index, 1);
    }
  }

  #open(): Promise<{ readonly journal: Journal | undefined; readonly records: JournalRecord[] }> {
    this.#opened ??= this.#load().catch((error) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #load() {
    const { files, storage } = this.host;
    if (storage === undefined) {
      return { journal: undefined, records: [] };
    }
    const journal = new Journal(files, this.host, this.host.join(storage, this.journalName), this.#session);
    return { journal, records: [...(await journal.load())] };
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
