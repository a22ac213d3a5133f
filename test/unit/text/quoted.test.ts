import assert from 'node:assert/strict';
import { quoted } from '../../../src/text/quoted';

describe('quoted', () => {
  const check = (text: string, expected: string): void => {
    it(text, () => assert.equal(quoted(text), expected));
  };
  check('Twenty is not enough.', '“Twenty is not enough.”');
  check('枠を定めるべきだ。', '「枠を定めるべきだ。」');
  check("Iceland's objection", "“Iceland's objection”");
  check('He called it “a step.”', 'He called it “a step.”');
  check('首席代表は「反発」した。', '首席代表は「反発」した。');
});
