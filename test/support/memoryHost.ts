import { Emitter } from '../../src/base/event';
import {
  FileError,
  type FileErrorCode,
  type FileStat,
  type FileSystem,
  type Uri,
  type WorkspaceHost,
} from '../../src/workspace/host';
import type { Clock } from '../../src/workspace/verifiedWrite';

/** Files in memory, by paths such as `/desk/a.txt`. Writes are in place and not atomic, as on a real disk. */
export class MemoryFiles implements FileSystem {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>(['/']);
  readonly symlinks = new Set<string>();

  async stat(uri: Uri): Promise<FileStat | undefined> {
    const bytes = this.files.get(uri);
    if (!bytes && !this.folders.has(uri)) {
      return undefined;
    }
    return { mtime: 0, size: bytes?.length ?? 0, isFolder: !bytes, isSymlink: this.symlinks.has(uri) };
  }

  async read(uri: Uri): Promise<Uint8Array> {
    const bytes = this.files.get(uri);
    if (!bytes) {
      throw new FileError('ENOENT', uri, `no ${uri}`);
    }
    return bytes.slice();
  }

  async write(uri: Uri, bytes: Uint8Array, { create }: { readonly create: boolean }): Promise<void> {
    if (!this.folders.has(parentOf(uri))) {
      throw new FileError('ENOENT', uri, `no ${parentOf(uri)}`);
    }
    if (create && this.files.has(uri)) {
      throw new FileError('EEXIST', uri, `${uri} is there`);
    }
    this.files.set(uri, bytes.slice());
  }

  async rename(from: Uri, to: Uri): Promise<void> {
    this.files.set(to, await this.read(from));
    this.files.delete(from);
  }

  async delete(uri: Uri): Promise<void> {
    if (!this.files.delete(uri)) {
      throw new FileError('ENOENT', uri, `no ${uri}`);
    }
  }

  async list(folder: Uri): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
    if (!this.folders.has(folder)) {
      throw new FileError('ENOENT', folder, `no ${folder}`);
    }
    const inside = (path: string): boolean => path !== folder && parentOf(path) === folder;
    return [
      ...[...this.folders].filter(inside).map((path) => ({ name: nameOf(path), isFolder: true })),
      ...[...this.files.keys()].filter(inside).map((path) => ({ name: nameOf(path), isFolder: false })),
    ];
  }

  async createFolder(uri: Uri): Promise<void> {
    for (let path = uri; path !== '/'; path = parentOf(path)) {
      this.folders.add(path);
    }
  }

  text(uri: Uri): string | undefined {
    const bytes = this.files.get(uri);
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  put(uri: Uri, text: string): void {
    for (let path = parentOf(uri); path !== '/'; path = parentOf(path)) {
      this.folders.add(path);
    }
    this.files.set(uri, new TextEncoder().encode(text));
  }
}

export interface Fault {
  /** The n-th call that fails, from 1. */
  readonly at: number;
  readonly code: FileErrorCode | 'short';
  readonly forever: boolean;
}

/** Fails the n-th call, once or from then on. `short` writes half of the bytes and reports success. */
export class FaultFiles implements FileSystem {
  calls = 0;
  fault: Fault | undefined;
  /** Faults spare the extension's own storage, which may lie on another disk. */
  spare: string | undefined;

  constructor(readonly inner: FileSystem) {}

  async #step<T>(uri: Uri, work: () => Promise<T>, short: () => Promise<T> = work): Promise<T> {
    if (this.spare !== undefined && uri.startsWith(this.spare)) {
      return work();
    }
    this.calls++;
    const { fault } = this;
    if (!fault || (fault.forever ? this.calls < fault.at : this.calls !== fault.at)) {
      return work();
    }
    if (fault.code === 'short') {
      return short();
    }
    throw new FileError(fault.code, uri, `fault ${fault.code} at call ${this.calls}`);
  }

  stat(uri: Uri) {
    return this.#step(uri, () => this.inner.stat(uri));
  }
  read(uri: Uri) {
    return this.#step(uri, () => this.inner.read(uri));
  }
  write(uri: Uri, bytes: Uint8Array, options: { readonly create: boolean }) {
    const half = bytes.subarray(0, bytes.length >> 1);
    return this.#step(
      uri,
      () => this.inner.write(uri, bytes, options),
      () => this.inner.write(uri, half, options),
    );
  }
  rename(from: Uri, to: Uri) {
    return this.#step(to, () => this.inner.rename(from, to));
  }
  delete(uri: Uri) {
    return this.#step(uri, () => this.inner.delete(uri));
  }
  list(folder: Uri) {
    return this.#step(folder, () => this.inner.list(folder));
  }
  createFolder(uri: Uri) {
    return this.#step(uri, () => this.inner.createFolder(uri));
  }
}

/** A workspace `/desk` and a storage folder `/store`. */
export class MemoryHost implements WorkspaceHost {
  readonly changes = new Emitter<readonly { readonly uri: Uri; readonly type: 'created' | 'changed' | 'deleted' }[]>();
  readonly onDidChangeFiles = this.changes.event;
  readonly unsaved = new Map<Uri, string>();
  readonly buffers = {
    unsavedText: (uri: Uri) => this.unsaved.get(uri),
    edit: async (uri: Uri, expected: string, text: string) => {
      const same = this.unsaved.get(uri) === expected;
      if (same) {
        this.unsaved.set(uri, text);
      }
      return same;
    },
  };

  constructor(
    readonly memory = new MemoryFiles(),
    readonly files: FileSystem = memory,
    readonly storage: Uri | undefined = '/store',
  ) {
    memory.folders.add('/desk');
    memory.folders.add('/store');
  }

  async articles(): Promise<readonly Uri[]> {
    return [...this.memory.files.keys()].filter((uri) => uri.startsWith('/desk/') && /\.(?:txt|md)$/.test(uri));
  }
  async readArticle(uri: Uri) {
    const text = this.memory.text(uri);
    return text === undefined ? undefined : { uri, text };
  }
  folderOf(uri: Uri): Uri | undefined {
    return uri === '/desk' || uri.startsWith('/desk/') ? '/desk' : undefined;
  }
  join(folder: Uri, ...names: string[]): Uri {
    return [folder, ...names].join('/');
  }
  basename(uri: Uri): string {
    return nameOf(uri);
  }
  dirname(uri: Uri): Uri {
    return parentOf(uri);
  }
  async yield(): Promise<void> {}
}

/** A clock that only moves when somebody waits. */
export class TestClock implements Clock {
  time = 0;
  now(): number {
    return this.time;
  }
  async delay(milliseconds: number): Promise<void> {
    this.time += milliseconds;
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
