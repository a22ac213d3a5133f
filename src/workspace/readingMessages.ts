import type { ArticleToRead, ReadingRegistry } from './articleReading';
import type { PackedEntry } from './entryCodec';

/** What is said to a thread that reads articles. What is said first is done first. */
export type ToReadingThread =
  /** The word lists, as they are shipped; see `base/wordLists.ts`. Before anything is read. */
  | { readonly kind: 'lists'; readonly json: Uint8Array }
  /** The actors for all articles that follow. */
  | { readonly kind: 'registry'; readonly registry: ReadingRegistry }
  | { readonly kind: 'read'; readonly jobs: readonly ReadingJob[] };

/** An article that another thread is to read. */
export interface ReadingJob extends Omit<ArticleToRead, 'text'> {
  /** Names the job in its answer. */
  readonly number: number;
  /** Absent where the thread is to read the file. */
  readonly text?: string;
}

/** Answers of a thread, in the order of its jobs. */
export type FromReadingThread = readonly ReadingAnswer[];

/** What came of a job. */
export interface ReadingAnswer {
  readonly number: number;
  /** `unread`: there is no such file, or it is not UTF-8: whoever asked has other ways to read it. */
  readonly result: 'same' | 'unread' | PackedEntry;
}

/** A line to another thread. Values are copied, as by `structuredClone`. */
export interface ThreadPort<In, Out> {
  post(message: Out): void;
  onMessage(take: (message: In) => void): void;
}
