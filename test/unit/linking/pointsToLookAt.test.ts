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
});

function stemOf(word: string): string {
  return findQuantities(`7 ${word}`)[0]!.unit;
}
