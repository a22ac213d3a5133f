// Figures of the index over generated articles, in memory, without other threads:
//   node --expose-gc out/test/bench/index.mjs [articles]... [--starts]
// `--starts` leaves out all but the cold and the warm start.
import { performance } from 'node:perf_hooks';
import { recognise } from '../../src/recognise/recognise';
import { cardsAt } from '../../src/workspace/cards';
import { ClaimIndex } from '../../src/workspace/claimIndex';
import { searchClaims } from '../../src/workspace/claimSearch';
import type { Uri } from '../../src/workspace/host';
import { Indexer } from '../../src/workspace/indexer';
import { MemoryHost } from '../support/memoryHost';
import { makeArticle } from './articles';

/** Files as bytes, decoded when read, as on a disk that costs nothing. */
class BenchHost extends MemoryHost {
  readonly articleFiles = new Map<Uri, Uint8Array>();
  readonly #decoder = new TextDecoder();
  readonly #encoder = new TextEncoder();
  #last = performance.now();
  #waits: number[] = [];

  override async articles(): Promise<readonly Uri[]> {
    return [...this.articleFiles.keys()];
  }
  override async readArticle(uri: Uri): Promise<{ uri: Uri; text: string } | undefined> {
    const bytes = this.articleFiles.get(uri);
    return bytes && { uri, text: this.#decoder.decode(bytes) };
  }
  override async yield(): Promise<void> {
    this.#waits.push(performance.now() - this.#last);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    this.#last = performance.now();
  }
  put(uri: Uri, text: string): void {
    this.articleFiles.set(uri, this.#encoder.encode(text));
  }
  textOf(uri: Uri): string {
    return this.#decoder.decode(this.articleFiles.get(uri));
  }
  /** How long the editor waited for its turn since this was last asked. */
  waits(): string {
    const waits = this.#waits;
    this.#waits = [];
    this.#last = performance.now();
    return waits.length > 0 ? percentiles(waits) : 'none';
  }
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function percentiles(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${times.at(-1)!.toFixed(2)} ms`;
}

/** Milliseconds on the clock, and of processor time, which tells more on a machine that others use too. */
function measure(count: number, work: (i: number) => void): string {
  const times: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < count; i++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    work(i);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    processor.push((user + system) / 1000);
  }
  return `${percentiles(times)}; processor ${percentiles(processor)}`;
}

function show(what: string, value: string): void {
  console.log(`${what.padEnd(42)} ${value}`);
}

async function timed(what: string, host: BenchHost, work: () => Promise<void>): Promise<void> {
  host.waits();
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  show(what, `${seconds} s (${((user + system) / 1e6).toFixed(2)} s of processor)`);
  show('  editor kept waiting', host.waits());
}

async function run(count: number): Promise<void> {
  console.log(`\n== ${count} articles`);
  const host = new BenchHost();
  for (let i = 0; i < count; i++) {
    host.put(`/desk/${i}.txt`, makeArticle(i));
  }
  const uris = [...host.articleFiles.keys()];
  const bytes = [...host.articleFiles.values()].reduce((sum, file) => sum + file.length, 0);
  show('text', `${(bytes / 2 ** 20).toFixed(1)} MB`);
  recognise(makeArticle(1));
  recognise(makeArticle(4));
  const before = heap();
  const first = new ClaimIndex();
  const firstIndexer = new Indexer({ host, index: first });
  await timed('cold index, and stored', host, () => firstIndexer.start());
  const stored = [...host.memory.files.values()].reduce((sum, file) => sum + file.length, 0) / 2 ** 20;
  show('memory of the index', `${(heap() - before - stored).toFixed(0)} MB`);
  show('stored', `${stored.toFixed(0)} MB`);
  firstIndexer.dispose();

  const index = new ClaimIndex();
  const indexer = new Indexer({ host, index });
  await timed('warm start, until the first hover', host, async () => {
    await indexer.restore();
    cardsAt(index, uris[0]!, index.get(uris[0]!)?.actors[0]?.offsets[0] ?? 0);
  });
  await timed('warm start, until revalidated', host, () => indexer.start());
  if (startsOnly) {
    indexer.dispose();
    return;
  }
  answers(host, index, uris);
  await keystrokes(host, indexer, uris);
  naive(host, index, uris[3]!);

  const changes = uris.map((uri, i) => ({ uri, type: 'changed' as const, text: makeArticle(i + count) }));
  for (const { uri, text } of changes) {
    host.put(uri, text);
  }
  await timed('all files changed at once', host, async () => {
    host.changes.fire(changes);
    await indexer.refresh([]);
  });
  indexer.dispose();
}

function answers(host: BenchHost, index: ClaimIndex, uris: readonly Uri[]): void {
  const places = uris.filter((_, i) => i % Math.ceil(uris.length / 1000) === 0);
  const claims = uris.reduce((sum, uri) => sum + (index.get(uri)?.claims.length ?? 0), 0);
  show('claims, actors', `${claims}, ${index.actors().length}`);
  const entryAt = (i: number) => index.get(places[i]!);
  const claimAt = (i: number) => entryAt(i)?.claims[i % 7];
  show(
    'hover over a name',
    measure(places.length, (i) => cardsAt(index, places[i]!, nameOutsideClaims(index, places[i]!))),
  );
  show(
    'hover over a claim',
    measure(places.length, (i) => cardsAt(index, places[i]!, claimAt(i)?.start ?? 0)),
  );
  show(
    'hover over a date',
    measure(places.length, (i) => cardsAt(index, places[i]!, entryAt(i)?.dates[0]?.start ?? 0)),
  );
  show(
    'references',
    measure(places.length, (i) => index.mentionsOf(entryAt(i)?.actors[0]?.actor ?? '')),
  );
  show(
    'related',
    measure(places.length, (i) => index.related(places[i]!, claimAt(i)?.id ?? '')),
  );
  show(
    'points to look at, a claim',
    measure(places.length, (i) => index.pointsToLookAt(places[i]!, claimAt(i)?.id ?? '')),
  );
  show(
    'points to look at, all claims of an article',
    measure(50, (i) => {
      for (const { id } of entryAt(i * 7)?.claims ?? []) {
        index.pointsToLookAt(places[i * 7]!, id);
      }
    }),
  );
  show(
    'actors list',
    measure(20, () => index.actors()),
  );
  show(
    'claims with a word, for the first time',
    measure(1, () => searchClaims(index, { text: 'ceasefire' })),
  );
  show(
    'claims with a word',
    measure(10, () => searchClaims(index, { text: 'ceasefire' })),
  );
  show(
    'claims with words that none has',
    measure(10, () => searchClaims(index, { text: 'ceasefire zeppelin' })),
  );
  host.waits();
}

function nameOutsideClaims(index: ClaimIndex, uri: Uri): number {
  const offsets = index.get(uri)?.actors.flatMap((actor) => actor.offsets.filter((_, i) => i % 2 === 0)) ?? [];
  return offsets.find((offset) => !index.claimAt(uri, offset)) ?? offsets[0] ?? 0;
}

async function keystrokes(host: BenchHost, indexer: Indexer, uris: readonly Uri[]): Promise<void> {
  const times: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < 500; i++) {
    const uri = uris[(i * 37) % uris.length]!;
    const text = host.textOf(uri);
    host.put(uri, `${text.slice(0, 900)}x${text.slice(900)}`);
    const cpu = process.cpuUsage();
    const start = performance.now();
    await indexer.refreshNow(uri);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    processor.push((user + system) / 1000);
  }
  show('one keystroke', `${percentiles(times)}; processor ${percentiles(processor)}`);
}

/** The same answer as a hover's, by reading every article and searching each. */
function naive(host: BenchHost, index: ClaimIndex, uri: Uri): void {
  const actor = index.get(uri)?.actors[0];
  if (!actor) {
    return;
  }
  const start = performance.now();
  let found = 0;
  for (const article of host.articleFiles.keys()) {
    const text = host.textOf(article);
    if (text.includes(actor.name)) {
      found += recognise(text).claims.filter((claim) => claim.actors.includes(actor.actor)).length;
    }
  }
  const slow = performance.now() - start;
  const from = performance.now();
  index.claimsOf(actor.actor, 10);
  const fast = performance.now() - from;
  show('naive hover', `${slow.toFixed(0)} ms for ${found} claims, ${(slow / fast).toFixed(0)} times as long`);
}

const startsOnly = process.argv.includes('--starts');
const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  await run(size);
}
