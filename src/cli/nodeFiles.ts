import { readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { FileError, type FileErrorCode, type FileStat, type FileSystem, type Uri } from '../workspace/host';

const known: ReadonlySet<string> = new Set(['ENOENT', 'EEXIST', 'EACCES', 'ENOSPC', 'EIO', 'EBUSY', 'EXDEV', 'EROFS']);
const alike: Readonly<Record<string, FileErrorCode>> = {
  EPERM: 'EACCES',
  ENOTDIR: 'ENOENT',
  EDQUOT: 'ENOSPC',
  EFBIG: 'ENOSPC',
  ETXTBSY: 'EBUSY',
};

/** The error of a file operation under the names that core knows. */
export function fileError(error: unknown, uri: Uri): FileError {
  if (error instanceof FileError) {
    return error;
  }
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const name = known.has(code) ? (code as FileErrorCode) : (alike[code] ?? 'EOTHER');
  return new FileError(name, uri, message);
}

async function guarded<T>(uri: Uri, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(error, uri);
  }
}

/** Files of the machine. URIs are absolute paths with `/`. */
export class NodeFiles implements FileSystem {
  async stat(uri: Uri): Promise<FileStat | undefined> {
    try {
      const found = await fs.lstat(uri);
      const real = found.isSymbolicLink() ? await fs.stat(uri) : found;
      return { mtime: real.mtimeMs, size: real.size, isFolder: real.isDirectory(), isSymlink: found.isSymbolicLink() };
    } catch (error) {
      const known = fileError(error, uri);
      if (known.code === 'ENOENT') {
        return undefined;
      }
      throw known;
    }
  }

  /** Without the thread pool: over thousands of small files its hops cost more than the reading, and no window waits. */
  read(uri: Uri): Promise<Uint8Array> {
    return guarded(uri, async () => readFileSync(uri));
  }

  write(uri: Uri, bytes: Uint8Array, options: { readonly create: boolean }): Promise<void> {
    return guarded(uri, async () => {
      const file = await fs.open(uri, options.create ? 'wx' : 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  rename(from: Uri, to: Uri): Promise<void> {
    return guarded(from, () => fs.rename(from, to));
  }

  delete(uri: Uri): Promise<void> {
    return guarded(uri, () => fs.unlink(uri));
  }

  list(folder: Uri): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
    return guarded(folder, async () => {
      const entries = await fs.readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    });
  }

  createFolder(uri: Uri): Promise<void> {
    return guarded(uri, async () => {
      await fs.mkdir(uri, { recursive: true });
    });
  }
}
