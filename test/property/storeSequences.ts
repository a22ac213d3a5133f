import assert from 'node:assert/strict';
import { claimFields, correctionFields } from '../../src/annotations/itemCodec';
import { mergeSidecarTexts } from '../../src/annotations/mergeSidecars';
import { readSidecar } from '../../src/annotations/sidecarRead';
import { equalValues, type YamlMap } from '../../src/annotations/yamlValue';
import type { AnnotationSet, Claim } from '../../src/model/claim';
import { AnnotationStore } from '../../src/workspace/annotationStore';
import { changesOf, type Operation } from '../../src/workspace/operations';
import { CrashFiles } from '../support/crashFiles';
import { FaultFiles, MemoryFiles, MemoryHost, TestClock } from '../support/memoryHost';
import { Random } from '../support/random';
import { randomCorrection, randomEdit, roughen, smallClaim } from '../support/randomItems';
import { script } from '../support/script';
import { applyChanges, emptySidecar } from '../support/sidecars';
import { ArticleLife } from './articleLife';

type Model = Map<string, YamlMap>;

const actions = [
  'put',
  'put',
  'put',
  'edit',
  'edit',
  'edit',
  'delete',
  'correct',
  'undo',
  'outside',
  'second',
  'merge',
  'crash',
  'crash',
  'fault',
  'damage',
  'move',
  'parallel',
  'buffer',
  'annotate',
  'annotate',
  'annotate',
  'editText',
  'editText',
  'editText',
  'undoText',
  'openText',
  'closeText',
  'saveText',
  'outsideText',
  'outsideText',
  'convertText',
  'review',
] as const;

/** One life of a folder: a store that is used, crashes and restarts, other programs, and what the files should say. */
class Life {
  readonly memory = new MemoryFiles();
  readonly log: string[] = [];
  readonly text: ArticleLife;
  model: Model = new Map();
  store: AnnotationStore;
  faults!: FaultFiles;
  host!: MemoryHost;
  #next = 0;
  #undo: { readonly operations: readonly Operation[]; readonly model: Model; readonly at: Model } | undefined;

  constructor(readonly random: Random) {
    this.memory.folders.add('/desk');
    this.text = new ArticleLife(random, this.memory, '/desk/a.txt');
    this.store = this.start();
  }

  get article(): string {
    return this.text.uri;
  }

  get sidecar(): string {
    return `${this.article}.claims.yaml`;
  }

  start(): AnnotationStore {
    this.faults = new FaultFiles(this.memory);
    this.faults.spare = '/store';
    this.host = new MemoryHost(this.memory, this.faults);
    return new AnnotationStore(this.host, new TestClock());
  }

  newId(): string {
    return `c${this.random.below(36 ** 4).toString(36)}x${this.#next++}`;
  }

  claims(): readonly Claim[] {
    return this.store.get(this.article)?.annotations.claims ?? [];
  }

  /** A random operation and what the model is after it. */
  operation(kind: 'put' | 'edit' | 'delete' | 'correct', claims: readonly Claim[] = this.claims()): [Operation, Model] {
    const { random } = this;
    const model = new Map(this.model);
    const claim = claims.length > 0 ? random.pick(claims) : undefined;
    if (kind === 'correct') {
      const correction = randomCorrection(random, this.newId());
      return [{ type: 'put-correction', correction }, model.set(correction.id, correctionFields(correction))];
    }
    if (kind === 'put' || !claim) {
      const added = smallClaim(random, this.newId());
      return [{ type: 'put-claim', claim: added }, model.set(added.id, claimFields(added))];
    }
    if (kind === 'delete') {
      model.delete(claim.id);
      return [{ type: 'delete-claim', id: claim.id }, model];
    }
    const changed = randomEdit(random, claim);
    return [{ type: 'put-claim', claim: changed }, model.set(claim.id, claimFields(changed))];
  }

