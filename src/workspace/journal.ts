import type { ItemChange } from '../annotations/itemChange';
import { valueFromJson, valueToJson, type YamlMap } from '../annotations/yamlValue';
import { FileError, type FileSystem, type Uri } from './host';
import { deleteQuietly, equalBytes, readIfThere } from './verifiedWrite';

/** Changes of one file that a person was told are kept, and that are not yet known to be in it. */
export interface JournalRecord {
  /** Name of the record's own file; grows, so that replay keeps the order. */
  readonly name: string;
  readonly target: Uri;
  readonly changes: readonly ItemChange[];
}

interface JournalPaths {
  join(folder: Uri, ...names: string[]): Uri;
}

const recordName = /^(\d{12})-[a-z0-9]+\.json$/;

/**
 * Work that is promised but not yet saved: one small file for each record, written and read back before anything is
 * shown, deleted once the sidecar was verified. Replaying a record twice changes nothing, for changes carry what
 * stood there before.
 */
export class Journal {
  #last = 0;

  constructor(
    readonly files: FileSystem,
    readonly paths: JournalPaths,
    readonly folder: Uri,
    /** Makes names unique among windows that share the folder. Lower-case letters and digits. */
    readonly session: string,
  ) {}

  /** All records of earlier runs, oldest first. Records that were never finished, hence never promised, are dropped. */
  async load(): Promise<readonly JournalRecord[]> {
    const records: JournalRecord[] = [];
    for (const name of await this.#names()) {
      this.#last = Math.max(this.#last, Number(recordName.exec(name)![1]));
      const uri = this.paths.join(this.folder, name);
      const bytes = await readIfThere(this.files, uri);
      const record = bytes && decodeRecord(name, bytes);
      if (record) {
        records.push(record);
      } else if (bytes) {
        await deleteQuietly(this.files, uri);
      }
    }
    return records;
  }

  async #names(): Promise<readonly string[]> {
    try {
      const entries = await this.files.list(this.folder);
      return entries
        .map((entry) => entry.name)
        .filter((name) => recordName.test(name))
        .sort();
    } catch (error) {
      if (error instanceof FileError && error.code === 'ENOENT') {
        return [];
      }
      throw error;
    }
  }

  /** Keeps changes; when this returns they survive a crash. Throws a {@link FileError} where they could not be kept. */
  async append(target: Uri, changes: readonly ItemChange[]): Promise<JournalRecord> {
    const name = `${String(++this.#last).padStart(12, '0')}-${this.session}.json`;
    const uri = this.paths.join(this.folder, name);
    const record = { name, target, changes };
    const bytes = new TextEncoder().encode(encodeRecord(record));
    try {
      await this.#write(uri, bytes);
      if (!equalBytes(await readIfThere(this.files, uri), bytes)) {
        throw new FileError('ENOSPC', uri, 'Not all bytes were written');
      }
    } catch (error) {
      await deleteQuietly(this.files, uri);
      throw error;
    }
    return record;
  }

  async #write(uri: Uri, bytes: Uint8Array): Promise<void> {
    try {
      await this.files.write(uri, bytes, { create: true });
    } catch (error) {
      if (!(error instanceof FileError) || error.code !== 'ENOENT') {
        throw error;
      }
      await this.files.createFolder(this.folder);
      await this.files.write(uri, bytes, { create: true });
    }
  }

  /** Forgets a record. One that cannot be deleted now is replayed at the next start, which changes nothing. */
  async clear(record: JournalRecord): Promise<void> {
    await deleteQuietly(this.files, this.paths.join(this.folder, record.name));
  }
}

function encodeRecord({ target, changes }: JournalRecord): string {
  const body = JSON.stringify({
    target,
    changes: changes.map(({ section, id, before, after, block }) => ({
      section,
      id,
      ...(before ? { before: valueToJson(before) } : {}),
      ...(after ? { after: valueToJson(after) } : {}),
      ...(block === undefined ? {} : { block }),
    })),
  });
  return `${body}\n${body.length}\n`;
}

function decodeRecord(name: string, bytes: Uint8Array): JournalRecord | undefined {
  try {
    const [body = '', length] = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n');
    if (Number(length) !== body.length) {
      return undefined;
    }
    const json: unknown = JSON.parse(body);
    if (!isObject(json) || typeof json.target !== 'string' || !Array.isArray(json.changes)) {
      return undefined;
    }
    const changes = json.changes.map(decodeChange);
    return changes.every((change) => change !== undefined) ? { name, target: json.target, changes } : undefined;
  } catch {
    return undefined;
  }
}

function decodeChange(json: unknown): ItemChange | undefined {
  if (!isObject(json) || typeof json.id !== 'string') {
    return undefined;
  }
  const { section, before, after, block } = json;
  const values = [before, after].map((value) => (value === undefined ? undefined : valueFromJson(value)));
  if (
    typeof section !== 'string' ||
    values.some((value, index) => !(value instanceof Map) && [before, after][index] !== undefined)
  ) {
    return undefined;
  }
  return {
    section,
    id: json.id,
    before: values[0] as YamlMap | undefined,
    after: values[1] as YamlMap | undefined,
    ...(typeof block === 'string' ? { block } : {}),
  };
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
