import { Emitter, type Event } from '../base/event';
import { DisposableStore } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { recognise } from '../recognise/recognise';
import { hashText } from '../text/tokens';
import type { ClaimIndex } from './claimIndex';
import { type AnchoredAnnotations, type DocumentEntry, makeDocumentEntry } from './documentEntry';
import type { ArticleText, Uri, WorkspaceHost } from './host';
import { IndexShards } from './indexShards';

/** Raised whenever recognition or the entry changes, so that stored entries are made anew. */
export const indexVersion = 2;

/** What people recorded about an article, and a text that changes whenever it does. */
export interface StoredAnnotations extends AnchoredAnnotations {
  readonly fingerprint: string;
}

export interface IndexerOptions {
  readonly host: WorkspaceHost;
  readonly index: ClaimIndex;
  /** The workspace's own actors for an article; the same object as long as nothing changed. */
  readonly registry?: (article: Uri) => ActorRegistry;
  /** Claims and corrections of an article, attached to `article.text`. */
  readonly annotations?: (article: ArticleText) => Promise<StoredAnnotations | undefined>;
  /** The article whose sidecar the file is; `undefined` for a file that is no sidecar. */
  readonly articleOf?: (uri: Uri) => Uri | undefined;
  /** Whether a file that appeared is an article of the workspace. */
  readonly isArticle?: (uri: Uri) => boolean;
  /** Of the program: what an older one read is read again, for recognition may have changed. */
  readonly version?: string;
  readonly log?: Logger;
}

export interface IndexProgress {
  readonly state: 'indexing' | 'paused' | 'ready';
  /** Of the articles that were waiting since the index was last ready. */
  readonly done: number;
  readonly total: number;
}

/** An article as it was read, with what people recorded; `undefined` where there is none; `failed` where it cannot be told. */
type Read = { readonly article: ArticleText; readonly stored: StoredAnnotations | undefined } | undefined | 'failed';

/** Work between two breaths of the editor, in milliseconds. */
const sliceMilliseconds = 5;
/** Articles read ahead while others are recognised. */
const readAhead = 16;

/**
 * Keeps a {@link ClaimIndex} true to the workspace: serves what storage remembers, reads all articles once, then
 * whatever changes, in short slices. An article that cannot be read keeps the entry it had, and is read again when it
 * changes.
 */
export class Indexer {
  readonly #options: IndexerOptions;
  readonly #shards: IndexShards;
  readonly #waiting = new Set<Uri>();
  /** Which reading of an article is the newest; an older one that ends later counts for nothing. */
  readonly #newest = new Map<Uri, number>();
  /** Articles whose entries differ from what is stored. */
  readonly #unsaved = new Set<Uri>();
  /** Entries made and not yet put into the index. */
  readonly #batch = new Map<Uri, DocumentEntry>();
  readonly #progress = new Emitter<IndexProgress>();
  readonly #store = new DisposableStore();
  #running: Promise<void> | undefined;
  #paused = false;
  #disposed = false;
  #done = 0;
  #readings = 0;
  readonly #registries = new WeakMap<ActorRegistry, string>();

  readonly onDidProgress: Event<IndexProgress> = this.#progress.event;

  constructor(options: IndexerOptions) {
    this.#options = options;
    const version = `${indexVersion} ${options.version ?? ''}`;
    this.#shards = new IndexShards(options.host, version, options.log);
    this.#store.add(options.host.onDidChangeFiles((changes) => this.#filesChanged(changes)));
  }

