import assert from 'node:assert/strict';
import { changedWords } from '../../../src/text/changedWords';

describe('changedWords', () => {
  const check = (before: string, after: string, expected: [string, string] | undefined): void => {
    it(`${before} / ${after}`, () => {
      const changed = changedWords(before, after);
      assert.deepEqual(changed && [changed.before, changed.after], expected);
    });
  };
  check('a cut of 24 percent', 'a cut of 22 percent', ['24', '22']);
  check('Iceland accepts it', 'Iceland rejects it', ['accepts', 'rejects']);
  check('It is true.', 'It is not true.', ['', 'not']);
  check('twice twice', 'twice', ['twice', '']);
  check('the same', 'the same', undefined);
  check('the same', 'the  same', undefined);
  // No spaces between words: what differs, and no more.
  check('枠を24%削減する', '枠を22%削減する', ['24', '22']);
  check('合意した', '拒否した', ['合意', '拒否']);
  check('', 'new', ['', 'new']);
});
