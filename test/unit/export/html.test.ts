import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { htmlExporter } from '../../../src/export/html';
import { reportStyle, reportStyleHash } from '../../../src/export/reportStyle';
import { sampleInput, textFile, twoArticles } from './samples';

describe('HTML report', () => {
  const output = htmlExporter.export(sampleInput(twoArticles()));
  const page = textFile(output, 'claims.html');

  it('is valid HTML in both languages', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] });
    for (const language of ['en', 'ja'] as const) {
      const text = textFile(htmlExporter.export(sampleInput(twoArticles(), { language })), 'claims.html');
      const report = await validator.validateString(text, 'claims.html');
      const messages = report.results.flatMap(({ messages: found }) => found);
      assert.deepEqual(
        messages.map(({ ruleId, line, message }) => `${ruleId} ${line} ${message}`),
        [],
      );
    }
  });

  it('holds its style to the hash in its policy, and nothing else may run or load', () => {
    assert.equal(createHash('sha256').update(reportStyle).digest('base64'), reportStyleHash);
    assert.ok(page.includes(`default-src 'none'; style-src 'sha256-${reportStyleHash}'`));
    assert.doesNotMatch(page, /<script|<img|<iframe|<link| on[a-z]+=|style="/i);
  });

  it('tells stances by shape and dashes, and says what they mean', () => {
    assert.match(page, /<path class="full" d="M/);
    assert.match(page, /class="edge oppose"/);
    assert.match(page, /A dashed line|a dashed line/);
  });

  it('links web evidence and leaves other addresses as text', () => {
    assert.match(page, /<a href="https:\/\/port\.example\/notice"/);
    assert.doesNotMatch(page, /href="javascript/);
  });

  it('marks the language of quotes that are not in the report’s', () => {
    assert.match(page, /<bdi lang="ja">ミナは否定した。<\/bdi>/);
  });

  it('gives equal bytes for equal input', () => {
    assert.equal(textFile(htmlExporter.export(sampleInput(twoArticles().reverse())), 'claims.html'), page);
  });
});
