import assert from 'node:assert/strict';
import { mergeSidecarTexts } from '../../src/annotations/mergeSidecars';
import { readSidecar, type Sidecar } from '../../src/annotations/sidecarRead';
import { isMap, type YamlMap, type YamlValue } from '../../src/annotations/yamlValue';
import { changesOf, type Operation } from '../../src/workspace/operations';
import { Random } from '../support/random';
import { randomClaim, roughen } from '../support/randomItems';
import { script } from '../support/script';
import { applyChanges, emptySidecar } from '../support/sidecars';
import { randomOperation } from './sidecarEdits';

function edit(random: Random, start: Sidecar, steps: number): Sidecar {
  let sidecar = start;
  for (let step = 0; step < steps; step++) {
    const operation = randomOperation(random, sidecar.annotations);
    sidecar = applyChanges(sidecar, changesOf([operation], sidecar).changes).sidecar;
  }
  return random.chance(0.4) ? readSidecar(roughen(random, sidecar.text)) : sidecar;
}

/** Leaves of an item by path; a list is the set of its entries' texts, whatever their fields are. */
type Leaves = Map<string, string | Set<string>>;

function leavesOf(item: YamlMap | undefined, path = '', into: Leaves = new Map()): Leaves {
  for (const [key, value] of item ?? []) {
    if (isMap(value)) {
      leavesOf(value, `${path}${key}.`, into);
    } else if (Array.isArray(value)) {
      into.set(path + key, new Set(value.map((entry: YamlValue) => text(entry))));
    } else {
      into.set(path + key, text(value));
    }
  }
  return into;
}

