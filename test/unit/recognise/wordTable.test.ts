import assert from 'node:assert/strict';
import { WordTable } from '../../../src/recognise/wordTable';

describe('WordTable', () => {
  it('answers 0 for what is in no list', () => assert.equal(new WordTable().get(123), 0));
  it('adds and removes flags', () => {
    const table = new WordTable(4);
    table.add(7, 1);
    table.add(7, 4);
    assert.equal(table.get(7), 5);
    table.remove(7, 1);
    assert.equal(table.get(7), 4);
  });
  it('keeps everything while it grows', () => {
    const table = new WordTable(2);
    for (let hash = 1; hash <= 5000; hash++) {
      table.set(Math.imul(hash, 2654435761) >>> 0, hash);
    }
    for (let hash = 1; hash <= 5000; hash++) {
      assert.equal(table.get(Math.imul(hash, 2654435761) >>> 0), hash);
    }
  });
});
