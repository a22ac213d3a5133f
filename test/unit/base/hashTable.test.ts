import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashTable } from '../../../src/base/hashTable';

describe('HashTable', () => {
  it('answers as a Map does, for any hashes, while it grows and after it was cleared', () => {
    const hash = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0xffffffff }));
    const steps = fc.array(fc.tuple(hash, fc.nat(0x7ffffffe)), { maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.array(hash), (entries, asked) => {
        const table = new HashTable(0);
        table.set(7, 7);
        table.clear();
        const map = new Map<number, number>();
        for (const [key, value] of entries) {
          table.set(key, value);
          map.set(key, value);
        }
        assert.equal(table.size, map.size);
        for (const key of [...asked, ...map.keys(), 0, 7]) {
          assert.equal(table.get(key), map.get(key) ?? -1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
