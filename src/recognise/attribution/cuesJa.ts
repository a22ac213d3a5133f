import type { ClaimKind } from '../../model/recognition';
import { Endings, UnitSet } from '../../text/units';
import { FirstUnits } from './firstUnits';

/**
 * How a Japanese cue is built. `noun`: a verbal noun, as 発表(する), which may end its clause by itself. `verb`: a
 * stem with its ending. `whole`: as it stands, nothing looked at.
 */
export type CueForm = 'noun' | 'verb' | 'whole';

export interface CueJa {
  readonly text: string;
  readonly form: CueForm;
  readonly kind: ClaimKind;
  /** Whether it counts only after the quoting particle と or a quotation. */
  readonly quoting: boolean;
  /** Whether it needs somebody who does it. */
  readonly needsSource: boolean;
}

const groups: readonly (readonly [CueForm, ClaimKind, boolean, boolean, string])[] = [
  [
    'noun',
    'statement',
    false,
    true,
    '発表 説明 指摘 強調 表明 明言 言明 断言 宣言 公表 証言 示唆 警告 予告 告白 釈明 弁明 反論 回答 発言 投稿 言及 力説 ' +
      '答弁 通告 通知 声明 報道 公言 述懐 吐露 訂正 謝罪 陳述 供述 コメント アピール ' +
      'ツイート スピーチ リーク',
  ],
  [
    'noun',
    'position',
    false,
    true,
    '主張 支持 賛成 擁護 約束 誓約 提案 合意 同意 承認 容認 提唱 賛同 意図 決意 確約 保証 共有 一致 反対',
  ],
  ['noun', 'denial', false, true, '否定 拒否 拒絶 却下 否認 反発 一蹴 固辞 辞退 難色 全面否定'],
  ['noun', 'demand', false, true, '要求 要請 要望 請求 命令 指示 勧告 助言 提言 催促 懇願 嘆願 督促 注文'],
  [
    'noun',
    'judgement',
    false,
    true,
    '批判 非難 糾弾 懸念 憂慮 抗議 告発 追及 問題視 疑問視 危惧 期待 称賛 賞賛 評価 歓迎 祝福 酷評',
  ],
  ['noun', 'prediction', false, true, '予測 予想 予言'],
  ['verb', 'prediction', true, true, '見込む 見込ん 見込み 踏んで'],
  // Work rather than words unless と stands before them.
  ['noun', 'statement', true, true, '解説 分析 総括 確認 推定 推計 試算 位置付け 報告'],
  [
    'verb',
    'statement',
    false,
    true,
    '述べ 語っ 語る 語り 話し 話す 明かし 明かす 伝え 答え 応え 断じ 言い切っ 告げ 報じ 明らかにし 明らかにす 打ち明け 認め 物語っ',
  ],
  [
    'verb',
    'statement',
    true,
    true,
    '言っ 言う 言い いう いっ 書い 書き 記し 続け 叫ん つぶやい 漏らし 返し 振り返っ 振り返る 結論付け 結論づけ 位置付け 位置づけ みてい 見てい みる 見る 考え 思う 思っ 感じ 信じ',
  ],
  ['verb', 'demand', false, true, '求め 訴え 促し 促す 促し 呼びかけ 呼び掛け 迫っ 迫る 説い 説く 唱え 働きかけ 命じ'],
  ['verb', 'denial', false, true, '拒ん 拒む 退け 突っぱね 打ち消し 応じな 認めな 受け入れな 支持しな'],
  ['verb', 'position', false, true, '打ち出し 掲げ 誓っ 誓う'],
  [
    'whole',
    'position',
    false,
    true,
    '意向。 方針。 考え。 構え。 意向だ 意向を 方針だ 方針を 考えだ 考えを 構えだ 立場だ 立場を 姿勢を 姿勢だ 見解を 認識を 意思を 決意を 見方を',
  ],
  ['whole', 'denial', false, true, '否定的 懐疑的 消極的'],
  [
    'whole',
    'judgement',
    false,
    true,
    '警鐘を鳴ら 不安を口に 不満を口に 苦言を呈 疑問を呈 見解を示 認識を示 懸念を伝え 懸念を示 分析を示 評価を示 不満を示 不快感を示 期待を示 期待を寄せ 期待感を示 警戒感を示 危機感を示 失望を示 遺憾の意を示 見方を示',
  ],
  ['whole', 'position', false, true, '考えを示 方針を示 意向を示 意欲を示 理解を示 支持を表明 賛意を示 決意を示'],
  ['whole', 'denial', false, true, '難色を示'],
  ['whole', 'statement', false, true, '声明を出'],
  // What news say of a person's face and voice instead of 述べた, after a quotation.
  [
    'whole',
    'statement',
    true,
    true,
    '力を込め 声を弾ませ 声を震わせ 声を詰まらせ 声を落と 目を細め 笑顔を見せ 胸を張 肩を落と 首をかしげ 唇をか 念を押 くぎを刺 釘を刺 ' +
      'ねぎら 祈 評価を崩さ 笑 ほほ笑 苦笑 太鼓判を押 にっこり 目を輝かせ 語気を強め 首を振 うなず 気を引き締め 意気込 たたえ 称え 悼 嘆 こぼ ぼや 皮肉 憤 喜ん 悔し 不満を漏ら 本音を漏ら 胸の内を明か 心境を語',
  ],
  ['noun', 'statement', true, true, '演説 発信 絶賛 激励 陳謝 感謝 記述 豪語 回顧 回想 総括 一喝 自賛 述懐 反省'],
  ['whole', 'statement', false, false, 'によると によれば によりますと'],
];

