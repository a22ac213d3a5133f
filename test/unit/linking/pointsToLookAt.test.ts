import assert from 'node:assert/strict';
import type { LinkableClaim } from '../../../src/linking/linkable';
import { pointsToLookAt } from '../../../src/linking/pointsToLookAt';
import { findQuantities } from '../../../src/linking/quantities';
import type { RelatedClaim } from '../../../src/linking/relatedClaims';

function claim(quote: string, more: Partial<LinkableClaim> = {}): LinkableClaim {
  return { id: quote, quote, source: null, actors: ['ida-holm'], days: [], date: null, concepts: [], ...more };
}

function related(other: LinkableClaim, words = 0.5): RelatedClaim {
  const document = { id: 'd', language: 'en' as const, title: '', publishedDay: null, claims: [other] };
  return { document, claim: other, score: 1, words, context: 0, why: [] };
}

function check(here: string, there: string, expected: readonly string[] | undefined): void {
  it(`${here} / ${there}`, () => {
    const [point] = pointsToLookAt(claim(here), [related(claim(there))]);
    const reason = point?.reason;
    assert.deepEqual(
      reason && (reason.kind === 'superseded' ? [reason.kind] : [reason.kind, reason.here, reason.there]),
      expected,
    );
  });
}

describe('pointsToLookAt', () => {
  check('Holm accepted the ceasefire plan.', 'Holm rejected the ceasefire plan.', ['polarity', 'accepted', 'rejected']);
  check('Holm accepted the ceasefire plan.', 'Holm did not accept the ceasefire plan.', [
    'polarity',
    'accepted',
    'not accept',
  ]);
  check('ホルム氏は停戦案を受け入れた。', 'ホルム氏は停戦案を受け入れなかった。', ['polarity', '受け入れ', '受け入れ']);
  check('Holm accepted the ceasefire plan.', 'ホルム氏は停戦案を拒否した。', ['polarity', 'accepted', '拒否']);
  check('Holm accepted the ceasefire plan.', 'Holm welcomed the ceasefire plan.', undefined);
  check('Holm supports not only the ceasefire.', 'Holm supports the ceasefire.', undefined);
  check('The plan has 28 points.', 'The plan now has 20 points.', ['number', '28 points', '20 points']);
  check('The plan has 28 points.', '計画は20項目からなる。', ['number', '28 points', '20項目']);
  check('The plan has 28 points.', 'The plan of 2025 has twenty pages.', undefined);
  check('The plan has 28 points.', 'Of its 28 points, 3 points matter.', undefined);

  check('Holm said 48 people were on board.', 'Holm said 53 people were on board the ferry.', [
    'number',
    '48 people',
    '53 people',
  ]);
  check('関税は24%になる。', 'The tariff will be 15 percent.', ['number', '24%', '15 percent']);
  check('The bridge will cost $4 million in all.', 'Holm is paid $8 million.', undefined);
  check('The ship was 13 nautical miles from the port.', 'Gunmen struck 150 nautical miles west of Aden.', undefined);
  check('55 million people watched, not 32 million people.', 'About 32 million people watched.', undefined);
  check('They seized 12 rifles.', 'They have seized a total of 31 rifles.', undefined);
  check('Holm wants the total catch cut by 28 percent.', 'They propose to cut the catch by 24 percent.', [
    'number',
    '28 percent',
    '24 percent',
  ]);
  check('Holm saw two brothers fall.', 'Holm met two climbers.', undefined);
  check('Unemployment in Vesterby rose in January.', 'In January unemployment in Vesterby fell.', [
    'polarity',
    'rose',
    'fell',
  ]);

  it('compares numbers only where the same people are named, if any are', () => {
    const here = claim('Holm gets 28 ships.');
    const points = (actors: readonly string[]): number =>
      pointsToLookAt(here, [related(claim('Lund gets 20 ships. Holm gets none.', { actors }))]).length;
    assert.deepEqual([points(['ida-holm']), points(['ada-lund']), points([])], [1, 0, 1]);
  });

  it('asks more where claims name nobody', () => {
    const check = (words: number): number =>
      pointsToLookAt(claim('The council accepted the ceasefire plan.', { actors: [] }), [
        related(claim('The council rejected the ceasefire plan.', { actors: [] }), words),
      ]).length;
    assert.deepEqual([check(0.3), check(0.6)], [0, 1]);
  });

  it('compares recorded stances toward one concept', () => {
    const [point] = pointsToLookAt(claim('a', { concepts: ['tax'], stance: 'support' }), [
      related(claim('b', { concepts: ['tax'], stance: 'oppose' }), 0),
    ]);
    assert.deepEqual(point?.reason, { kind: 'stance', concept: 'tax', here: 'support', there: 'oppose' });
  });

  it('leaves claims alone that share too little', () => {
    const here = claim('Holm accepted the ceasefire plan.');
    assert.deepEqual(pointsToLookAt(here, [related(claim('Holm rejected the ceasefire plan.'), 0.1)]), []);
  });
});

describe('findQuantities', () => {
  const reads = (text: string, expected: readonly (readonly [number, string])[]): void => {
    it(text, () =>
      assert.deepEqual(
        findQuantities(text).map(({ value, unit }) => [value, unit]),
        expected,
      ),
    );
  };
  reads('1,200 people in three countries', [
    [1200, '人'],
    [3, 'カ国'],
  ]);
  reads('about 40 percent of $2.5 billion dollars', [
    [40, '%'],
    [2.5e9, 'ドル'],
  ]);
  reads('２８項目、約３万人、４０％', [
    [28, '項目'],
    [30_000, '人'],
    [40, '%'],
  ]);
  reads('On May 3, 2021 at 10', []);
  reads('2021年5月3日に', []);
  reads('23 armed pirates', [[23, stemOf('pirates')]]);
  reads('ninety-five percent', [[95, '%']]);
  reads('$2.5bn, €300 million and £40', [
    [2.5e9, 'ドル'],
    [3e8, 'ユーロ'],
    [40, 'ポンド'],
  ]);
  reads('at 20:09, at 4 p.m. and at 6 pm', []);
  reads('an AK-47 and 2, 000 stones', []);
  reads('11 Yemeni pirates and two other rifles', []);
  reads('a 170,000-square-foot building of 12 floors', [[12, stemOf('floors')]]);
  reads('a 39-year-old woman', [[39, '歳']]);
  reads('built 31 years ago, in 7 years', [[7, '年間']]);
  reads('a fall of 600m at 120 mph', [
    [600, 'm'],
    [120, 'mph'],
  ]);
});

function stemOf(word: string): string {
  return findQuantities(`7 ${word}`)[0]!.unit;
}
