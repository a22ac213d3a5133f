import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalise } from '../../../src/text/normalise';

describe('normalise', () => {
  const check = (original: string, expected: string) => {
    it(JSON.stringify(original), () => assert.equal(normalise(original).text, expected));
  };
  check('', '');
  check('a\nb', 'a\nb');
  check('a\r\nb\rc\n', 'a\nb\nc\n');
  check('\r\r\n\n', '\n\n\n');
  check('\uFEFFa\r\n', 'a\n');
  check('a\uFEFF', 'a\uFEFF');

  it('maps the line end of a CRLF to its CR, and both its units to the line end', () => {
    const text = normalise('\uFEFFab\r\ncd\re');
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map(text.toOriginal), [1, 2, 3, 5, 6, 7, 8, 9]);
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(text.toNormalised), [0, 0, 1, 2, 2, 3, 4, 5, 6, 7]);
  });

  it('clamps offsets outside the text', () => {
    const text = normalise('a\r\nb');
    assert.equal(text.toNormalised(-5), 0);
    assert.equal(text.toNormalised(99), 3);
    assert.equal(text.toOriginal(99), 4);
    assert.equal(normalise('ab').toOriginal(9), 2);
  });

  it('goes there and back for every offset of any text', () => {
    const pieces = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', '語', '\uFEFF')).map((all) => all.join(''));
    fc.assert(
      fc.property(pieces, (original) => {
        const { text, toNormalised, toOriginal } = normalise(original);
        assert.ok(!text.includes('\r'));
        for (let at = 0; at <= text.length; at++) {
          assert.equal(toNormalised(toOriginal(at)), at);
        }
      }),
    );
  });
});