/** Particles by which content or object is tied to a cue. */
export const ties = 'とをにも';

/** What every cue begins with. */
export function* cueBeginnings(): Generator<string> {
  for (const [, , , , texts] of groups) {
    yield* texts.split(' ');
  }
}

let table: FirstUnits<CueJa> | undefined;

/** Cues by their first character, the longest first; made on first use. */
export function cuesByFirst(): FirstUnits<CueJa> {
  if (!table) {
    const cues = new Map<string, CueJa>();
    for (const [form, kind, quoting, needsSource, texts] of groups) {
      for (const text of texts.split(' ')) {
        if (!cues.has(text)) {
          cues.set(text, { text, form, kind, quoting, needsSource });
        }
      }
    }
    table = new FirstUnits();
    for (const cue of [...cues.values()].sort((a, b) => b.text.length - a.text.length)) {
      table.add(cue.text.charCodeAt(0), cue);
    }
  }
  return table;
}

/** Words whose last characters say that somebody can speak: 大統領, 報道官, 外務省, 側, 氏. */
const speakingEnds = new UnitSet(
  '氏側軍府省庁党官相長員者使家王卿将臣士督裁首民人社紙誌聞会局院隊領記授姫親妻夫師徒派筋国内',
);
const speakingWords = new Endings([
  'さん',
  'さま',
  'ちゃん',
  'くん',
  '様',
  '代行',
  '代理',
  '助教',
  '親方',
  '投手',
  '捕手',
  '会頭',
  '店主',
  '教諭',
  '先生',
  '女将',
  '議連',
  '総研',
  '銀行',
  '証券',
  '大学',
  '連合',
  '同盟',
  '学者',
  'コーチ',
  'シェフ',
  'オーナー',
  'リーダー',
  'キャスター',
  'エコノミスト',
  'ストラテジスト',
  'デザイナー',
  'プロデューサー',
  'ディレクター',
  'コンサルタント',
  '知事',
  '検事',
  '理事',
  '領事',
  '判事',
  '代表',
  '選手',
  '世論',
  '通信',
  '放送',
  '主席',
  '団体',
  '学生',
  '自身',
  '調査',
  '各国',
  '首脳',
  '幹部',
  '政権',
  '陣営',
  '警察',
  'チーム',
  'メディア',
  'アナリスト',
  'スポークスマン',
  'ジャーナリスト',
]);
const notSpeaking = new Endings(
  (
    '成長 延長 身長 特長 増長 真相 様相 制裁 機会 社会 大会 都会 会談 行使 労使 国家 結局 部隊 出国 帰国 全国 外国 他国 国内 以内 案内 年内 市内 域内 構内 ' +
    '都内 院内 党内 首都 本人確認 見聞 犯人 入院 退院 外部 内部 輸送 自民 移民 難民 避難民 一部'
  ).split(' '),
);

/** Whether a phrase that ends so can say something. */
export function canSpeakJa(phrase: string): boolean {
  return speakingWords.end(phrase) || (speakingEnds.at(phrase, phrase.length - 1) && !notSpeaking.end(phrase));
}

/** Words that stand for somebody named before. */
export const personWords = new Set(['彼', '彼女', '同氏', '本人', '氏']);
export const longestPersonWord = 2;
