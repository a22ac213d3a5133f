import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../src/export/escapeMarkdown';
import { markdownExporter } from '../../../src/export/markdown';
import { fullClaim, plainClaim, sampleArticle, sampleInput, textFile } from './samples';

describe('Markdown report', () => {
  const first = fullClaim('aa', 'Pier one opens in May');
  const other = plainClaim('zzother', 'The port stays shut', { source: 'port-union' });
  const input = sampleInput([
    sampleArticle(
      'news/port one.txt',
      'Today.\nOrlova said: Pier one opens in May.',
      [first, plainClaim('bb', 'gone')],
      {
        title: 'The port',
        published: '2031-05-02',
      },
    ),
    sampleArticle('news/other.txt', 'The port stays shut, they said.', [other]),
  ]);
  const output = markdownExporter.export(input);
  const report = textFile(output, 'claims.md');

  it('groups claims by who said them and links to the line', () => {
    assert.match(report, /^### Mina Orlova$/m);
    assert.match(report, /\[line 2\]\(<news\/port%20one\.txt#L2>\)/);
    assert.match(report, /supports: port reopening, strike \\\| pay/);
  });

  it('shows linked claims side by side', () => {
    const line = report.split('\n').find((candidate) => candidate.includes('contradicts'));
    assert.match(line ?? '', /Pier one opens in May.*contradicts \(same day\).*Port Union: “The port stays shut”.*#L1/);
  });

  it('lists orphans with their quote', () =>
    assert.match(report, /without a certain place[\s\S]*- Source unknown: “gone”/));

  it('says what it leaves out', () => {
    const kinds = new Set(output.losses.filter((loss) => loss.item === 'aa').map((loss) => loss.kind));
    assert.deepEqual([...kinds].sort(), ['actors', 'addressee', 'author', 'context', 'created', 'cue', 'tags']);
  });

  it('speaks Japanese', () => {
    const japanese = textFile(markdownExporter.export({ ...input, options: { language: 'ja' } }), 'claims.md');
    assert.match(japanese, /^# 主張の一覧$/m);
    assert.match(japanese, /^### ミナ・オルロワ$/m);
  });

  it('gives equal bytes for equal input in any order', () => {
    const reversed = { ...input, articles: [...input.articles].reverse() };
    assert.deepEqual(markdownExporter.export(reversed), output);
  });
});

describe('Markdown escapes', () => {
  const cases: [string, string][] = [
    ['plain text, (with) marks: 1.5!', 'plain text, (with) marks: 1.5!'],
    ['*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['[x](command:run)', '\\[x\\](command:run)'],
    ['![x](http://t)', '!\\[x\\](http://t)'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['a|b\nc', 'a\\|b c'],
    ['# h', '\\# h'],
    ['1. x', '1\\. x'],
    ['- x', '\\- x'],
    ['&lt;', '&amp;lt;'],
    ['a\u202eb', 'a⟨U+202E⟩b'],
    ['\\', '\\\\'],
  ];
  for (const [text, escaped] of cases) {
    it(JSON.stringify(text), () => assert.equal(escapeMarkdown(text), escaped));
  }
});
