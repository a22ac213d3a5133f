import type { ReadingRegistry } from './articleReading';
import type { DocumentEntry } from './documentEntry';
import { unpackEntry } from './entryCodec';
import type { Uri } from './host';
import type { FromReadingThread, ReadingAnswer, ReadingJob, ThreadPort, ToReadingThread } from './readingMessages';

/** Another thread that runs `serveReadings`. */
export interface ReadingThread extends ThreadPort<FromReadingThread, ToReadingThread> {
  /** It broke, or went away without having been told to. */
  onFailure(take: (reason: string) => void): void;
  end(): void;
}

/** Where the host has other threads to read articles in. */
export interface ReadingThreadHost {
  /** At least one. */
  readonly threads: number;
  /** From so many articles on they are worth it: to start a thread costs as much as to read some hundred. */
  readonly worthFrom: number;
  /** Whether such a thread can read this file by itself. */
  readsFile(uri: Uri): boolean;
  /** Starts a thread and gives it the word lists. */
  start(): Promise<ReadingThread>;
}

/** `unread`: it has to be read here. */
export type ThreadReading = 'same' | 'unread' | DocumentEntry;

interface Line {
  readonly thread: Promise<ReadingThread>;
  readonly waiting: Map<number, (reading: ThreadReading) => void>;
  /** Jobs to be posted together. */
  outbox: ReadingJob[];
  /** Fingerprint of the actors that the thread has. */
  registry: string;
}

/** Jobs that go in one message, at least, unless the thread has but few. */
const jobsTogether = 8;
const fewJobs = 16;

/**
 * Reads articles in other threads, so that the editor's own stays free. Threads are started when there is work and ended
 * when told that there is none; when one fails, all that it had to do is answered with `unread`, and none is started again.
 */
export class ReadingThreads {
  readonly #host: ReadingThreadHost;
  readonly #warn: (message: string) => void;
  #lines: Line[] = [];
  #jobs = 0;
  #failed = false;

  constructor(host: ReadingThreadHost, warn: (message: string) => void = () => {}) {
    this.#host = host;
    this.#warn = warn;
  }

  get threads(): number {
    return this.#host.threads;
  }

  /** Whether so many articles should be read by other threads. */
  areWorth(articles: number): boolean {
    return !this.#failed && articles >= this.#host.worthFrom;
  }

  readsFile(uri: Uri): boolean {
    return this.#host.readsFile(uri);
  }

  /** Reads one article: its text, or its file where the thread can. Never fails. */
  read(job: Omit<ReadingJob, 'number'>, registry: ReadingRegistry): Promise<ThreadReading> {
    if (this.#failed) {
      return Promise.resolve('unread');
    }
    const line = this.#freest();
    return new Promise((resolve) => {
      const number = this.#jobs++;
      line.waiting.set(number, resolve);
      if (line.registry !== registry.fingerprint) {
        this.#flush(line);
        line.registry = registry.fingerprint;
        this.#post(line, { kind: 'registry', registry });
      }
      line.outbox.push({ ...job, number });
      if (line.outbox.length === 1) {
        void Promise.resolve().then(() => this.#flushInTime(line));
      }
    });
  }

  /** Ends the threads; the next article starts them again. What they had to do is answered with `unread`. */
  rest(): void {
    for (const { thread, waiting } of this.#lines.splice(0)) {
      thread.then(
        (started) => started.end(),
        () => undefined,
      );
      giveBack(waiting);
    }
  }

  dispose(): void {
    this.#failed = true;
    this.rest();
  }

  /** The line with least to do; all are started at once, as work comes in thousands. */
  #freest(): Line {
    while (this.#lines.length < this.#host.threads) {
      this.#lines.push(this.#open());
    }
    return this.#lines.reduce((best, line) => (line.waiting.size < best.waiting.size ? line : best));
  }

  #open(): Line {
    const line: Line = { thread: this.#host.start(), waiting: new Map(), outbox: [], registry: '' };
    line.thread.then(
      (thread) => {
        thread.onMessage((answers) => {
          for (const answer of answers) {
            line.waiting.get(answer.number)?.(readingOf(answer));
            line.waiting.delete(answer.number);
          }
          this.#flushInTime(line);
        });
        thread.onFailure((reason) => this.#fail(line, reason));
      },
      (error: unknown) => this.#fail(line, String(error)),
    );
    return line;
  }

  /** Posts jobs some at a time, each message costs both sides; at once where the thread would soon have nothing to do. */
  #flushInTime(line: Line): void {
    const posted = line.waiting.size - line.outbox.length;
    if (posted < fewJobs || line.outbox.length >= jobsTogether) {
      this.#flush(line);
    }
  }

  #flush(line: Line): void {
    if (line.outbox.length > 0) {
      this.#post(line, { kind: 'read', jobs: line.outbox });
      line.outbox = [];
    }
  }

  #post(line: Line, message: ToReadingThread): void {
    line.thread.then((thread) => thread.post(message)).catch((error: unknown) => this.#fail(line, String(error)));
  }

  #fail(line: Line, reason: string): void {
    if (this.#lines.includes(line)) {
      this.#failed = true;
      this.#warn(`Articles are read without another thread: ${reason}`);
      this.rest();
    }
  }
}

function giveBack(waiting: Line['waiting']): void {
  for (const resolve of waiting.values()) {
    resolve('unread');
  }
  waiting.clear();
}

function readingOf({ result }: ReadingAnswer): ThreadReading {
  return typeof result === 'string' ? result : unpackEntry(result);
}
