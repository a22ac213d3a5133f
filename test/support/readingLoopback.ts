import type { FromReadingThread, ToReadingThread } from '../../src/workspace/readingMessages';
import type { ReadingThread, ReadingThreadHost } from '../../src/workspace/readingThreads';
import { serveReadings } from '../../src/workspace/serveReadings';
import type { MemoryFiles } from './memoryHost';

const later = (work: () => void): void => void setImmediate(work);

/** What stands for another thread: it says the same, as late and as copied, and can be made to break. */
export class LoopbackThread implements ReadingThread {
  posted: ToReadingThread[] = [];
  ended = false;
  #hear: (message: ToReadingThread) => void = () => {};
  #answer: (message: FromReadingThread) => void = () => {};
  #fail: (reason: string) => void = () => {};

  constructor(files: MemoryFiles) {
    serveReadings(
      {
        post: (message) => {
          const copy = structuredClone(message);
          later(() => (this.ended ? undefined : this.#answer(copy)));
        },
        onMessage: (take) => {
          this.#hear = take;
        },
      },
      (uri) => files.read(uri),
    );
  }

  post(message: ToReadingThread): void {
    this.posted.push(message);
    const copy = structuredClone(message);
    later(() => (this.ended ? undefined : this.#hear(copy)));
  }
  onMessage(take: (message: FromReadingThread) => void): void {
    this.#answer = take;
  }
  onFailure(take: (reason: string) => void): void {
    this.#fail = take;
  }
  end(): void {
    this.ended = true;
  }
  break(): void {
    this.ended = true;
    this.#fail('broken');
  }
}

/** Starts such threads over files in memory, and keeps them to be looked at. */
export class LoopbackThreads implements ReadingThreadHost {
  readonly started: LoopbackThread[] = [];
  readonly worthFrom = 1;

  constructor(
    readonly files: MemoryFiles,
    readonly threads = 2,
    readonly readsFiles = true,
  ) {}

  readsFile(): boolean {
    return this.readsFiles;
  }
  async start(): Promise<ReadingThread> {
    const thread = new LoopbackThread(this.files);
    this.started.push(thread);
    return thread;
  }
}
