import assert from 'node:assert/strict';
import type { LinkableDocument } from '../../../src/linking/linkable';
import { RelatedClaims } from '../../../src/linking/relatedClaims';
import { SecondRanking } from '../../../src/linking/secondRanking';

function document(id: string, ...quotes: string[]): LinkableDocument {
  const claims = quotes.map((quote, i) => ({
    id: `c${i}`,
    quote,
    source: null,
    actors: [],
    days: [],
    date: null,
    concepts: [],
  }));
  return { id, language: 'en', title: id, publishedDay: null, claims };
}

describe('SecondRanking', () => {
  const related = new RelatedClaims();
  related.add(document('a', 'Gunmen held up the jeweller in Market Street.', 'It rained in the hills.'));
  related.add(document('b', 'Gunmen held up the jeweller and fled with diamonds.'));
  related.add(document('c', 'Thieves fled with diamonds.'));
  related.add(document('d', 'A choir sang in the square.'));
  const ranked = new SecondRanking(related);

  it('finds by a third report what shares no word with the claim', () => {
    const names = (found: readonly { document: LinkableDocument }[]): string[] => found.map((one) => one.document.id);
    assert.deepEqual(names(ranked.first('a', 'c0')), ['b']);
    assert.deepEqual(names(ranked.rank('a', 'c0')), ['b', 'c']);
  });

  it('never gives claims of the same document', () => {
    assert.ok(ranked.rank('b', 'c0').every((one) => one.document.id !== 'b'));
  });

  it('answers nothing for a claim that shares nothing', () => assert.deepEqual(ranked.rank('d', 'c0'), []));
});
