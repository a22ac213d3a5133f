// Figures of the index over generated articles, in memory: node --expose-gc out/test/bench/index.mjs [articles]
import { performance } from 'node:perf_hooks';
import { recognise } from '../../src/recognise/recognise';
import { cardsAt } from '../../src/workspace/cards';
import { ClaimIndex } from '../../src/workspace/claimIndex';
import type { Uri } from '../../src/workspace/host';
import { Indexer } from '../../src/workspace/indexer';
import { MemoryHost } from '../support/memoryHost';
import { makeArticle } from './articles';

class BenchHost extends MemoryHost {
  readonly texts = new Map<Uri, string>();
  /** Longest time between two breaths, in milliseconds. */
  longest = 0;
  #last = performance.now();

  override async articles(): Promise<readonly Uri[]> {
    return [...this.texts.keys()];
  }
  override async readArticle(uri: Uri): Promise<{ uri: Uri; text: string } | undefined> {
    const text = this.texts.get(uri);
    return text === undefined ? undefined : { uri, text };
  }
  override async yield(): Promise<void> {
    this.longest = Math.max(this.longest, performance.now() - this.#last);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    this.#last = performance.now();
  }
  restart(): void {
    this.longest = 0;
    this.#last = performance.now();
  }
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function percentiles(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${times.at(-1)!.toFixed(2)} ms`;
}

function measure(count: number, work: (i: number) => void): string {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    work(i);
    times.push(performance.now() - start);
  }
  return percentiles(times);
}

function show(what: string, value: string): void {
  console.log(`${what.padEnd(42)} ${value}`);
}

async function run(count: number): Promise<void> {
  console.log(`\n== ${count} articles`);
  const host = new BenchHost();
  for (let i = 0; i < count; i++) {
    host.texts.set(`/work/${i}.txt`, makeArticle(i));
  }
  const uris = [...host.texts.keys()];
  const bytes = uris.reduce((sum, uri) => sum + Buffer.byteLength(host.texts.get(uri)!), 0);
  show('text', `${(bytes / 2 ** 20).toFixed(1)} MB`);
  const before = heap();
  const index = new ClaimIndex();
  const indexer = new Indexer({ host, index });
  host.restart();
  let start = performance.now();
  const cpu = process.cpuUsage();
  await indexer.start();
  const spent = process.cpuUsage(cpu);
  const seconds = ((spent.user + spent.system) / 1e6).toFixed(2);
  show('cold index', `${((performance.now() - start) / 1000).toFixed(2)} s, ${seconds} s of processor`);
  show('longest slice', `${host.longest.toFixed(1)} ms`);
  show('heap of the index', `${(heap() - before).toFixed(0)} MB`);
  const claims = uris.reduce((sum, uri) => sum + (index.get(uri)?.claims.length ?? 0), 0);
  show('claims, actors', `${claims}, ${index.actors().length}`);

  const places = uris.filter((_, i) => i % Math.ceil(count / 1000) === 0);
  const firstMention = (uri: Uri): number => index.get(uri)?.actors[0]?.offsets[0] ?? 0;
  show(
    'hover',
    measure(places.length, (i) => cardsAt(index, places[i]!, firstMention(places[i]!))),
  );
  show(
    'references',
    measure(places.length, (i) => index.mentionsOf(index.get(places[i]!)?.actors[0]?.actor ?? '')),
  );
  show(
    'related',
    measure(places.length, (i) => index.related(places[i]!, index.get(places[i]!)?.claims[0]?.id ?? '')),
  );
  start = performance.now();
  index.actors();
  show('actors list', `${(performance.now() - start).toFixed(1)} ms`);
  const times: number[] = [];
  for (const [i, uri] of places.entries()) {
    host.texts.set(uri, `${host.texts.get(uri)!.slice(0, 900)}x${host.texts.get(uri)!.slice(900)}`);
    const from = performance.now();
    await indexer.refreshNow(uri);
    times.push(performance.now() - from);
    if (i > 500) {
      break;
    }
  }
  show('one keystroke', percentiles(times));
  naive(host, index, places[3]!);
  indexer.dispose();
}

/** The same answer as a hover's, by reading every article and searching each. */
function naive(host: BenchHost, index: ClaimIndex, uri: Uri): void {
  const actor = index.get(uri)?.actors[0];
  if (!actor) {
    return;
  }
  const start = performance.now();
  let found = 0;
  for (const text of host.texts.values()) {
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

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  await run(size);
}
