import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../../src/export/lineIndex';
import { offsetsOf, wellFormed } from '../../../src/export/offsets';
import { graphemesAfter, graphemesBefore, wholeGraphemes } from '../../../src/text/graphemes';
import { normalise } from '../../../src/text/normalise';

/** Any string, lone surrogates and line ends included. */
const anyText = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      '東',
      '京',
      '👩‍👩‍👧',
      '🇯🇵',
      '𠮷',
      'e\u0301',
      '\r\n',
      '\n',
      '\r',
      '\ud800',
      '\udc00',
      'が',
    ),
  )
  .map((parts) => parts.join(''));

describe('offsets', () => {
  const cases: [string, number, number, number][] = [
    ['abc', 2, 2, 2],
    ['東京', 1, 1, 3],
    ['a😀b', 3, 2, 5],
    ['😀', 1, 0, 0],
    ['e\u0301x', 2, 2, 3],
    ['𠮷野家', 2, 1, 4],
    ['abc', 99, 3, 3],
    ['abc', -1, 0, 0],
  ];
  for (const [text, utf16, codePoint, byte] of cases) {
    it(`counts ${JSON.stringify(text)} at ${utf16}`, () => {
      const offsets = offsetsOf(text);
      assert.equal(offsets.toCodePoint(utf16), codePoint);
      assert.equal(offsets.toByte(utf16), byte);
    });
  }

  it('agrees with counting one by one, at every offset of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const offsets = offsetsOf(text);
        let utf16 = 0;
        let byte = 0;
        [...text].forEach((char, codePoint) => {
          assert.equal(offsets.toCodePoint(utf16), codePoint);
          assert.equal(offsets.fromCodePoint(codePoint), utf16);
          assert.equal(offsets.toByte(utf16), byte);
          utf16 += char.length;
          byte += new TextEncoder().encode(char).length;
        });
        assert.equal(offsets.codePoints, [...text].length);
        assert.equal(offsets.fromCodePoint(offsets.codePoints), text.length);
        assert.equal(offsets.toByte(text.length), new TextEncoder().encode(text).length);
      }),
    );
  });

  it('counts bytes across block borders', () => {
    const text = '東a'.repeat(512);
    assert.equal(offsetsOf(text).toByte(1024), 2048);
    assert.equal(offsetsOf(text).toByte(513), 256 * 4 + 3);
  });

  it('repairs lone surrogates without moving anything', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const repaired = wellFormed(text);
        assert.equal(repaired.length, text.length);
        assert.equal(repaired, new TextDecoder().decode(new TextEncoder().encode(text)).replace(/^\uFEFF/, ''));
      }),
    );
  });
});

describe('folded line ends', () => {
  it('keeps every character where it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, toNormalised } = normalise(text);
        assert.equal(folded, text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
        for (let i = 0; i <= text.length; i++) {
          assert.equal(toNormalised(i), text.slice(0, i).replace(/\r\n/g, '\n').length - (isSplit(text, i) ? 1 : 0));
        }
      }),
    );
  });

  it('finds lines and columns', () => {
    const position = lineIndex('ab\n\nc');
    const seen = [0, 2, 3, 4, 5].map((offset) => position(offset));
    assert.deepEqual(
      seen.map(({ line, column }) => [line, column]),
      [
        [0, 0],
        [0, 2],
        [1, 0],
        [2, 0],
        [2, 1],
      ],
    );
  });
});

/** Whether an offset lies between CR and LF; it then belongs to the folded line end's start. */
function isSplit(text: string, at: number): boolean {
  return text[at - 1] === '\r' && text[at] === '\n';
}

describe('graphemes', () => {
  const cases: [string, [number, number], [number, number]][] = [
    ['plain text', [2, 5], [2, 5]],
    ['xe\u0301y', [0, 2], [0, 3]],
    ['👩‍👩‍👧!', [2, 9], [0, 9]],
    ['🇯🇵🇫🇷', [2, 4], [0, 4]],
    ['か\u3099ん', [1, 3], [0, 3]],
    ['', [0, 0], [0, 0]],
  ];
  for (const [text, [start, end], [wantedStart, wantedEnd]] of cases) {
    it(`widens ${start}-${end} in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(wholeGraphemes(text, { start, end }), { start: wantedStart, end: wantedEnd }));
  }

  it('takes as many clusters as counting them all gives', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const text = 'plain words, then 👩‍👩‍👧👩‍👩‍👧🇯🇵 e\u0301e\u0301 東京 and more';
    const clusters = [...segmenter.segment(text)];
    for (const [index, { index: at }] of clusters.entries()) {
      for (const count of [1, 3, 8]) {
        const before = clusters.slice(Math.max(0, index - count), index);
        const after = clusters.slice(index, index + count);
        assert.equal(graphemesBefore(text, at, count), before.map(({ segment }) => segment).join(''));
        assert.equal(graphemesAfter(text, at, count), after.map(({ segment }) => segment).join(''));
      }
    }
  });

  it('takes whole clusters of context', () => {
    assert.equal(graphemesBefore('ab👩‍👩‍👧c', 10, 2), 'b👩‍👩‍👧');
    assert.equal(graphemesAfter('e\u0301e\u0301x', 0, 2), 'e\u0301e\u0301');
  });
});
