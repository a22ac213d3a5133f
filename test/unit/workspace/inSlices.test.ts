import assert from 'node:assert/strict';
import { inSlices, sliceMilliseconds } from '../../../src/workspace/inSlices';

describe('inSlices', () => {
  it('takes every step, and lets the editor breathe after each that filled a slice', async () => {
    const happened: string[] = [];
    function* steps(): Generator<void> {
      happened.push('quick');
      yield;
      const end = Date.now() + sliceMilliseconds + 1;
      while (Date.now() < end) {
        // Keeps the thread busy.
      }
      happened.push('slow');
      yield;
      happened.push('last');
    }
    await inSlices(steps(), { yield: async () => void happened.push('breath') });
    assert.deepEqual(
      happened.filter((one) => one !== 'breath'),
      ['quick', 'slow', 'last'],
    );
    assert.equal(happened[happened.indexOf('slow') + 1], 'breath');
  });
});
