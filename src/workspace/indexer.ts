import { Emitter, type Event } from '../base/event';
import { DisposableStore } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { datedName } from './articlePath';
import { type ReadingRegistry, readForIndex, type StoredAnnotations, textFingerprint } from './articleReading';
import type { ClaimIndex } from './claimIndex';
import type { DocumentEntry } from './documentEntry';
import { repacked } from './entryCodec';
import type { ArticleText, Uri, WorkspaceHost } from './host';
import { IndexShards } from './indexShards';
import { type ReadingThreadHost, ReadingThreads } from './readingThreads';

/** Raised whenever recognition or the entry changes, so that stored entries are made anew. */
export const indexVersion = 6;

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
  /** Other threads to read articles in, where there are many at once. */
  readonly threads?: ReadingThreadHost;
  /** Whether an article is nothing but its file: in no editor, and nobody recorded anything about it. */
  readonly isPlainFile?: (article: Uri) => boolean;
}

export interface IndexProgress {
  readonly state: 'indexing' | 'paused' | 'ready';
  /** Of the articles that were waiting since the index was last ready. */
  readonly done: number;
  readonly total: number;
  /** Left unread since work was cancelled. */
  readonly left: number;
}

/** An article as it was read here, with what people recorded. */
interface ReadHere {
  readonly article: ArticleText;
  readonly stored: StoredAnnotations | undefined;
}

/** An article whose entry was made in another thread. */
interface ReadThere {
  readonly entry: DocumentEntry;
  /** The thread read the file, whatever an editor may show. */
  readonly fromFile: boolean;
}

/** What came of reading an article; `failed` where it cannot be told. */
type Read = ReadHere | ReadThere | 'same' | 'gone' | 'failed';

