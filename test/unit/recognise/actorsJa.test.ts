import assert from 'node:assert/strict';
import type { Mention } from '../../../src/model/recognition';
import { findActorsJa } from '../../../src/recognise/actorsJa';
import { tokenise } from '../../../src/text/tokens';
import { processorTime } from '../../support/processorTime';

function find(text: string): Mention[] {
  return findActorsJa(tokenise(text), {}).filter(({ kind }) => kind !== 'place' && kind !== 'misc');
}

/** The actors of a text, each with the first letter of its kind. */
function check(text: string, ...expected: string[]): void {
  it(text, () => {
    assert.deepEqual(
      find(text).map(({ start, end, kind }) => `${kind[0]} ${text.slice(start, end)}`),
      expected,
    );
  });
}

function checkIds(text: string, ...expected: string[]): void {
  it(text, () => {
    assert.deepEqual(
      find(text).map(({ actor }) => actor),
      expected,
    );
  });
}

describe('findActorsJa', () => {
  describe('persons', () => {
    check('会長の佐藤健一郎は辞任した。', 'p 佐藤健一郎');
    check('元社長の高橋美咲氏が語った。', 'p 高橋美咲');
    check('指揮者のハンス・ベルガーが来日した。', 'p ハンス・ベルガー');
    check('田村・木下・森川の3人が残った。', 'p 田村', 'p 木下', 'p 森川');
    check('周紅梅報道官は否定した。', 'p 周紅梅');
    check('詩人のエドワード・R・ヘイルは述べた。', 'p エドワード・R・ヘイル');
    check('J・K・ローウェルが書いた。', 'p J・K・ローウェル');
    check('国王ハインリヒ4世は退位した。', 'p ハインリヒ4世');
    check('歌手の小林さやかさんが歌った。', 'p 小林さやか');
    check('本郷猛志特別教授が講演した。', 'p 本郷猛志');
    check('【ベルリン＝中野浩司】首相は', 'p 中野浩司');
    check('橋本　健太郎とジャン＝ポール・ルグラン', 'p 橋本　健太郎', 'p ジャン＝ポール・ルグラン');
    check('村岡前首相と大橋元議員', 'p 村岡', 'p 大橋');
    check('宮下ひなた選手', 'p 宮下ひなた');
    check('小野健一内閣', 'p 小野健一');
    check('山田さんと田中君が来た。', 'p 山田', 'p 田中');
    check('ラグビー選手とゲスト声優が来た。');
    check('問題に関する会議に達し、道を渡る。');
  });

  describe('organisations', () => {
    check('青葉電気工業株式会社は工場を閉じる。', 'o 青葉電気工業株式会社');
    check('株式会社ミドリノは社長を代えた。', 'o 株式会社ミドリノ');
    check('フランス国防省は否定した。', 'o フランス国防省');
    check('みどり市の北原女子大学文学部で学んだ。', 'o 北原女子大学');
    check('世界海洋機構（WSO）が警告した。WSOは昨年も警告した。', 'o 世界海洋機構', 'o WSO', 'o WSO');
    check('ブラジル代表の監督が代わった。', 'o ブラジル代表');
    check('FCロレーヌに移籍した。', 'o FCロレーヌ');
    check('みずほ銀行とれいわ新選組', 'o みずほ銀行', 'o れいわ新選組');
    check('日本湖沼被害者団体協議会が訴えた。', 'o 日本湖沼被害者団体協議会');
    check('米ミドルトン大の教授', 'c 米', 'o ミドルトン大');
    check('フォード大統領とフォードの株', 'p フォード', 'o フォード');
    check('名高い店と国会議員');
    check('日本維新の会と国境なき医師団', 'o 日本維新の会', 'o 国境なき医師団');
    check('DVDとCDのプレーヤーを買った。');
    check('大学と銀行と新聞は休みだ。');
    check('私立大学や地方銀行、子会社、実行委員会など。');
  });

  describe('countries', () => {
    check('ドイツと韓国が合意した。', 'c ドイツ', 'c 韓国');
    check('米大統領は日米韓の協力を訴えた。', 'c 米', 'c 日', 'c 米', 'c 韓');
    check('訪米中の首相は駐日大使と会った。', 'c 米', 'c 日');
    check('中ロの接近', 'c 中', 'c ロ');
    check('イギリス人の画家とフランス国内の工場', 'c イギリス', 'c フランス');
    check('ソ連とドイツ・フランス・イタリア', 'c ソ連', 'c ドイツ', 'c フランス', 'c イタリア');
    check('ペルー軍とペルー政府', 'c ペルー', 'c ペルー');
    check('ガボン共和国とイギリス帝国', 'c ガボン共和国', 'c イギリス帝国');
    check('24日に加えて、米を食べる。日中は暑い。');
    check('第二次世界大戦と日露戦争', 'c 日', 'c 露');
  });

  describe('names told by what stands around them', () => {
    check('横綱照ノ富士は連敗した。', 'p 照ノ富士');
    check('地裁（林道晴裁判長）は棄却した。', 'p 林道晴');
    check('文科省の盛山正仁大臣が述べた。', 'o 文科省', 'p 盛山正仁');
    check('外務省の金井正彰アジア大洋州局長が出席した。', 'o 外務省', 'p 金井正彰');
    check('許清光会長と植田日銀総裁が会う。', 'p 許清光', 'p 植田', 'o 日銀');
    check('アマニ駐レバノン大使が負傷した。', 'p アマニ', 'c レバノン');
    check('――次回作は。\n森見　来年です。\n――楽しみです。\n森見　はい。', 'p 森見', 'p 森見');
    check('鳴海 剛蔵（なるみ ごうぞう）は実業家。', 'p 鳴海 剛蔵');
    check('友達のゆかりちゃんと行った。', 'p ゆかり');
    check('海運会社ペラゴス・タンカーズから受注した。', 'o ペラゴス・タンカーズ');
    check('英科学誌ネイチャーに載った。', 'c 英', 'o ネイチャー');
    check('国家防災庁と九州工業大が調べる。', 'o 国家防災庁', 'o 九州工業大');
    check('三岐鉄道北勢線の駅', 'o 三岐鉄道');
    check('Jane Roe氏が発表した。', 'p Jane Roe');
    check('浙江FCを下した。', 'o 浙江FC');
    check('ザ・ナイトホークスはバンド。', 'o ザ・ナイトホークス');
    check('イスラム教シーア派の組織');
  });

  describe('ids', () => {
    checkIds('プーチン大統領、米国、国連、石破茂首相', 'vladimir-putin', 'us', 'un', 'shigeru-ishiba');
    checkIds('岸田首相', 'fumio-kishida');
    checkIds('岸田健二選手が走った。岸田は2位。', '岸田健二', '岸田健二');
    checkIds('ハンス・ベルガー氏は語った。ベルガー氏は', 'ハンス・ベルガー', 'ハンス・ベルガー');
    checkIds('山本太一は笑った。山本花子は泣いた。山本は言った。', '山本太一', '山本花子', '山本花子');
    checkIds('世界海洋機構（WSO）。WSOは', '世界海洋機構', '世界海洋機構', '世界海洋機構');
  });

  it('keeps every range inside the text and every surrogate whole', () => {
    for (const text of [
      '𠮷田さん\ud842',
      '・・・',
      '株式会社',
      '（WSO',
      'ソ連',
      '米',
      '日',
      'A・B・',
      '世',
      '𠮷野家',
    ]) {
      for (const { start, end } of findActorsJa(tokenise(text), {})) {
        assert.ok(0 <= start && start < end && end <= text.length, text);
      }
    }
  });

  it('takes time linear in the text', () => {
    const time = (text: string): number => {
      const tries = Array.from({ length: 3 }, () => {
        const from = processorTime();
        findActorsJa(tokenise(text), {});
        return processorTime() - from;
      });
      return Math.min(...tries);
    };
    const names = Array.from({ length: 2000 }, (_, i) => `田中${String.fromCharCode(0x4e00 + i)}郎氏、`).join('');
    for (const unit of ['田中', '日米', '株式会社', 'ア・', 'A・', '国際', '第1', names]) {
      const small = unit.repeat(Math.ceil(40_000 / unit.length));
      const once = Math.max(2, time(small));
      assert.ok(time(small.repeat(8)) < once * 80, unit);
    }
  }).timeout(20_000);
});
