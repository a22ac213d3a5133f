import assert from 'node:assert/strict';
import { compareRanges } from '../../../src/model/range';

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
