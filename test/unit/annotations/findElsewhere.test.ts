import assert from 'node:assert/strict';
import { findElsewhere } from '../../../src/annotations/findElsewhere';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';
import { englishArticle, japaneseArticle, otherEnglishArticle } from '../../property/sampleArticles';

function selectorOf(text: string, quote: string) {
  const start = text.indexOf(quote);
  return describeQuote(text, { start, end: start + quote.length });
}

describe('findElsewhere', () => {
  const sentence =
    'Its operator, Nordline, has warned that it cannot keep the older of its two ships in service beyond March 2027.';

  it('finds the article that the passage was moved to, best first', () => {
    const moved = `${otherEnglishArticle}\n${sentence}\n`;
    const found = findElsewhere(selectorOf(englishArticle, sentence), [
      ['other', otherEnglishArticle],
      ['moved', moved],
      ['copy', englishArticle],
    ]);
    assert.deepEqual(
      found.map(({ article }) => article),
      ['copy', 'moved'],
    );
    assert.equal(moved.slice(found[1]!.range.start, found[1]!.range.end), sentence);
  });

  it('finds Japanese passages', () => {
    const quote = '過去の計画はいずれも実らなかった。';
    const found = findElsewhere(selectorOf(japaneseArticle, quote), [['a', `別の記事。${quote}おわり。`]]);
    assert.equal(found.length, 1);
  });

  it('does not look for what stands everywhere', () => {
    assert.deepEqual(findElsewhere(selectorOf(englishArticle, 'Nordline'), [['a', englishArticle]]), []);
    assert.deepEqual(findElsewhere(selectorOf(japaneseArticle, '市議会'), [['a', japaneseArticle]]), []);
  });
});
