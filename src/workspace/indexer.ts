import { Emitter, type Event } from '../base/event';
import { DisposableStore } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { recognise } from '../recognise/recognise';
import { hashText } from '../text/tokens';
import type { ClaimIndex } from './claimIndex';
import { type AnchoredAnnotations, type DocumentEntry, makeDocumentEntry } from './documentEntry';
import type { ArticleText, Uri, WorkspaceHost } from './host';

/** Raised whenever recognition or the entry changes, so that stored entries are made anew. */
export const indexVersion = 1;

/** What people recorded about an article, and a text that changes whenever it does. */
export interface StoredAnnotations extends AnchoredAnnotations {
  readonly fingerprint: string;
}

export interface IndexerOptions {
  readonly host: WorkspaceHost;
  readonly index: ClaimIndex;
  /** The workspace's own actors, asked anew for each article. */
  readonly registry?: () => ActorRegistry;
  /** Claims and corrections of an article, attached to `article.text`. */
  readonly annotations?: (article: ArticleText) => Promise<StoredAnnotations | undefined>;
  /** The article whose sidecar the file is; `undefined` for a file that is no sidecar. */
  readonly articleOf?: (uri: Uri) => Uri | undefined;
  /** Whether a file that appeared is an article of the workspace. */
  readonly isArticle?: (uri: Uri) => boolean;
  readonly log?: Logger;
}

export interface IndexProgress {
  readonly state: 'indexing' | 'paused' | 'ready';
  /** Of the articles that were waiting since the index was last ready. */
  readonly done: number;
  readonly total: number;
}

/** Work between two breaths of the editor, in milliseconds. */
const sliceMilliseconds = 8;
/** Articles read ahead while one is recognised. */
const readAhead = 16;

/**
 * Keeps a {@link ClaimIndex} true to the workspace: reads all articles once, then whatever changes, in short slices, the
 * asked-for article first. A file that cannot be read is left out and logged, and is read again when it changes.
 */
export class Indexer {
  readonly #options: IndexerOptions;
  readonly #waiting = new Set<Uri>();
  readonly #progress = new Emitter<IndexProgress>();
  readonly #store = new DisposableStore();
  #running: Promise<void> | undefined;
  #paused = false;
  #disposed = false;
  #done = 0;

  readonly onDidProgress: Event<IndexProgress> = this.#progress.event;

  constructor(options: IndexerOptions) {
    this.#options = options;
    this.#store.add(options.host.onDidChangeFiles((changes) => this.#filesChanged(changes)));
  }

  get progress(): IndexProgress {
    const total = this.#done + this.#waiting.size;
    const state = this.#waiting.size === 0 && !this.#running ? 'ready' : this.#paused ? 'paused' : 'indexing';
    return { state, done: this.#done, total };
  }

  /** Reads every article of the workspace, and forgets those that are gone. Resolves when the index is true. */
  async start(): Promise<void> {
    const articles = await this.#options.host.articles();
    const present = new Set(articles);
    const gone = [...this.#options.index.articles()].map((entry) => entry.id).filter((uri) => !present.has(uri));
    this.#options.index.delete(gone);
    await this.refresh(articles);
  }

  /** Reads these articles again, because a buffer, a file, a sidecar or the registry changed. */
  async refresh(articles: readonly Uri[]): Promise<void> {
    for (const uri of articles) {
      this.#waiting.add(uri);
    }
    await this.#run();
  }

  /** Reads one article now, ahead of all that waits. */
  async refreshNow(article: Uri): Promise<void> {
    this.#waiting.delete(article);
    const entry = await this.#read(article);
    this.#settle(article, entry);
  }

  /** Stops between two articles; what waits keeps waiting. */
  pause(): void {
    this.#paused = true;
    this.#progress.fire(this.progress);
  }

  resume(): void {
    this.#paused = false;
    void this.#run();
  }

  dispose(): void {
    this.#disposed = true;
    this.#waiting.clear();
    this.#store.dispose();
    this.#progress.dispose();
  }

  #filesChanged(changes: readonly { readonly uri: Uri; readonly type: 'created' | 'changed' | 'deleted' }[]): void {
    const { articleOf, isArticle, index } = this.#options;
    const articles = new Set<Uri>();
    for (const { uri } of changes) {
      const article = articleOf?.(uri) ?? uri;
      if (index.get(article) || isArticle === undefined || isArticle(article)) {
        articles.add(article);
      }
    }
    void this.refresh([...articles]);
  }

  #run(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
      if (!this.#paused && !this.#disposed) {
        this.#done = 0;
        this.#progress.fire(this.progress);
      }
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    let ahead: Promise<readonly [Uri, DocumentEntry | 'same' | undefined]>[] = [];
    let sliceStart = Date.now();
    while ((this.#waiting.size > 0 || ahead.length > 0) && !this.#disposed && !this.#paused) {
      for (const uri of this.#waiting) {
        if (ahead.length >= readAhead) {
          break;
        }
        this.#waiting.delete(uri);
        ahead.push(this.#read(uri).then((entry) => [uri, entry] as const));
      }
      const [first, ...rest] = ahead;
      ahead = rest;
      if (first) {
        const [uri, entry] = await first;
        this.#settle(uri, entry);
        this.#done++;
      }
      if (Date.now() - sliceStart >= sliceMilliseconds) {
        this.#progress.fire(this.progress);
        await this.#options.host.yield();
        sliceStart = Date.now();
      }
    }
  }

  #settle(uri: Uri, entry: DocumentEntry | 'same' | undefined): void {
    if (this.#disposed || entry === 'same') {
      return;
    }
    if (entry) {
      this.#options.index.put([entry]);
    } else {
      this.#options.index.delete([uri]);
    }
  }

  async #read(uri: Uri): Promise<DocumentEntry | 'same' | undefined> {
    const { host, index, annotations, registry, log } = this.#options;
    try {
      const article = await host.readArticle(uri);
      if (!article) {
        return undefined;
      }
      const stored = await annotations?.(article);
      const known = registry?.() ?? emptyRegistry;
      const fingerprint = [indexVersion, textFingerprint(article.text), stored?.fingerprint ?? '', ''].join(':');
      if (index.get(uri)?.fingerprint === fingerprint) {
        return 'same';
      }
      const recognition = recognise(article.text, { fileName: host.basename(uri), registry: known });
      return makeDocumentEntry({
        uri,
        text: article.text,
        fingerprint,
        recognition,
        ...(stored ? { annotations: stored } : {}),
      });
    } catch (error) {
      (log ?? nullLogger).warn(`Left out of the index: ${uri}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }
}

/** 64 bits over the text: two FNV-1a passes from different ends, and the length. */
export function textFingerprint(text: string): string {
  const middle = text.length >> 1;
  return [text.length, hashText(text), hashText(text, middle), hashText(text, 0, middle)]
    .map((part) => part.toString(36))
    .join('.');
}
