import assert from 'node:assert/strict';
import { ActorStore } from '../../src/workspace/actorStore';
import { AnnotationStore } from '../../src/workspace/annotationStore';
import type { ChangeResult } from '../../src/workspace/itemFileState';
import type { Operation } from '../../src/workspace/operations';
import { type Fault, FaultFiles, MemoryFiles, MemoryHost, TestClock } from '../support/memoryHost';
import { sampleClaim, sampleCorrection } from '../support/sampleItems';
import { script } from '../support/script';

const article = '/desk/a.txt';
const other = '/desk/b.txt';
const link = { relation: 'supports', article: '', claim: 'cb', quote: 'q' } as const;
const lind = {
  id: 'anna-lind',
  kind: 'person',
  names: { en: 'Anna Lind' },
  aliases: [],
  roles: [],
  merged: [],
} as const;
const linda = { ...lind, id: 'a-linda', names: { en: 'A. Linda' } } as const;

/** What the windows and the command line work with. */
class Desk {
  readonly host: MemoryHost;
  readonly files: FaultFiles;
  readonly claims: AnnotationStore;
  readonly actors: ActorStore;

  constructor(
    readonly memory: MemoryFiles,
    fault?: Fault,
  ) {
    this.files = new FaultFiles(memory);
    this.files.fault = fault;
    this.host = new MemoryHost(memory, this.files);
    this.claims = new AnnotationStore(this.host, new TestClock());
    this.actors = new ActorStore(this.host, new TestClock());
  }

  /** As at the start of the extension. */
  async recover(): Promise<number> {
    const claims = await this.claims.recover();
    const actors = await this.actors.recover();
    return claims.parked.length + actors.parked.length;
  }
}

interface Outcome {
  readonly saved: boolean;
  readonly problem?: ChangeResult['problem'];
}

/** What a person can do; every file must say before or after, never between. Returns what the person is told. */
interface Action {
  /** The files as they are before; two claims and two actors if left out. */
  readonly before?: (desk: Desk) => Promise<unknown>;
  readonly run: (desk: Desk) => Promise<Outcome>;
}

const put = (id: string, more = {}): Operation => ({ type: 'put-claim', claim: sampleClaim(id, more) });
const apply =
  (...operations: Operation[]) =>
  (desk: Desk): Promise<Outcome> =>
    desk.claims.apply(article, operations);

async function usual({ claims, actors }: Desk): Promise<void> {
  await claims.apply(article, [put('ca', { links: [link] }), put('cb')]);
  await claims.apply(article, [{ type: 'put-correction', correction: sampleCorrection('kz') }]);
  await actors.apply('/desk', [
    { type: 'put-actor', actor: lind },
    { type: 'put-actor', actor: linda },
  ]);
}

const conflicted = { status: 'disputed', conflicts: [{ field: 'status', others: ['refuted'] }] };

const actions: Record<string, Action> = {
  'first claim': { before: async () => undefined, run: apply(put('cc')) },
  'another claim': { run: apply(put('cc')) },
  edit: { run: apply(put('ca', { status: 'refuted', note: 'n' })) },
  delete: { run: apply({ type: 'delete-claim', id: 'ca' }) },
  correct: { run: apply({ type: 'put-correction', correction: sampleCorrection('ka') }) },
  'take a correction back': { run: apply({ type: 'delete-correction', id: 'kz' }) },
  link: { run: apply({ type: 'add-link', claim: 'cb', link: { ...link, claim: 'ca' } }) },
  unlink: { run: apply({ type: 'remove-link', claim: 'ca', link }) },
  're-attach': { run: apply(put('cb', { selector: { exact: 'other words', prefix: 'p', suffix: 's', hint: 99 } })) },
  import: { run: apply(...['c1', 'c2', 'c3', 'd1', 'd2'].map((id) => put(id))) },
  many: {
    run: apply({ type: 'delete-claim', id: 'ca' }, put('cd'), { type: 'add-link', claim: 'cb', link }),
  },
  'undo an edit': {
    before: async (desk) => {
      await usual(desk);
      await desk.claims.apply(article, [put('ca', { note: 'n' })]);
    },
    run: async (desk) => {
      const { sidecar } = await desk.claims.open(article);
      const now = sidecar.items.get('claims')?.get('ca');
      const before = now && new Map([...now].filter(([key]) => key !== 'note'));
      const change = { section: 'claims', id: 'ca', before: now, after: before };
      return desk.claims.apply(article, [{ type: 'change-item', change }]);
    },
  },
  'choose between two values': {
    before: async (desk) => {
      await usual(desk);
      await desk.claims.apply(article, [put('ca', conflicted)]);
    },
    run: apply(put('ca', { status: 'refuted' })),
  },
  'edit after a merge by git': {
    run: async (desk) => {
      await desk.claims.open(article);
      const { memory } = desk;
      const merged = memory.text(`${article}.claims.yaml`)!.replace('status: "unverified"', 'status: "disputed"');
      memory.put(`${article}.claims.yaml`, merged);
      return desk.claims.apply(article, [put('ca', { note: 'mine', links: [link] })]);
    },
  },
  'move a claim to another article': {
    run: async (desk) => {
      const there = await desk.claims.apply(other, [put('ca', { links: [link] })]);
      return there.problem?.code === 'not-kept'
        ? there
        : worse(there, await desk.claims.apply(article, [{ type: 'delete-claim', id: 'ca' }]));
    },
  },
  'merge two actors': {
    run: ({ actors }) => actors.apply('/desk', [{ type: 'merge-actors', into: 'anna-lind', from: 'a-linda' }]),
  },
  'a new actor': {
    run: ({ actors }) => actors.apply('/desk', [{ type: 'put-actor', actor: { ...lind, id: 'bo' } }]),
  },
};

