import { type Logger, nullLogger } from '../base/log';
import { hashText } from '../text/tokens';
import type { DocumentEntry } from './documentEntry';
import { type PackedEntry, packEntry, unpackEntry } from './entryCodec';
import { FileError, type Uri, type WorkspaceHost } from './host';

/** Articles in one shard, about: one is read or written in a few milliseconds. */
const articlesPerShard = 64;

/** A file is a trip to another process or over a network: several are under way at once. */
const filesAtOnce = 8;

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
    const ahead: Promise<Uint8Array | undefined>[] = [];
    for (let shard = 0, next = 0; shard < manifest.shards; shard++) {
      for (; next < manifest.shards && ahead.length < filesAtOnce; next++) {
        ahead.push(this.#read(this.#shardName(next)));
      }
      const bytes = await ahead.shift();
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
      let writing: Promise<void>[] = [];
      const failed: unknown[] = [];
      for (const [shard, group] of groups) {
        const bytes = encodeShard(group.map(packEntry), this.#version);
        writing.push(this.#write(this.#shardName(shard), bytes).catch((error: unknown) => void failed.push(error)));
        await this.#host.yield();
        if (writing.length === filesAtOnce) {
          await Promise.all(writing);
          writing = [];
        }
      }
      await Promise.all(writing);
      if (failed.length > 0) {
        throw failed[0];
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
      return await this.#host.files.read(this.#host.join(this.#folder, name));
    } catch (error) {
      if (error instanceof FileError && error.code === 'ENOENT') {
        return undefined;
      }
      this.#log.warn(`A stored part of the index was not read: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#host.files.write(this.#host.join(this.#folder!, name), bytes, { create: false });
  }
}

const encoder = new TextEncoder();
const newline = 0x0a;

/** A line that names version and checksum, then two lines an entry: its head, its claims. */
export function encodeShard(entries: readonly PackedEntry[], version: string): Uint8Array {
  const lines = entries.flatMap(({ head, claims }) => [encoder.encode(head), claims]);
  const body = joinLines(lines);
  const header = encoder.encode(JSON.stringify({ version, checksum: checksumOf(body) }));
  const bytes = new Uint8Array(header.length + 1 + body.length);
  bytes.set(header);
  bytes[header.length] = newline;
  bytes.set(body, header.length + 1);
  return bytes;
}

/** The entries of a shard; `undefined` for one that another version wrote, or that is not whole. */
export function decodeShard(bytes: Uint8Array, version: string): PackedEntry[] | undefined {
  const end = bytes.indexOf(newline);
  const decoder = new TextDecoder();
  const header = parseJson(decoder.decode(bytes.subarray(0, Math.max(0, end)))) as
    | { version?: unknown; checksum?: unknown }
    | undefined;
  // A copy, which begins where whole numbers can be read, and keeps nothing else in memory.
  const body = new Uint8Array(bytes.subarray(end + 1));
  if (end < 0 || header?.version !== version || header.checksum !== checksumOf(body)) {
    return undefined;
  }
  const entries: PackedEntry[] = [];
  for (let from = 0; from < body.length; ) {
    const middle = body.indexOf(newline, from);
    const to = body.indexOf(newline, middle + 1);
    entries.push({ head: decoder.decode(body.subarray(from, middle)), claims: body.subarray(middle + 1, to) });
    from = to + 1;
  }
  return entries;
}

function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
    bytes[at++] = newline;
  }
  return bytes;
}

/**
 * 32 bits over bytes that start at the start of their buffer: FNV-1a over words in place of bytes, which is four times as
 * quick. Every step can be undone, so that no change of a single word goes unseen. The same on machines of one byte order
 * only, as storage stays on its machine.
 */
function checksumOf(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let hash = bytes.length | 0;
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words[i]!, 0x01000193);
  }
  for (let i = words.length << 2; i < bytes.length; i++) {
    hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  }
  return hash >>> 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
