import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import type { Logger } from '../base/log';
import { prepareLexicon } from '../linking/lexicon';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { distinctPairs } from '../workspace/actorIdentity';
import { ActorStore } from '../workspace/actorStore';
import type { AnchoredAnnotations } from '../workspace/anchoredAnnotations';
import { AnnotationStore } from '../workspace/annotationStore';
import type { StoredAnnotations } from '../workspace/articleReading';
import { attachAnnotations } from '../workspace/attachAnnotations';
import { ClaimIndex } from '../workspace/claimIndex';
import type { ArticleText, Uri } from '../workspace/host';
import { Indexer } from '../workspace/indexer';
import { inSlices } from '../workspace/inSlices';
import { makeDocumentEntry } from '../workspace/makeDocumentEntry';
import type { Operation } from '../workspace/operations';
import type { ReadingThreadHost } from '../workspace/readingThreads';
import { articleOf, sidecarOf, sidecarSuffix } from '../workspace/sidecarPlace';
import { isArticleFile } from './articleFilter';
import { affects } from './contributions';
import { Dismissals } from './dismissals';
import { IndexChanges } from './indexChanges';
import type { OpenArticle } from './openArticle';
import { OpenArticles } from './openArticles';
import { problemMessage } from './problemLabels';
import { VscodeHost } from './vscodeHost';

/** Operations that take back what was done. */
export type Undo = readonly Operation[];

