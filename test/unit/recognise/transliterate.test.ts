import assert from 'node:assert/strict';
import { likeness, maybeSameName, romaniseKatakana, soundKey, soundsOf } from '../../../src/recognise/transliterate';

describe('romaniseKatakana', () => {
  const cases: readonly [string, string][] = [
    ['プーチン', 'puCin'],
    ['ファティマ', 'fatima'],
    ['ジェーン・シュー', 'jen Su'],
    ['ウィリアム', 'wiriamu'],
    ['ﾏｲｹﾙ', 'maikeru'],
  ];
  for (const [name, expected] of cases) {
    it(name, () => assert.equal(romaniseKatakana(name), expected));
  }
});

/** Of the family name. */
function lastKey(name: string): string | undefined {
  return soundKey(soundsOf(name)).split(' ').at(-1);
}

function likenessOf(left: string, right: string): number {
  return likeness(soundsOf(left), soundsOf(right));
}

describe('likeness', () => {
  const same: readonly [string, string][] = [
    ['プーチン', 'Putin'],
    ['ウィトコフ', 'Witkoff'],
    ['ゼレンスキー', 'Zelenskyy'],
    ['ゼレンスキー', 'Zelensky'],
    ['バンス', 'Vance'],
    ['ヴァンス', 'Vance'],
    ['ロバート・ブラウン', 'Robert Brown'],
    ['ブラウン', 'Brown'],
  ];
  for (const [ja, en] of same) {
    it(`${ja} is ${en}`, () => assert.ok(likenessOf(ja, en) >= 0.7, String(likenessOf(ja, en))));
    it(`${ja} is looked for where ${en} is`, () => assert.equal(lastKey(ja), lastKey(en)));
  }
  const other: readonly [string, string][] = [
    ['プーチン', 'Trump'],
    ['マクロン', 'Merkel'],
    ['', 'Putin'],
    ['石破茂', 'Shigeru Ishiba'],
  ];
  for (const [ja, en] of other) {
    it(`${ja || 'nothing'} is not ${en}`, () => assert.ok(likenessOf(ja, en) < maybeSameName));
  }
});
