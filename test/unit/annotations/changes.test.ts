import assert from 'node:assert/strict';
import { compareWording } from '../../../src/annotations/changes';

describe('compareWording', () => {
  const check = (before: string, after: string, expected: ReturnType<typeof compareWording>) => {
    it(`${before} -> ${after}`, () => {
      assert.equal(compareWording(before, after), expected);
      assert.equal(compareWording(after, before), expected, 'turned round');
    });
  };
  check('the same words', 'the same words', undefined);
  check('２０２５年', '2025年', undefined);
  check('It may be so.', 'This might be so.', 'wording');
  check('However, the plan stands.', 'The plan stands.', 'wording');
  check('Compelling evidence was shown.', 'However, compelling evidence was shown.', 'wording');
  check('Russia agreed.', 'Ukraine agreed.', 'name');
  check('Russia told Ukraine.', 'Ukraine told Russia.', 'name');
  check('the NATO summit', 'the EU summit', 'name');
  check('said Reinholt', 'said Reinhold', 'name');
  check("Russia's demands", 'Russia’s demands', 'wording');
  check('costs 1,200 crowns', 'costs 1,300 crowns', 'number');
  check('costs 3.5 crowns', 'costs 35 crowns', 'number');
  check('on 28 May 2019', 'on 28 May 2020', 'number');
  check('It is so.', 'It is not so.', 'negation');
  check('They agreed to it.', 'They never agreed to it.', 'negation');
  check('He can go.', "He can't go.", 'negation');
  check('プーチン氏が述べた', 'ゼレンスキー氏が述べた', 'name');
  check('日本は賛成した', '中国は賛成した', 'name');
  check('米国が反対した', '英国が反対した', 'name');
  check('石破首相は語った', '高市首相は語った', 'name');
  check('三十人が参加した', '四十人が参加した', 'number');
  check('５月に決まる', '６月に決まる', 'number');
  check('賛成した', '賛成しなかった', 'negation');
  check('影響がある', '影響がない', 'negation');
  check('混迷\nが続く', '混迷が続く', 'wording');
  check('合意を目指している', '合意をめざしている', 'wording');
});
