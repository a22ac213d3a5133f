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
  check("Russia's demands", 'Russia’s demands', undefined);
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
  check('少ない人が来た', '少なくない人が来た', 'negation');
  check('参加者は少ない', '参加者はわずか', 'wording');
  check('It was discussed in the United Nations.', 'It was debated in the United Nations.', 'wording');
  check('The deal is likely to hold.', 'The deal is unlikely to hold.', 'negation');
  check('He agreed with it.', 'He disagreed with it.', 'negation');

  // The same name, number or day in another form.
  check("I've met Putin's aide", 'I’ve met Putin’s aide', undefined);
  check("Warhol's prints were sold", "WARHOL'S PRINTS WERE SOLD", 'wording');
  check('the U.S. envoy', 'the US envoy', undefined);
  check('the US envoy', 'the UK envoy', 'name');
  check('a Self-Defense Force ship', 'a Self Defense Force ship', 'wording');
  check('Zelen-\nskyy left', 'Zelenskyy left', undefined);
  check('the President spoke', 'the president spoke', 'wording');
  check('On Monday Oduya replied.', 'Oduya replied on Monday.', 'wording');
  check('Oduya replied on Monday.', 'Oduya replied on Tuesday.', 'name');
  check('on Dec. 4', 'on December 4', 'wording');
  check('Marsh said she and Oduya left.', 'Oduya said she and Marsh left.', 'name');
  check('ノヴゴロド州', 'ノブゴロド州', 'wording');
  check('サーバーを置く', 'サーバを置く', 'wording');
  check('costs 1,200 crowns', 'costs 1200 crowns', 'wording');
  check('two of the letters', '2 of the letters', 'wording');
  check('two of the letters', 'three of the letters', 'number');
  check('412 million crowns', '412 billion crowns', 'number');
  check('412億円', '412万円', 'number');
  check('三十人が参加した', '30人が参加した', 'wording');
  check('3億2000万円', '三億二千万円', 'wording');
  check('1万2千人', '12000人', 'wording');
  check('万人が来た', '1万人が来た', 'wording');
  check('千人が来た', '1000人が来た', 'wording');
  check('万が一', '万が二', 'wording');
  check('1.2.3万', '1.2.4万', 'number');
  check('二〇二四年', '2024年', 'wording');
  check('1万人が来た', '2万人が来た', 'number');
  check('123456789012345万', '123456789012346万', 'number');
  check('…', '—', 'wording');
  check('会議は28日夜に始まった', '会議は28日に始まった', 'wording');

  // Any letter may make another name of it.
  check('the United States agreed', 'the United Sattes agreed', 'name');
  check('Mr. Philips agreed', 'Mr. Phillips agreed', 'name');
  check('While it rained, they left.', 'Whlie it rained, they left.', 'wording');
  check('said Johnson', 'said Johnston', 'name');
  check('said Hansen', 'said Hanson', 'name');
  check('said Amy', 'said May', 'name');
  check('said Brin', 'said Birn', 'name');
  check('said Marsha', 'said Marshaa and left', 'name');
  check('said Marshal', 'said Marsha', 'name');

  check('混迷\nが続く', '混迷が続く', undefined);
  check('合意を目指している', '合意をめざしている', 'wording');
});
