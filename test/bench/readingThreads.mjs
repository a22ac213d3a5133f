// How fast other threads read articles, without an editor. After `node esbuild.js --tests`:
//   node test/bench/readingThreads.mjs [articles] [threads]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { makeArticle } from '../../out/test/bench/articles.mjs';

const count = Number(process.argv[2] ?? 10_000);
const threads = Number(process.argv[3] ?? 2);
const ahead = 48;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'articles-'));
const jobs = Array.from({ length: count }, (_, number) => {
  const fileName = `${number}.txt`;
  fs.writeFileSync(path.join(folder, fileName), makeArticle(number));
  return { number, fileName, uri: pathToFileURL(path.join(folder, fileName)).href };
});
const started = performance.now();
const cpu = process.cpuUsage();
let read = 0;
const sinceStart = () => {
  const { user, system } = process.cpuUsage(cpu);
  const wall = (performance.now() - started) / 1000;
  return `${wall.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor)`;
};
const json = fs.readFileSync('dist/data/wordLists.json');
const workers = Array.from(
  { length: threads },
  () => new Worker('./dist/node/extension.js', { workerData: 'editorial-claims: read articles' }),
);
await new Promise((resolve, reject) => {
  for (const worker of workers) {
    const feed = (more) => worker.postMessage({ kind: 'read', jobs: jobs.splice(0, more) });
    worker.on('error', reject);
    worker.on('message', (answers) => {
      if (read === 0) {
        console.log(`first answers  ${sinceStart()}`);
      }
      read += answers.length;
      feed(answers.length);
      if (read === count) {
        console.log(`${count} articles  ${sinceStart()}`);
        resolve();
      }
    });
    worker.postMessage({ kind: 'lists', json });
    feed(ahead);
  }
});
await Promise.all(workers.map((worker) => worker.terminate()));
fs.rmSync(folder, { recursive: true });
