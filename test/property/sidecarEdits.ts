import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { parseDocument } from 'yaml';
import yamlJs from 'yaml-js';
import type { ItemChange } from '../../src/annotations/itemChange';
import { claimFields, correctionFields } from '../../src/annotations/itemCodec';
import { inverseOf } from '../../src/annotations/itemFileEdit';
import { rereadItem } from '../../src/annotations/rereadItem';
import { readSidecar, type Sidecar, sidecarKind } from '../../src/annotations/sidecarRead';
import type { TextEdit } from '../../src/annotations/yamlEdit';
import type { YamlNode } from '../../src/annotations/yamlTree';
import type { AnnotationSet } from '../../src/model/claim';
import { changesOf, type Operation } from '../../src/workspace/operations';
import { Random } from '../support/random';
import { randomClaim, randomCorrection, randomEdit, roughen } from '../support/randomItems';
import { script } from '../support/script';
import { applyChanges, emptySidecar } from '../support/sidecars';

/** A random thing to do to annotations. */
export function randomOperation(random: Random, { claims, corrections }: AnnotationSet): Operation {
  const id = `c${random.below(1e9).toString(36)}`;
  const claim = claims.length > 0 ? random.pick(claims) : undefined;
  switch (random.below(claim ? 7 : 2)) {
    case 0:
      return { type: 'put-claim', claim: randomClaim(random, id) };
    case 1:
      return { type: 'put-correction', correction: randomCorrection(random, id) };
    case 2:
      return { type: 'delete-claim', id: claim!.id };
    case 3:
      return corrections.length > 0
        ? { type: 'delete-correction', id: random.pick(corrections).id }
        : { type: 'put-claim', claim: randomClaim(random, id) };
    case 4:
      return {
        type: random.chance(0.5) ? 'add-link' : 'remove-link',
        claim: claim!.id,
        link: { relation: 'supports', article: '', claim: 'cx1', quote: 'q' },
      };
    default:
      return { type: 'put-claim', claim: randomEdit(random, claim!) };
  }
}

/** Plain data as every reader gives it, for comparison. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (_key, item: unknown) => (item instanceof Map ? Object.fromEntries(item) : item)),
  );
}

/** `yaml`, js-yaml and a YAML 1.1 reader take the file for the same data. */
export function assertReadersAgree(text: string): void {
  const document = parseDocument(text, { schema: 'core', version: '1.2' });
  assert.deepEqual(document.errors, []);
  const expected = plain(document.toJS());
  assert.deepEqual(plain(load(text)), expected);
  assert.deepEqual(plain(yamlJs.load(text)), expected);
}

function commentsOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => /# §.*$/.exec(line)?.[0] ?? [])
    .sort();
}

function comparable({ claims, corrections }: AnnotationSet) {
  const fields = [
    ...claims.map((claim) => [claim.id, claimFields(claim)] as const),
    ...corrections.map((item) => [item.id, correctionFields(item)] as const),
  ];
  return new Map(fields);
}

/**
 * Random operations on one sidecar, with other people's comments, keys and styles put in between: the file always
 * says what the operations say, comments of items that are still there stay, undo gives the same annotations, and
 * three readers agree on every file written.
 */
export function runSidecarEdits(count: number, seed: number): void {
  for (let sequence = 0; sequence < count; sequence++) {
    const random = new Random(seed + sequence);
    let sidecar: Sidecar = emptySidecar();
    const crlf = random.chance(0.2);
    for (let step = 2 + random.below(8); step > 0; step--) {
      if (random.chance(0.3)) {
        const rough = roughen(random, sidecar.text.replaceAll('\r\n', '\n'));
        sidecar = readSidecar(crlf ? rough.replaceAll('\n', '\r\n') : rough);
        assert.deepEqual([sidecar.readOnly, sidecar.problems], [undefined, []], `seed ${seed + sequence}`);
      }
      try {
        checkStep(random, sidecar, (next) => {
          sidecar = next;
        });
      } catch (error) {
        throw new Error(`seed ${seed + sequence}\n${sidecar.text}`, { cause: error });
      }
    }
    assertReadersAgree(sidecar.text);
  }
  assert.ok(count < 100 || rereads.done > 0.3 * rereads.tried, `${rereads.done} of ${rereads.tried} read by one item`);
}

