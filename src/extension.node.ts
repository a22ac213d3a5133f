import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
  extension.activate(context, Object.assign(startThread, { readsFiles: true }) satisfies StartThread);
}

const role = 'editorial-claims: read articles';

if (parentPort && workerData === role) {
  const port = parentPort;
  serveReadings(
    {
      post: (message: FromReadingThread) => port.postMessage(message),
      onMessage: (take) => port.on('message', (message: ToReadingThread) => take(message)),
    },
    (uri) => readFile(fileURLToPath(uri)),
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
