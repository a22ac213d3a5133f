import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/annotations/anchor';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';
import { normalise } from '../../../src/text/normalise';
import { chooseSpans, type EditKind, editArticle, editKinds, seeded } from '../../property/articleEdits';
import {
  englishArticle,
  japaneseArticle,
  otherEnglishArticle,
  otherJapaneseArticle,
} from '../../property/sampleArticles';

interface Tally {
  spans: number;
  placed: number;
  misplaced: number;
  deleted: number;
  deletedKept: number;
}

/** Edits an article in one way, many times over, and counts what becomes of the annotations that need no person. */
function tallyOf(kind: EditKind, article: string, foreign: string, rounds: number): Tally {
  const tally: Tally = { spans: 0, placed: 0, misplaced: 0, deleted: 0, deletedKept: 0 };
  for (let round = 0; round < rounds; round++) {
    const random = seeded(round * 97 + kind.length);
    const edited = editArticle('x', article, chooseSpans(article, random, 12), kind, random, foreign);
    const before = normalise(edited.before);
    const after = normalise(edited.after);
    const selectors = edited.spans.map(({ start, end }) =>
      describeQuote(before.text, { start: before.toNormalised(start), end: before.toNormalised(end) }),
    );
    for (const [i, { range, state }] of anchorAll(after.text, selectors).entries()) {
      const { expected, skip } = edited.spans[i]!;
      const sure = range && (state === 'exact' || state === 'moved');
      if (skip) {
        continue;
      }
      if (!expected) {
        tally.deleted++;
        tally.deletedKept += sure ? 1 : 0;
        continue;
      }
      tally.spans++;
      if (sure) {
        const start = after.toOriginal(range.start);
        const end = after.toOriginal(range.end);
        const shared = Math.min(end, expected.end) - Math.max(start, expected.start);
        const all = Math.max(end, expected.end) - Math.min(start, expected.start);
        tally.placed++;
        tally.misplaced += shared / all >= 0.8 ? 0 : 1;
      }
    }
  }
  return tally;
}

/** Edits after which every passage still stands there in the same words: all must be placed. */
const harmless: readonly EditKind[] = [
  'none',
  'quoteMarks',
  'upperCaseTitle',
  'reflow',
  'hardWrap',
  'crlf',
  'decompose',
  'insertParagraphs',
];

describe('anchors under edits', () => {
  const languages = [
    ['English', englishArticle, otherEnglishArticle],
    ['Japanese', japaneseArticle, otherJapaneseArticle],
  ] as const;
  for (const [language, article, foreign] of languages) {
    const total: Tally = { spans: 0, placed: 0, misplaced: 0, deleted: 0, deletedKept: 0 };
    for (const kind of editKinds) {
      it(`${language}: ${kind}`, () => {
        const tally = tallyOf(kind, article, foreign, 25);
        for (const key of Object.keys(total) as (keyof Tally)[]) {
          total[key] += tally[key];
        }
        assert.ok(tally.spans > 100);
        assert.ok(tally.misplaced / tally.spans <= 0.02, `misplaced: ${JSON.stringify(tally)}`);
        const least = harmless.includes(kind) ? 0.97 : kind === 'renameNames' ? 0.4 : 0.75;
        assert.ok(tally.placed / tally.spans >= least, `placed: ${JSON.stringify(tally)}`);
      });
    }
    it(`${language}: hardly ever in a wrong place, deleted passages hardly ever kept`, () => {
      assert.ok(total.misplaced / total.spans <= 0.003, JSON.stringify(total));
      assert.ok(total.deletedKept / total.deleted <= 0.02, JSON.stringify(total));
    });
  }

  it('always asks where a name in the quote changed', () => {
    let asked = 0;
    for (const [, article, foreign] of languages) {
      for (let round = 0; round < 25; round++) {
        const random = seeded(round);
        const { before, after, spans } = editArticle(
          'x',
          article,
          chooseSpans(article, random, 12),
          'renameNames',
          random,
          foreign,
        );
        const anchors = anchorAll(
          after,
          spans.map((span) => describeQuote(before, span)),
        );
        for (const [i, { start, end }] of spans.entries()) {
          const anchor = anchors[i]!;
          const quote = before.slice(start, end);
          const now = anchor.range && after.slice(anchor.range.start, anchor.range.end);
          if (now !== null && now !== quote) {
            asked++;
            assert.equal(anchor.state, 'review', `${quote} -> ${now}`);
          }
        }
      }
    }
    assert.ok(asked > 50);
  });

  it('finds no passage in another article', () => {
    const random = seeded(5);
    for (const [, article, foreign] of languages) {
      const selectors = chooseSpans(article, random, 60).map((span) => describeQuote(article, span));
      assert.ok(anchorAll(foreign, selectors).every(({ state }) => state === 'orphan'));
    }
  });
});