function text(value: YamlValue): string {
  return JSON.stringify(value, (_key, item: unknown) => (item instanceof Map ? [...item].sort() : item));
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Set && b instanceof Set ? a.size === b.size && [...a].every((entry) => b.has(entry)) : a === b;

/**
 * Merges of two random edits of one sidecar, judged by a second, simpler reading of "field by field": no item and no
 * field is lost, a field that one side changed has that side's value, and a conflict is reported exactly where both
 * changed the same field differently, with the other value kept.
 */
export function runSidecarMerges(count: number, seed: number): void {
  let conflicts = 0;
  for (let run = 0; run < count; run++) {
    const random = new Random(seed + run);
    const first: Operation[] = Array.from({ length: 3 }, (_, i) => ({
      type: 'put-claim',
      claim: randomClaim(random, `c${i}`),
    }));
    const start = emptySidecar();
    const base = applyChanges(start, changesOf(first, start).changes).sidecar;
    const ours = edit(random, base, 1 + random.below(5));
    const theirs = edit(random, base, 1 + random.below(5));
    try {
      conflicts += check(base, ours, theirs);
    } catch (error) {
      const sides = [base, ours, theirs].map((side) => side.text).join('\n=========\n');
      throw new Error(`seed ${seed + run}\n${sides}`, { cause: error });
    }
  }
  assert.ok(count < 100 || conflicts > 0, 'the runs must meet conflicts');
}

function check(base: Sidecar, ours: Sidecar, theirs: Sidecar): number {
  const merged = mergeSidecarTexts(base.text, ours.text, theirs.text);
  assert.ok(merged.text !== undefined, merged.problem?.message);
  const result = readSidecar(merged.text);
  assert.deepEqual([result.readOnly, result.problems.filter(({ code }) => code !== 'field-conflict')], [undefined, []]);
  // Inside an entry of a list (two titles for one address) the simpler reading has no say.
  const fields = merged.conflicts.filter(({ field }) => !/^(?:links|verdict\.evidence)\./.test(field));
  const reported = new Set(fields.map(({ id, field }) => `${id} ${field}`));
  const expected = new Set<string>();
  for (const section of ['claims', 'corrections'] as const) {
    const [b, o, t, r] = [base, ours, theirs, result].map((side) => side.items.get(section)!);
    for (const id of new Set([...b!.keys(), ...o!.keys(), ...t!.keys(), ...r!.keys()])) {
      checkItem(id, b!.get(id), o!.get(id), t!.get(id), r!.get(id), expected);
    }
  }
  assert.deepEqual(reported, expected);
  for (const comment of [...comments(ours.text), ...comments(theirs.text)]) {
    if (!comments(base.text).includes(comment)) {
      // A comment on an item that the other side deleted unchanged goes with the item.
      assert.ok(comments(merged.text).includes(comment) || deleted(base, ours, theirs), `comment ${comment}`);
    }
  }
  return expected.size;
}

function comments(source: string): string[] {
  return source.split('\n').flatMap((line) => /^ *# §(?:note|keep).*$/.exec(line)?.[0].trim() ?? []);
}

function deleted(base: Sidecar, ours: Sidecar, theirs: Sidecar): boolean {
  const ids = (side: Sidecar) => [...side.items.values()].flatMap((items) => [...items.keys()]);
  return ids(base).some((id) => !ids(ours).includes(id) || !ids(theirs).includes(id));
}

function checkItem(
  id: string,
  base: YamlMap | undefined,
  ours: YamlMap | undefined,
  theirs: YamlMap | undefined,
  result: YamlMap | undefined,
  conflicts: Set<string>,
): void {
  const [b, o, t] = [base, ours, theirs].map((item) => leavesOf(item));
  const changed = (side: Leaves): boolean =>
    [...new Set([...b!.keys(), ...side.keys()])].some((path) => !same(b!.get(path), side.get(path)));
  if (!ours && !theirs) {
    assert.equal(result, undefined, `${id} deleted by both`);
    return;
  }
  if (!ours || !theirs) {
    const kept = ours ? o! : t!;
    if (!base || changed(kept)) {
      assert.ok(result, `${id} lost`);
      if (base) {
        conflicts.add(`${id} item`);
      }
    } else {
      assert.equal(result, undefined, `${id} deleted by one, untouched by the other`);
    }
    return;
  }
  assert.ok(result, `${id} lost`);
  checkFields(id, { base: b!, ours: o!, theirs: t! }, result, conflicts);
}

function checkFields(
  id: string,
  { base, ours, theirs }: { base: Leaves; ours: Leaves; theirs: Leaves },
  result: YamlMap,
  conflicts: Set<string>,
): void {
  const kept = result.get('conflicts');
  const leaves = leavesOf(new Map([...result].filter(([key]) => key !== 'conflicts')));
  // A whole verdict against none is one field; inside two verdicts each field counts.
  const whole = (path: string): string =>
    path.startsWith('verdict.') && !(has(ours, 'verdict') && has(theirs, 'verdict')) ? 'verdict' : path;
  const paths = new Set([...base.keys(), ...ours.keys(), ...theirs.keys()]);
  for (const path of paths) {
    const [b, o, t, r] = [base, ours, theirs, leaves].map((side) => side.get(path));
    if (whole(path) === 'verdict') {
      checkVerdict(id, { base, ours, theirs }, conflicts);
    } else if (same(o, t) || same(b, t)) {
      assert.ok(same(r, o), `${id} ${path}: ours`);
    } else if (same(b, o)) {
      assert.ok(same(r, t), `${id} ${path}: theirs`);
    } else if ([b, o, t].some((value) => value instanceof Set)) {
      const [bs, os, ts, rs] = [b, o, t, r].map((value) => (value instanceof Set ? value : new Set<string>()));
      if (!['links', 'verdict.evidence'].includes(path)) {
        const union = [...os!, ...ts!].filter((entry) => !bs!.has(entry) || (os!.has(entry) && ts!.has(entry)));
        assert.deepEqual(new Set(union), rs, `${id} ${path}: union`);
      }
    } else {
      conflicts.add(`${id} ${path}`);
      assert.ok(same(r, o ?? t), `${id} ${path}: one value stays`);
      const others = isMap(kept) ? kept.get(path) : undefined;
      assert.ok(Array.isArray(others), `${id} ${path}: the other value is kept`);
      assert.deepEqual(others.map(text), [o === undefined || t === undefined ? 'null' : t]);
    }
  }
}

function has(leaves: Leaves, prefix: string): boolean {
  return [...leaves.keys()].some((path) => path.startsWith(`${prefix}.`));
}

function checkVerdict(
  id: string,
  { base, ours, theirs }: { base: Leaves; ours: Leaves; theirs: Leaves },
  conflicts: Set<string>,
): void {
  const part = (leaves: Leaves) =>
    JSON.stringify(
      [...leaves]
        .filter(([path]) => path.startsWith('verdict.'))
        .map(([path, value]) => [path, value instanceof Set ? [...value].sort() : value])
        .sort(),
    );
  if (part(ours) !== part(theirs) && part(base) !== part(theirs) && part(base) !== part(ours)) {
    conflicts.add(`${id} verdict`);
  }
}

await script('sidecarMerges', 'three-way merges', runSidecarMerges);
