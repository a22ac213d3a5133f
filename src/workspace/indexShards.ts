import { type Logger, nullLogger } from '../base/log';
import { hashText } from '../text/tokens';
import type { DocumentEntry } from './documentEntry';
import { packEntry, type StoredEntry, unpackEntry } from './entryCodec';
import type { Uri, WorkspaceHost } from './host';

/** Articles in one shard, about: one is read or written in a few milliseconds. */
const articlesPerShard = 64;

interface Manifest {
  readonly version: string;
  readonly shards: number;
}

/**
 * The index in the extension's own storage, in files of some sixty articles each, so that a change writes one small
 * file. Every file says which version wrote it and ends what it says with a checksum; one that is broken, old or gone
 * is as good as empty, and its articles are read again.
 */
export class IndexShards {
  readonly #host: WorkspaceHost;
  readonly #version: string;
  readonly #log: Logger;
  readonly #folder: Uri | undefined;
  #shards = 0;

  /** `version` changes whenever entries would be made otherwise. */
  constructor(host: WorkspaceHost, version: string, log: Logger = nullLogger) {
    this.#host = host;
    this.#version = version;
    this.#log = log;
    this.#folder = host.storage === undefined ? undefined : host.join(host.storage, 'index');
  }

  /** Hands over what is stored, shard by shard, letting the editor breathe between two. */
  async load(take: (entries: readonly DocumentEntry[]) => void): Promise<void> {
    const manifest = await this.#readManifest();
    if (manifest?.version !== this.#version) {
      return;
    }
    this.#shards = manifest.shards;
    for (let shard = 0; shard < manifest.shards; shard++) {
      const bytes = await this.#read(this.#shardName(shard));
      const entries = bytes ? decodeShard(bytes, this.#version) : undefined;
      if (entries) {
        take(entries.map(unpackEntry));
      }
      await this.#host.yield();
    }
  }

  /**
   * Writes the shards of the changed articles; all of them where nothing is stored yet or the workspace has outgrown its
   * shards. What cannot be written is logged and left: the articles are read again next time.
   */
  async save(entries: Iterable<DocumentEntry>, changed: ReadonlySet<Uri>): Promise<void> {
    if (this.#folder === undefined) {
      return;
    }
    try {
      const all = [...entries];
      const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, all.length / articlesPerShard)));
      const anew = this.#shards === 0 || wanted > this.#shards * 2 || wanted * 8 < this.#shards;
      if (anew) {
        await this.#host.files.createFolder(this.#folder);
        this.#shards = wanted;
      }
      const dirty = anew
        ? new Set(Array.from({ length: this.#shards }, (_, i) => i))
        : new Set([...changed].map((uri) => this.#shardOf(uri)));
      const groups = new Map<number, DocumentEntry[]>([...dirty].map((shard) => [shard, []]));
      for (const entry of all) {
        groups.get(this.#shardOf(entry.id))?.push(entry);
      }
      for (const [shard, group] of groups) {
        await this.#write(this.#shardName(shard), encodeShard(group.map(packEntry), this.#version));
        await this.#host.yield();
      }
      if (anew) {
        const manifest: Manifest = { version: this.#version, shards: this.#shards };
        await this.#write('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
      }
    } catch (error) {
      this.#log.warn(`The index was not stored: ${error instanceof Error ? error.message : error}`);
    }
  }

  #shardOf(uri: Uri): number {
    return hashText(uri) % this.#shards;
  }

  #shardName(shard: number): string {
    return `${this.#shards}-${shard}.json`;
  }

  async #readManifest(): Promise<Manifest | undefined> {
    const bytes = await this.#read('manifest.json');
    const value = bytes && parseJson(new TextDecoder().decode(bytes));
    const manifest = value as Partial<Manifest> | undefined;
    const shards = manifest?.shards;
    const isWhole = typeof shards === 'number' && Number.isInteger(shards) && shards > 0 && shards <= 65_536;
    return isWhole && typeof manifest?.version === 'string' ? { version: manifest.version, shards } : undefined;
  }

  async #read(name: string): Promise<Uint8Array | undefined> {
    if (this.#folder === undefined) {
      return undefined;
    }
    try {
      const uri = this.#host.join(this.#folder, name);
      return (await this.#host.files.stat(uri)) ? await this.#host.files.read(uri) : undefined;
    } catch (error) {
      this.#log.warn(`A stored part of the index was not read: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#host.files.write(this.#host.join(this.#folder!, name), bytes, { create: false });
  }
}

/** A line that names version and checksum, then the entries. */
export function encodeShard(entries: readonly StoredEntry[], version: string): Uint8Array {
  const body = JSON.stringify(entries);
  return new TextEncoder().encode(`${JSON.stringify({ version, checksum: hashText(body) })}\n${body}`);
}

/** The entries of a shard; `undefined` for one that another version wrote, or that is not whole. */
export function decodeShard(bytes: Uint8Array, version: string): StoredEntry[] | undefined {
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('\n');
  const header = parseJson(text.slice(0, Math.max(0, end))) as { version?: unknown; checksum?: unknown } | undefined;
  const body = text.slice(end + 1);
  if (end < 0 || header?.version !== version || header.checksum !== hashText(body)) {
    return undefined;
  }
  return parseJson(body) as StoredEntry[] | undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