/** Work between two breaths of the editor, in milliseconds. */
const sliceMilliseconds = 5;
/** Articles read ahead while others are recognised. */
const readAhead = 16;
/** The same for every other thread that reads: what it has to do while its answers are on their way. */
const readAheadPerThread = 48;
/** Entries put into the index together. */
const entriesTogether = 16;

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
  #restored: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #paused = false;
  #disposed = false;
  #done = 0;
  #left = 0;
  #readings = 0;
  readonly #registries = new WeakMap<ActorRegistry, ReadingRegistry>();
  readonly #threads: ReadingThreads | undefined;
  /** Whether other threads read now. */
  #threaded = false;

  readonly onDidProgress: Event<IndexProgress> = this.#progress.event;

  constructor(options: IndexerOptions) {
    this.#options = options;
    const version = `${indexVersion} ${options.version ?? ''}`;
    this.#shards = new IndexShards(options.host, version, options.log);
    const warn = (message: string): void => (options.log ?? nullLogger).warn(message);
    this.#threads = options.threads && this.#store.add(new ReadingThreads(options.threads, warn));
    this.#store.add(options.host.onDidChangeFiles((changes) => this.#filesChanged(changes)));
  }

  get progress(): IndexProgress {
    const total = this.#done + this.#waiting.size;
    const state = this.#paused && this.#waiting.size > 0 ? 'paused' : this.#running ? 'indexing' : 'ready';
    return { state, done: this.#done, total, left: this.#left };
  }

  /**
   * Serves what was stored, then reads every article of the workspace and forgets those that are gone. Resolves when
   * the index is true to the workspace, or work is paused.
   */
  async start(): Promise<void> {
    const { index, host } = this.#options;
    this.#paused = false;
    this.#left = 0;
    const [articles] = await Promise.all([host.articles(), this.restore()]);
    const present = new Set(articles);
    const gone = [...index.articles()].map((entry) => entry.id).filter((uri) => !present.has(uri));
    index.delete(gone);
    for (const uri of gone) {
      this.#unsaved.add(uri);
    }
    await this.refresh(articles);
  }

  /** Puts what storage remembers into the index, once, unchecked; {@link start} does it first. */
  restore(): Promise<void> {
    const { index } = this.#options;
    this.#restored ??= this.#shards.load((entries) => {
      if (!this.#disposed) {
        index.put(
          entries.filter((entry) => !index.get(entry.id)),
          { defer: true },
        );
      }
    });
    return this.#restored;
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

  /** Forgets what waits, until {@link start} or a change of it; what was read stays, and what changes is read. */
  cancel(): void {
    this.#left += this.#waiting.size;
    this.#waiting.clear();
    this.resume();
    this.#progress.fire(this.progress);
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
    this.#threaded = this.#threads?.areWorth(this.#waiting.size) ?? false;
    const most = this.#threaded ? (this.#threads?.threads ?? 1) * readAheadPerThread : readAhead;
    let waiting = this.#waiting.values();
    let sliceStart = Date.now();
    const breathe = async (): Promise<void> => {
      this.#putBatch();
      this.#progress.fire(this.progress);
      await host.yield();
      sliceStart = Date.now();
    };
    while (!this.#stopped && this.#waiting.size + ahead.length > 0) {
      while (ahead.length < most && this.#waiting.size > 0) {
        // Not from the start each time: a set is slow to walk once many have been taken out.
        const { value: uri, done } = waiting.next();
        if (done) {
          waiting = this.#waiting.values();
        } else {
          this.#waiting.delete(uri);
          ahead.push(this.#read(uri));
        }
      }
      const [uri, reading, read] = await ahead.shift()!;
      this.#take(uri, reading, read);
      this.#done++;
      if (Date.now() - sliceStart >= sliceMilliseconds || this.#batch.size >= entriesTogether) {
        await breathe();
      }
    }
    if (this.#stopped) {
      this.#threads?.rest();
    }
    for (const [uri] of await Promise.all(ahead)) {
      this.#waiting.add(uri);
    }
    this.#threads?.rest();
    this.#threaded = false;
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
    const batch = [...this.#batch.values()];
    this.#batch.clear();
    if (!this.#disposed) {
      this.#options.index.put(batch);
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
    if (read === 'same') {
      return;
    }
    if (read === 'gone') {
      if (index.get(uri)) {
        this.#unsaved.add(uri);
        index.delete([uri]);
      }
      return;
    }
    if ('entry' in read) {
      if (!read.fromFile || this.#isPlainFile(uri)) {
        this.#unsaved.add(uri);
        this.#batch.set(uri, read.entry);
      } else {
        // Opened in an editor while another thread read the file.
        this.#waiting.add(uri);
      }
      return;
    }
    const { text } = read.article;
    const known = index.get(uri)?.fingerprint;
    const article = { uri, fileName: datedName(host, uri), text, stored: read.stored, known };
    const entry = readForIndex(article, this.#registryOf(uri));
    if (entry !== 'same') {
      this.#unsaved.add(uri);
      this.#batch.set(uri, repacked(entry));
    }
  }

  #registryOf(article: Uri): ReadingRegistry {
    const registry = this.#options.registry?.(article) ?? emptyRegistry;
    const known = this.#registries.get(registry) ?? {
      registry,
      fingerprint: textFingerprint(JSON.stringify(registry)),
    };
    this.#registries.set(registry, known);
    return known;
  }

  #isPlainFile(article: Uri): boolean {
    return this.#options.isPlainFile?.(article) ?? false;
  }

  async #read(uri: Uri): Promise<readonly [Uri, number, Read]> {
    const reading = ++this.#readings;
    this.#newest.set(uri, reading);
    try {
      return [uri, reading, await this.#readSomewhere(uri)];
    } catch (error) {
      const { log } = this.#options;
      (log ?? nullLogger).warn(`Not read for the index: ${uri}: ${error instanceof Error ? error.message : error}`);
      return [uri, reading, 'failed'];
    }
  }

  async #readSomewhere(uri: Uri): Promise<Read> {
    const { host, index, annotations } = this.#options;
    const threads = this.#threaded ? this.#threads : undefined;
    const known = index.get(uri)?.fingerprint;
    const fileName = datedName(host, uri);
    if (threads?.readsFile(uri) && this.#isPlainFile(uri)) {
      const read = await threads.read({ uri, fileName, stored: undefined, known }, this.#registryOf(uri));
      if (read !== 'unread') {
        return read === 'same' ? read : { entry: read, fromFile: true };
      }
    }
    const article = await host.readArticle(uri);
    if (!article) {
      return 'gone';
    }
    const stored = await annotations?.(article);
    const job = { uri, fileName, text: article.text, stored, known };
    const read = (await threads?.read(job, this.#registryOf(uri))) ?? 'unread';
    return read === 'unread' ? { article, stored } : read === 'same' ? read : { entry: read, fromFile: false };
  }
}
