import assert from 'node:assert/strict';
import { Endings, UnitSet, Words } from '../../../src/text/units';

describe('UnitSet', () => {
  it('holds the characters it is given and no others', () => {
    const set = new UnitSet('aか、');
    const text = 'xaかき、';
    const found = Array.from(text, (_, at) => set.at(text, at));
    assert.deepEqual(found, [false, true, true, false, true]);
  });

  for (const [first, last] of [
    [0x41, 0x5a],
    [0x40, 0x5f],
    [0x3f, 0x60],
    [0x3400, 0x9fff],
    [0xffff, 0xffff],
  ] as const) {
    it(`holds a range to its ends: ${first.toString(16)} to ${last.toString(16)}`, () => {
      const set = new UnitSet('', [[first, last]]);
      for (let unit = 0; unit < 65536; unit++) {
        assert.equal(set.has(unit), unit >= first && unit <= last, unit.toString(16));
      }
    });
  }

  it('holds nothing outside the text', () => {
    const set = new UnitSet('\0a');
    assert.equal(set.at('a', -1), false);
    assert.equal(set.at('a', 1), false);
  });
});

describe('Words', () => {
  const words = new Words(['曜日', '曜', 'から']);

  it('finds the first of the list that stands there', () => {
    assert.equal(words.find('月曜日から', 1), '曜日');
    assert.equal(words.find('月曜から', 1), '曜');
    assert.equal(words.find('月曜日から', 3), 'から');
  });

  it('finds nothing elsewhere, nor where a word is cut off', () => {
    assert.equal(words.find('月曜日', 0), undefined);
    assert.equal(words.find('日か', 1), undefined);
    assert.equal(words.find('曜', 1), undefined);
    assert.equal(words.find('曜', -1), undefined);
  });
});

describe('Endings', () => {
  const endings = new Endings(['社会', '会談', '党']);

  it('tells what a text ends with', () => {
    assert.ok(endings.end('市民社会'));
    assert.ok(endings.end('党'));
  });

  it('does not take a word inside the text or one that is longer', () => {
    assert.ok(!endings.end('社会人'));
    assert.ok(!endings.end('会'));
    assert.ok(!endings.end(''));
  });
});
