import fs from 'node:fs/promises';
import path from 'node:path';
import { FileError, type FileErrorCode, type FileStat, type FileSystem, type Uri } from '../../src/workspace/host';

const known = new Set(['ENOENT', 'EEXIST', 'EACCES', 'ENOSPC', 'EIO', 'EBUSY', 'EXDEV', 'EROFS']);

async function guarded<T>(uri: Uri, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new FileError((known.has(code) ? code : 'EOTHER') as FileErrorCode, uri, String(error));
  }
}

/** Real files by plain paths, for tests that need a real disk and a real process to kill. */
export class NodeFiles implements FileSystem {
  async stat(uri: Uri): Promise<FileStat | undefined> {
    try {
      const stat = await fs.lstat(uri);
      return { mtime: stat.mtimeMs, size: stat.size, isFolder: stat.isDirectory(), isSymlink: stat.isSymbolicLink() };
    } catch {
      return undefined;
    }
  }
  read(uri: Uri): Promise<Uint8Array> {
    return guarded(uri, () => fs.readFile(uri));
  }
  write(uri: Uri, bytes: Uint8Array, { create }: { readonly create: boolean }): Promise<void> {
    return guarded(uri, () => fs.writeFile(uri, bytes, { flag: create ? 'wx' : 'w', flush: true }));
  }
  rename(from: Uri, to: Uri): Promise<void> {
    return guarded(to, () => fs.rename(from, to));
  }
  delete(uri: Uri): Promise<void> {
    return guarded(uri, () => fs.unlink(uri));
  }
  list(folder: Uri) {
    return guarded(folder, async () => {
      const entries = await fs.readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    });
  }
  async createFolder(uri: Uri): Promise<void> {
    await guarded(uri, () => fs.mkdir(uri, { recursive: true }));
  }
}

/** Paths of a real folder as a host wants them. */
export function nodePaths(root: string) {
  return {
    folderOf: (uri: Uri) => (uri.startsWith(root) ? root : undefined),
    join: (folder: Uri, ...names: string[]) => path.join(folder, ...names),
    basename: (uri: Uri) => path.basename(uri),
    dirname: (uri: Uri) => path.dirname(uri),
  };
}
