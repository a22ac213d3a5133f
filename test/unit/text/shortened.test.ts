import assert from 'node:assert/strict';
import { shortened, shortLine } from '../../../src/text/shortened';

describe('shortened', () => {
  const check = (text: string, longest: number, expected: string): void => {
    it(`${JSON.stringify(text)} to ${longest}`, () => assert.equal(shortened(text, longest), expected));
  };
  check('abcd', 4, 'abcd');
  check('abcde', 4, 'abc…');
  check('', 4, '');
  // One character to a reader, of two, three or eleven code units: never halved, counted once.
  check('a😀b', 3, 'a😀b');
  check('😀😀😀😀', 3, '😀😀…');
  check('が゙か゚k', 3, 'が゙か゚k');
  check('e\u0301e\u0301e\u0301', 2, 'e\u0301…');
  check('👨‍👩‍👧‍👦 at sea', 2, '👨‍👩‍👧‍👦…');

  it('puts a passage of several lines on one', () => {
    assert.equal(shortLine('one\n\n two\tthree'), 'one two three');
    assert.equal(shortLine(`${'a'.repeat(40)}\n${'b'.repeat(40)}`), `${'a'.repeat(40)} ${'b'.repeat(18)}…`);
    assert.equal(shortLine('one two three', 8), 'one two…');
  });
});
