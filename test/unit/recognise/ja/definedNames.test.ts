import { checkActors as check } from './checkActors';

describe('findDefinedName', () => {
  check('ボレグスコーグ（Boregskog）は、林業を営む会社である。', 'o ボレグスコーグ', 'o Boregskog');
  check('ゾルテクは、バイオリンの演奏で知られた指揮者。', 'p ゾルテク');
  check('海洋資源管理評議会は、漁業を認証する団体である。', 'o 海洋資源管理評議会');
  check('協同組合は、目的をともにする人々の組織である。');
  check('ゾルテクは、木の実である。');
});

describe('the document as its own evidence', () => {
  check('製薬会社「モルテカ」が設立された。工場は閉じたが、モルテカに投資する。', 'o モルテカ', 'o モルテカ');
  check('株式会社あおば測量は移転する。あおば測量の広報は', 'o 株式会社あおば測量', 'o あおば測量');
  check('相楽竜之介が決めた。相楽2発で勝った。', 'p 相楽竜之介', 'p 相楽');
});

describe('names in a list', () => {
  check('安川電機、ゾルテカ・ノルドなどに部品を供給する。', 'o 安川電機', 'o ゾルテカ・ノルド');
  check('独ゾルテカも苦しむ。', 'c 独', 'o ゾルテカ');
});

describe('bodies named for their purpose', () => {
  check('湖沼管理協議会も国家監査院も調べた。', 'o 湖沼管理協議会', 'o 国家監査院');
  check('再生可能エネルギーと第3スタジオの話。');
});

describe('foreign names of several parts', () => {
  check('詩人リンド・ベルマンがボルチモア・ホークスズを語る。', 'p リンド・ベルマン', 'o ボルチモア・ホークスズ');
  check('パン・シギョル議長は「ツール・ド・ヨーロッパ」を見た。', 'p パン・シギョル');
});
