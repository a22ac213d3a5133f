import assert from 'node:assert/strict';
import { printItem } from '../../../src/annotations/sidecarPrint';
import { mapOf, parseYaml } from '../../../src/annotations/yamlTree';
import {
  equalValues,
  PlainScalar,
  valueFromJson,
  valueToJson,
  type YamlValue,
} from '../../../src/annotations/yamlValue';

const sample: YamlValue = new Map<string, YamlValue>([
  ['__proto__', 'x'],
  ['plain', new PlainScalar('0x1F')],
  ['list', [1, null, true, new Map([['a', []]])]],
]);

describe('yamlValue', () => {
  it('survives JSON', () => {
    const json = JSON.parse(JSON.stringify(valueToJson(sample)));
    assert.ok(equalValues(valueFromJson(json), sample));
  });

  it('takes nothing else from JSON', () => {
    for (const json of [
      undefined,
      {},
      { map: 5 },
      { plain: 5 },
      { map: [['a']] },
      { map: [[5, 'x']] },
      { map: [['a', {}]] },
      [{}],
      () => 5,
    ]) {
      assert.equal(valueFromJson(json), undefined);
    }
  });

  it('compares by meaning', () => {
    const unequal: [YamlValue | undefined, YamlValue | undefined][] = [
      [1, '1'],
      [null, undefined],
      [[1], [1, 2]],
      [[1], new Map()],
      [new Map([['a', 1]]), new Map([['b', 1]])],
      [new PlainScalar('1.0'), new PlainScalar('1')],
    ];
    for (const [a, b] of unequal) {
      assert.ok(!equalValues(a, b) && !equalValues(b, a));
    }
    assert.ok(
      equalValues(
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ),
    );
  });

  it('reads plain words as YAML 1.2 does, keeping the source of what we would write otherwise', () => {
    const words: [string, YamlValue][] = [
      ['true', true],
      ['false', false],
      ['null', null],
      ['~', null],
      ['Null', null],
      ['True', new PlainScalar('True')],
      ['FALSE', new PlainScalar('FALSE')],
      ['0', 0],
      ['-5', -5],
      ['012', new PlainScalar('012')],
      ['1.0', new PlainScalar('1.0')],
      ['.NaN', new PlainScalar('.NaN')],
      ['9007199254740993', new PlainScalar('9007199254740993')],
      ['no', 'no'],
      ['1:30', '1:30'],
      ['2024-01-02', '2024-01-02'],
    ];
    for (const [source, value] of words) {
      const { root } = parseYaml(`a: ${source}\n`);
      assert.ok(root?.type === 'map' && equalValues(mapOf(root).get('a'), value), source);
    }
  });

  it('prints lists in lists', () => {
    assert.equal(
      printItem(
        [
          ['a'],
          new Map<string, YamlValue>([
            ['k', [1]],
            ['m', new Map()],
          ]),
        ],
        '',
        '\n',
      ),
      '-\n  -\n    - "a"\n  - k:\n      - 1\n    m: {}',
    );
  });

  it('tells several documents where the second begins', () => {
    const texts = [
      ['a: 1\n---\nb: 2\n', 1],
      ['a: 1\n---\n- x\n', 1],
      ['---\na: 1\n--- x\n', 2],
      ['a: 1\n---\n', 1],
      ['a: 1\n...\nb: 1\n', 3],
    ] as const;
    for (const [text, line] of texts) {
      const [problem] = parseYaml(text).problems;
      assert.deepEqual([problem?.code, problem?.line], ['yaml-documents', line], text);
    }
    assert.equal(parseYaml('? [a]\n: 1\n').problems[0]?.code, 'yaml-key');
    assert.equal(parseYaml('a: 1\n: b\n').problems[0]?.code, 'yaml-key');
    assert.equal(parseYaml('- &x a\n').problems[0]?.code, 'yaml-anchor');
    assert.equal(parseYaml('').root, undefined);
    assert.equal(parseYaml('--- \n').root?.type, 'scalar');
  });
});