/** Of two steps, what was not kept counts, then what was not saved. */
function worse(a: Outcome, b: Outcome): Outcome {
  return b.problem?.code === 'not-kept' || a.saved ? b : a;
}

const codes = ['ENOSPC', 'short', 'EIO', 'EACCES', 'EBUSY', 'EXDEV', 'EROFS'] as const;
const watched = [`${article}.claims.yaml`, `${other}.claims.yaml`, '/desk/actors.yaml'];
type Files = readonly (string | undefined)[];

const contents = (memory: MemoryFiles): Files => watched.map((file) => memory.text(file));

async function prepare({ before = usual }: Action): Promise<MemoryFiles> {
  const memory = new MemoryFiles();
  await before(new Desk(memory));
  return memory;
}

const expectations = new Map<Action, { readonly before: Files; readonly wanted: Files }>();

async function expected(action: Action): Promise<{ readonly before: Files; readonly wanted: Files }> {
  const known = expectations.get(action);
  if (known) {
    return known;
  }
  const memory = await prepare(action);
  const before = contents(memory);
  assert.equal((await action.run(new Desk(memory))).saved, true);
  const result = { before, wanted: contents(memory) };
  assert.notDeepEqual(result.before, result.wanted, 'the action does something');
  expectations.set(action, result);
  return result;
}

/** Runs one action with a fault, then a recovery with a second one, then a clean start. Returns the calls made. */
async function runCase(action: Action, fault: Fault, second: Fault | undefined): Promise<[number, number]> {
  const { before, wanted } = await expected(action);
  const memory = await prepare(action);
  const desk = new Desk(memory, fault);
  const result = await action.run(desk).catch((error: unknown) => failedToRead(error, fault));
  const merged = contents(memory);
  checkFiles(merged, before, wanted);
  if (result.saved) {
    assert.deepEqual(merged, wanted, 'said to be saved');
  }
  let recoveryCalls = 0;
  if (second) {
    const again = new Desk(memory, second);
    await again.recover().catch(() => undefined);
    recoveryCalls = again.files.calls;
    checkFiles(contents(memory), before, wanted);
  }
  const clean = new Desk(memory);
  assert.equal(await clean.recover(), 0);
  checkFiles(contents(memory), before, wanted);
  for (const uri of [article, other]) {
    assert.equal((await clean.claims.open(uri)).pending, 0);
  }
  if (result.problem?.code !== 'not-kept') {
    assert.deepEqual(contents(memory), wanted, 'kept work arrives');
    const stray = [...memory.files.keys()].filter((name) => !watched.includes(name));
    assert.deepEqual(stray, [], 'no stray files');
  }
  return [desk.files.calls, recoveryCalls];
}

/** A person who cannot even open the file has done nothing. */
function failedToRead(error: unknown, { code }: Fault): Outcome {
  assert.equal((error as { code?: string }).code, code);
  return { saved: false, problem: { code: 'not-kept', severity: 'error', message: '', line: 0, column: 0 } };
}

/** In the middle of several steps some files may be old and others new. */
function checkFiles(now: Files, before: Files, wanted: Files): void {
  for (const [i, text] of now.entries()) {
    assert.ok(
      text === before[i] || text === wanted[i] || isMerged(text),
      `${watched[i]}: neither old nor new:\n${text}`,
    );
  }
}

/** What git wrote while the window was open: the state before for what comes after. */
const isMerged = (text: string | undefined): boolean =>
  text?.includes('status: "disputed"') === true && !text.includes('mine') && !text.includes('conflicts');

/**
 * A fault at the n-th file operation, for all n until the action no longer meets it, of every kind, once and for ever;
 * `count` = 1 leaves the second fault during the recovery out, 2 tries it at every operation there, too.
 */
export async function runStoreFaults(count: number): Promise<void> {
  let cases = 0;
  for (const [name, action] of Object.entries(actions)) {
    for (const code of codes) {
      for (const forever of [false, true]) {
        let met = true;
        for (let at = 1; met; at++) {
          const fault = { at, code, forever };
          let next = 0;
          try {
            const [calls] = await runCase(action, fault, undefined);
            cases++;
            met = calls >= at;
            for (let hit = met && count > 1; hit; ) {
              next++;
              const [, recovery] = await runCase(action, fault, { at: next, code, forever });
              cases++;
              hit = recovery >= next;
            }
          } catch (error) {
            const where = `${name}: ${code} at ${at}${forever ? ' and after' : ''}, then at ${next}`;
            throw new Error(where, { cause: error });
          }
        }
      }
    }
  }
  process.stdout.write(`${Object.keys(actions).length} actions, ${cases} cases; `);
  assert.ok(cases > Object.keys(actions).length * codes.length * 2 * 8);
}

await script('storeFaults', 'rounds (2: with a second fault) of all faults at all operations', runStoreFaults);
