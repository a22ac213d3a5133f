import assert from 'node:assert/strict';
import { Trigger, TriggerScan } from '../../../src/recognise/triggers';

/** Where the words of the bit may begin in the text. */
function places(scan: TriggerScan, text: string, bit: number): number[] {
  const { at, bits, count } = scan.read(text);
  return Array.from(at.subarray(0, count)).filter((_, i) => (bits[i]! & bit) !== 0);
}

describe('TriggerScan', () => {
  const scan = new TriggerScan();
  scan.add(Trigger.cue, ['述べ', '語る']);
  scan.add(Trigger.particle, ['は', 'によ']);

  it('finds every place where a word begins', () => {
    const text = '氏は述べ、局によると彼は語る';
    assert.deepEqual(places(scan, text, Trigger.cue), [2, 12]);
    assert.deepEqual(places(scan, text, Trigger.particle), [1, 6, 11]);
  });

  it('looks at two characters of longer words', () => {
    assert.deepEqual(places(scan, '述語', Trigger.cue), []);
    assert.deepEqual(places(scan, '日に', Trigger.particle), []);
  });

  it('finds the words of one character at the end of the text', () => {
    assert.deepEqual(places(scan, 'これは', Trigger.particle), [2]);
  });

  it('finds all in a text longer than its arrays', () => {
    const text = 'は'.repeat(5000);
    assert.deepEqual(
      places(scan, text, Trigger.particle),
      Array.from(text, (_, i) => i),
    );
    assert.deepEqual(places(scan, '', Trigger.particle), []);
  });
});
