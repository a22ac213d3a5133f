import assert from 'node:assert/strict';
import type { TextRange } from '../../../src/model/range';
import type { Language, Recognition } from '../../../src/model/recognition';
import { recognise } from '../../../src/recognise/recognise';
import { segment, sentenceAt } from '../../../src/text/segments';

/** One piece of each is repeated; what breaks recognisers that look back, nest or remember too much. */
const pieces = {
  dots: '.',
  'open brackets': '(',
  'closing brackets': ')」',
  quotes: '"',
  apostrophes: "a' ",
  'opening quotes': '“「',
  capitals: 'A',
  'capitalised words': 'Ann ',
  'one name': 'Ann Moss ',
  initials: 'A. B. ',
  titles: 'President ',
  katakana: 'カ',
  'katakana names': 'カト・',
  kanji: '田',
  'kanji names': '田中氏は',
  'names that go on in kana': '貫名ほのかが、',
  'kanji numbers': '一二三',
  digits: '1',
  dates: 'May 5, ',
  'dates ja': '5月5日、',
  'years ja': '令和元年',
  reports: 'said ',
  'reports ja': 'と述べ、',
  'topic ja': '港湾局は',
  commas: 'Ann, ',
  'relative clauses': 'Ann, who said, ',
  'short lines': 'Ann\n',
  'empty lines': '\n',
  spaces: ' ',
  hyphens: 'a-',
  'list items': '- a\n',
  Markdown: '# **[`',
  'lone surrogates': '\ud83d',
  'reversed surrogates': '\udc00\ud800',
  'combining marks': 'e\u0301\u0301',
  'other scripts': 'Ω住ж한ع',
  'zero width': '\u200b\ufeff',
  nul: '\u0000',
};

function checkRange({ start, end }: TextRange, text: string): void {
  assert.ok(start >= 0 && start < end && end <= text.length, `${start}..${end} of ${text.length}`);
}

function checkAll(found: Recognition, text: string): void {
  for (const list of [found.mentions, found.dates, found.claims]) {
    let last = 0;
    for (const item of list) {
      checkRange(item, text);
      assert.ok(item.start >= last, 'in order of start');
      last = item.start;
    }
  }
  for (const { cue, sourceSpan } of found.claims) {
    for (const range of [cue, sourceSpan]) {
      if (range) {
        checkRange(range, text);
      }
    }
  }
}

/** Processor time, so that a busy machine counts less. */
function work(text: string, language: Language): number {
  const before = process.cpuUsage();
  checkAll(recognise(text, { language }), text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const size = 40_000;
const growth = 4;
/** Linear work grows fourfold, quadratic sixteenfold; between the two lies the noise of a busy machine. */
const tolerated = 10;
const slack = 250;

describe('hostile text', () => {
  for (const language of ['en', 'ja'] as const) {
    for (const [name, piece] of Object.entries(pieces)) {
      it(`costs linear work: ${name}, ${language}`, function () {
        this.timeout(60_000);
        const text = piece.repeat(Math.ceil(size / piece.length));
        const once = work(text, language);
        const more = work(text.repeat(growth), language);
        assert.ok(
          more < tolerated * once + slack,
          `${once.toFixed(1)} ms, ${growth} times as much ${more.toFixed(1)} ms`,
        );
      });
    }
  }

  for (const [language, line] of [
    ['en', 'Ann Moss of Norway said on May 5 that (the "gates") would open '],
    ['ja', '田中一郎氏は5月5日、ノルウェーで「開く」と述べ、カトー氏も'],
  ] as const) {
    it(`reads one line of five million characters: ${language}`, function () {
      this.timeout(120_000);
      const text = line.repeat(Math.ceil(5_000_000 / line.length));
      checkAll(recognise(text, { language }), text);
    });
  }

  it('keeps offsets right around lone surrogates and combining marks', () => {
    for (const strange of ['\ud83d', '\udc00', '\u0301', '\u200d', '👩‍👩‍👧', 'é', '\ufeff', '\u0000']) {
      const text = `${strange}Ann Moss${strange} said on May 5, 2025${strange} that ${strange}Norway${strange} agreed.`;
      checkAll(recognise(text, { language: 'en' }), text);
      checkAll(recognise(text, { language: 'ja' }), text);
      for (let at = 0; at <= text.length; at++) {
        const sentence = sentenceAt(text, at);
        assert.ok(sentence);
        checkRange(sentence, text);
      }
    }
  });

  it('gives every segment inside the text, in order', () => {
    for (const piece of Object.values(pieces)) {
      const text = `${piece} x `.repeat(500);
      let last = 0;
      for (const { block, sentences } of segment(text)) {
        assert.ok(block.start >= last && block.end <= text.length);
        for (const sentence of sentences) {
          checkRange(sentence, text);
        }
        last = block.end;
      }
    }
  });
});
