import assert from 'node:assert/strict';
import fc from 'fast-check';
import { liveThrough, type Step, steps } from '../../property/indexSequences';

describe('an index that lived through changes', () => {
  it('equals a fresh one after 1,000 random sequences of edits, renames, checkouts and restarts', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { lived, fresh } = await liveThrough(sequence);
        assert.deepEqual(lived, fresh);
      }),
      { numRuns: 1000 },
    );
  });

  it('does so too where other threads read the articles', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { lived, fresh } = await liveThrough(sequence, true);
        assert.deepEqual(lived, fresh);
      }),
      { numRuns: 300 },
    );
  });

  const check = (what: string, sequence: readonly Step[]): void => {
    it(what, async () => {
      const { lived, fresh } = await liveThrough(sequence);
      assert.deepEqual(lived, fresh);
    });
  };
  check('a file swapped with another', [
    { kind: 'write', article: 0, text: 1 },
    { kind: 'write', article: 1, text: 2 },
    { kind: 'rename', from: 0, to: 2 },
    { kind: 'rename', from: 1, to: 0 },
    { kind: 'rename', from: 2, to: 1 },
  ]);
  check('a broken shard', [
    { kind: 'checkout', shift: 1 },
    { kind: 'restart' },
    { kind: 'damage', shard: 0 },
    { kind: 'damage', shard: 1 },
    { kind: 'restart' },
  ]);
  check('hundreds of changes to one article', [
    { kind: 'checkout', shift: 2 },
    ...Array.from({ length: 300 }, (_, i): Step => ({ kind: 'type', article: 3, at: i % 50 })),
  ]);
});
