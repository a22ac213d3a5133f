import { checkActors as check } from './checkActors';

describe('findLikelyPersons', () => {
  describe('before a title', () => {
    check('雨貝首相が答えた。', 'p 雨貝');
    check('苗貝元官房副長官が語る。', 'p 苗貝');
    check('亡くなった故瀬尾見弦さんの妻', 'p 瀬尾見弦');
    check('勝利投手と中心選手');
    check('患者さんも業者さんも近所のおばさんも来た。');
    check('東京撮影所と松本市議が');
  });

  describe('with nothing to show them', () => {
    check('運営に詳しい上橋包定が書いた。', 'p 上橋包定');
    check('画家の嶋津東熊、谷垣虎之介の作品', 'p 嶋津東熊', 'p 谷垣虎之介');
    check('高山植物と針葉樹、公共施設が広がる。');
    check('三国時代と安土文化、南太平洋の島。');
  });

  describe('in two scripts', () => {
    check('倉品みずき准教授は', 'p 倉品みずき');
    check('実行委の辻本ゑつ子さん', 'p 辻本ゑつ子');
    check('林ひなたさんは', 'p 林ひなた');
    check('手島カイ特任助教は', 'p 手島カイ');
    check('写真・森ダニエル', 'p 森ダニエル');
    check('元テニス選手の話');
  });
});

describe('the whole stretch before its parts', () => {
  check('神蔵敦之財務相は陳謝した。', 'p 神蔵敦之');
  check('自由党の安藤かな恵氏の質問', 'o 自由党', 'p 安藤かな恵');
  check('弟俊介が帰国した。飯田氏を紹介した。', 'p 俊介', 'p 飯田');
  check('左京寧々現地調整員は語る。', 'p 左京寧々');
  check('矢上 凛太朗が開いた。', 'p 矢上 凛太朗');
  check('長女のつる子さん', 'p つる子');
  check('【マニラ＝星井紗和】島で', 'p 星井紗和');
  check('マスク氏は', 'p マスク');
  check('愛知県警中村署は逮捕した。', 'o 愛知県警中村署');
  check('全ては裁判官の前で話す。');
});

describe('names over lists and scripts', () => {
  check('髙橋豊典社長は語った。', 'p 髙橋豊典');
  check('写真／フォークト麻衣', 'p フォークト麻衣');
  check('萩原さゆみ助教は', 'p 萩原さゆみ');
  check('月田早智客員研究員と', 'p 月田早智');
  check('野党共和人民党（ＫＪＴ）の集会', 'o 共和人民党', 'o ＫＪＴ');
});
