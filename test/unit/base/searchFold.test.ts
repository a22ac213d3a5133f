import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldedIncludes, foldForSearch } from '../../../src/base/searchFold';
import { searchTerms } from '../../../src/linking/searchTerms';
import { stemEnglish } from '../../../src/linking/stem';

describe('foldForSearch', () => {
  const check = (a: string, b: string): void => {
    it(`${a} finds ${b}`, () => assert.equal(foldForSearch(a), foldForSearch(b)));
  };
  check('ＮＡＴＯ', 'nato');
  check('ひらがな', 'ヒラガナ');
  check('ｶﾀｶﾅ', 'カタカナ');
  check('渡邊', '渡辺');
  check('髙橋', '高橋');
  check('Müller', 'muller');
  check('２０２５　年', '2025 年');
  it('keeps every offset', () => {
    const text = 'Ǆ İstanbul ﬁ 邊\u{1F600}\ud800e\u0301';
    assert.equal(foldForSearch(text).length, text.length);
  });
  it('keeps long texts whole', () => assert.equal(foldForSearch('Ａb'.repeat(9000)), 'ab'.repeat(9000)));
});

describe('foldedIncludes', () => {
  it('finds what the folded text includes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aＡbÉe渡邊辺ｶカか 　\ud800'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (hay, needle) => {
        const word = foldForSearch(needle).slice(0, 4);
        assert.equal(foldedIncludes(hay, word), foldForSearch(hay).includes(word));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('stemEnglish', () => {
  const same = (...words: string[]): void => {
    it(words.join(' '), () => assert.equal(new Set(words.map(stemEnglish)).size, 1));
  };
  same('negotiate', 'negotiated', 'negotiating', 'negotiations', 'negotiator', 'negotiators');
  same('refuse', 'refuses', 'refused', 'refusing');
  same('policy', 'policies');
  same('attack', 'attacks', 'attacked', 'attacker');
  it('keeps short words', () => assert.equal(stemEnglish('gas'), 'gas'));
});

describe('searchTerms', () => {
  const check = (text: string, expected: readonly string[]): void => {
    it(text, () => {
      const { count, starts, ends, kinds } = searchTerms(text);
      assert.deepEqual(
        Array.from({ length: count }, (_, i) => `${kinds[i]}${text.slice(starts[i], ends[i])}`),
        expected,
      );
    });
  };
  check('The port’s 1,200 ships', ['0The', '1port’s', '21,200', '1ships']);
  check('港湾当局はコンテナ・ターミナルを', ['1港湾', '1湾当', '1当局', '1コンテナ', '1ターミナル']);
  check('１２．５％', ['2１２．５']);
});
