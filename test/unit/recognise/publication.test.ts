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
});