/** All that the features share: the files, what people recorded, what is open, and the index over everything. */
export class Workspace implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly host: VscodeHost;
  readonly store: AnnotationStore;
  readonly actors: ActorStore;
  readonly articles: OpenArticles;
  readonly index = new ClaimIndex();
  readonly indexer: Indexer;
  /** Points that a person does not want to be shown again. */
  readonly dismissals: Dismissals;
  /** Changes of the index as views should follow them. */
  readonly indexChanges: IndexChanges;
  /** Open articles that changed since they were put into the index. */
  readonly #unsettled = new Set<OpenArticle>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Claims files of the workspace. */
  readonly #sidecars = new Set<Uri>();

  constructor(
    extension: vscode.ExtensionContext,
    readonly log: Logger,
    threads?: ReadingThreadHost,
  ) {
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    this.host = this.#disposables.add(new VscodeHost(extension.storageUri, () => articleIds(this.index)));
    // Heard before the store and the index hear of it.
    this.#disposables.add(
      this.host.onDidChangeFiles((changes) => {
        for (const { uri, type } of changes) {
          if (uri.endsWith(sidecarSuffix)) {
            this.#sidecars[type === 'deleted' ? 'delete' : 'add'](uri);
          }
        }
      }),
    );
    this.dismissals = this.#disposables.add(new Dismissals(extension.workspaceState));
    this.store = this.#disposables.add(new AnnotationStore(this.host, undefined, log));
    this.actors = this.#disposables.add(new ActorStore(this.host, undefined, log));
    const registry = (article: Uri): ActorRegistry => this.registryOf(article);
    this.articles = this.#disposables.add(new OpenArticles({ store: this.store, registry }));
    this.indexer = this.#disposables.add(
      new Indexer({
        host: this.host,
        index: this.index,
        annotations: (article) => this.#annotations(article),
        articleOf: (uri) => articleOf(this.host, uri),
        isArticle: (uri) => isArticleFile(vscode.Uri.parse(uri)),
        registry,
        version: String((extension.extension.packageJSON as { version?: unknown }).version),
        log,
        isPlainFile: (article) => !this.host.isOpen(article) && !this.#hasAnnotations(article),
        ...(threads ? { threads } : {}),
      }),
    );
    this.indexChanges = this.#disposables.add(new IndexChanges(this.index, this.indexer));
    this.#disposables.add(this.actors.onDidChange(() => this.#actorsChanged()));
    this.#disposables.add(this.articles.onDidChange((article) => this.#changed(article)));
    this.#disposables.add(this.articles.onDidClose((article) => void this.indexer.refresh([article.uri])));
    const saving = setInterval(() => void this.#saveParked(), saveParkedEvery);
    this.#disposables.add({ dispose: () => clearInterval(saving) });
    this.#disposables.add({ dispose: () => clearTimeout(this.#timer) });
  }

  /** Resolves when the open articles have been taken up; what a person asks for before waits for it. */
  readonly ready: Promise<void>;
  #isReady: () => void = () => {};

  /** Takes up the open articles, reads all others into the index, and saves what a crash left unsaved. */
  async start(): Promise<void> {
    // What is stored is at hand while the files are looked for.
    void this.indexer.restore();
    await this.#openFolders();
    this.#followFolders();
    await inSlices(this.articles.prepare(), this.host);
    this.articles.start();
    this.#isReady();
    this.#readAll();
    // Before the first card asks for it.
    void inSlices(prepareLexicon(), this.host);
    for (const store of [this.store, this.actors]) {
      store.recover().catch((error: unknown) => this.log.error(`Recovery failed: ${String(error)}`));
    }
  }

  async #openFolders(): Promise<void> {
    await Promise.all([this.#findSidecars(), ...this.#folders().map((folder) => this.actors.open(folder))]);
    this.#keepApart();
  }

  /** Other folders, or other settings of what an article is: the index follows without a reload of the window. */
  #followFolders(): void {
    const again = (): void => void this.#openFolders().then(() => this.#readAll());
    this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(again));
    this.#disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affects(event, 'articles.include') || affects(event, 'articles.exclude')) {
          again();
        }
      }),
    );
  }

  /** Makes the index true to the articles that there are. */
  #readAll(): void {
    this.indexer.start().catch((error: unknown) => this.log.error(`Indexing failed: ${String(error)}`));
  }

  /** The actors that the folder of an article has in its `actors.yaml`. */
  registryOf(article: Uri): ActorRegistry {
    const folder = this.host.folderOf(article);
    return folder === undefined ? emptyRegistry : this.actors.registry(folder);
  }

  /** Tries again to save what a full disk, a damaged file or another program kept from being saved. */
  async #saveParked(): Promise<void> {
    try {
      await this.store.flush();
      await this.actors.flush();
    } catch (error) {
      this.log.warn(`Not saved yet: ${String(error)}`);
    }
  }

  async #findSidecars(): Promise<void> {
    for (const uri of await vscode.workspace.findFiles(`**/*${sidecarSuffix}`)) {
      this.#sidecars.add(uri.toString());
    }
  }

  /** Tells the index which actors people keep apart. */
  #keepApart(): void {
    this.index.keepApart(distinctPairs(this.#folders().map((folder) => this.actors.registry(folder))));
  }

  #folders(): Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString());
  }

  #actorsChanged(): void {
    this.#keepApart();
    this.articles.registryChanged();
    void this.indexer.refresh([...articleIds(this.index)]);
  }

  sidecarOf(article: Uri): Uri {
    return sidecarOf(this.host, article);
  }

  /** Puts an open article's newest state into the index, for an answer that must be right now. */
  settle(article: OpenArticle): void {
    if (this.#unsettled.delete(article)) {
      article.settle();
      const { document, recognition, anchored } = article;
      const text = document.getText();
      // A fingerprint that no file has: once closed, the article is read again.
      const fingerprint = `open:${document.version}`;
      const registry = this.registryOf(article.uri);
      this.index.put([
        makeDocumentEntry({ uri: article.uri, text, fingerprint, recognition, annotations: anchored, registry }),
      ]);
    }
  }

  /** Opens an article without showing it, with its annotations. */
  async openArticle(uri: Uri): Promise<OpenArticle | undefined> {
    if (!this.articles.byUri(uri)) {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    }
    const article = this.articles.byUri(uri);
    await article?.load();
    return article;
  }

  /**
   * Carries out what a person decided and saves it. Returns the operations that undo it, or `undefined` where it could
   * not be done; the person has been told why.
   */
  apply(article: OpenArticle, operations: readonly Operation[]): Promise<Undo | undefined> {
    return this.applyTo(article.uri, operations);
  }

  /** The same for an article that need not be open. */
  async applyTo(article: Uri, operations: readonly Operation[]): Promise<Undo | undefined> {
    const result = await this.store.apply(article, operations);
    if (result.problem) {
      void vscode.window.showWarningMessage(problemMessage(result.problem));
    }
    return result.inverse.length > 0 ? result.inverse : undefined;
  }

  /** Where the index has the annotations of an article that is not open. */
  attachedInIndex(article: Uri): AnchoredAnnotations | undefined {
    const recorded = this.index.recordedClaims(article);
    return (
      this.index.get(article) && {
        claims: recorded.flatMap(({ record, anchor = 'exact', start, end }) =>
          record ? [{ claim: record, state: anchor, range: anchor === 'orphan' ? null : { start, end } }] : [],
        ),
        corrections: [],
      }
    );
  }

  #changed(article: OpenArticle): void {
    this.#unsettled.add(article);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const unsettled of [...this.#unsettled]) {
        this.settle(unsettled);
      }
    }, settleAfter);
  }

  #hasAnnotations(article: Uri): boolean {
    return this.#sidecars.has(this.sidecarOf(article)) || this.store.get(article) !== undefined;
  }

  async #annotations(article: ArticleText): Promise<StoredAnnotations | undefined> {
    if (!this.#hasAnnotations(article.uri)) {
      return undefined; // among thousands of articles, most have no claims: those cost no look at the disk
    }
    const state = await this.store.open(article.uri);
    const open = this.articles.byUri(article.uri);
    const attached: AnchoredAnnotations = open?.anchored ?? attachAnnotations(state.annotations, article.text);
    return { ...attached, fingerprint: JSON.stringify(state.annotations) };
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function* articleIds(index: ClaimIndex): Iterable<Uri> {
  for (const { id } of index.articles()) {
    yield id;
  }
}

/** Between two tries to save what could not be saved, in milliseconds. */
const saveParkedEvery = 30_000;

/** How long the index may lag behind somebody who types, in milliseconds. */
const settleAfter = 300;
