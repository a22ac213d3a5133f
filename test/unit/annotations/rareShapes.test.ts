import assert from 'node:assert/strict';
import { setItems } from '../../../src/annotations/itemFileEdit';
import { mergeItem } from '../../../src/annotations/mergeItem';
import { printKey } from '../../../src/annotations/sidecarPrint';
import { readSidecar, sidecarKind } from '../../../src/annotations/sidecarRead';
import { PlainScalar, type YamlMap, type YamlValue } from '../../../src/annotations/yamlValue';
import { changesOf } from '../../../src/workspace/operations';
import { processorTime } from '../../support/processorTime';
import { sampleClaim } from '../../support/sampleItems';
import { applyChanges, emptySidecar } from '../../support/sidecars';

const map = (...pairs: [string, YamlValue][]): YamlMap => new Map(pairs);

/** Sets one item of a file and reads it again. */
function set(text: string, id: string, value: YamlMap): string {
  return setItems(sidecarKind, readSidecar(text), new Map([['claims', new Map([[id, value]])]])).text;
}

describe('shapes that only other tools write', () => {
  it('lists in lists and numbers with a source merge as sets', () => {
    const item = (...entries: YamlValue[]): YamlMap => map(['x', entries]);
    const merged = mergeItem(
      [item(['a', 'b']), item(['a', 'b'], [new PlainScalar('0x1')])],
      item(['a', 'b'], map(['k', 1])),
    );
    assert.deepEqual(merged, { value: item(['a', 'b'], map(['k', 1]), [new PlainScalar('0x1')]), conflicts: [] });
  });

  it('conflicts hold maps, lists and numbers', () => {
    const conflicts = [
      { field: 'verdict', others: [{ rating: 'r', evidence: [{ url: 'u' }] }, null, 5, true] },
    ] as const;
    const start = emptySidecar();
    const { sidecar } = applyChanges(
      start,
      changesOf([{ type: 'put-claim', claim: sampleClaim('ca', { conflicts }) }], start).changes,
    );
    assert.deepEqual(sidecar.annotations.claims[0]?.conflicts, conflicts);
    const odd = readSidecar(sidecar.text.replace('- 5', '- 0x5'));
    assert.equal(odd.annotations.claims[0]?.conflicts?.[0]?.others[2], '0x5');
  });

  it('a map in braces inside an item, and a list whose dashes are alone on their line', () => {
    const text = 'claims:\n  ca:\n    quote: "q"\n    x: {a: 1, b: 2} # c\n    z:\n      -\n        k: 1\n';
    assert.equal(
      set(text, 'ca', map(['quote', 'q'], ['x', map(['a', 1])], ['z', [map(['k', 2])]])),
      'claims:\n  ca:\n    quote: "q"\n    # c\n    x:\n      a: 1\n    z:\n      - k: 2\n',
    );
  });

  it('the first key of a map in a list goes', () => {
    const text = 'claims:\n  ca:\n    x:\n      - a: 1 # c\n        b: 2\n';
    assert.equal(set(text, 'ca', map(['x', [map(['b', 2])]])), 'claims:\n  ca:\n    x:\n      # c\n      - b: 2\n');
  });

  it('keys with a question mark', () => {
    const text = 'claims:\n  ? ca\n  : quote: "q"\n';
    assert.deepEqual(readSidecar(text).items.get('claims')!.get('ca'), map(['quote', 'q']));
    const after = set(text, 'ca', map(['quote', 'r']));
    assert.deepEqual(readSidecar(after).items.get('claims')!.get('ca'), map(['quote', 'r']));
  });

  it('an id behind a question mark, on a line of its own: a new item beside it is not taken for one of its fields', () => {
    const text = 'claims:\n  ?\n    ca\n  :\n    quote: "q"\n';
    const after = readSidecar(set(text, 'cb', map(['quote', 'r']))).items.get('claims')!;
    assert.deepEqual([...after.keys()], ['ca', 'cb']);
    assert.deepEqual(after.get('ca'), map(['quote', 'q']));
  });

  it('keys of the whole file with a question mark are told, wherever their text stands', () => {
    const layouts: readonly (readonly [text: string, line: number])[] = [
      ['? version\n: "1.0"\nclaims:\n', 0],
      ['?\n  version\n: "1.0"\nclaims:\n', 1],
      ['version: "1.0"\n? # why\n  claims\n:\n  ca:\n    quote: "q"\n', 2],
    ];
    for (const [text, line] of layouts) {
      const { readOnly, problems } = readSidecar(text);
      assert.equal(readOnly, 'damaged', text);
      assert.equal(problems.find(({ code }) => code === 'file-layout')?.line, line, text);
    }
  });

  it('two entries that are alike stay two', () => {
    const item = (...entries: YamlValue[]): YamlMap => map(['tags', entries]);
    const merged = mergeItem([item('a', 'a'), item('a', 'a', 'b')], item('a', 'a', 'c'));
    assert.deepEqual(merged.value, item('a', 'a', 'c', 'b'));
  });

  it('a conflict inside a link is named after its claim, inside other entries by its place', () => {
    const item = (note: string, title: string): YamlMap =>
      map(
        ['links', [map(['relation', 'supports'], ['claim', 'cx'], ['note', note])]],
        ['verdict', map(['evidence', [map(['url', 'u'], ['title', title])]])],
      );
    const merged = mergeItem([item('a', 'a'), item('b', 'b')], item('c', 'c'));
    assert.deepEqual(merged.conflicts, ['links.cx.note', 'verdict.evidence.0.title']);
  });

  it('keys that some reader takes for something else are quoted', () => {
    const odd = ['no', 'y', 'null', 'true', '1', 'A', 'a b', '__proto__', 'é', ''];
    assert.deepEqual(
      odd.map(printKey),
      odd.map((key) => JSON.stringify(key)),
    );
    assert.deepEqual(['quote', 'c2a', 'x-y_Z'].map(printKey), ['quote', 'c2a', 'x-y_Z']);
  });

  it('long lists merge in linear time', function () {
    this.timeout(60_000);
    const item = (prefix: string, length: number): YamlMap =>
      map(['tags', Array.from({ length }, (_, i) => `${prefix}${i}`)]);
    const time = (length: number): number => {
      const times = [0, 1, 2].map(() => {
        const start = processorTime();
        const merged = mergeItem([map(), item('a', length)], item('b', length));
        assert.equal((merged.value!.get('tags') as readonly YamlValue[]).length, 2 * length);
        return processorTime() - start;
      });
      return Math.min(...times);
    };
    // Eight times the length: 8 if linear, 64 if not.
    assert.ok(time(40_000) < 30 * (time(5000) + 5));
  });

  it('an item that is no map becomes one', () => {
    const text = 'claims:\n  ca: 5 # five\n';
    assert.equal(set(text, 'ca', map(['quote', 'q'])), 'claims:\n  # five\n  ca:\n    quote: "q"\n');
  });

  it('an item whose keys start on the line of its id', () => {
    const text = 'claims:\n  ca: !x {}\n';
    assert.equal(readSidecar(text).readOnly, 'damaged');
    assert.equal(readSidecar('5').problems[0]?.code, 'wrong-type');
    assert.equal(readSidecar('version: [1]\n').problems[0]?.code, 'unknown-version');
    assert.equal(readSidecar('version: 1.0\n').readOnly, undefined);
  });
});
