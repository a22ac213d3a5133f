import assert from 'node:assert/strict';
import { CharClass, charClassTable } from '../../../src/text/charClass';

describe('charClassTable', () => {
  const check = (chars: string, name: keyof typeof CharClass): void => {
    for (const char of chars) {
      assert.equal(charClassTable()[char.charCodeAt(0)], CharClass[name], `${char} is ${name}`);
    }
  };
  it('knows spaces and line ends', () => {
    check(' \t\u3000\u00a0\u200b\ufeff', 'space');
    check('\n\r\u2028', 'newline');
  });
  it('knows Latin, Greek and Cyrillic case', () => {
    check('AZÉŁΩЖẞ', 'upper');
    check('azéłωжß', 'lower');
  });
  it('knows Japanese scripts', () => {
    check('あん', 'hiragana');
    check('アヴー・ｱ', 'katakana');
    check('漢々〇㐂', 'kanji');
  });
  it('knows digits of both widths', () => check('09０９', 'digit'));
  it('takes other letters, marks and surrogates as other', () => check('한א\ud83d\ude00', 'other'));
  it('takes the rest as punctuation', () => check('.,—「」。', 'punctuation'));
});
