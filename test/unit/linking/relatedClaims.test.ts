import assert from 'node:assert/strict';
import { documentTerms } from '../../../src/linking/claimFeatures';
import type { LinkableClaim, LinkableDocument } from '../../../src/linking/linkable';
import { RelatedClaims } from '../../../src/linking/relatedClaims';
import type { Language } from '../../../src/model/recognition';

function document(
  id: string,
  quotes: readonly (readonly [quote: string, ...actors: string[]])[],
  language: Language = 'en',
): LinkableDocument {
  const claims = quotes.map(
    ([quote, ...actors], i): LinkableClaim => ({
      id: `c${i + 1}`,
      quote,
      source: null,
      actors,
      days: [],
      date: null,
      concepts: [],
    }),
  );
  const terms = documentTerms(quotes.map(([quote]) => quote).join('\n'));
  return { id, language, title: id, publishedDay: null, terms, claims };
}

function sample(): RelatedClaims {
  const related = new RelatedClaims();
  related.add(
    document('budget', [
      ['The finance minister refused to raise the consumption tax.', 'ida-holm'],
      ['Rain is forecast for the weekend.'],
    ]),
  );
  related.add(
    document('tax-ja', [['ホルム氏は消費税の引き上げを拒否した。', 'ida-holm'], ['週末は雨の見込みだ。']], 'ja'),
  );
  related.add(
    document('sport', [['The northern team won the championship.'], ['Holm watched the final match.', 'ida-holm']]),
  );
  return related;
}

const names = (found: readonly { document: LinkableDocument; claim: LinkableClaim }[]): string[] =>
  found.map(({ document: { id }, claim }) => `${id}#${claim.id}`);

describe('RelatedClaims', () => {
  it('finds the same proposition in the other language before a mere mention of the actor', () => {
    assert.deepEqual(names(sample().related('budget', 'c1', 5)), ['tax-ja#c1', 'sport#c2']);
  });

  it('says why', () => {
    const [best] = sample().related('budget', 'c1', 1);
    assert.deepEqual(best?.why, [
      { kind: 'actors', actors: ['ida-holm'] },
      { kind: 'concepts', concepts: ['refusal', 'tax'] },
      { kind: 'words', words: ['raise'] },
    ]);
  });

  it('forgets a removed document', () => {
    const related = sample();
    related.remove('tax-ja');
    assert.deepEqual(names(related.related('budget', 'c1', 5)), ['sport#c2']);
  });

  it('answers the same after documents were replaced as when filed once', () => {
    const related = sample();
    for (let i = 0; i < 5; i++) {
      related.add(document('sport', [[`Something else entirely, number ${i}.`]]));
    }
    related.add(
      document('sport', [['The northern team won the championship.'], ['Holm watched the final match.', 'ida-holm']]),
    );
    const scores = (one: RelatedClaims): unknown =>
      one.related('budget', 'c1', 5).map(({ claim, score }) => [claim.id, score]);
    assert.deepEqual(scores(related), scores(sample()));
  });

  it('answers nothing for a claim that is not there', () => {
    assert.deepEqual(sample().related('budget', 'c9', 5), []);
  });
});
