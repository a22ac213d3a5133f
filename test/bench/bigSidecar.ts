// What one edit costs in an article with 10,000 claims: processor time, and the longest that nothing else could run.
//   node out/test/bench/bigSidecar.mjs [claims] [edits]
import { AnnotationStore } from '../../src/workspace/annotationStore';
import type { FileSystem, Uri } from '../../src/workspace/host';
import { changesOf } from '../../src/workspace/operations';
import { MemoryFiles, MemoryHost, TestClock } from '../support/memoryHost';
import { sampleClaim } from '../support/sampleItems';
import { applyChanges, emptySidecar } from '../support/sidecars';

const [count = 10_000, edits = 20] = process.argv.slice(2).map(Number);
const article = '/desk/a.txt';
/** As a disk does: whoever asks waits, and others may run. Nothing is copied, for that is not our cost. */
class SlowFiles extends MemoryFiles {
  longest = 0;
  #since = process.cpuUsage();

  /** Ends a stretch in which nothing else could run. */
  #pause(): Promise<void> {
    this.longest = Math.max(this.longest, milliseconds(this.#since));
    return new Promise((resolve) =>
      setImmediate(() => {
        this.#since = process.cpuUsage();
        resolve();
      }),
    );
  }

  begin(): void {
    this.longest = 0;
    this.#since = process.cpuUsage();
  }

  override async read(uri: Uri): Promise<Uint8Array> {
    await this.#pause();
    return this.files.get(uri) ?? super.read(uri);
  }

  override async write(...[uri, bytes, options]: Parameters<FileSystem['write']>): Promise<void> {
    await this.#pause();
    await super.write(uri, bytes.subarray(0, 0), options);
    this.files.set(uri, bytes);
  }

  override async rename(from: Uri, to: Uri): Promise<void> {
    await this.#pause();
    this.files.set(to, this.files.get(from)!);
    this.files.delete(from);
  }

  override async list(folder: Uri) {
    await this.#pause();
    return super.list(folder);
  }
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const start = emptySidecar();
const operations = Array.from(
  { length: count },
  (_, i) => ({ type: 'put-claim', claim: sampleClaim(`c${i}`, { note: `checked by ${i}` }) }) as const,
);
const memory = new SlowFiles();
memory.put(`${article}.claims.yaml`, applyChanges(start, changesOf(operations, start).changes).sidecar.text);
const store = new AnnotationStore(new MemoryHost(memory), new TestClock());

async function timed(work: () => Promise<unknown>): Promise<{ readonly all: number; readonly longest: number }> {
  const before = process.cpuUsage();
  memory.begin();
  await work();
  return { all: milliseconds(before), longest: memory.longest };
}

console.log(`${count} claims, ${((memory.text(`${article}.claims.yaml`)?.length ?? 0) / 1e6).toFixed(1)} MB`);
const first = await timed(() => store.open(article));
console.log(`first reading: ${first.all.toFixed(0)} ms`);
const kinds = {
  edit: (i: number) => ({ type: 'put-claim', claim: sampleClaim(`c${i * 7}`, { note: `new ${i}` }) }) as const,
  add: (i: number) => ({ type: 'put-claim', claim: sampleClaim(`d${i}`) }) as const,
  delete: (i: number) => ({ type: 'delete-claim', id: `c${i * 11 + 1}` }) as const,
};
for (const [name, make] of Object.entries(kinds)) {
  const times: { readonly all: number; readonly longest: number }[] = [];
  for (let i = 0; i < edits; i++) {
    times.push(await timed(() => store.apply(article, [make(i)])));
  }
  for (const key of ['all', 'longest'] as const) {
    const sorted = times.map((time) => time[key]).sort((a, b) => a - b);
    const what = key === 'all' ? `${name}: processor time` : `${name}: longest stretch without a pause`;
    console.log(`${what}: median ${sorted[edits >> 1]?.toFixed(0)} ms, longest ${sorted.at(-1)?.toFixed(0)} ms`);
  }
}
