import assert from 'node:assert/strict';
import { withoutDateline } from '../../../src/text/withoutDateline';

describe('withoutDateline', () => {
  const check = (text: string, expected: string): void => {
    it(JSON.stringify(text), () => assert.equal(withoutDateline(text), expected));
  };
  check('REYKJAVIK, March 18, 2026 — Iceland said no.', 'Iceland said no.');
  check('LONDON (Reuters) - Britain said no.', 'Britain said no.');
  check('SÃO PAULO, May 3 (AP) -- Brazil said no.', 'Brazil said no.');
  check("N'DJAMENA — Chad said no.", 'Chad said no.');
  check('【ワシントン時事】米国は拒否した。', '米国は拒否した。');
  check('Iceland — the smallest of the three — said no.', 'Iceland — the smallest of the three — said no.');
  check('NATO said no - again.', 'NATO said no - again.');
  check('NATO’S answer was no.', 'NATO’S answer was no.');
  check('OSLO —', 'OSLO —');
  check('【社説】', '【社説】');
  check('', '');
});
