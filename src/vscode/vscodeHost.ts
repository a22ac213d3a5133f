import * as vscode from 'vscode';
import { Emitter } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import type { ArticleText, Uri, WorkspaceHost } from '../workspace/host';
import { findArticles, isArticle } from './articleFilter';
import { decodeArticle } from './decodeArticle';
import { nextTurn } from './nextTurn';
import { VscodeBuffers } from './unsavedBuffers';
import { VscodeFiles } from './vscodeFiles';

type FileChange = 'created' | 'changed' | 'deleted';

/** How long a burst of file events is gathered, in milliseconds: a checkout touches thousands of files. */
const burst = 150;

/** The workspace as VS Code sees it. */
export class VscodeHost implements WorkspaceHost, Disposable {
  readonly files = new VscodeFiles();
  readonly buffers = new VscodeBuffers();
  readonly storage: Uri | undefined;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<readonly { uri: Uri; type: FileChange }[]>());
  readonly onDidChangeFiles = this.#changed.event;
  #pending = new Map<Uri, FileChange>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(storage: vscode.Uri | undefined) {
    this.storage = storage?.toString();
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher('**/*.{txt,md,markdown,yaml}'));
    this.#store.add(watcher.onDidCreate((uri) => this.#gather(uri, 'created')));
    this.#store.add(watcher.onDidChange((uri) => this.#gather(uri, 'changed')));
    this.#store.add(watcher.onDidDelete((uri) => this.#gather(uri, 'deleted')));
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
  }

  #gather(uri: vscode.Uri, type: FileChange): void {
    this.#pending.set(uri.toString(), type);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const events = [...this.#pending].map(([changed, kind]) => ({ uri: changed, type: kind }));
      this.#pending = new Map();
      this.#changed.fire(events);
    }, burst);
  }

  async articles(): Promise<readonly Uri[]> {
    const found = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(findArticles));
    return [...new Set(found.flat().map((uri) => uri.toString()))];
  }

  async readArticle(uri: Uri): Promise<ArticleText | undefined> {
    const open = this.#openDocument(uri);
    if (open) {
      return { uri, text: open.getText(), version: open.version };
    }
    try {
      const parsed = vscode.Uri.parse(uri);
      const bytes = await vscode.workspace.fs.readFile(parsed);
      return { uri, text: await decodeArticle(parsed, bytes) };
    } catch {
      return undefined; // gone, not readable, or binary: not an article that could be shown
    }
  }

  /** Whether an editor has the article, so that the file may not be what it is by now. */
  isOpen(uri: Uri): boolean {
    return this.#openDocument(uri) !== undefined;
  }

  #openDocument(uri: Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri && isArticle(document));
  }

  folderOf(uri: Uri): Uri | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))?.uri.toString();
    // A single file opened by itself: what belongs to it may be kept beside it, nowhere else.
    return folder ?? (this.#openFolders().has(this.dirname(uri)) ? this.dirname(uri) : undefined);
  }

  #openFolders(): ReadonlySet<Uri> {
    const documents = vscode.workspace.textDocuments.filter((document) => !document.isUntitled && isArticle(document));
    return new Set(documents.map((document) => this.dirname(document.uri.toString())));
  }

  join(folder: Uri, ...names: string[]): Uri {
    return vscode.Uri.joinPath(vscode.Uri.parse(folder), ...names).toString();
  }

  basename(uri: Uri): string {
    const { path } = vscode.Uri.parse(uri);
    return path.slice(path.lastIndexOf('/') + 1);
  }

  dirname(uri: Uri): Uri {
    return vscode.Uri.joinPath(vscode.Uri.parse(uri), '..').toString();
  }

  yield(): Promise<void> {
    return nextTurn();
  }

  dispose(): void {
    this.#store.dispose();
  }
}
