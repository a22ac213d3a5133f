import assert from 'node:assert/strict';
import { shortened, shortLine } from '../../../src/base/shortened';

describe('shortened', () => {
  it('leaves what fits, and counts the ellipsis', () => {
    assert.equal(shortened('abcd', 4), 'abcd');
    assert.equal(shortened('abcde', 4), 'abc…');
    assert.equal(shortened('', 4), '');
  });

  it('puts a passage of several lines on one', () => {
    assert.equal(shortLine('one\n\n two\tthree'), 'one two three');
    assert.equal(shortLine(`${'a'.repeat(40)}\n${'b'.repeat(40)}`), `${'a'.repeat(40)} ${'b'.repeat(18)}…`);
  });
});
