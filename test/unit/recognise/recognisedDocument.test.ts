import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Recognition } from '../../../src/model/recognition';
import { recognise } from '../../../src/recognise/recognise';
import { RecognisedDocument, wholeTextLimit } from '../../../src/recognise/recognisedDocument';

const english = [
  'Harbour Board Names New Chief',
  'OLDPORT, May 3, 2025 — President Ann Moss of the Harbour Board said on Friday that the gates would open in June.',
  'Moss met Prime Minister Tom Reed of Norway in Berlin. “We must not wait,” Reed told reporters. He denied any delay.',
  'According to the Ministry of Transport, the United States and Japan agreed to share the cost last month.',
  'The council should repair the bridge before winter. It is essential that nobody be hurt.',
];
const japanese = [
  '港湾局、新しい水門を公開',
  '田中一郎首相は2025年5月3日、ノルウェーの外相と会談し、「必ず直す」と述べた。',
  '田中氏は先月、米国と合意したと発表した。計画は失敗に終わりかねない。',
];
const pieces = [
  '',
  'a',
  ' ',
  '\n',
  '\n\n',
  '.',
  '。',
  'Moss',
  'Ann Reed said',
  '「',
  '」と述べた',
  '田中',
  '“',
  '12',
  'May 5',
  '\ud83d',
];

interface Edit {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    deleted: fc.nat(30),
    inserted: fc.constantFrom(...pieces),
  }),
  { minLength: 1, maxLength: 8 },
);

function apply(document: RecognisedDocument, model: string, { at, deleted, inserted }: Edit): string {
  const start = Math.floor(at * model.length);
  document.edit(start, deleted, inserted);
  return model.slice(0, start) + inserted + model.slice(start + deleted);
}

function allInside(found: Recognition, text: string): void {
  for (const list of [found.mentions, found.dates, found.claims]) {
    let last = 0;
    for (const { start, end } of list) {
      assert.ok(start >= last && end > start && end <= text.length);
      last = start;
    }
  }
}

function longText(lines: readonly string[]): string {
  let text = '';
  for (let i = 0; text.length < wholeTextLimit * 1.5; i++) {
    text += `${lines[i % lines.length]}\n`;
  }
  return text;
}

describe('RecognisedDocument, short text', () => {
  for (const [name, lines] of [
    ['English', english],
    ['Japanese', japanese],
  ] as const) {
    it(`gives after every edit what a fresh reading gives: ${name}`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(edits, (list) => {
          let model = lines.join('\n');
          const document = new RecognisedDocument(model);
          for (const edit of list) {
            model = apply(document, model, edit);
            assert.equal(document.text, model);
            assert.deepEqual(document.recognition, recognise(model));
          }
        }),
        { numRuns: 25 },
      );
    });
  }
});

describe('RecognisedDocument, long text', () => {
  for (const [name, lines] of [
    ['English', english],
    ['Japanese', japanese],
  ] as const) {
    const long = longText(lines);

    it(`reads a bounded part at an edit and all when settled: ${name}`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(edits, (list) => {
          let model = long;
          const document = new RecognisedDocument(model);
          allInside(document.recognition, model);
          for (const edit of list) {
            model = apply(document, model, edit);
            assert.equal(document.text, model);
            allInside(document.recognition, model);
            assert.ok(document.charactersRead < 16_000, `${document.charactersRead} characters read`);
          }
          document.settle();
          assert.deepEqual(document.recognition, recognise(model));
          assert.ok(document.isSettled);
        }),
        { numRuns: 5 },
      );
    });

    it(`keeps what an edit does not touch, moved: ${name}`, () => {
      const document = new RecognisedDocument(long);
      const before = document.recognition;
      const at = long.indexOf('\n', long.length >> 1) + 1;
      document.edit(at, 0, 'x\n');
      const expected = before.mentions.filter(({ start }) => start >= at).map((item) => item.start + 2);
      const after = document.recognition.mentions.filter(({ start }) => start >= at + 2).map(({ start }) => start);
      assert.deepEqual(after, expected);
    });
  }

  it('knows a name by its introduction elsewhere', () => {
    const filler = 'The bridge over the river was painted in a dull green by the workers of the town.\n'.repeat(500);
    const document = new RecognisedDocument(`President Ann Moss of Norway arrived.\n${filler}`, { language: 'en' });
    assert.equal(document.recognition.claims.length, 0);
    const end = document.text.length;
    document.edit(end, 0, 'Later Moss said that the bridge was safe.');
    assert.ok(document.charactersRead < 2_000);
    const found = document.in(end, document.text.length);
    const moss = document.recognition.mentions[0]!;
    assert.deepEqual(
      found.mentions.map(({ start, kind, actor }) => [start, kind, actor]),
      [[end + 6, 'person', moss.actor]],
    );
    assert.equal(found.claims[0]?.source, moss.actor);
  });

  it('gives the part that is asked for', () => {
    const document = new RecognisedDocument(longText(english));
    document.edit(10_000, 5, 'Ann Moss');
    const all = document.recognition;
    for (const [start, end] of [
      [0, 500],
      [9_900, 10_300],
      [20_000, 21_000],
    ] as const) {
      const part = document.in(start, end);
      assert.deepEqual(
        part.mentions,
        all.mentions.filter((item) => item.start < end && item.end > start),
      );
      assert.deepEqual(
        part.claims,
        all.claims.filter((item) => item.start < end && item.end > start),
      );
    }
  });

  it('passes over what lies outside the text', () => {
    const document = new RecognisedDocument('Ann.');
    document.edit(90, 5, ' Moss');
    assert.equal(document.text, 'Ann. Moss');
    document.edit(-3, 2, '');
    assert.equal(document.text, 'n. Moss');
  });
});
