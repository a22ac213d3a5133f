import * as vscode from 'vscode';
import { Emitter } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import type { ArticleText, Uri, WorkspaceHost } from '../workspace/host';
import { findArticles, isArticle, isArticleFile } from './articleFilter';
import { decodeArticle } from './decodeArticle';
import { FolderEvents, mayHoldArticles } from './folderEvents';
import { nextTurn } from './nextTurn';
import { VscodeBuffers } from './unsavedBuffers';
import { VscodeFiles } from './vscodeFiles';

type FileChange = 'created' | 'changed' | 'deleted';

/** How long a burst of file events is gathered, in milliseconds: a checkout touches thousands of files. */
const burst = 150;

/** Told from the name at once; the settings are asked for the others. */
const usualNames = /\.(?:txt|md|markdown|yaml)$/;

/**
 * A URI with nothing after its path, at least two folders and no name that begins with a dot; the last name. The index
 * asks for the parts of thousands of URIs, and those of such a one can be seen without parsing it.
 */
const plainPath = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(?:\/[\w~%-][\w.~%-]*){2,}\/([\w~%-][\w.~%-]*)$/i;

/** The workspace as VS Code sees it. */
export class VscodeHost implements WorkspaceHost, Disposable {
  readonly files = new VscodeFiles();
  readonly buffers = new VscodeBuffers();
  readonly storage: Uri | undefined;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<readonly { uri: Uri; type: FileChange }[]>());
  readonly onDidChangeFiles = this.#changed.event;
  readonly #folders: FolderEvents;
  #pending = new Map<Uri, FileChange>();
  /** The same for paths that may be folders. */
  #pendingFolders = new Map<Uri, FileChange>();
  /** Workspace folders of the folders whose files were asked for. */
  readonly #workspaceFolders = new Map<Uri, Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `known` gives the articles that have been read. */
  constructor(storage: vscode.Uri | undefined, known: () => Iterable<Uri>) {
    this.storage = storage?.toString();
    this.#folders = new FolderEvents(this, known);
    // Every path, since folders are told of too, and what is an article is for the settings to say.
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher('**/*'));
    this.#store.add(watcher.onDidCreate((uri) => this.#gather(uri, 'created')));
    this.#store.add(watcher.onDidChange((uri) => this.#gather(uri, 'changed')));
    this.#store.add(watcher.onDidDelete((uri) => this.#gather(uri, 'deleted')));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#workspaceFolders.clear()));
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
  }

  #gather(uri: vscode.Uri, type: FileChange): void {
    if (usualNames.test(uri.path) || isArticleFile(uri)) {
      this.#pending.set(uri.toString(), type);
    } else if (type !== 'changed' && mayHoldArticles(uri)) {
      this.#pendingFolders.set(uri.toString(), type);
    } else {
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, burst);
  }

  #tell(): void {
    const events = [...this.#pending].map(([uri, type]) => ({ uri, type }));
    const folders = [...this.#pendingFolders];
    this.#pending = new Map();
    this.#pendingFolders = new Map();
    const of = (wanted: FileChange): Uri[] => folders.flatMap(([uri, type]) => (type === wanted ? [uri] : []));
    this.#fire([...events, ...this.#folders.deleted(of('deleted')).map((uri) => ({ uri, type: 'deleted' as const }))]);
    void this.#folders
      .created(of('created'))
      .then((found) => this.#fire(found.map((uri) => ({ uri, type: 'created' as const }))));
  }

  #fire(events: readonly { uri: Uri; type: FileChange }[]): void {
    if (events.length > 0) {
      this.#changed.fire(events);
    }
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
    const parent = usualNames.test(uri) ? uri.slice(0, uri.lastIndexOf('/')) : undefined;
    const known = parent && this.#workspaceFolders.get(parent);
    if (known !== undefined) {
      return known;
    }
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))?.uri.toString();
    if (folder !== undefined && parent !== undefined) {
      this.#workspaceFolders.set(parent, folder);
    }
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
    const name = plainPath.exec(uri)?.[1];
    if (name !== undefined && !name.includes('%')) {
      return name;
    }
    const { path } = vscode.Uri.parse(uri);
    return path.slice(path.lastIndexOf('/') + 1);
  }

  dirname(uri: Uri): Uri {
    if (plainPath.test(uri)) {
      return uri.slice(0, uri.lastIndexOf('/'));
    }
    return vscode.Uri.joinPath(vscode.Uri.parse(uri), '..').toString();
  }

  yield(): Promise<void> {
    return nextTurn();
  }

  dispose(): void {
    this.#store.dispose();
  }
}
