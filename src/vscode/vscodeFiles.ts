import * as vscode from 'vscode';
import { FileError, type FileErrorCode, type FileStat, type FileSystem, type Uri } from '../workspace/host';

const codes: Record<string, FileErrorCode> = {
  FileNotFound: 'ENOENT',
  FileExists: 'EEXIST',
  NoPermissions: 'EACCES',
  Unavailable: 'EBUSY',
};

/** VS Code names a few failures itself and passes the system's own name on in the text of others. */
function toFileError(error: unknown, uri: Uri): FileError {
  const message = error instanceof Error ? error.message : String(error);
  const named = error instanceof vscode.FileSystemError ? codes[error.code] : undefined;
  const system = /\b(ENOSPC|EIO|EBUSY|EXDEV|EROFS|EACCES|EEXIST|ENOENT)\b/.exec(message)?.[1];
  return new FileError((system as FileErrorCode | undefined) ?? named ?? 'EOTHER', uri, message);
}

async function attempt<T>(uri: Uri, work: () => Thenable<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFileError(error, uri);
  }
}

/** Files through `workspace.fs`: local, remote and virtual alike. */
export class VscodeFiles implements FileSystem {
  async stat(uri: Uri): Promise<FileStat | undefined> {
    try {
      const { type, mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
      const { Directory, SymbolicLink } = vscode.FileType;
      return { mtime, size, isFolder: (type & Directory) !== 0, isSymlink: (type & SymbolicLink) !== 0 };
    } catch (error) {
      const failure = toFileError(error, uri);
      if (failure.code === 'ENOENT') {
        return undefined;
      }
      throw failure;
    }
  }

  read(uri: Uri): Promise<Uint8Array> {
    return attempt(uri, () => vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  }

  async write(uri: Uri, bytes: Uint8Array, options: { readonly create: boolean }): Promise<void> {
    if (options.create && (await this.stat(uri))) {
      throw new FileError('EEXIST', uri, `${uri} is there already`);
    }
    await attempt(uri, () => vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), bytes));
  }

  rename(from: Uri, to: Uri): Promise<void> {
    return attempt(to, () =>
      vscode.workspace.fs.rename(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: true }),
    );
  }

  delete(uri: Uri): Promise<void> {
    return attempt(uri, () => vscode.workspace.fs.delete(vscode.Uri.parse(uri), { useTrash: false }));
  }

  async list(folder: Uri): Promise<readonly { name: string; isFolder: boolean }[]> {
    const entries = await attempt(folder, () => vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder)));
    return entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
  }

  createFolder(uri: Uri): Promise<void> {
    return attempt(uri, () => vscode.workspace.fs.createDirectory(vscode.Uri.parse(uri)));
  }
}
