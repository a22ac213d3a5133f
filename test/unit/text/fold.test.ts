import assert from 'node:assert/strict';
import { foldedHash, foldText } from '../../../src/text/fold';
import { hashText } from '../../../src/text/tokens';

describe('fold', () => {
  const check = (text: string, expected: string): void => assert.equal(foldText(text), expected);
  it('drops case and marks', () => check('Zélenský ŁÓDŹ Ørsted', 'zelensky lodz orsted'));
  it('drops combining marks', () => check('Ze\u0301le\u0301n', 'zelen'));
  it('makes apostrophes and hyphens one', () => check('O’Neill Jean‑Luc', "o'neill jean-luc"));
  it('leaves other scripts as they are', () => check('プーチン 岸田', 'プーチン 岸田'));
  it('hashes as the folded text does', () => {
    assert.equal(foldedHash('Erdoğan'), hashText('erdogan'));
    assert.notEqual(foldedHash('Erdoğan'), hashText('erdogam'));
  });
});
