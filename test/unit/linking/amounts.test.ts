import assert from 'node:assert/strict';
import { visitAmounts } from '../../../src/linking/amounts';
import { searchTerms } from '../../../src/linking/searchTerms';
import { hashText } from '../../../src/text/tokens';

/** The amounts of a text are these numbers, written in digits. */
function check(text: string, expected: readonly number[]): void {
  it(text, () => {
    const found: number[] = [];
    visitAmounts(text, searchTerms(text), (hash) => found.push(hash));
    assert.deepEqual(
      found,
      expected.map((value) => hashText(String(value))),
    );
  });
}

describe('visitAmounts', () => {
  check('予算は1兆3000億円', [1_300_000_000_000]);
  check('a budget of 1.3 trillion crowns', [1_300_000_000_000]);
  check('支援は１２億５千万クローネ', [1_250_000_000]);
  check('約34万人が並んだ', [340_000]);
  check('340 thousand people', [340_000]);
  check('議席の7割を得た', [70]);
  check('seven of the ninety-five ships', [7, 95]);
  check('three decades of peace', [30]);
  check('twenty million', [20_000_000]);
  check('forty-two million', [42_000_000]);
  check('two boats and one million stars', [1_000_000]);
  check('The boat of 1987 carried 12 people.', []);
  check('第3回の会議', []);
  check('twenty - two', [20]);
  check('3兆', [3_000_000_000_000]);
  check('', []);

  it('is linear in hostile text', () => {
    const text = '1兆'.repeat(50_000);
    const started = process.cpuUsage().user;
    let count = 0;
    visitAmounts(text, searchTerms(text), () => count++);
    assert.equal(count, 1);
    assert.ok(process.cpuUsage().user - started < 2_000_000);
  });
});
