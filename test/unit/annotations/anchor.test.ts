import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/annotations/anchor';
import type { Anchor } from '../../../src/annotations/anchorResult';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';
import { englishArticle, japaneseArticle, otherEnglishArticle } from '../../property/sampleArticles';

/** Describes `quote` in `before` and resolves it in `after`. */
function anchorOf(before: string, quote: string, after: string, occurrence = 0): Anchor {
  let start = before.indexOf(quote);
  for (let n = 0; n < occurrence; n++) {
    start = before.indexOf(quote, start + 1);
  }
  assert.ok(start >= 0, `"${quote}" is not in the text`);
  return anchorAll(after, [describeQuote(before, { start, end: start + quote.length })])[0]!;
}

const sentence = 'He did not say what the association would accept instead.';
const nihongo = '会として何を受け入れるのかは明らかにしなかった。';

describe('anchorAll', () => {
  /** What became of `quote` when `article` was edited: its state and the text it now stands at. */
  const check = (
    name: string,
    article: string,
    quote: string,
    edit: (text: string) => string,
    state: string,
    now?: string,
  ) => {
    it(name, () => {
      const after = edit(article);
      const anchor = anchorOf(article, quote, after);
      assert.equal(anchor.state, state, JSON.stringify(anchor));
      assert.equal(
        anchor.range && after.slice(anchor.range.start, anchor.range.end),
        now ?? (anchor.range ? quote : null),
      );
    });
  };
  const replace = (from: string, to: string) => (text: string) => {
    assert.ok(text.includes(from));
    return text.replace(from, () => to);
  };

  check('nothing changed', englishArticle, sentence, (text) => text, 'exact');
  check('text before it', englishArticle, sentence, (text) => `Corrected on Monday.\n\n${text}`, 'moved');
  check('other words further down', englishArticle, sentence, replace('printing error', 'misprint'), 'exact');
  check(
    'context changed on both sides',
    englishArticle,
    sentence,
    replace(`Reinholt said. ${sentence}\n\nThe`, `he said. ${sentence}\n\nA`),
    'moved',
  );
  check(
    'hard-wrapped inside',
    englishArticle,
    sentence,
    replace('association would', 'association\nwould'),
    'moved',
    sentence.replace('association would', 'association\nwould'),
  );
  check(
    'upper case',
    englishArticle,
    sentence,
    replace(sentence, sentence.toUpperCase()),
    'moved',
    sentence.toUpperCase(),
  );
  check(
    'wrapped inside a Japanese word',
    japaneseArticle,
    nihongo,
    replace('明らかに', '明ら\nかに'),
    'moved',
    nihongo.replace('明らかに', '明ら\nかに'),
  );
  check(
    'one word put right',
    englishArticle,
    sentence,
    replace('would accept', 'could accept'),
    'moved',
    sentence.replace('would', 'could'),
  );
  check(
    'a paragraph moved to the end',
    englishArticle,
    sentence,
    (text) => {
      const paragraph = text.split('\n\n')[2]!;
      return `${text.replace(`${paragraph}\n\n`, '')}\n${paragraph}\n`;
    },
    'moved',
  );
  check('decomposed', japaneseArticle, nihongo, (text) => text.normalize('NFD'), 'moved', nihongo.normalize('NFD'));
  check(
    'full-width digits',
    japaneseArticle,
    '2019年より8％少ない',
    (text) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    'moved',
    '２０１９年より８％少ない',
  );

  describe('asks a person', () => {
    check(
      'name changed',
      englishArticle,
      'Reinholt disputes this: two of the letters, he said, were never sent.',
      replace('Reinholt disputes', 'Calloway disputes'),
      'review',
      'Calloway disputes this: two of the letters, he said, were never sent.',
    );
    check(
      'name changed by one letter',
      englishArticle,
      'Reinholt disputes this: two of the letters, he said, were never sent.',
      replace('Reinholt disputes', 'Reinhold disputes'),
      'review',
      'Reinhold disputes this: two of the letters, he said, were never sent.',
    );
    check(
      'the quote is a name that changed',
      englishArticle,
      'Wilhelmina Oduya',
      replace('Wilhelmina Oduya', 'Marguerite Santos'),
      'review',
      'Marguerite Santos',
    );
    check(
      'number changed',
      englishArticle,
      'the cost estimate of 412 million crowns left out ventilation',
      replace('412', '421'),
      'review',
      'the cost estimate of 421 million crowns left out ventilation',
    );
    check(
      'number word of a Japanese date changed',
      japaneseArticle,
      '2027年3月より先まで使うことはできない',
      replace('2027年3月', '2027年8月'),
      'review',
      '2027年8月より先まで使うことはできない',
    );
    check(
      'negation taken out',
      englishArticle,
      sentence,
      replace('He did not say', 'He did say'),
      'review',
      sentence.replace('did not', 'did'),
    );
    check(
      'Japanese negation put in',
      japaneseArticle,
      'すべての質問に文書で答えたと説明する',
      replace('答えたと説明する', '答えていないと説明する'),
      'review',
      'すべての質問に文書で答えていないと説明する',
    );
    check(
      'katakana name changed',
      japaneseArticle,
      '運航するノルドラインは、古い方の船を',
      replace('ノルドラインは', 'サウスラインは'),
      'review',
      '運航するサウスラインは、古い方の船を',
    );
    check(
      'country in kanji changed',
      '日本政府は声明を出し、協議を続ける方針を示した。',
      '日本政府は声明を出し、協議を続ける方針',
      replace('日本政府', '中国政府'),
      'review',
      '中国政府は声明を出し、協議を続ける方針',
    );
  });

  describe('gives up rather than guess', () => {
    check('sentence deleted', englishArticle, sentence, replace(` ${sentence}`, ''), 'orphan');
    check('Japanese sentence deleted', japaneseArticle, nihongo, replace(nihongo, ''), 'orphan');
    check('another article', englishArticle, sentence, () => otherEnglishArticle, 'orphan');
    check('nothing left', englishArticle, sentence, () => '', 'orphan');
    check('only space left', englishArticle, sentence, () => ' \n\n ', 'orphan');
    check(
      'a short name whose sentence is gone, the name elsewhere',
      englishArticle,
      'Nordline',
      replace(
        'Its operator, Nordline, has warned that it cannot keep the older of its two ships in service beyond March 2027. ',
        '',
      ),
      'orphan',
    );
    check(
      'country whose sentence is gone, another in its place',
      '米国は反対した。英国は賛成した。',
      '米国',
      replace('米国は反対した。', ''),
      'orphan',
    );
    check(
      'inside of another word',
      'Talks on Iran. They go on, it is said.',
      'Iran',
      () => 'Talks on Iranians. They go on, it is said.',
      'review',
      'Iranians',
    );
    check(
      'a long quote gone of which a copy stands elsewhere',
      `${sentence}\n\nOne. ${sentence} Two.\n\nEnd of it all.`,
      sentence,
      replace(`${sentence}\n\n`, ''),
      'orphan',
    );
  });

  it('tells the places it did not take', () => {
    const anchor = anchorOf('米国は反対した。英国は賛成した。', '米国', '英国は賛成した。');
    assert.equal(anchor.reason, 'not-found');
    const review = anchorOf(englishArticle, sentence, englishArticle.replace('did not', 'did'));
    assert.ok(Array.isArray(review.candidates));
  });

  it('stays on the first of a doubled paragraph, to which the distances from other annotations agree', () => {
    const paragraph = `${englishArticle.split('\n\n')[2]!}\n\n`;
    const at = englishArticle.indexOf(paragraph);
    const after = `News.\n\n${englishArticle.slice(0, at)}${paragraph}${englishArticle.slice(at)}`;
    const quotes = ['They have priced a hole in the ground', 'Tomas Reinholt', 'Mayor Ines Calloway', 'Harbour Town'];
    const selectors = quotes.map((quote) => {
      const start = englishArticle.indexOf(quote);
      return describeQuote(englishArticle, { start, end: start + quote.length });
    });
    for (const [i, anchor] of anchorAll(after, selectors).entries()) {
      assert.equal(anchor.state, 'moved');
      assert.equal(anchor.range?.start, after.indexOf(quotes[i]!));
    }
  });

  it('asks where a passage was doubled and the words around it do not tell which is which', () => {
    const [first, second, third] = [
      'The board met at noon. ',
      'Its chair refused to resign over the leak. ',
      'Staff had gone home by then.',
    ];
    const before = `${first}${second}${third}`;
    const after = `The board met at dusk. ${second}${third}\n\nMuch later on.\n\n${first}${second}Nobody said a word.`;
    const anchor = anchorOf(before, second.trim(), after);
    assert.deepEqual([anchor.state, anchor.reason], ['review', 'ambiguous']);
    assert.equal(anchor.candidates?.length, 1);
  });

  it('does not leave a changed passage for an unchanged copy far away', () => {
    const block = englishArticle.split('\n\n')[4]!;
    const before = `${block}\n\n${otherEnglishArticle.repeat(3)}\n\n${block}`;
    const quote = 'every objection had been answered';
    const anchor = anchorOf(before, quote, before.replace('every objection had', 'every objection has'));
    assert.notEqual(anchor.range?.start, before.lastIndexOf(quote));
  });

  it('asks where a repeated line gives no hold', () => {
    const lines = 'No comment.\n'.repeat(500);
    const selector = { exact: 'No comment.', prefix: 'No comment.\n', suffix: '\nNo comment.' };
    const [anchor] = anchorAll(lines, [{ ...selector, hint: 120 }]);
    assert.deepEqual(anchor?.range, { start: 120, end: 131 });
    assert.equal(anchorAll(lines, [selector])[0]?.state, 'review');
  });

  it('takes the only place of a quote that came without context, and asks for a short one', () => {
    const bare = (exact: string) => anchorAll(englishArticle, [{ exact, prefix: '', suffix: '' }])[0];
    assert.equal(bare('cancelled crossings')?.state, 'moved');
    assert.equal(bare('Nordline')?.state, 'review');
    assert.equal(bare('8 perc')?.state, 'orphan');
    assert.equal(bare('nine')?.range?.start, englishArticle.indexOf('nine'));
    assert.equal(bare('Professor of the University')?.state, 'orphan');
    assert.equal(bare('the association')?.state, 'review');
  });

  describe('where only a part of the surroundings is left', () => {
    const far = 'Rain fell on the empty quays all night long. '.repeat(120);
    const selector = {
      exact: 'the harbour board',
      prefix: 'Nobody had foreseen that all of ',
      suffix: ' resigned after the flood in May',
      hint: 0,
    };
    const halfAround = 'It was foreseen that all of the harbour board resigned after the storms.';
    const stateOf = (text: string, change: object): string => {
      const { state, reason } = anchorAll(text, [{ ...selector, ...change }])[0]!;
      return `${state}, ${reason}`;
    };
    const table: [string, string, object, string][] = [
      ['half of both contexts is enough', `${far}${halfAround}`, {}, 'moved, verbatim'],
      ['not for words that stood twice', `${far}${halfAround}`, { copies: 2 }, 'review, weak'],
      ['but for those where they stood', halfAround, { copies: 2, hint: 28 }, 'exact, at-hint'],
      ['one whole context', `${far}${selector.prefix}the harbour board stayed.`, {}, 'moved, verbatim'],
      [
        'half a context, elsewhere',
        `${far}It was foreseen that all of the harbour board stayed.`,
        {},
        'orphan, not-found',
      ],
      [
        'half a context, in place',
        'It was foreseen that all of the harbour board stayed.',
        { hint: 30 },
        'moved, verbatim',
      ],
      [
        'a long quote that stood twice, near its place',
        `${selector.prefix}the whole of the old harbour board of Port Ellery stayed.`,
        { exact: 'the whole of the old harbour board of Port Ellery', copies: 2, hint: 36 },
        'moved, verbatim',
      ],
      [
        'a long quote that stood twice, in place, with nothing around it',
        'So the whole of the old harbour board of Port Ellery stayed.',
        { exact: 'the whole of the old harbour board of Port Ellery', copies: 2, hint: 3 },
        'orphan, not-found',
      ],
      [
        'a long quote in other form, elsewhere',
        `${far}Then THE WHOLE OF THE OLD HARBOUR BOARD OF PORT ELLERY stayed.`,
        { exact: 'the whole of the old harbour board of Port Ellery' },
        'review, weak',
      ],
      [
        'a whole sentence',
        `${far}The harbour board left. Rain.`,
        { exact: 'The harbour board left.', prefix: 'One. ', suffix: ' Two.' },
        'moved, verbatim',
      ],
      [
        'a very short sentence',
        `${far}All went home. Rain.`,
        { exact: 'All went home.', prefix: 'One. ', suffix: ' Two.' },
        'review, weak',
      ],
      [
        'a sentence of one word',
        `${far}Gone. Rain.`,
        { exact: 'Gone.', prefix: 'Children sang in a yard. ', suffix: ' Nobody knew why they did.' },
        'orphan, not-found',
      ],
      [
        'a whole sentence that stood twice',
        `${far}The harbour board left. Rain.`,
        {
          exact: 'The harbour board left.',
          prefix: 'Children sang in a yard. ',
          suffix: ' Nobody knew why they did.',
          copies: 2,
        },
        'orphan, not-found',
      ],
      [
        'the words of a sentence inside of another',
        `${far}Then the harbour boarding party left. Rain.`,
        { exact: 'the harbour board', prefix: 'One.\n\n', suffix: '\n\nTwo.' },
        'orphan, not-found',
      ],
    ];
    for (const [name, text, change, expected] of table) {
      it(name, () => assert.equal(stateOf(text, change), expected));
    }
  });

  describe('where a part of the passage is gone', () => {
    const kept = 'The review found that a tunnel would pay for itself within a generation if traffic went on growing. ';
    const gone =
      'Its authors warned the council that nobody had counted what the shafts and fans would cost in the end. ';
    check(
      'offers what is left of a long one',
      `One.\n\n${kept}${gone}\n\nTwo.`,
      `${kept}${gone}`.trim(),
      () => `A fresh start.\n\n${kept}\n\nAnother thing altogether.`,
      'review',
      kept.trim(),
    );
    const short = 'The lamps were lit along the quay while children slept at home.';
    check(
      'offers what is left of a shorter one beside its old neighbour',
      `Nobody had been told of the procession. ${short} They left.`,
      short,
      () => 'Nobody had been told of the procession. The lamps were lit along the quay',
      'review',
      'The lamps were lit along the quay',
    );
    for (const left of [
      'The lamps were lit along the quay',
      'The lamps were lit along the',
      'The lamps were lit along',
    ]) {
      check(
        `gives up where only "${left}" is left, with nothing around it`,
        `Nobody had been told of the procession. ${short} They left.`,
        short,
        () => `Once more: ${left}`,
        'orphan',
      );
    }
    check(
      'gives up where little is left and nothing around it',
      'We met. The lamps were lit and nobody came out to see. They left.',
      'The lamps were lit and nobody came out to see.',
      () => 'Long ago the lamps were lit. Children sang all night along the pier.',
      'orphan',
    );
  });

  it('keeps a changed sentence whole where its last words are new', () => {
    const before = 'It rained. The council will put off the vote on the new tunnel. Nobody minded.';
    const after = 'It rained. The council will put off the vote on the new bridge for good. Some cheered.';
    const anchor = anchorOf(before, 'The council will put off the vote on the new tunnel.', after);
    assert.equal(
      after.slice(anchor.range!.start, anchor.range!.end),
      'The council will put off the vote on the new bridge for good.',
    );
  });

  it('weighs a doubled passage even where one of the two was wrapped', () => {
    const paragraph = `${englishArticle.split('\n\n')[2]!}\n\n`;
    const wrapped = paragraph.replaceAll(/(.{30,40}) /g, '$1\n');
    const at = englishArticle.indexOf(paragraph);
    const rest = englishArticle.slice(at + paragraph.length);
    const after = `${englishArticle.slice(0, at)}${wrapped}${rest}\n${paragraph}`;
    const quote = 'left out ventilation, fire safety and the purchase of land';
    const anchor = anchorOf(englishArticle, quote, after);
    assert.ok(anchor.range!.start < at + wrapped.length, 'the copy at the end is not where it was');
  });

  it('takes any selector without throwing', () => {
    const odd = [
      { exact: '', prefix: 'a', suffix: 'b', hint: 0 },
      { exact: ' \n', prefix: '', suffix: '', hint: 0 },
      { exact: '\u200B', prefix: '', suffix: '' },
      { exact: 'vote', prefix: '', suffix: '', hint: Number.NaN },
      { exact: 'vote', prefix: '', suffix: '', hint: -4 },
      { exact: 'vote', prefix: '', suffix: '', hint: 1e12 },
      { exact: 'vote', prefix: 'x'.repeat(5000), suffix: 'y'.repeat(5000), hint: 3 },
      { exact: 'word '.repeat(2000), prefix: '', suffix: '' },
      { exact: '\uD83D', prefix: '\uDE00', suffix: '' },
    ];
    for (const text of ['', 'v', englishArticle, '😀😀']) {
      assert.equal(anchorAll(text, odd).length, odd.length);
    }
    assert.equal(anchorAll('abc', odd)[0]?.reason, 'empty-quote');
    assert.equal(anchorAll('abc', odd)[1]?.reason, 'empty-quote');
    assert.equal(anchorAll('abc', odd)[2]?.state, 'orphan');
  });

  for (const length of [31, 32, 33, 63, 64, 65, 4001]) {
    it(`finds a quote of ${length} characters with a letter changed`, () => {
      const filler = Array.from({ length: 900 }, (_, i) => `w${(i * 7919) % 1009}x`).join(' ');
      const quote = filler.slice(300, 300 + length);
      const before = `${filler.slice(0, 300)}${quote}${filler.slice(300 + length)}`;
      const changed = `${quote.slice(0, 10)}z${quote.slice(11)}`;
      const anchor = anchorOf(before, quote, before.replace(quote, changed));
      assert.notEqual(anchor.state, 'exact');
      if (length <= 4000) {
        assert.deepEqual(anchor.range, { start: 300, end: 300 + length });
      }
    });
  }

  it('never cuts a grapheme', () => {
    const before = 'The crowd cheered 👩‍👩‍👧 and waved flags in the old harbour of the town all night.';
    const after = 'The crowd cheered 👩‍👩‍👧‍👦 and waved flags in the old harbour of the town all night.';
    const anchor = anchorOf(before, 'cheered 👩‍👩‍👧 and waved', after);
    assert.equal(after.slice(anchor.range!.start, anchor.range!.end), 'cheered 👩‍👩‍👧‍👦 and waved');
  });
});
