import { readFile } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { ExtensionContext } from 'vscode';
import type { StartThread } from './vscode/readingThreads';
import type { FromReadingThread, ToReadingThread } from './workspace/readingMessages';
import type { ReadingThread } from './workspace/readingThreads';
import { serveReadings } from './workspace/serveReadings';

// This file is also what the threads run that read articles: one bundle, so that the recognisers are shipped once. What
// imports `vscode` is loaded when the editor activates the extension, as a thread has no such module.
export async function activate(context: ExtensionContext): Promise<void> {
  const extension = await import('./vscode/activate');
  const threads = Math.min(mostThreads, availableParallelism());
  extension.activate(context, Object.assign(startThread, { threads, readsFiles: true }) satisfies StartThread);
}

/** More would hold more lexicons in memory than the time is worth. */
const mostThreads = 2;

const role = 'editorial-claims: read articles';

if (parentPort && workerData === role) {
  const port = parentPort;
  if (process.platform === 'linux') {
    // There each thread has a priority of its own; elsewhere this would slow down the whole extension host.
    setPriority(5);
  }
  // Costs half of what the file system's promises do.
  const readBytes = promisify(readFile);
  serveReadings(
    {
      post: (message: FromReadingThread) => port.postMessage(message),
      onMessage: (take) => port.on('message', (message: ToReadingThread) => take(message)),
    },
    (uri) => readBytes(fileURLToPath(uri)),
  );
}

function startThread(): ReadingThread {
  const worker = new Worker(__filename, { workerData: role });
  let ended = false;
  return {
    post: (message: ToReadingThread) => worker.postMessage(message),
    onMessage: (take) => worker.on('message', (message: FromReadingThread) => take(message)),
    onFailure: (take) => {
      worker.on('error', (error) => take(String(error)));
      worker.on('exit', (code) => (ended ? undefined : take(`it ended with ${code}`)));
    },
    end: () => {
      ended = true;
      void worker.terminate();
    },
  };
}
