import assert from 'node:assert/strict';
import { type Meaning, MeaningKind } from '../../../src/linking/lexicon';
import { visitMeanings } from '../../../src/linking/meanings';
import { searchTerms } from '../../../src/linking/searchTerms';

function wordsOf(text: string): Map<number, string> {
  const found = new Map<number, string>();
  visitMeanings(searchTerms(text), text, ({ kind, number }: Meaning, start, end) => {
    if (kind !== MeaningKind.concept) {
      found.set(number, text.slice(start, end));
    }
  });
  return found;
}

/** The two texts share these words and no others, as each writes them. */
function check(english: string, japanese: string, expected: Readonly<Record<string, string>>): void {
  it(`${english} / ${japanese}`, () => {
    const [left, right] = [wordsOf(english), wordsOf(japanese)];
    const shared = [...left].flatMap(([number, word]) => (right.has(number) ? [[word, right.get(number)]] : []));
    assert.deepEqual(Object.fromEntries(shared), expected);
  });
}

describe('visitMeanings', () => {
  check('The goalkeeper showed her passport at the airport.', '旅券は空港で作られた。', {
    passport: '旅券',
    airport: '空港',
  });
  check('A mayor broke the bridge', '市長が橋を壊した', { mayor: '市長', bridge: '橋', broke: '壊' });
  check('The chief cabinet secretary visited Osaka', '大阪の人', { Osaka: '大阪' });
  check('An aircraft carrier sailed.', '空母が出た。', { 'aircraft carrier': '空母' });
  check('The teacher sang.', '電車が遅れた。', {});
  // A lone kanji is a word only where no other kanji stands beside it.
  check('a bridge', '橋本さん', {});

  it('tells a word that is part of a concept from one that is not', () => {
    const kinds = (text: string): number[] => {
      const found = new Set<number>();
      visitMeanings(searchTerms(text), text, ({ kind }) => found.add(kind));
      return [...found].sort();
    };
    assert.deepEqual(kinds('passport'), [MeaningKind.word]);
    assert.deepEqual(kinds('旅券'), [MeaningKind.word]);
    assert.deepEqual(kinds('coach'), [MeaningKind.concept, MeaningKind.shade]);
    assert.deepEqual(kinds('監督'), [MeaningKind.concept, MeaningKind.shade]);
  });
});
