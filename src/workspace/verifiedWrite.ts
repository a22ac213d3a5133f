import { FileError, type FileSystem, type Uri } from './host';

/** Time as the store sees it, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number;
  delay(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Longest wait for a file that another program holds, before the work is left in the journal. */
const patience = 5000;

const transient = new Set(['EBUSY', 'EACCES']);

export function equalBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) {
    return a === b;
  }
  if (a.length !== b.length) {
    return false;
  }
  // Four bytes at a time, where both begin at such a place: files of some megabytes are compared at every save.
  const quads = a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 ? a.length >> 2 : 0;
  const [left, right] = [
    new Uint32Array(a.buffer, quads && a.byteOffset, quads),
    new Uint32Array(b.buffer, quads && b.byteOffset, quads),
  ];
  for (let i = 0; i < quads; i++) {
    if (left[i] !== right[i]) {
      return false;
    }
  }
  for (let i = 4 * quads; i < a.length; i++) {
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

/** `undefined` where there is no file. */
export async function readIfThere(files: FileSystem, uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await files.read(uri);
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Deletes a file that need not be there; a failure leaves it for the sweep at the next start. */
export async function deleteQuietly(files: FileSystem, uri: Uri): Promise<void> {
  try {
    await files.delete(uri);
  } catch {}
}

/**
 * Replaces a file so that at every moment the old or the new content is whole: writes a temporary file beside it,
 * checks that all of it arrived, renames it over, reads it back. Throws a {@link FileError} and leaves the old file
 * when any step fails. The caller holds the file's lock.
 */
export async function verifiedWrite(
  files: FileSystem,
  clock: Clock,
  target: Uri,
  temporary: Uri,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await files.write(temporary, bytes, { create: true });
    if (!equalBytes(await readIfThere(files, temporary), bytes)) {
      throw new FileError('ENOSPC', temporary, 'Not all bytes were written');
    }
    await renameWithPatience(files, clock, temporary, target);
  } catch (error) {
    await deleteQuietly(files, temporary);
    throw error;
  }
  if (!equalBytes(await readIfThere(files, target), bytes)) {
    throw new FileError('EIO', target, 'The file does not hold what was written');
  }
}

/** Virus scanners and cloud folders hold files for a moment. */
async function renameWithPatience(files: FileSystem, clock: Clock, from: Uri, to: Uri): Promise<void> {
  const start = clock.now();
  for (let wait = 20; ; wait *= 2) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      const again = error instanceof FileError && transient.has(error.code) && clock.now() - start + wait <= patience;
      if (!again) {
        throw error;
      }
      await clock.delay(wait);
    }
  }
}

/**
 * One writer at a time for a file, over all windows and the command line: a lock file beside it, created exclusively,
 * that holds `storage session`. A lock of another session on the same storage, or of this one, was left by a crash;
 * one that did not change for {@link staleAfter} is taken for such too.
 */
export class FileLocks {
  /** Locks of ours that could not be deleted. */
  readonly #left = new Set<Uri>();
  readonly #seen = new Map<Uri, { readonly content: string; readonly since: number }>();

  constructor(
    readonly files: FileSystem,
    readonly clock: Clock,
    readonly storageId: string,
    readonly session: string,
  ) {}

  /**
   * Runs `work` while holding the lock. Throws `EBUSY` when another program keeps it, `EEXIST` when the lock turns out to
   * have been taken away meanwhile (not every host can create exclusively): the work may then have been overwritten.
   */
  async hold<T>(lock: Uri, work: () => Promise<T>): Promise<T> {
    await this.#acquire(lock);
    this.#left.delete(lock);
    let kept = true;
    try {
      const result = await work();
      kept = await this.#isOwn(lock);
      if (!kept) {
        throw new FileError('EEXIST', lock, 'Another program wrote this file at the same time');
      }
      return result;
    } finally {
      if (kept) {
        this.#left.add(lock);
        await this.release();
      }
    }
  }

  async #isOwn(lock: Uri): Promise<boolean> {
    const bytes = await readIfThere(this.files, lock);
    return bytes !== undefined && new TextDecoder().decode(bytes) === this.#content;
  }

  get #content(): string {
    return `${this.storageId} ${this.session}\n`;
  }

  /** Whether a lock of ours still stands though nobody holds it. */
  isLeft(lock: Uri): boolean {
    return this.#left.has(lock);
  }

  /** Deletes locks of ours, also those that could not be deleted before. */
  async release(): Promise<void> {
    for (const lock of [...this.#left]) {
      // Taken out first, so that two calls at once never delete a lock that somebody took in between.
      if (this.#left.delete(lock)) {
        try {
          await this.files.delete(lock);
        } catch (error) {
          if (!(error instanceof FileError && error.code === 'ENOENT')) {
            this.#left.add(lock);
          }
        }
      }
    }
  }

  async #acquire(lock: Uri): Promise<void> {
    const own = new TextEncoder().encode(this.#content);
    const start = this.clock.now();
    for (let wait = 10; ; wait = Math.min(wait * 2, 200)) {
      try {
        await this.files.write(lock, own, { create: true });
        if (await this.#isOwn(lock)) {
          return;
        }
        if (await this.#dropOwn(lock)) {
          throw new FileError('ENOSPC', lock, 'Not all bytes were written');
        }
      } catch (error) {
        if (!(error instanceof FileError) || error.code !== 'EEXIST') {
          await this.#dropOwn(lock);
          throw error;
        }
      }
      if (this.clock.now() - start > patience) {
        throw new FileError('EBUSY', lock, 'Another program is writing this file');
      }
      if (await this.#isStale(lock)) {
        this.#seen.delete(lock);
        await deleteQuietly(this.files, lock);
      } else {
        await this.clock.delay(wait);
      }
    }
  }

  /** A lock whose content could not be written whole would keep everyone out. */
  async #dropOwn(lock: Uri): Promise<boolean> {
    try {
      const bytes = await readIfThere(this.files, lock);
      const part = bytes !== undefined && this.#content.startsWith(new TextDecoder().decode(bytes));
      if (part) {
        await this.files.delete(lock);
      }
      return part;
    } catch {
      return false;
    }
  }

  async #isStale(lock: Uri): Promise<boolean> {
    const bytes = await readIfThere(this.files, lock);
    if (bytes === undefined) {
      return false;
    }
    const content = new TextDecoder().decode(bytes);
    if (content.startsWith(`${this.storageId} `)) {
      return true;
    }
    const seen = this.#seen.get(lock);
    if (seen?.content !== content) {
      this.#seen.set(lock, { content, since: this.clock.now() });
      return false;
    }
    return this.clock.now() - seen.since > (content.endsWith('\n') ? staleAfter : unfinished);
  }
}

/** A lock without its line end is being written this moment, or its writer died over it. Milliseconds. */
const unfinished = 1000;

/** Twice what the longest healthy save takes. Milliseconds. */
const staleAfter = 2 * patience;
