import assert from 'node:assert/strict';
import { claimFields } from '../../src/annotations/itemCodec';
import { readSidecar } from '../../src/annotations/sidecarRead';
import { AnnotationStore, type ApplyResult } from '../../src/workspace/annotationStore';
import type { Operation } from '../../src/workspace/operations';
import { type Fault, FaultFiles, MemoryFiles, MemoryHost, TestClock } from '../support/memoryHost';
import { sampleClaim, sampleCorrection } from '../support/sampleItems';
import { script } from '../support/script';

const article = '/desk/a.txt';
const sidecar = `${article}.claims.yaml`;
const link = { relation: 'supports', article: '', claim: 'cb', quote: 'q' } as const;

/** What a person can do, and the file must say before or after, never between. */
const actions: Record<string, { readonly fresh?: true; readonly operations: readonly Operation[] }> = {
  'first claim': { fresh: true, operations: [{ type: 'put-claim', claim: sampleClaim('cc') }] },
  'another claim': { operations: [{ type: 'put-claim', claim: sampleClaim('cc') }] },
  edit: { operations: [{ type: 'put-claim', claim: sampleClaim('ca', { status: 'refuted', note: 'n' }) }] },
  delete: { operations: [{ type: 'delete-claim', id: 'ca' }] },
  correction: { operations: [{ type: 'put-correction', correction: sampleCorrection('ka') }] },
  link: { operations: [{ type: 'add-link', claim: 'ca', link }] },
  many: {
    operations: [
      { type: 'delete-claim', id: 'ca' },
      { type: 'put-claim', claim: sampleClaim('cd') },
      { type: 'add-link', claim: 'cb', link },
    ],
  },
};

const codes = ['ENOSPC', 'short', 'EIO', 'EACCES', 'EBUSY', 'EXDEV', 'EROFS'] as const;

interface Setting {
  readonly memory: MemoryFiles;
  readonly files: FaultFiles;
  readonly store: AnnotationStore;
}

async function prepare(fresh: boolean): Promise<MemoryFiles> {
  const memory = new MemoryFiles();
  const store = new AnnotationStore(new MemoryHost(memory), new TestClock());
  if (!fresh) {
    await store.apply(article, [
      { type: 'put-claim', claim: sampleClaim('ca', { links: [link] }) },
      { type: 'put-claim', claim: sampleClaim('cb') },
    ]);
  }
  return memory;
}

function open(memory: MemoryFiles, fault: Fault | undefined): Setting {
  const files = new FaultFiles(memory);
  files.fault = fault;
  return { memory, files, store: new AnnotationStore(new MemoryHost(memory, files), new TestClock()) };
}

/** Runs one action with a fault, then a recovery with a second one, then a clean start. Returns the calls made. */
async function runCase(
  action: keyof typeof actions,
  fault: Fault,
  second: Fault | undefined,
): Promise<[number, number]> {
  const { fresh = false, operations } = actions[action]!;
  const memory = await prepare(fresh);
  const before = memory.text(sidecar);
  const wanted = await expectedAfter(fresh, operations);
  const { files, store } = open(memory, fault);
  const result = await store.apply(article, operations);
  checkFile(memory.text(sidecar), before, wanted);
  checkResult(result, memory, store, wanted);
  let recoveryCalls = 0;
  if (second) {
    const again = open(memory, second);
    await again.store.recover().catch(() => undefined);
    recoveryCalls = again.files.calls;
    checkFile(memory.text(sidecar), before, wanted);
  }
  const clean = open(memory, undefined);
  assert.deepEqual((await clean.store.recover()).parked, []);
  await clean.store.open(article);
  if (result.problem?.code !== 'not-kept') {
    assert.equal(memory.text(sidecar), wanted, 'kept work arrives');
  }
  checkFile(memory.text(sidecar), before, wanted);
  assert.equal(clean.store.get(article)?.pending, 0);
  if (result.problem?.code !== 'not-kept') {
    const rest = [...memory.files.keys()].filter((name) => name !== sidecar);
    assert.deepEqual(rest, [], 'no stray files');
  }
  return [files.calls, recoveryCalls];
}

const expectations = new Map<string, string>();

async function expectedAfter(fresh: boolean, operations: readonly Operation[]): Promise<string> {
  const key = JSON.stringify([fresh, operations]);
  if (!expectations.has(key)) {
    const memory = await prepare(fresh);
    await new AnnotationStore(new MemoryHost(memory), new TestClock()).apply(article, operations);
    expectations.set(key, memory.text(sidecar)!);
  }
  return expectations.get(key)!;
}

function checkFile(text: string | undefined, before: string | undefined, wanted: string): void {
  assert.ok(text === before || text === wanted, `neither old nor new:\n${text}`);
}

function checkResult(result: ApplyResult, memory: MemoryFiles, store: AnnotationStore, wanted: string): void {
  const fields = (text: string) => readSidecar(text).annotations.claims.map(claimFields);
  if (result.saved) {
    assert.equal(memory.text(sidecar), wanted, 'said to be saved');
  }
  if (result.problem?.code === 'not-kept') {
    assert.deepEqual([result.inverse, result.saved], [[], false]);
  } else {
    assert.deepEqual(store.get(article)?.annotations.claims.map(claimFields), fields(wanted), 'shown');
  }
}

/**
 * A fault at the n-th file operation, for all n until the action no longer meets it, of every kind, once and for ever;
 * `count` = 1 leaves the second fault during the recovery out, 2 tries it at every operation there.
 */
export async function runStoreFaults(count: number): Promise<void> {
  let cases = 0;
  for (const action of Object.keys(actions)) {
    for (const code of codes) {
      for (const forever of [false, true]) {
        let met = true;
        for (let at = 1; met; at++) {
          const name = `${action}: ${code} at ${at}${forever ? ' and after' : ''}`;
          const fault = { at, code, forever };
          try {
            const [calls] = await runCase(action, fault, undefined);
            cases++;
            met = calls >= at;
            for (let next = 1, hit = true; count > 1 && met && hit; next++) {
              const [, recovery] = await runCase(action, fault, { at: next, code, forever });
              cases++;
              hit = recovery >= next;
            }
          } catch (error) {
            throw new Error(name, { cause: error });
          }
        }
      }
    }
  }
  process.stdout.write(`${cases} cases; `);
  assert.ok(cases > 7 * 14 * 10);
}

await script('storeFaults', 'rounds (2: with a second fault) of all faults at all operations', runStoreFaults);
