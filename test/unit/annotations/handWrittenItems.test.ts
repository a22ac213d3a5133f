import assert from 'node:assert/strict';
import { readActorsFileBytes } from '../../../src/annotations/actorsFile';
import { setItems } from '../../../src/annotations/itemFileEdit';
import { readSidecar, sidecarKind } from '../../../src/annotations/sidecarRead';
import { PlainScalar, type YamlMap } from '../../../src/annotations/yamlValue';
import { changesOf } from '../../../src/workspace/operations';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';
import { applyChanges, emptySidecar } from '../../support/sidecars';

const head = `claims:
  ca:
    quote: "q"
    kind: "statement"
    directness: "direct"
    source: null
    status: "unverified"
`;

/** Reads one claim with further fields: the places of the problems, and the claim as it is taken. */
function read(fields: string) {
  const { problems, annotations } = readSidecar(head + fields);
  return { faults: problems.map(({ code, args }) => `${code} ${args?.[0]}`), claim: annotations.claims[0]! };
}

describe('items as people write them by hand', () => {
  it('a verdict that is no map is told and left out', () => {
    const { faults, claim } = read('    verdict: "true"\n');
    assert.deepEqual([faults, claim.verdict], [['wrong-type verdict'], undefined]);
  });

  it('evidence without an address, and evidence that is no map, are told; the others count', () => {
    const { faults, claim } = read(
      '    verdict:\n      rating: "true"\n      evidence:\n        - "a note"\n        - title: "no address"\n        - url: "https://a.example"\n',
    );
    assert.deepEqual(faults, ['wrong-type verdict.evidence.0', 'missing-field verdict.evidence.1.url']);
    assert.deepEqual(claim.verdict?.evidence, [{ url: 'https://a.example' }]);
  });

  it('a link without relation is told; one without the quote of the other side is read', () => {
    const { faults, claim } = read(
      '    links:\n      - claim: "cx"\n      - relation: "supports"\n        claim: "cb"\n',
    );
    assert.deepEqual(faults, ['missing-field links.0.relation']);
    assert.deepEqual(claim.links, [{ relation: 'supports', article: '', claim: 'cb', quote: '' }]);
  });

  it('how often the quote stood in the article counts where it is a number over one', () => {
    const copies = (value: string) => read(`    copies: ${value}\n`).claim.selector.copies;
    assert.deepEqual(['3', '1', '2.5', '"3"', '99999999999999999'].map(copies), [
      3,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('a version without its second number', () => {
    assert.deepEqual(readSidecar(`version: 1\n${head}`).problems, []);
  });

  it('keys that look like numbers are kept as they are written', () => {
    const after = setItems(
      sidecarKind,
      readSidecar(`${head}    1: "one"\n    null: 0x1\n`),
      new Map([
        [
          'claims',
          new Map([
            [
              'ca',
              claimOf([
                ['1', 'one'],
                ['null', new PlainScalar('0x2')],
                ['x', []],
              ]),
            ],
          ]),
        ],
      ]),
    );
    assert.match(after.text, /\n {4}1: "one"\n {4}null: 0x2\n {4}x: \[\]\n/);
  });
});

function claimOf(
  more: readonly (readonly [string, YamlMap extends ReadonlyMap<string, infer V> ? V : never])[],
): YamlMap {
  const own = readSidecar(head).items.get('claims')!.get('ca')!;
  return new Map([...own, ...more]);
}

describe('an actors.yaml written by hand', () => {
  it('a role without a title is told; the others count', () => {
    const text =
      'actors:\n  anna-lind:\n    kind: "person"\n    names:\n      en: "Anna Lind"\n    roles:\n      - from: "2021"\n      - title: "minister"\n';
    const { problems, registry } = readActorsFileBytes(new TextEncoder().encode(text));
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['missing-field', 6]],
    );
    assert.deepEqual(registry.actors[0]?.roles, [{ title: 'minister' }]);
  });
});

describe('conflicts that are settled', () => {
  it('an empty list of conflicts is not written', () => {
    const start = emptySidecar();
    const operations = [{ type: 'put-claim', claim: sampleClaim('ca', { conflicts: [] }) } as const];
    assert.doesNotMatch(applyChanges(start, changesOf(operations, start).changes).sidecar.text, /conflicts/);
  });

  it('those of a correction are written and read', () => {
    const conflicts = [{ field: 'actor', others: ['a-lind'] }] as const;
    const start = emptySidecar();
    const correction = { ...sampleCorrection('ka'), conflicts };
    const { sidecar } = applyChanges(start, changesOf([{ type: 'put-correction', correction }], start).changes);
    assert.deepEqual(sidecar.annotations.corrections[0]?.conflicts, conflicts);
  });
});