  async act(action: (typeof actions)[number]): Promise<void> {
    this.log.push(action);
    switch (action) {
      case 'put':
      case 'edit':
      case 'delete':
      case 'correct':
        return this.#apply(...this.operation(action));
      case 'undo':
        return this.#undoLast();
      case 'outside':
        return this.#outside();
      case 'second':
        return this.#second();
      case 'merge':
        return this.#merge();
      case 'crash':
        return this.#crash();
      case 'fault':
        return this.#fault();
      case 'damage':
        return this.#damage();
      case 'move':
        return this.#move();
      case 'parallel':
        return this.#parallel();
      case 'buffer':
        return this.#buffer();
      case 'annotate':
        return this.#annotate();
      case 'review':
        return this.#review();
      case 'openText':
        return this.text.open(this.store);
      case 'closeText':
        return this.text.close();
      case 'saveText':
        return this.text.save();
      case 'undoText':
        return this.text.undo();
      case 'editText':
        this.log.push(this.text.edit());
        return undefined;
      case 'outsideText':
        this.log.push(this.text.outside(this.store));
        return undefined;
      case 'convertText':
        this.log.push(this.text.convert(this.store));
        return undefined;
    }
  }

  async #apply(operation: Operation, after: Model): Promise<void> {
    const before = this.model;
    const result = await this.store.apply(this.article, [operation]);
    assert.deepEqual([result.saved, result.problem], [true, undefined]);
    this.model = after;
    this.#undo = { operations: result.inverse, model: before, at: after };
  }

  /** A claim on a passage of the article: it is in its place from the start. */
  async #annotate(): Promise<void> {
    const id = this.newId();
    const selector = this.text.passage(id);
    if (selector) {
      const claim = { ...smallClaim(this.random, id), selector };
      this.log.push(`  ${id} “${selector.exact}”`);
      await this.#apply({ type: 'put-claim', claim }, new Map(this.model).set(id, claimFields(claim)));
    }
  }

  /** A person gives a claim that waits for them a place: only then does its quote change. */
  async #review(): Promise<void> {
    const reviewed = this.text.reviewed(this.store);
    const claim = this.claims().find(({ id }) => id === reviewed?.id);
    if (reviewed && claim) {
      const placed = { ...claim, selector: reviewed.selector };
      this.log.push(`  ${claim.id} “${reviewed.selector.exact}”`);
      await this.#apply({ type: 'put-claim', claim: placed }, new Map(this.model).set(claim.id, claimFields(placed)));
    }
  }

  async #undoLast(): Promise<void> {
    const undo = this.#undo;
    if (undo && undo.at === this.model) {
      await this.store.apply(this.article, undo.operations);
      this.model = undo.model;
      this.#undo = undefined;
    }
  }

  /** Somebody changes comments and style in an editor that knows nothing of us. */
  async #outside(): Promise<void> {
    const text = this.memory.text(this.sidecar);
    if (text !== undefined) {
      this.memory.put(this.sidecar, roughen(this.random, text));
      // Undoing the creation of an item that another tool wrote into keeps the item, as a conflict.
      this.#undo = undefined;
      if (this.random.chance(0.5)) {
        await this.store.refresh(this.sidecar);
      } else {
        // Unseen: a deletion would meet a change that its author did not know, and rightly keep the item.
        await this.#apply(...this.operation(this.random.pick(['put', 'edit', 'correct'])));
        // An edit that changes nothing does not look at the file.
        await this.store.refresh(this.sidecar);
      }
    }
  }

  /** A second window or the command line, with a storage of its own, changes the same file. */
  async #second(): Promise<void> {
    const host = new MemoryHost(this.memory, this.memory, '/other');
    const other = new AnnotationStore(host, new TestClock());
    const { annotations } = await other.open(this.article);
    const [operation, after] = this.operation(this.random.pick(['put', 'edit', 'delete']), annotations.claims);
    assert.equal((await other.apply(this.article, [operation])).saved, true);
    this.model = after;
    other.dispose();
    await this.store.refresh(this.sidecar);
  }

  /** A branch adds items of its own and is merged back. */
  async #merge(): Promise<void> {
    const base = this.memory.text(this.sidecar) ?? '';
    const start = base === '' ? emptySidecar() : readSidecar(base);
    const [[ours, first], added] = [this.operation('edit'), smallClaim(this.random, this.newId())];
    const branch = changesOf([{ type: 'put-claim', claim: added }], start).changes;
    const theirs = roughen(this.random, applyChanges(start, branch).sidecar.text);
    await this.#apply(ours, first);
    const merged = mergeSidecarTexts(base, this.memory.text(this.sidecar) ?? '', theirs);
    assert.deepEqual(merged.conflicts, []);
    this.memory.put(this.sidecar, merged.text!);
    this.model = new Map(this.model).set(added.id, claimFields(added));
    await this.store.refresh(this.sidecar);
  }

  /** The process ends at some file operation; what had been shown must be there after the restart. */
  async #crash(): Promise<void> {
    const [operation, after] = this.operation(this.random.pick(['put', 'edit', 'delete']));
    const files = new CrashFiles(this.memory, this.random.pick(['before', 'half', 'after']));
    const store = new AnnotationStore(new MemoryHost(this.memory, files), new TestClock());
    await store.open(this.article);
    files.left = 1 + this.random.below(20);
    let shown = false;
    store.onDidChange(() => {
      shown = true;
    });
    const result = await Promise.race([store.apply(this.article, [operation]), files.crashed]);
    this.text.close();
    this.store = this.start();
    const restart = this.random.chance(0.3) ? this.#crashAgain() : undefined;
    await restart;
    await this.store.recover();
    await this.store.open(this.article);
    const now = this.observed();
    if (shown || result !== 'crashed' || sameModel(now, after)) {
      this.model = after;
    }
    this.log.push(`  ${operation.type} ${result === 'crashed' ? `crashed, shown ${shown}` : 'finished'}`);
  }

  async #crashAgain(): Promise<void> {
    const files = new CrashFiles(this.memory, this.random.pick(['before', 'half', 'after']));
    files.left = 1 + this.random.below(12);
    const store = new AnnotationStore(new MemoryHost(this.memory, files), new TestClock());
    await Promise.race([store.recover(), files.crashed]);
  }

  /** Disk trouble: the file stays as it was, the work stays in the journal until the next chance. */
  async #fault(): Promise<void> {
    const [operation, after] = this.operation(this.random.pick(['put', 'edit']));
    const code = this.random.pick(['ENOSPC', 'EIO', 'EACCES', 'EBUSY', 'EXDEV', 'EROFS', 'short'] as const);
    this.faults.calls = 0;
    this.faults.fault = { at: 1 + this.random.below(14), code, forever: this.random.chance(0.5) };
    const result = await this.store.apply(this.article, [operation]);
    this.faults.fault = undefined;
    this.log.push(`  ${code} saved ${result.saved} ${result.problem?.code ?? ''}`);
    if (result.problem?.code !== 'not-kept') {
      this.model = after;
      assert.ok(sameModel(after, this.observed()), 'shown though not saved');
    }
    if (this.random.chance(0.5)) {
      this.text.close();
      this.store = this.start();
      await this.store.recover();
      await this.store.open(this.article);
    } else {
      assert.deepEqual(await this.store.flush(), []);
    }
  }

  /** The file is cut short by another program; work goes on, then the file is restored. */
  async #damage(): Promise<void> {
    const good = this.memory.text(this.sidecar);
    if (good === undefined) {
      return;
    }
    const bad = this.random.chance(0.5) ? `${good}\n<<<<<<< ours\n` : `${good}\n  "`;
    this.memory.put(this.sidecar, bad);
    const [operation, after] = this.operation('put');
    const result = await this.store.apply(this.article, [operation]);
    assert.equal(result.problem?.code, 'read-only');
    assert.equal(this.memory.text(this.sidecar), bad, 'damaged bytes are left alone');
    this.memory.put(this.sidecar, good);
    await this.store.refresh(this.sidecar);
    this.model = after;
  }

  async #move(): Promise<void> {
    const from = this.article;
    const to = from === '/desk/a.txt' ? '/desk/日本.md' : '/desk/a.txt';
    if (this.memory.files.has(this.sidecar)) {
      await this.memory.rename(this.sidecar, `${to}.claims.yaml`);
    }
    await this.text.rename(to, this.store);
    await this.store.moved(from, to);
  }

  async #parallel(): Promise<void> {
    const operations: Operation[] = [];
    for (let i = 2 + this.random.below(3); i > 0; i--) {
      const [operation, after] = this.operation('put');
      operations.push(operation);
      this.model = after;
    }
    const results = await Promise.all(operations.map((operation) => this.store.apply(this.article, [operation])));
    assert.ok(results.every((result) => result.saved));
  }

  /** The sidecar is open with unsaved changes: ours go into the buffer, and to the disk when it is saved. */
  async #buffer(): Promise<void> {
    const disk = this.memory.text(this.sidecar);
    if (disk === undefined) {
      return;
    }
    this.host.unsaved.set(this.sidecar, `${disk}# typing\n`);
    const [operation, after] = this.operation(this.random.pick(['put', 'edit']));
    const result = await this.store.apply(this.article, [operation]);
    assert.equal(result.problem?.code ?? 'nothing to do', result.saved ? 'nothing to do' : 'in-unsaved-buffer');
    assert.equal(this.memory.text(this.sidecar), disk, 'no write behind the buffer');
    this.model = after;
    assert.ok(sameModel(after, this.observed()), 'shown from the buffer');
    this.memory.put(this.sidecar, this.host.unsaved.get(this.sidecar)!);
    this.host.unsaved.delete(this.sidecar);
    await this.store.refresh(this.sidecar);
    assert.equal(this.store.get(this.article)?.pending, 0);
  }

  observed(): Model {
    return fieldsOf(this.store.get(this.article)?.annotations);
  }

  /** Nothing lost, doubled or changed in what is shown. */
  async checkShown(): Promise<void> {
    await this.store.open(this.article);
    assertModel(this.observed(), this.model, 'shown');
    this.text.check(this.store);
  }

  /** Nor in what a fresh reader finds in the file; and nothing waits or lies about. */
  checkFile(): void {
    const text = this.memory.text(this.sidecar);
    const read = text === undefined ? undefined : readSidecar(text);
    assert.deepEqual([read?.problems ?? [], read?.readOnly], [[], undefined]);
    assertModel(fieldsOf(read?.annotations), this.model, 'file');
    const stray = [...this.memory.files.keys()].filter((name) => name !== this.sidecar && name !== this.article);
    assert.deepEqual(stray, []);
  }
}

