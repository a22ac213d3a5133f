import assert from 'node:assert/strict';
import { findDates } from '../../../src/recognise/dates';
import { findPublication } from '../../../src/recognise/publication';
import { tokenise } from '../../../src/text/tokens';

/** Published on Thursday, 13 March 2031. */
function datesOf(text: string, published: string | undefined = '2031-03-13'): string[] {
  const tokens = tokenise(text);
  return findDates(tokens, 'ja', findPublication(tokens, 'ja', { published })).map(
    ({ start, end, value }) => `${text.slice(start, end)} = ${value}`,
  );
}

function check(text: string, ...expected: string[]): void {
  it(text, () => assert.deepEqual(datesOf(text), expected));
}

describe('Japanese dates', () => {
  describe('full and partial', () => {
    check('2030年12月4日に調印した。', '2030年12月4日 = 2030-12-04');
    check('２０３０年１２月４日（水）に調印した。', '２０３０年１２月４日（水） = 2030-12-04');
    check('二〇三〇年十二月四日に調印した。', '二〇三〇年十二月四日 = 2030-12-04');
    check('3月20日に始まる見通し。', '3月20日 = 2031-03-20');
    check('11月に辞任した。', '11月 = 2030-11');
    check('大統領は12日夜、演説した。', '12日夜 = 2031-03-12');
    check('1998年の法律', '1998年 = 1998');
    check('工場は24年10月に完成した。', '24年10月 = 2024-10');
  });

  describe('eras', () => {
    check('令和6年に始まった。', '令和6年 = 2024');
    check('昭和64年1月7日のことだ。', '昭和64年1月7日 = 1989-01-07');
    check('平成元年に生まれた。', '平成元年 = 1989');
    check('2019年（令和元年）5月に即位した。', '2019年（令和元年）5月 = 2019-05');
    check('昭和30年代の町並み', '昭和30年代 = 1955/1964');
  });

  describe('ranges', () => {
    check('2030年12月28〜29日夜に起きた。', '2030年12月28〜29日夜 = 2030-12-28/2030-12-29');
    check('10、11両日に開いた。', '10、11両日 = 2031-03-10/2031-03-11');
    check('6月20日から7月3日まで開く予定だ。', '6月20日から7月3日 = 2031-06-20/2031-07-03');
    check('1〜3月期は減益だった。', '1〜3月期 = 2031-01/2031-03');
    check('1947年から1960年まで務めた。', '1947年 = 1947', '1960年 = 1960');
  });

  describe('periods', () => {
    check('1990年代の歌', '1990年代 = 199X');
    check('17世紀の地図', '17世紀 = 16XX');
    check('2030年度の予算', '2030年度 = 2030-04/2031-03');
    check('2030年秋に開いた。', '2030年秋 = 2030-23');
    check('7月の第3月曜日', '7月の第3月曜日 = 2031-07-21');
  });

  describe('relative', () => {
    check('昨年10月に会談した。', '昨年10月 = 2030-10');
    check('先月23日に会見した。', '先月23日 = 2031-02-23');
    check('来週火曜日に開く。', '来週火曜日 = 2031-03-18');
    check('今夏の選挙', '今夏 = 2031-22');
    check('きのう始まった。', 'きのう = 2031-03-12');
    check('3日前に戻った。', '3日前 = 2031-03-10');
    check('1995年5月に始まり、同年7月に終わった。', '1995年5月 = 1995-05', '同年7月 = 1995-07');
    check('1995年5月8日に着き、翌日発った。', '1995年5月8日 = 1995-05-08', '翌日 = 1995-05-09');
  });

  describe('no date', () => {
    check('約5時間の協議は3日間続き、10日ぶりに終わった。');
    check('第2段階に入り、40年超の対立と2国家共存を語った。');
    check('毎年8月に毎週月曜日の会を開く。');
    check('2000人が数日で1日3回、残り6日を待つ。');
    check('平成の大合併と昭和レトロ');
    check('前年比3%増、前日比300円高');
    check('ときょうそうした。');
  });

  it('reads a list with the newest first', () => {
    const text = ['10日、首相が会見。', '1月16日に発表。', '2030年12月28日に開幕。', '2030年12月25日に到着。'].join(
      '\n',
    );
    assert.deepEqual(datesOf(text, ''), [
      '10日 = 2031-02-10',
      '1月16日 = 2031-01-16',
      '2030年12月28日 = 2030-12-28',
      '2030年12月25日 = 2030-12-25',
    ]);
  });

  it('says null rather than today where the article has no date', () => {
    assert.deepEqual(datesOf('先月決まった。', ''), ['先月 = null']);
  });

  describe('in news', () => {
    check('2030年4〜6月期の決算', '2030年4〜6月期 = 2030-04/2030-06');
    check('28日から4月3日まで閉まる。', '28日から4月3日 = 2031-03-28/2031-04-03');
    check('議会は19日、案を可決する見通しだ。', '19日 = 2031-03-19');
    check('10月より販売を開始いたします。', '10月 = 2031-10');
    check('期日を6月6日に指定した。', '6月6日 = 2031-06-06');
    check('投票は6月3日に行われる。前議長は7日、離党した。', '6月3日 = 2031-06-03', '7日 = 2031-03-07');
  });
});
