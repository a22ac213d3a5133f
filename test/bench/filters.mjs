// `extract` as a filter: one process over an archive, then two over a half each, and what memory they take. After a build
// with --tests:
//   node test/bench/filters.mjs [megabytes]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeArticle } from '../../out/test/bench/articles.mjs';

const megabytes = Number(process.argv[2] ?? 100);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filters-'));
const halves = ['a.ndjson', 'b.ndjson'].map((name) => path.join(folder, name));
const whole = path.join(folder, 'all.ndjson');
// Told at the end of each process: what it took of the processor, and its memory at most.
const usage = path.join(folder, 'usage.cjs');
fs.writeFileSync(
  usage,
  "process.on('exit', () => require('fs').writeSync(2, '\\n' + JSON.stringify(process.resourceUsage())));",
);

/** Documents of about 5 KB each; every one is made anew, so that no two are the same. */
function writeArchive(file, bytes, first) {
  const out = fs.openSync(file, 'w');
  let n = first;
  for (let written = 0; written < bytes; n++) {
    written += fs.writeSync(out, `${JSON.stringify({ id: n, text: makeArticle(n) })}\n`);
  }
  fs.closeSync(out);
  return n;
}

function extract(file) {
  return new Promise((resolve, reject) => {
    const command = ['--require', usage, 'dist/cli/main.js', 'extract', '--ndjson'];
    const child = spawn(process.execPath, command, { stdio: [fs.openSync(file), 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(said))));
  });
}

async function run(name, files) {
  const started = performance.now();
  const used = await Promise.all(files.map(extract));
  const seconds = (performance.now() - started) / 1000;
  const cpu = used.reduce((sum, one) => sum + one.userCPUTime + one.systemCPUTime, 0) / 1e6;
  const memory = Math.max(...used.map(({ maxRSS }) => maxRSS)) / 1000;
  const speed = (size / seconds).toFixed(1);
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${speed} MB/s, ${((cpu / size) * 1000).toFixed(0)} ms CPU a MB, at most ${memory.toFixed(0)} MB each`,
  );
  return seconds;
}

const next = writeArchive(halves[0], megabytes * 5e5, 0);
writeArchive(halves[1], megabytes * 5e5, next);
// Piece by piece: the memory of a process counts from that of the one that starts it.
for (const half of halves) {
  await pipeline(fs.createReadStream(half), fs.createWriteStream(whole, { flags: 'a' }));
}
const size = fs.statSync(whole).size / 1e6;
const one = await run('one process ', [whole]);
const two = await run('two processes', halves);
console.log(`two are ${(one / two).toFixed(2)} times as fast as one; ${size.toFixed(0)} MB`);
fs.rmSync(folder, { recursive: true });