function fieldsOf(annotations: AnnotationSet | undefined): Model {
  const model: Model = new Map();
  for (const claim of annotations?.claims ?? []) {
    assert.ok(!model.has(claim.id), 'doubled');
    model.set(claim.id, claimFields(claim));
  }
  for (const correction of annotations?.corrections ?? []) {
    assert.ok(!model.has(correction.id), 'doubled');
    model.set(correction.id, correctionFields(correction));
  }
  return model;
}

function sameModel(a: Model, b: Model): boolean {
  return equalValues(a, b);
}

function assertModel(actual: Model, expected: Model, where: string): void {
  if (!sameModel(actual, expected)) {
    assert.deepEqual(actual, expected, where);
  }
}

/** Random lives, each checked after every step. All are tried; what is thrown tells of the first that failed. */
export async function runStoreSequences(count: number, seed: number): Promise<void> {
  const failed: Error[] = [];
  for (let run = 0; run < count && failed.length < 20; run++) {
    const life = new Life(new Random(seed + run));
    try {
      await live(life);
    } catch (error) {
      const text = life.memory.text(life.sidecar) ?? '(no sidecar)';
      failed.push(new Error(`seed ${seed + run}\n${life.log.join('\n')}\n${text}`, { cause: error }));
    }
  }
  if (failed.length > 0) {
    const seeds = failed.map(({ message }) => message.slice(0, message.indexOf('\n')));
    throw new Error(`${failed.length} failed: ${seeds.join(', ')}`, { cause: failed[0] });
  }
}

async function live(life: Life): Promise<void> {
  const { random } = life;
  await life.checkShown();
  for (let step = 4 + random.below(9); step > 0; step--) {
    const action = random.pick(actions);
    await life.act(action);
    await life.checkShown();
    if (step === 1 || action === 'crash' || action === 'fault') {
      life.checkFile();
    }
  }
}

await script('storeSequences', 'sequences of use, crash, edits of the article and outside change', runStoreSequences);
