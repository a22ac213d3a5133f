import assert from 'node:assert/strict';
import { compareRanges, innermostAt } from '../../../src/model/range';

describe('compareRanges', () => {
  it('puts outer ranges before those inside them', () => {
    const [word, sentence, later] = [
      { start: 4, end: 8 },
      { start: 4, end: 20 },
      { start: 6, end: 30 },
    ];
    assert.deepEqual([later, word, sentence].sort(compareRanges), [sentence, word, later]);
  });
});

describe('innermostAt', () => {
  const sentence = { start: 0, end: 30 };
  const name = { start: 4, end: 12 };
  const part = { start: 12, end: 20 };
  const empty = { start: 8, end: 8 };
  const all = [sentence, name, part, empty];
  const check = (what: string, offset: number, expected: typeof sentence | undefined): void => {
    it(what, () => assert.equal(innermostAt(all, offset), expected));
  };
  check('gives the shortest range that holds the offset', 8, name);
  check('gives the range around where none inside it is', 25, sentence);
  check('counts the end of a range as its own, and of two as short gives the first', 12, name);
  check('gives nothing beyond all ranges', 31, undefined);
  it('keeps an inner range that stands before its outer one', () => {
    assert.equal(innermostAt([name, sentence], 5), name);
  });
});
