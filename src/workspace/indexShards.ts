import { type Logger, nullLogger } from '../base/log';
import { hashText } from '../text/tokens';
import type { DocumentEntry } from './documentEntry';
import { packEntry, unpackEntry } from './entryCodec';
import { FileError, type Uri, type WorkspaceHost } from './host';
import { TextTable } from './textTable';

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
        take(entries);
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
        const bytes = encodeShard(group, this.#version);
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
        await this.#deleteOthers();
      }
    } catch (error) {
      this.#log.warn(`The index was not stored: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** Deletes what an older version, or the index of a smaller workspace, left. */
  async #deleteOthers(): Promise<void> {
    const { files } = this.#host;
    for (const { name, isFolder } of await files.list(this.#folder!)) {
      if (!isFolder && name !== 'manifest.json' && !(name.startsWith(`${this.#shards}-`) && name.endsWith('.bin'))) {
        await files.delete(this.#host.join(this.#folder!, name));
      }
    }
  }

  #shardOf(uri: Uri): number {
    return hashText(uri) % this.#shards;
  }

  #shardName(shard: number): string {
    return `${this.#shards}-${shard}.bin`;
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

/**
 * A line that names version and checksum, then whole numbers in the byte order of the machine: how many entries, the
 * length of the texts, and of each entry the lengths of its three parts in bytes; then all heads, all features, all
 * details, and the texts as a JSON array.
 */
export function encodeShard(entries: readonly DocumentEntry[], version: string): Uint8Array {
  const table = new TextTable();
  const packed = entries.map((entry) => packEntry(entry, table));
  const texts = encoder.encode(JSON.stringify(table.texts));
  const sizes = packed.flatMap(({ head, features, details }) => [head.byteLength, features.length, details.length]);
  const body = joined([
    bytesOf(Int32Array.of(entries.length, texts.length, ...sizes)),
    ...packed.map(({ head }) => bytesOf(head)),
    ...packed.map(({ features }) => features),
    ...packed.map(({ details }) => details),
    texts,
  ]);
  const header = encoder.encode(`${JSON.stringify({ version, checksum: checksumOf(body) })}\n`);
  return joined([header, body]);
}

/** The entries of a shard; `undefined` for one that another version wrote, or that is not whole. */
export function decodeShard(bytes: Uint8Array, version: string): DocumentEntry[] | undefined {
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
  const [count = 0, textBytes = 0] = new Int32Array(body.buffer, 0, 2);
  const sizes = new Int32Array(body.buffer, 8, count * 3);
  const texts = JSON.parse(decoder.decode(body.subarray(body.length - textBytes))) as string[];
  const done = new Uint8Array(texts.length);
  /** Where each of the three parts of the next entry begins. */
  const at = [8 + sizes.byteLength, 0, 0];
  for (let i = 0; i < sizes.length; i += 3) {
    at[1]! += sizes[i]!;
    at[2]! += sizes[i + 1]!;
  }
  at[1]! += at[0]!;
  at[2]! += at[1]!;
  return Array.from({ length: count }, (_, i) => {
    const part = (which: 0 | 1 | 2): Uint8Array => {
      const from = at[which]!;
      at[which] = from + sizes[i * 3 + which]!;
      return body.subarray(from, at[which]);
    };
    const head = part(0);
    const numbers = new Int32Array(body.buffer, head.byteOffset, head.length >> 2);
    return unpackEntry({ head: numbers, texts, features: part(1), details: part(2) }, done);
  });
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
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
