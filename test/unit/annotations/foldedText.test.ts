import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldedIndexAt, foldText } from '../../../src/annotations/foldedText';

const folded = (text: string): string => String.fromCharCode(...foldText(text).units.slice(0, foldText(text).length));

describe('foldText', () => {
  const check = (text: string, expected: string) => {
    it(JSON.stringify(text), () => assert.equal(folded(text), expected));
  };
  check('', '');
  check('The “Plan” — it’s', 'the "plan" - it\'s');
  check(' a \n\n b ', 'a b');
  check('混迷\nが続く', '混迷が続く');
  check('東京 Tokyo\n大阪', '東京tokyo大阪');
  check('２０２５年、ＮＡＴＯ。', '2025年,nato.');
  check('ｶﾞｽﾞ', 'ガズ');
  check('か\u3099 e\u0301', 'がé');
  check('㈱…①', '(株)...1');
  check('a\u00ADb\u200Bc\uFEFFd', 'abcd');
  check('「引用」『二重』', '"引用""二重"');
  check('한글 \u1112\u1161\u11ab', '한글 한');
  check('😀 x', '😀 x');
  check('\uD83D', '\uD83D');

  it('knows where each unit came from', () => {
    const { length, starts, ends } = foldText('x か\u3099…\r\ny');
    assert.deepEqual([...starts.slice(0, length)], [0, 2, 4, 4, 4, 5, 7]);
    assert.deepEqual([...ends.slice(0, length)], [1, 4, 5, 5, 5, 7, 8]);
  });

  it('folds part of a text in the offsets of the whole', () => {
    const { length, starts } = foldText('abc def ghi', 4, 7);
    assert.equal(length, 3);
    assert.equal(starts[0], 4);
  });

  it('finds the unit at or after an offset', () => {
    const text = foldText('a  b c');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 99].map((at) => foldedIndexAt(text, at)),
      [0, 1, 2, 2, 3, 4, 5, 5],
    );
  });

  it('grows for texts that fold into longer ones', () => {
    assert.equal(folded('…㌀'.repeat(500)), '...アパート'.repeat(500));
    assert.equal(folded('ﷺ'.repeat(300)).length, 300 * 'ﷺ'.normalize('NFKC').length);
  });

  it('gives the same for NFC and NFD, in order and inside the text', () => {
    const piece = fc.constantFrom('a', 'É', 'ü', 'が', 'ヴ', 'ﾊﾟ', '漢', ' ', '\n', '…', '“', '한', '😀', 'ǖ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(folded(text.normalize('NFD')), folded(text.normalize('NFC')));
        const { length, starts, ends } = foldText(text);
        for (let i = 0; i < length; i++) {
          assert.ok(starts[i]! < ends[i]! && ends[i]! <= text.length && (i === 0 || starts[i]! >= starts[i - 1]!));
        }
      }),
    );
  });
});
