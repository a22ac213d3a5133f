import type { FileSystem, Uri } from '../../src/workspace/host';

/** The process ends in the middle of a file operation: that one is done by half, no later one ever happens or returns. */
export class CrashFiles implements FileSystem {
  /** Calls until the crash; infinite for none. */
  left = Number.POSITIVE_INFINITY;
  #crashed: () => void = () => {};
  readonly crashed = new Promise<'crashed'>((resolve) => {
    this.#crashed = () => resolve('crashed');
  });

  constructor(
    readonly inner: FileSystem,
    /** What is left of the operation that the crash falls into. */
    readonly outcome: 'before' | 'half' | 'after',
  ) {}

  async #step<T>(work: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    this.left--;
    if (this.left > 0) {
      return work();
    }
    if (this.left === 0) {
      await (this.outcome === 'after' ? work() : this.outcome === 'half' ? half?.() : undefined)?.then(
        () => {},
        () => {},
      );
      this.#crashed();
    }
    return new Promise(() => {});
  }

  stat(uri: Uri) {
    return this.#step(() => this.inner.stat(uri));
  }
  read(uri: Uri) {
    return this.#step(() => this.inner.read(uri));
  }
  write(uri: Uri, bytes: Uint8Array, options: { readonly create: boolean }) {
    return this.#step(
      () => this.inner.write(uri, bytes, options),
      () => this.inner.write(uri, bytes.subarray(0, bytes.length >> 1), options),
    );
  }
  rename(from: Uri, to: Uri) {
    return this.#step(() => this.inner.rename(from, to));
  }
  delete(uri: Uri) {
    return this.#step(() => this.inner.delete(uri));
  }
  list(folder: Uri) {
    return this.#step(() => this.inner.list(folder));
  }
  createFolder(uri: Uri) {
    return this.#step(() => this.inner.createFolder(uri));
  }
}
