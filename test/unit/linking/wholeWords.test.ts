import assert from 'node:assert/strict';
import { wholeWords } from '../../../src/linking/wholeWords';

describe('wholeWords', () => {
  const check = (words: string[], expected: string[]): void => {
    it(words.join(' '), () => assert.deepEqual(wholeWords(words), expected));
  };
  check(['首席', '席代', '代表'], ['首席代表']);
  check(['satellite', 'monitoring'], ['satellite', 'monitoring']);
  check(['漁獲', '資源', '源量'], ['漁獲', '資源量']);
  check(['アイスランド', '20', '削減'], ['アイスランド', '20', '削減']);
  check([], []);
});
