import assert from 'node:assert/strict';
import fc from 'fast-check';
import { segment, segmentTokens, sentenceAt } from '../../../src/text/segments';
import { tokenise } from '../../../src/text/tokens';

function sentencesOf(text: string): string[] {
  return segment(text).flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end)));
}

function quotationsOf(text: string): string[] {
  return segment(text).flatMap(({ enclosures }) =>
    enclosures.filter(({ kind }) => kind === 'quotation').map(({ start, end }) => text.slice(start, end)),
  );
}

/** Expected sentences are written with ¦ at each boundary. */
function check(marked: string): void {
  it(marked.slice(0, 70), () => {
    const expected = marked.split('¦').map((part) => part.trim());
    assert.deepEqual(sentencesOf(marked.replaceAll('¦', '')), expected);
  });
}

describe('sentences, English', () => {
  check('The minister resigned. ¦His deputy takes over. ¦Nobody was surprised!');
  check('U.S. President Ann Doe met Gov. Lee on Dec. 4, 2025. ¦They talked at Mt. Iwaki.');
  check('He works for the U.S. ¦The offer came from J. D. Moss and George W. Reed.');
  check('Prices at Acme Inc. rose 3.5 percent. ¦Shares of Bolt Corp. ¦But nobody sold.');
  check('The talks start at 9 a.m. on Monday. ¦No. 7 was vacant at 5 p.m. ¦Then it rained.');
  check('“We will win. We must.” ¦The crowd cheered.');
  check('She said, “I will go. I will not wait.” ¦Nobody answered.');
  check('“Is this the end?” Moss asked. ¦“Stop!” he shouted.');
  check('“Is this the end?” ¦Reporters kept silent.');
  check('It was over ... and then it was not. ¦So it goes… ¦Next came rain.');
  check('See example.com for more. ¦Visit today.');
  check('The vote (held on Jan. 5. It was close.) was valid. ¦It stands.');
  check('Yahoo! said it agreed. ¦Fine.');
  check('He lived at 5 Main St. Louis saw him.');
  check('The party lost 40 seats in 1998. ¦2010 was worse.');
});

describe('sentences, Japanese', () => {
  check('首相は辞任した。¦後任は未定だ。¦驚いた人はいない！');
  check('市長は「必ず直す。約束する。」と述べた。¦議会は黙った。');
  check('「もう終わりか？」と記者は尋ねた。¦答えはない。');
  check('「行かない。」¦彼女はそう言った。');
  check('党は反対（理由は不明。後日説明する。）した。¦以上だ。');
  check('人口は３．５万人だ。¦第2.1版を見た。');
  check('委員会は厳しい姿勢をはっきりと内外に示した ¦背景には地域の安全に対する強い懸念がある');
  check('すごい!¦彼は走った。');
  check('本当？と聞いた。¦誰も答えない。');
});

describe('blocks', () => {
  const kinds = (text: string) =>
    segment(text).map(({ block }) => `${block.kind}:${text.slice(block.start, block.end).slice(0, 12)}`);

  it('one line is one paragraph', () =>
    assert.deepEqual(kinds('Harbour Opens\nThe harbour opened.\r\nIt rained.'), [
      'line:Harbour Open',
      'prose:The harbour ',
      'prose:It rained.',
    ]));
  it('joins lines wrapped at a column', () => {
    const text =
      'The council decided on Tuesday that the old bridge over\nthe river will be closed until it can be repaired. The\nmayor agreed.\n\nNext.';
    assert.deepEqual(sentencesOf(text), [
      'The council decided on Tuesday that the old bridge over\nthe river will be closed until it can be repaired.',
      'The\nmayor agreed.',
      'Next.',
    ]);
  });
  it('knows front matter, headings, lists, quotes, tables, code, rules', () =>
    assert.deepEqual(
      kinds(
        '---\ntitle: A\n---\n# Head\n- one item\n2. two.\n> quoted words.\n| a | b |\n\nOld head\n====\n***\n```js\nlet a;\n```\nEnd.',
      ),
      [
        'frontMatter:---\ntitle: A',
        'heading:Head',
        'listItem:one item',
        'listItem:two.',
        'blockQuote:quoted words',
        'table:| a | b |',
        'heading:Old head',
        'code:```js\nlet a;',
        'prose:End.',
      ],
    ));
  it('takes --- without an end for a rule', () => assert.deepEqual(kinds('---\nWords.'), ['prose:Words.']));
  it('code and front matter have no sentences', () => assert.deepEqual(sentencesOf('```\nHe said. So.\n```'), []));
});

