import assert from 'node:assert/strict';
import type { Language } from '../../../src/model/recognition';
import type { RecogniseContext } from '../../../src/recognise/context';
import { findPublication } from '../../../src/recognise/publication';
import { tokenise } from '../../../src/text/tokens';

function check(
  name: string,
  lines: string[],
  expected: string | null,
  context: RecogniseContext = {},
  language: Language = 'en',
): void {
  it(name, () => {
    const text = lines.join('\n');
    const found = findPublication(tokenise(text), language, context);
    assert.equal(found && `${found.value} ${found.rule}`, expected);
    if (found?.range) {
      assert.match(text.slice(found.range.start, found.range.end), /\d/);
    }
  });
}

const body =
  'The two ministers met on March 3, 2019, and agreed on a plan that both of their parliaments have to accept.';

describe('publication date', () => {
  check('told', [body], '2031-03-13 told', { published: '2031-03-13' });
  check('not told in a way that can be read', [body], null, { published: 'soon' });
  check('front matter', ['---', 'title: Talks', 'date: 2031-03-13T10:00', '---', body], '2031-03-13 front-matter');
  check('dateline with a clock', ['Talks Resume', '15:09 JST, March 13, 2031', body], '2031-03-13 dateline');
  check('dateline alone', ['Talks Resume', 'March 13, 2031', '', body], '2031-03-13 dateline');
  check('dateline of a wire report', [`GENEVA, March 13, 2031 (Wire) - ${body}`], '2031-03-13 dateline');
  check('line that says so', ['Talks Resume', 'Published: 13 March 2031', body], '2031-03-13 published-line');
  check(
    'published before updated',
    ['Updated March 14, 2031', 'Published March 13, 2031', body],
    '2031-03-13 published-line',
  );
  check('source line at the end', [body, '', '(From The Daily Example, March 13, 2031)'], '2031-03-13 source-line');
  check(
    'Japanese dateline',
    ['協議再開', '2031年3月13日 15時09分', '両国は協議を再開した。'],
    '2031-03-13 dateline',
    {},
    'ja',
  );
  check(
    'Japanese source line',
    ['両国は協議を再開した。', '（2031年3月13日付 例題新聞朝刊）'],
    '2031-03-13 source-line',
    {},
    'ja',
  );
  check('file name', [body], '2031-03-13 file-name', { fileName: '2031-03-13-talks.md' });
  check('file name without marks', [body], '2031-03-13 file-name', { fileName: 'talks_20310313.txt' });
  check('text wins over file name', ['March 12, 2031', body], '2031-03-12 dateline', { fileName: '20310313.txt' });
  check('no date in a file name that is a number', [body], null, { fileName: '000_1f4399999.txt' });
  check('a date in a sentence is not the article’s own', [body, body], null);

  const url = 'https://news.example.org';
  const inAddress: readonly [string, string][] = [
    ['alone on its line', `${url}/world/2031/03/13/talks`],
    ['after a label', `Source: ${url}/2031/03/13/talks.html`],
    ['after a Japanese label', `元記事：${url}/articles/20310313/k100.html`],
    ['in angle brackets', `<${url}/2031-03-13-talks>`],
    ['as a Markdown link', `[Original article](${url}/2031/mar/13/talks)`],
    ['one digit for the day', `${url}/2031/3/13/`],
    ['compact before a hyphen', `${url}/news/20310313-talks/`],
    ['twice the same', `${url}/2031/03/13/20310313-talks`],
  ];
  for (const [what, line] of inAddress) {
    check(`address ${what}`, ['Talks Resume', '', body, '', line], '2031-03-13 url');
  }
  check('address in front matter', ['---', `url: ${url}/2031/03/13/talks`, '---', body], '2031-03-13 url');
  check(
    'a line with a date wins over an address',
    ['March 12, 2031', body, `${url}/2031/03/13/a`],
    '2031-03-12 dateline',
  );
  check('an address wins over the file name', [body, `${url}/2031/03/13/a`], '2031-03-13 url', {
    fileName: '20310301.md',
  });

  const notOwn: readonly [string, ...string[]][] = [
    ['in a sentence', `The plan was first told at ${url}/2031/03/13/talks and denied by both ministers the same day.`],
    ['in a list', `- ${url}/2031/03/13/talks`],
    ['in a numbered list', `2. ${url}/2031/03/13/talks`],
    ['of a related article', `Related: ${url}/2031/03/13/talks`],
    ['of a related article in Japanese', `関連記事：${url}/2031/03/13/talks`],
    ['of a picture', `Photo: ${url}/2031/03/13/talks.jpg`],
    ['beside one that disagrees', `${url}/2031/03/13/talks`, `${url}/2031/03/14/talks`],
    ['with two days in it', `${url}/2031/03/13/2030-01-01/`],
    ['with no such day', `${url}/2031/02/30/talks`],
    ['with no such month', `${url}/2031/13/01/talks`],
    ['with a month only', `${url}/2031/03/talks`],
    ['with a number', `${url}/20310313123456/talks`],
    ['with a longer number', `${url}/story-1203103131`],
    ['with a version', `${url}/v2031.03.131/talks`],
    ['with a day in its query', `${url}/talks?date=2031-03-13`],
    ['with a day in its host', 'https://2031-03-13.example.org/talks'],
    ['that is no address', 'Source: /2031/03/13/talks'],
  ];
  for (const [what, ...lines] of notOwn) {
    check(`no address ${what}`, ['Talks Resume', '', body, '', ...lines], null);
  }
  check('no address in other front matter', ['---', `image: ${url}/2031/03/13/talks`, '---', body], null);
  check(
    'no address in the middle of a long text',
    [...Array(40).fill(body), `${url}/2031/03/13/a`, ...Array(40).fill(body)],
    null,
  );
  check('address after a long text', [...Array(80).fill(body), `${url}/2031/03/13/a`], '2031-03-13 url');

  check('folders', [body], '2031-03-13 folders', { fileName: 'archive/2031/03/13/talks.md' });
  check('one folder', [body], '2031-03-13 folders', { fileName: 'desk/2031-03-13/talks.md' });
  check('file name before folders', [body], '2031-03-14 file-name', { fileName: '2031/03/13/2031-03-14.md' });
  check('no date in folders that go on', [body], null, { fileName: '2031/03/13/notes/talks.md' });
  check('no date in a month’s folder', [body], null, { fileName: 'desk/2031-03/talks.md' });
  check('no such day in folders', [body], null, { fileName: '2031/02/30/talks.md' });
});
