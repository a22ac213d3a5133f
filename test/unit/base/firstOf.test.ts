import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstOf } from '../../../src/base/firstOf';

describe('firstOf', () => {
  it('is what sorting all and cutting gives', () => {
    const order = (a: number, b: number): number => a - b;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 300 }), fc.nat(40), (items, limit) => {
        assert.deepEqual(firstOf(items, limit, order), [...items].sort(order).slice(0, limit));
      }),
    );
  });
  it('takes all where there is no limit', () =>
    assert.deepEqual(
      firstOf([3, 1, 2], Number.POSITIVE_INFINITY, (a, b) => a - b),
      [1, 2, 3],
    ));
});
