// Speed of the recogniser by itself and beside its peers; quality on NDJSON files of marked text given as arguments:
//   node --expose-gc out/test/bench/recognise.mjs [marked.jsonl ...]
// One thread, warm, best of several rounds; megabytes are UTF-8. A busy machine shows lower figures.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { findActorsEn } from '../../src/recognise/actorsEn';
import { findActorsJa } from '../../src/recognise/actorsJa';
import { findClaims } from '../../src/recognise/claims';
import { findDates } from '../../src/recognise/dates';
import { findPublication } from '../../src/recognise/publication';
import { recognise } from '../../src/recognise/recognise';
import { RecognisedDocument } from '../../src/recognise/recognisedDocument';
import { tokenise } from '../../src/text/tokens';
import { makeArticle } from './articles';
import { loadPeers, type Peers } from './recognisePeers';
import { addDates, addMentions, type MarkedText, readMarkedTexts, Tally } from './recogniseScores';

const languages = ['en', 'ja'] as const;
type Language = (typeof languages)[number];

function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** A few articles at a time, so that a round is short enough not to be interrupted on a busy machine. */
const chunk = 8;

/** Milliseconds for all items: of each chunk the fastest round. */
function best<T>(items: readonly T[], rounds: number, run: (item: T, i: number) => void): number {
  let sum = 0;
  for (let from = 0; from < items.length; from += chunk) {
    let fastest = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      for (let i = from; i < Math.min(from + chunk, items.length); i++) {
        run(items[i]!, i);
      }
      fastest = Math.min(fastest, performance.now() - start);
    }
    sum += fastest;
  }
  return sum;
}

/** Load time and heap of the language data: the first article pays for them. */
function measureLoading(texts: Record<Language, readonly string[]>): void {
  for (const language of languages) {
    collectGarbage();
    const heap = process.memoryUsage().heapUsed;
    const external = process.memoryUsage().arrayBuffers;
    const start = performance.now();
    recognise(texts[language][0]!, { language });
    const ms = performance.now() - start;
    collectGarbage();
    const used = process.memoryUsage();
    const megabytes = (used.heapUsed - heap + used.arrayBuffers - external) / 2 ** 20;
    console.log(`${language}: first article ${ms.toFixed(0)} ms, language data ${megabytes.toFixed(1)} MB`);
  }
}

function measureSpeed(language: Language, texts: readonly string[], peers: Peers | undefined): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const speed = (ms: number): string => `${(bytes / 1000 / ms).toPrecision(3)} MB/s`;
  const tokens = texts.map((text) => tokenise(text));
  const find = language === 'ja' ? findActorsJa : findActorsEn;
  const mentions = tokens.map((each) => find(each, {}));
  const published = tokens.map((each) => findPublication(each, language, {}));
  const dates = tokens.map((each, i) => findDates(each, language, published[i]!));
  const rounds = 25;
  const show = (name: string, ms: number): void => console.log(`  ${name.padEnd(12)} ${speed(ms)}`);
  show(
    'tokens',
    best(texts, rounds, (text) => tokenise(text)),
  );
  show(
    'actors',
    best(tokens, rounds, (each) => find(each, {})),
  );
  show(
    'publication',
    best(tokens, rounds, (each) => findPublication(each, language, {})),
  );
  show(
    'dates',
    best(tokens, rounds, (each, i) => findDates(each, language, published[i]!)),
  );
  show(
    'claims',
    best(tokens, rounds, (each, i) => findClaims(each, language, mentions[i]!, dates[i]!)),
  );
  const together = best(texts, rounds, (text) => recognise(text, { language }));
  show('together', together);
  console.log(`  ${((together * 5000) / bytes).toFixed(3)} ms for an article of 5 KB`);
  if (peers) {
    const few = texts.slice(0, 20);
    const fewBytes = few.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const theirs = best(few, 2, (text) => {
      peers.names[language](text);
      peers.dates[language](text, undefined);
    });
    show('peers', (theirs * bytes) / fewBytes);
    console.log(`  ratio to peers ${((theirs * bytes) / fewBytes / together).toFixed(0)}`);
  }
}

/** What a keystroke costs in an article of a megabyte. */
function measureKeystroke(language: Language, texts: readonly string[]): void {
  let text = '';
  for (let i = 0; text.length < 1_000_000; i++) {
    text += `${texts[i % texts.length]}\n`;
  }
  const document = new RecognisedDocument(text, { language });
  document.in(0, 1);
  // Nobody types so soon that what the first reading left behind is collected under the first keystrokes.
  collectGarbage();
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const at = Math.floor((text.length * (i + 1)) / 42);
    const start = performance.now();
    document.edit(at, 0, 'a');
    document.in(at - 3000, at + 3000);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const settle = performance.now();
  document.settle();
  document.in(0, 1);
  console.log(
    `  keystroke in 1 MB: median ${times[20]!.toFixed(2)} ms, worst ${times[39]!.toFixed(2)} ms; settled in ${(performance.now() - settle).toFixed(0)} ms`,
  );
}

async function measureBundle(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('src/recognise/recognise.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    loader: { '.txt': 'text' },
  });
  const code = outputFiles[0]!.contents;
  console.log(
    `bundle: ${(code.length / 1024).toFixed(0)} KiB, ${(gzipSync(code).length / 1024).toFixed(0)} KiB gzipped`,
  );
}

function measureQuality(file: string, peers: Peers | undefined): void {
  const texts = readMarkedTexts(file);
  const has = (layer: string) => (text: MarkedText) => !text.layers || text.layers.includes(layer);
  const ours = { actors: new Tally(), dates: new Tally() };
  const theirs = { actors: new Tally(), dates: new Tally() };
  for (const text of texts) {
    const published = text.published ?? undefined;
    const found = recognise(text.text, { language: text.lang, published });
    if (has('mentions')(text)) {
      addMentions(ours.actors, text, found.mentions);
      addMentions(theirs.actors, text, peers?.names[text.lang](text.text) ?? []);
    }
    if (has('dates')(text)) {
      addDates(ours.dates, text, found.dates);
      addDates(theirs.dates, text, peers?.dates[text.lang](text.text, published) ?? []);
    }
  }
  for (const layer of ['actors', 'dates'] as const) {
    const { found, missed } = ours[layer];
    if (found + missed > 0) {
      const peer = peers
        ? `; peers ${theirs[layer].f.toFixed(1)}, ratio ${(ours[layer].f / theirs[layer].f).toFixed(2)}`
        : '';
      console.log(`${path.basename(file)} ${layer}: F ${ours[layer].f.toFixed(1)} of ${found + missed}${peer}`);
    }
  }
}

async function main(): Promise<void> {
  const files = process.argv.slice(2).filter((file) => fs.existsSync(file));
  const texts: Record<Language, string[]> = { en: [], ja: [] };
  for (let i = 0; i < 100; i++) {
    texts[i % 5 === 4 ? 'ja' : 'en'].push(makeArticle(i));
  }
  measureLoading(texts);
  await measureBundle();
  const peers = await loadPeers();
  if (!peers) {
    console.log('peers not installed: npm --prefix test/bench/peers ci --ignore-scripts');
  }
  for (const language of languages) {
    console.log(`${language}: ${texts[language].length} articles`);
    measureSpeed(language, texts[language], peers);
    measureKeystroke(language, texts[language]);
  }
  for (const file of files) {
    measureQuality(file, peers);
  }
}

await main();
