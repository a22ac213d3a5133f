import { provideWordLists } from '../base/wordLists';
import { emptyRegistry } from '../model/actorRegistry';
import { decodeUtf8 } from '../text/utf8';
import { type ReadingRegistry, readForIndex } from './articleReading';
import { packEntry } from './entryCodec';
import type { Uri } from './host';
import type { FromReadingThread, ReadingAnswer, ReadingJob, ThreadPort, ToReadingThread } from './readingMessages';

/** Answers that go in one message. */
const answersTogether = 8;

/** What a thread does that reads articles for the index. `readFile` where it can read files by itself. */
export function serveReadings(
  port: ThreadPort<ToReadingThread, FromReadingThread>,
  readFile?: (uri: Uri) => Promise<Uint8Array>,
): void {
  let registry: ReadingRegistry = { registry: emptyRegistry, fingerprint: '' };

  const textOf = async (job: ReadingJob): Promise<string | undefined> => {
    if (job.text !== undefined) {
      return job.text;
    }
    const bytes = await readFile?.(job.uri).catch(() => undefined);
    return bytes && decodeUtf8(bytes);
  };

  const readAll = async (jobs: readonly ReadingJob[], own: ReadingRegistry): Promise<void> => {
    const texts = jobs.map(textOf);
    let answers: ReadingAnswer[] = [];
    for (const [i, job] of jobs.entries()) {
      answers.push({ number: job.number, result: answerTo(job, await texts[i], own) });
      if (answers.length === answersTogether || i === jobs.length - 1) {
        port.post(answers);
        answers = [];
      }
    }
  };

  port.onMessage((message) => {
    switch (message.kind) {
      case 'lists':
        provideWordLists(JSON.parse(new TextDecoder().decode(message.json)) as Record<string, string>);
        break;
      case 'registry':
        registry = message.registry;
        break;
      case 'read':
        void readAll(message.jobs, registry);
        break;
    }
  });
}

function answerTo(job: ReadingJob, text: string | undefined, registry: ReadingRegistry): ReadingAnswer['result'] {
  if (text === undefined) {
    return 'unread';
  }
  const entry = readForIndex({ ...job, text }, registry);
  return entry === 'same' ? 'same' : packEntry(entry);
}
