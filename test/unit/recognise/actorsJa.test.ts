import assert from 'node:assert/strict';
import { findActorsJa } from '../../../src/recognise/actorsJa';
import { tokenise } from '../../../src/text/tokens';

/** The actors of a text, each with the first letter of its kind. */
function actors(text: string): string[] {
  return findActorsJa(tokenise(text), {})
    .filter(({ kind }) => kind === 'person' || kind === 'organization' || kind === 'country')
    .map(({ start, end, kind }) => `${kind[0]} ${text.slice(start, end)}`);
}

function check(text: string, expected: readonly string[]): void {
  it(text, () => assert.deepEqual(actors(text), expected));
}

describe('findActorsJa', () => {
  describe('persons', () => {
    check('会長の佐藤健一郎は辞任した。', ['p 佐藤健一郎']);
    check('元社長の高橋美咲氏が語った。', ['p 高橋美咲']);
    check('指揮者のハンス・ベルガーが来日した。', ['p ハンス・ベルガー']);
  });
  describe('organisations', () => {
    check('青葉電気工業株式会社は工場を閉じる。', ['o 青葉電気工業株式会社']);
    check('フランス国防省は否定した。', ['o フランス国防省']);
    check('大学と銀行と新聞は休みだ。', []);
  });
  describe('countries', () => {
    check('ドイツと韓国が合意した。', ['c ドイツ', 'c 韓国']);
  });
});