describe('quotations', () => {
  const table: [string, string[]][] = [
    ['He said “no” and "yes" twice.', ['“no”', '"yes"']],
    ["The Ukrainians' fight isn't over, it's long.", []],
    ["'We will go,' he said, 'and don't wait.'", ["'We will go,'", "'and don't wait.'"]],
    ['‘We’re going,’ she said. The dogs’ home is shut.', ['‘We’re going,’']],
    ['“He told me ‘never’ twice,” she said.', ['“He told me ‘never’ twice,”', '‘never’']],
    ['首相は「『必ず』行く」と述べた。', ['「『必ず』行く」', '『必ず』']],
    ['“This goes on in the next paragraph.', ['“This goes on in the next paragraph.']],
    ['The 5" gun and the 90\'s', []],
    ['He wrote "A (b) c" (see "d").', ['"A (b) c"', '"d"']],
  ];
  for (const [text, expected] of table) {
    it(text, () => assert.deepEqual(quotationsOf(text), expected));
  }
});

describe('sentenceAt', () => {
  const text = 'One fell. Two rose.\n\n彼は笑った。彼女は泣いた。\n';
  const at = (offset: number) => {
    const found = sentenceAt(text, offset);
    return found && text.slice(found.start, found.end);
  };
  it('finds the sentence under the cursor', () => {
    assert.equal(at(0), 'One fell.');
    assert.equal(at(8), 'One fell.');
    assert.equal(at(12), 'Two rose.');
    assert.equal(at(23), '彼は笑った。');
    assert.equal(at(29), '彼女は泣いた。');
  });
  it('takes the sentence before a cursor at the end of the line', () => {
    assert.equal(at(19), 'Two rose.');
    assert.equal(at(text.length - 1), '彼女は泣いた。');
  });
  it('finds none in a blank line or outside', () => {
    assert.equal(at(20), undefined);
    assert.equal(sentenceAt('', 5), undefined);
  });
});

describe('segments of hostile text', () => {
  const pieces = [
    '.',
    '"',
    "'",
    '“',
    '「',
    '(',
    ')',
    '。',
    '\n',
    ' ',
    '#',
    '>',
    '- ',
    '\ud83d',
    '\u0301',
    'A.',
    '…',
    '---\n',
  ];
  for (const piece of pieces) {
    it(`keeps inside the text: ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(200_000 / piece.length);
      let last = 0;
      for (const { block, sentences } of segment(text)) {
        assert.ok(block.start >= last && block.end <= text.length);
        for (const sentence of sentences) {
          assert.ok(sentence.start >= last && sentence.end > sentence.start && sentence.end <= block.end);
          last = sentence.end;
        }
      }
    });
  }
});

describe('segments of tokens', () => {
  const pieces = [
    'Ann',
    ' ',
    '  ',
    '　',
    '.',
    '! ',
    '。',
    '」',
    '「',
    '"',
    "'",
    '\n',
    '\r\n',
    '(',
    ')',
    '示した',
    '- ',
    '# ',
    '---',
    '\n\n',
    '12',
    '\u2028',
    '\ufeff',
  ];
  it('are those of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        assert.deepEqual(segmentTokens(tokenise(text)), segment(text));
      }),
      { numRuns: 500 },
    );
  });
});