  get progress(): IndexProgress {
    const total = this.#done + this.#waiting.size;
    const state = this.#paused && this.#waiting.size > 0 ? 'paused' : this.#running ? 'indexing' : 'ready';
    return { state, done: this.#done, total };
  }

  /**
   * Serves what was stored, then reads every article of the workspace and forgets those that are gone. Resolves when
   * the index is true to the workspace, or work is paused.
   */
  async start(): Promise<void> {
    const { index, host } = this.#options;
    await this.restore();
    const articles = await host.articles();
    const present = new Set(articles);
    const gone = [...index.articles()].map((entry) => entry.id).filter((uri) => !present.has(uri));
    index.delete(gone);
    for (const uri of gone) {
      this.#unsaved.add(uri);
    }
    await this.refresh(articles);
  }

  /** Puts what storage remembers into the index, unchecked; {@link start} does it first. */
  async restore(): Promise<void> {
    const { index } = this.#options;
    await this.#shards.load((entries) => {
      if (!this.#disposed) {
        index.put(
          entries.filter((entry) => !index.get(entry.id)),
          { defer: true },
        );
      }
    });
  }

  /** Reads these articles again, because a buffer, a file, a sidecar or the registry changed. */
  async refresh(articles: readonly Uri[]): Promise<void> {
    for (const uri of articles) {
      this.#waiting.add(uri);
    }
    do {
      await this.#run();
    } while (this.#waiting.size > 0 && !this.#stopped);
  }

  /** Reads one article now, ahead of all that waits. */
  async refreshNow(article: Uri): Promise<void> {
    this.#waiting.delete(article);
    const [, reading, read] = await this.#read(article);
    this.#take(article, reading, read);
    this.#putBatch();
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
      if (!this.#disposed) {
        this.#done = this.#waiting.size > 0 ? this.#done : 0;
        this.#progress.fire(this.progress);
        if (this.#waiting.size > 0 && !this.#paused) {
          void this.#run();
        }
      }
    });
    return this.#running;
  }

  get #stopped(): boolean {
    return this.#disposed || this.#paused;
  }

  async #work(): Promise<void> {
    const { host, index } = this.#options;
    const ahead: Promise<readonly [Uri, number, Read]>[] = [];
    let sliceStart = Date.now();
    const breathe = async (): Promise<void> => {
      this.#putBatch();
      this.#progress.fire(this.progress);
      await host.yield();
      sliceStart = Date.now();
    };
    while (!this.#stopped && this.#waiting.size + ahead.length > 0) {
      for (const uri of this.#waiting) {
        if (ahead.length >= readAhead) {
          break;
        }
        this.#waiting.delete(uri);
        ahead.push(this.#read(uri));
      }
      const [uri, reading, read] = await ahead.shift()!;
      this.#take(uri, reading, read);
      this.#done++;
      if (Date.now() - sliceStart >= sliceMilliseconds) {
        await breathe();
      }
    }
    for (const [uri] of await Promise.all(ahead)) {
      this.#waiting.add(uri);
    }
    await breathe();
    while (!this.#stopped && index.fileNext()) {
      if (Date.now() - sliceStart >= sliceMilliseconds) {
        await breathe();
      }
    }
    if (!this.#stopped && this.#waiting.size === 0 && this.#unsaved.size > 0) {
      const changed = new Set(this.#unsaved);
      this.#unsaved.clear();
      await this.#shards.save(index.articles(), changed);
    }
  }

  #putBatch(): void {
    const entries = [...this.#batch.values()];
    this.#batch.clear();
    if (!this.#disposed) {
      this.#options.index.put(entries);
    }
  }

  /** Makes the entry of an article that was read, for the next batch; deletes one that is gone. */
  #take(uri: Uri, reading: number, read: Read): void {
    const { host, index } = this.#options;
    if (this.#disposed || read === 'failed' || this.#newest.get(uri) !== reading) {
      return;
    }
    this.#newest.delete(uri);
    // What an older reading left in the batch must not come after this one.
    this.#batch.delete(uri);
    if (!read) {
      if (index.get(uri)) {
        this.#unsaved.add(uri);
        index.delete([uri]);
      }
      return;
    }
    const { article, stored } = read;
    const registry = this.#options.registry?.(uri) ?? emptyRegistry;
    const fingerprint = [
      textFingerprint(article.text),
      stored?.fingerprint ?? '',
      this.#registryFingerprint(registry),
    ].join(':');
    if (index.get(uri)?.fingerprint === fingerprint) {
      return;
    }
    this.#unsaved.add(uri);
    const recognition = recognise(article.text, { fileName: host.basename(uri), registry });
    const annotations = stored ?? { claims: [], corrections: [] };
    this.#batch.set(
      uri,
      makeDocumentEntry({ uri, text: article.text, fingerprint, recognition, annotations, registry }),
    );
  }

  #registryFingerprint(registry: ActorRegistry): string {
    const known = this.#registries.get(registry);
    const fingerprint = known ?? textFingerprint(JSON.stringify(registry));
    if (known === undefined) {
      this.#registries.set(registry, fingerprint);
    }
    return fingerprint;
  }

  async #read(uri: Uri): Promise<readonly [Uri, number, Read]> {
    const { host, annotations, log } = this.#options;
    const reading = ++this.#readings;
    this.#newest.set(uri, reading);
    try {
      const article = await host.readArticle(uri);
      const stored = article && (await annotations?.(article));
      return [uri, reading, article && { article, stored }];
    } catch (error) {
      (log ?? nullLogger).warn(`Not read for the index: ${uri}: ${error instanceof Error ? error.message : error}`);
      return [uri, reading, 'failed'];
    }
  }
}

/** The length and 96 bits over the text: FNV-1a over all of it and over each half. */
export function textFingerprint(text: string): string {
  const middle = text.length >> 1;
  return [text.length, hashText(text), hashText(text, middle), hashText(text, 0, middle)]
    .map((part) => part.toString(36))
    .join('.');
}
