import { Emitter, type Event } from '../base/event';
import { DisposableStore } from '../base/lifecycle';
import type { DocumentEntry } from './documentEntry';
import type { Uri } from './host';
import { type IndexReadingOptions, IndexReadings, type Reading } from './indexReadings';
import { IndexShards } from './indexShards';
import { inSlices, sliceMilliseconds } from './inSlices';

/** Raised whenever recognition or the entry changes, so that stored entries are made anew. */
export const indexVersion = 7;

export interface IndexerOptions extends IndexReadingOptions {
  /** The article whose sidecar the file is; `undefined` for a file that is no sidecar. */
  readonly articleOf?: (uri: Uri) => Uri | undefined;
  /** Whether a file that appeared is an article of the workspace. */
  readonly isArticle?: (uri: Uri) => boolean;
  /** Of the program: what an older one read is read again, for recognition may have changed. */
  readonly version?: string;
}

/** How far the index is. */
export interface IndexProgress {
  readonly state: 'indexing' | 'paused' | 'ready';
  /** Of the articles that were waiting since the index was last ready. */
  readonly done: number;
  readonly total: number;
  /** Left unread since work was cancelled. */
  readonly left: number;
}

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
  readonly #readings: IndexReadings;

  readonly onDidProgress: Event<IndexProgress> = this.#progress.event;

  constructor(options: IndexerOptions) {
    this.#options = options;
    const version = `${indexVersion} ${options.version ?? ''}`;
    this.#shards = new IndexShards(options.host, version, options.log);
    this.#readings = this.#store.add(new IndexReadings(options));
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
    this.#take(await this.#readings.read(article));
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
    const ahead: Promise<Reading>[] = [];
    const most = this.#readings.begin(this.#waiting.size);
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
          ahead.push(this.#readings.read(uri));
        }
      }
      const reading = await ahead.shift()!;
      await inSlices(this.#readings.preparation(reading), host);
      this.#take(reading);
      this.#done++;
      if (Date.now() - sliceStart >= sliceMilliseconds || this.#batch.size >= entriesTogether) {
        await breathe();
      }
    }
    if (this.#stopped) {
      this.#readings.rest();
    }
    for (const { uri } of await Promise.all(ahead)) {
      this.#waiting.add(uri);
    }
    this.#readings.end();
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

  /** Keeps the entry of an article that was read for the next batch; deletes one that is gone. */
  #take(reading: Reading): void {
    const { uri } = reading;
    const { index } = this.#options;
    const entry = this.#disposed ? 'outdated' : this.#readings.finish(reading);
    if (entry === 'outdated') {
      return;
    }
    // What an older reading left in the batch must not come after this one.
    this.#batch.delete(uri);
    if (entry === 'again') {
      this.#waiting.add(uri);
    } else if (entry === 'gone') {
      if (index.get(uri)) {
        this.#unsaved.add(uri);
        index.delete([uri]);
      }
    } else if (entry !== 'same') {
      this.#unsaved.add(uri);
      this.#batch.set(uri, entry);
    }
  }
}
