import type { Event } from '../base/event';

/** A URI as a string, normalised by the host. Core code joins and compares, and never parses paths out of it. */
export type Uri = string;

export interface FileStat {
  /** Milliseconds since the epoch; only a hint that something changed, content decides. */
  readonly mtime: number;
  readonly size: number;
  readonly isFolder: boolean;
  readonly isSymlink: boolean;
}

/** Why a file operation failed, the same names on every host. */
export type FileErrorCode = 'ENOENT' | 'EEXIST' | 'EACCES' | 'ENOSPC' | 'EIO' | 'EBUSY' | 'EXDEV' | 'EROFS' | 'EOTHER';

export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly uri: Uri,
    message: string,
  ) {
    super(message);
    this.name = 'FileError';
  }
}

/** Files as core sees them: no caching, whole files, every failure a {@link FileError}. */
export interface FileSystem {
  /** `undefined` where there is nothing; other failures throw. */
  stat(uri: Uri): Promise<FileStat | undefined>;
  read(uri: Uri): Promise<Uint8Array>;
  /** Writes the whole file and flushes it to the disk where the host can; may leave a part of it behind when it fails. `create` fails with EEXIST if it is there. */
  write(uri: Uri, bytes: Uint8Array, options: { readonly create: boolean }): Promise<void>;
  /** Replaces `to` in one step where the host can. */
  rename(from: Uri, to: Uri): Promise<void>;
  delete(uri: Uri): Promise<void>;
  list(folder: Uri): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  createFolder(uri: Uri): Promise<void>;
}

/** An article as it is now: the open buffer where there is one, else the file. */
export interface ArticleText {
  readonly uri: Uri;
  /** Decoded, without byte order mark, line ends as they are. */
  readonly text: string;
  /** Grows with each change of an open buffer; absent for text read from disk. */
  readonly version?: number;
}

/** Unsaved buffers of the editor. Behind a buffer that a person is typing in, nobody may write to the disk. */
export interface UnsavedBuffers {
  /** Text of the buffer, where the file is open with changes that are not saved. */
  unsavedText(uri: Uri): string | undefined;
  /** Replaces the whole text if it still is `expected`, as one step of the buffer's own undo; `false` otherwise. */
  edit(uri: Uri, expected: string, text: string): Promise<boolean>;
}

/** What the workspace-wide parts need from the editor, the browser or the command line they run in. */
export interface WorkspaceHost {
  readonly files: FileSystem;
  /** Absent where files are never open in an editor. */
  readonly buffers?: UnsavedBuffers;
  /** All articles of all workspace folders. */
  articles(): Promise<readonly Uri[]>;
  /** Open buffers win over files. `undefined` where it is not text or not there. */
  readArticle(uri: Uri): Promise<ArticleText | undefined>;
  /** Articles and sidecars that appeared, changed or went; a burst comes as one event. */
  readonly onDidChangeFiles: Event<readonly { readonly uri: Uri; readonly type: 'created' | 'changed' | 'deleted' }[]>;
  /** Where the extension may keep its own files (journal, index); `undefined` where it may not. */
  readonly storage: Uri | undefined;
  /** The workspace folder that holds the file, `undefined` for files outside of all. */
  folderOf(uri: Uri): Uri | undefined;
  join(folder: Uri, ...names: string[]): Uri;
  /** Last segment, decoded. */
  basename(uri: Uri): string;
  dirname(uri: Uri): Uri;
  /** Lets the editor breathe between slices of long work. */
  yield(): Promise<void>;
}