/** Reading only the changed item again gives what reading the whole file gives, to the last offset. */
function checkReread(before: Sidecar, changes: readonly ItemChange[], after: Sidecar): void {
  const items = new Map(changes.map(({ section, id }) => [`${section} ${id}`, { section, id }]));
  const [item] = items.values();
  if (items.size !== 1 || !item || before.text === after.text) {
    return;
  }
  rereads.tried++;
  const reread = rereadItem(sidecarKind, before, item, [editBetween(before.text, after.text)], after.text);
  if (reread) {
    rereads.done++;
    const { lines, root, ...rest } = reread;
    const { lines: wholeLines, root: wholeRoot, ...whole } = readSidecar(after.text);
    assert.deepEqual(rest, whole, 'read again');
    assert.deepEqual([...lines.starts], [...wholeLines.starts], 'lines');
    assert.deepEqual(root && plainNode(root), wholeRoot && plainNode(wholeRoot), 'offsets');
  }
}

/** The lines that differ. */
function editBetween(before: string, after: string): TextEdit {
  let top = 0;
  while (top < Math.min(before.length, after.length) && before[top] === after[top]) {
    top++;
  }
  let bottom = 0;
  while (bottom < Math.min(before.length, after.length) - top && before.at(-1 - bottom) === after.at(-1 - bottom)) {
    bottom++;
  }
  const start = before.lastIndexOf('\n', top - 1) + 1;
  const lineEnd = before.indexOf('\n', before.length - bottom - 1);
  const end = lineEnd < 0 ? before.length : Math.max(start, lineEnd + 1);
  return { start, end, text: after.slice(start, end + after.length - before.length) };
}

function plainNode(node: YamlNode): unknown {
  switch (node.type) {
    case 'scalar':
      return node;
    case 'list':
      return { ...node, items: node.items.map(plainNode) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map(({ key, start, value }) => ({ key, start, value: plainNode(value) })),
      };
  }
}

const rereads = { tried: 0, done: 0 };

function checkStep(random: Random, sidecar: Sidecar, done: (next: Sidecar) => void): void {
  const operation = randomOperation(random, sidecar.annotations);
  const { changes } = changesOf([operation], sidecar);
  const { sidecar: next, conflicts } = applyChanges(sidecar, changes);
  assert.deepEqual([next.problems, next.readOnly, conflicts], [[], undefined, []]);
  const expected = comparable(sidecar.annotations);
  if (operation.type === 'put-claim') {
    expected.set(operation.claim.id, claimFields(operation.claim));
  } else if (operation.type === 'put-correction') {
    expected.set(operation.correction.id, correctionFields(operation.correction));
  } else if (operation.type === 'delete-claim' || operation.type === 'delete-correction') {
    expected.delete(operation.id);
  }
  if (operation.type !== 'add-link' && operation.type !== 'remove-link') {
    assert.deepEqual(comparable(next.annotations), expected);
  }
  if (!operation.type.startsWith('delete')) {
    assert.deepEqual(commentsOf(next.text), commentsOf(sidecar.text), 'comments');
  }
  checkReread(sidecar, changes, next);
  assert.equal(applyChanges(next, changes).sidecar.text, next.text, 'applying twice');
  const undone = applyChanges(next, inverseOf(sidecar, changes)).sidecar;
  assert.deepEqual(comparable(undone.annotations), comparable(sidecar.annotations), 'undo');
  if (operation.type.startsWith('delete') && changes.length > 0) {
    assert.deepEqual(commentsOf(undone.text), commentsOf(sidecar.text), 'comments after undo');
  }
  const mixed = next.text.includes('\r\n') && /[^\r]\n/.test(next.text);
  assert.ok(!mixed, 'line ends');
  done(next);
}

await script('sidecarEdits', 'sequences of edits, three readers agree on each file', runSidecarEdits);
