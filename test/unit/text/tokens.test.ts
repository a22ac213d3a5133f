import assert from 'node:assert/strict';
import { tokenise } from '../../../src/text/tokens';

function words(text: string): string[] {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.starts[i], tokens.ends[i]));
}

describe('tokenise', () => {
  it('cuts English into words and marks', () => {
    assert.deepEqual(words("Zelenskyy's U.S. visit, 2025"), [
      'Zelenskyy',
      "'",
      's',
      'U',
      '.',
      'S',
      '.',
      'visit',
      ',',
      '2025',
    ]);
  });
  it('cuts Japanese by script', () => {
    assert.deepEqual(words('プーチン大統領は12月2日、'), ['プーチン', '大統領', 'は', '12', '月', '2', '日', '、']);
  });
  it('keeps letters with marks of any script together', () => {
    assert.deepEqual(words('Volodymyr Zélenský Москва'), ['Volodymyr', 'Zélenský', 'Москва']);
  });
  it('survives lone surrogates', () => {
    assert.deepEqual(words('a\ud800 b'), ['a\ud800', 'b']);
  });
});
