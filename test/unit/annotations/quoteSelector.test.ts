import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';
import { isGraphemeBoundary } from '../../../src/text/graphemes';

const graphemes = (text: string): string[] => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);

describe('describe', () => {
  it('keeps the quote, 32 graphemes on each side, and where it stood', () => {
    const text = `${'a'.repeat(40)}quote${'z'.repeat(40)}`;
    assert.deepEqual(describeQuote(text, { start: 40, end: 45 }), {
      exact: 'quote',
      prefix: 'a'.repeat(32),
      suffix: 'z'.repeat(32),
      hint: 40,
    });
  });

  const check = (
    name: string,
    text: string,
    range: readonly [number, number],
    exact: string,
    prefix: string,
    suffix: string,
  ) => {
    it(name, () => {
      const made = describeQuote(text, { start: range[0], end: range[1] });
      assert.deepEqual([made.exact, made.prefix, made.suffix], [exact, prefix, suffix]);
    });
  };
  check('an emoji family that a range cuts is taken whole', 'x👩‍👩‍👧y', [1, 3], '👩‍👩‍👧', 'x', 'y');
  check('a voiced kana in two units is taken whole', 'かか\u3099か', [1, 2], 'か\u3099', 'か', 'か');
  check('a combining accent is taken whole', 'cafe\u0301 au', [0, 4], 'cafe\u0301', '', ' au');
  check('a range that begins inside a grapheme', 'a🇯🇵b', [3, 6], '🇯🇵b', 'a', '');
  check('a range turned round', 'abcdef', [4, 2], 'cd', 'ab', 'ef');
  check('a range outside of the text', 'abc', [-4, 99], 'abc', '', '');
  check('an empty range', 'abc', [1, 1], '', 'a', 'bc');

  it('counts how often the quote stands, where more than once', () => {
    assert.equal(describeQuote('to be or not to be', { start: 0, end: 5 }).copies, 2);
    assert.equal(describeQuote('to be or not to be', { start: 6, end: 8 }).copies, undefined);
    assert.equal(describeQuote('a'.repeat(500), { start: 0, end: 1 }).copies, 99);
    assert.equal(describeQuote('abc', { start: 1, end: 1 }).copies, undefined);
  });

  it('cuts only between graphemes, for any text and range', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      'が',
      'か\u3099',
      '漢',
      '👩‍👩‍👧',
      '🇯🇵',
      '👍🏽',
      '葛\u{E0100}',
      '\n',
      '한',
      '\u1112\u1161\u11ab',
      '\uD83D',
      '\uFE0F',
      'ก\u0e33',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.nat(200), fc.nat(40), (pieces, start, length) => {
        const text = pieces.join('');
        const { exact, prefix, suffix, hint = 0 } = describeQuote(text, { start, end: start + length });
        assert.ok(text.startsWith(prefix + exact + suffix, hint - prefix.length));
        assert.ok(graphemes(prefix).length <= 32 && graphemes(suffix).length <= 32);
        for (const at of [hint, hint + exact.length]) {
          assert.ok(isGraphemeBoundary(text, at), `${JSON.stringify(text)} ${at}`);
          assert.ok(graphemes(text.slice(0, at)).join('') + text.slice(at) === text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the Unicode rules on every boundary', () => {
    const text = 'Zoë e\u0301 がか\u3099 漢字 👩‍👩‍👧👍🏽 🇯🇵🇺🇸 한\u1112\u1161\u11ab 葛\u{E0100}城\tend';
    const boundaries = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
    for (let at = 1; at < text.length; at++) {
      assert.equal(isGraphemeBoundary(text, at), boundaries.has(at), `at ${at}`);
    }
  });
});
