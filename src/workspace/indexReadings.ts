import type { Disposable } from '../base/lifecycle';
import { type Logger, nullLogger } from '../base/log';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { datedName } from './articlePath';
import { type ReadingRegistry, readForIndex, type StoredAnnotations, textFingerprint } from './articleReading';
import type { ClaimIndex } from './claimIndex';
import type { DocumentEntry } from './documentEntry';
import { repacked } from './entryCodec';
import type { ArticleText, Uri, WorkspaceHost } from './host';
import { prepareReading } from './prepareReading';
import { type ReadingThreadHost, ReadingThreads } from './readingThreads';

/** Where articles, and what people decided about them, come from. */
export interface IndexReadingOptions {
  readonly host: WorkspaceHost;
  readonly index: ClaimIndex;
  /** The workspace's own actors for an article; the same object as long as nothing changed. */
  readonly registry?: (article: Uri) => ActorRegistry;
  /** Claims and corrections of an article, attached to `article.text`. */
  readonly annotations?: (article: ArticleText) => Promise<StoredAnnotations | undefined>;
  readonly log?: Logger;
  /** Other threads to read articles in, where there are many at once. */
  readonly threads?: ReadingThreadHost;
  /** Whether an article is nothing but its file: in no editor, and nobody recorded anything about it. */
  readonly isPlainFile?: (article: Uri) => boolean;
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
type Outcome = ReadHere | ReadThere | 'same' | 'gone' | 'failed';

/** A reading of an article that has ended. */
export interface Reading {
  readonly uri: Uri;
  /** Counts the readings of all articles. */
  readonly number: number;
  readonly outcome: Outcome;
}

/** Articles read ahead while others are recognised. */
const readAhead = 16;
/** The same for every other thread that reads: what it has to do while its answers are on their way. */
const readAheadPerThread = 48;

/**
 * Reads articles for the index, each where it is quickest: here, or in another thread. Of an article that is read several
 * times at once the newest reading counts, whichever ends first.
 */
export class IndexReadings implements Disposable {
  readonly #options: IndexReadingOptions;
  /** Which reading of an article is the newest; an older one that ends later counts for nothing. */
  readonly #newest = new Map<Uri, number>();
  #readings = 0;
  readonly #registries = new WeakMap<ActorRegistry, ReadingRegistry>();
  readonly #threads: ReadingThreads | undefined;
  /** Whether other threads read now. */
  #threaded = false;

  constructor(options: IndexReadingOptions) {
    this.#options = options;
    this.#threads = options.threads && new ReadingThreads(options.threads, (message) => this.#warn(message));
  }

  /** Gets ready for so many articles; how many to read at the same time. */
  begin(articles: number): number {
    this.#threaded = this.#threads?.areWorth(articles) ?? false;
    return this.#threaded ? (this.#threads?.threads ?? 1) * readAheadPerThread : readAhead;
  }

  /** Stops other threads: what they had to do is read here. */
  rest(): void {
    this.#threads?.rest();
  }

  /** Ends what {@link begin} began. */
  end(): void {
    this.rest();
    this.#threaded = false;
  }

  dispose(): void {
    this.#threads?.dispose();
  }

  /** Reads an article; never rejects. */
  async read(uri: Uri): Promise<Reading> {
    const number = ++this.#readings;
    this.#newest.set(uri, number);
    try {
      return { uri, number, outcome: await this.#readSomewhere(uri) };
    } catch (error) {
      this.#warn(`Not read for the index: ${uri}: ${error instanceof Error ? error.message : error}`);
      return { uri, number, outcome: 'failed' };
    }
  }

  /** Makes ready, in steps, what {@link finish} will read the article with where that is done here. */
  *preparation({ uri, outcome }: Reading): Generator<void> {
    if (typeof outcome === 'object' && 'article' in outcome) {
      const { text } = outcome.article;
      const isKnown = this.#options.index.get(uri)?.fingerprint.startsWith(`${textFingerprint(text)}:`);
      if (!isKnown) {
        yield* prepareReading(text);
      }
    }
  }

  /**
   * The entry that a reading gives. `same`: the one in the index is right; `gone`: the article is; `again`: it has to be
   * read once more; `outdated`: the reading failed or a newer one has begun, and nothing is to be done.
   */
  finish({ uri, number, outcome }: Reading): DocumentEntry | 'same' | 'gone' | 'again' | 'outdated' {
    if (outcome === 'failed' || this.#newest.get(uri) !== number) {
      return 'outdated';
    }
    this.#newest.delete(uri);
    if (outcome === 'same' || outcome === 'gone') {
      return outcome;
    }
    if ('entry' in outcome) {
      // Opened in an editor while another thread read the file?
      return outcome.fromFile && !this.#isPlainFile(uri) ? 'again' : outcome.entry;
    }
    const { host, index } = this.#options;
    const { text } = outcome.article;
    const known = index.get(uri)?.fingerprint;
    const article = { uri, fileName: datedName(host, uri), text, stored: outcome.stored, known };
    const entry = readForIndex(article, this.#registryOf(uri));
    return entry === 'same' ? entry : repacked(entry);
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

  #warn(message: string): void {
    (this.#options.log ?? nullLogger).warn(message);
  }

  async #readSomewhere(uri: Uri): Promise<Outcome> {
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
