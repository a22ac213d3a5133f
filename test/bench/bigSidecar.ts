// What one edit costs in an article with 10,000 claims: processor time, and the longest that nothing else could run.
//   node out/test/bench/bigSidecar.mjs [claims] [edits]
import { AnnotationStore } from '../../src/workspace/annotationStore';
import { changesOf } from '../../src/workspace/operations';
import { MemoryFiles, MemoryHost, TestClock } from '../support/memoryHost';
import { sampleClaim } from '../support/sampleItems';
import { applyChanges, emptySidecar } from '../support/sidecars';

const [count = 10_000, edits = 20] = process.argv.slice(2).map(Number);
const article = '/desk/a.txt';
const start = emptySidecar();
const operations = Array.from(
  { length: count },
  (_, i) => ({ type: 'put-claim', claim: sampleClaim(`c${i}`, { note: `checked by ${i}` }) }) as const,
);
const memory = new MemoryFiles();
memory.put(`${article}.claims.yaml`, applyChanges(start, changesOf(operations, start).changes).sidecar.text);
const store = new AnnotationStore(new MemoryHost(memory), new TestClock());

async function timed(name: string, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const time = (user + system) / 1000;
  if (name !== '') {
    console.log(`${name}: ${time.toFixed(0)} ms`);
  }
  return time;
}

console.log(`${count} claims, ${((memory.text(`${article}.claims.yaml`)?.length ?? 0) / 1e6).toFixed(1)} MB`);
await timed('first reading', () => store.open(article));
const kinds = {
  edit: (i: number) => ({ type: 'put-claim', claim: sampleClaim(`c${i * 7}`, { note: `new ${i}` }) }) as const,
  add: (i: number) => ({ type: 'put-claim', claim: sampleClaim(`d${i}`) }) as const,
  delete: (i: number) => ({ type: 'delete-claim', id: `c${i * 11 + 1}` }) as const,
};
for (const [name, make] of Object.entries(kinds)) {
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    times.push(await timed('', () => store.apply(article, [make(i)])));
  }
  times.sort((a, b) => a - b);
  console.log(`${name}: median ${times[edits >> 1]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`);
}
