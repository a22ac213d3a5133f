import type * as vscode from 'vscode';
import type { ReadingThread, ReadingThreadHost } from '../workspace/readingThreads';
import { readWordLists } from './loadWordLists';

/** What a host gives that has other threads. */
export interface StartThread {
  (): ReadingThread;
  /** How many to start. */
  readonly threads: number;
  /** Whether such a thread can read `file:` URIs. */
  readonly readsFiles: boolean;
}

/** Threads that read articles, each with the word lists. */
export function readingThreads(extension: vscode.Uri, startThread: StartThread): ReadingThreadHost {
  return {
    threads: startThread.threads,
    worthFrom: 150,
    readsFile: (uri) => startThread.readsFiles && uri.startsWith('file:'),
    start: async () => {
      const json = await readWordLists(extension);
      const thread = startThread();
      thread.post({ kind: 'lists', json });
      return thread;
    },
  };
}
