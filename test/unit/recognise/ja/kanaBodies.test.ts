import { checkActors as check } from './checkActors';

describe('bodies with kana in their names', () => {
  check('高浜ひかり幼稚園の園児が歌った。', 'o 高浜ひかり幼稚園');
  check('「つばめ座」を出た後、ひまわり保育園で働く。', 'o つばめ座', 'o ひまわり保育園');
  check('こども会が開かれた。');
});

describe('news agencies', () => {
  check('（代表撮影・共同）', 'o 共同');
  check('【ナイロビ時事】国軍は', 'o 時事');
  check('共同で開発し、時事問題を論じる。');
});

describe('words that show a body or a person', () => {
  check('日本ゾルテカの会長', 'o 日本ゾルテカ');
  check('ブルハム統治評議会議長は前日', 'p ブルハム');
  check('チームのアントラーダズが勝った。', 'o アントラーダズ');
  check('南方国際大の教授', 'o 南方国際大');
  check('尾﨑純理元副会長は', 'p 尾﨑純理');
  check('喪主は長男卓さん。', 'p 卓');
  check('聞き手・枚方結、写真・森野大', 'p 枚方結', 'p 森野大');
});
