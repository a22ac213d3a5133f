import type { ClaimKind } from '../../model/recognition';
import { FirstUnits } from './firstUnits';

const lists: readonly (readonly [ClaimKind, 1 | 2 | 3, string])[] = [
  [
    'demand',
    3,
    'べきだ べきで べきか べきな なければならない ねばならない なければなら 必要がある 必要があ 必要だ 必要であ 不可欠 求められ 求めたい ' +
      '望まれ 望みたい 欠かせない てほしい てはならない 許されない 急務 重要だ 重要であ 肝要 大切だ ざるを得ない 急ぐべき 注視したい 期待したい 避けたい',
  ],
  [
    'prediction',
    2,
    'だろう でしょう かもしれない かねない 恐れ おそれ 可能性 見通し 見込み とみられ とみる 予想され 予測され 期待され 懸念もある 懸念され ' +
      '懸念が 懸念も になりそう しそうだ 模索され 招きかね はずだ',
  ],
  [
    'judgement',
    2,
    '懸念 問題だ 問題であ 当然 残念 遺憾 疑問 妥当 適切 不適切 明らかだ 明白 深刻 困難 難しい 厳しい 重大 危険 危うい 意義 課題 焦点 ' +
      '注目 鍵と カギ 鍵だ 不透明 微妙 揺らい 揺るが 揺れて 割れて 影響 激化 波及 高まっ 高まる 高まり 広がっ 交錯 停滞 混迷 混乱 理解でき 言える いえる ' +
      'に他ならない にほかならない ではないか ないだろうか にすぎない に過ぎない 足りない 乏しい いかに なぜ のだ。 わけだ わけではな に等しい 評価でき ' +
      '評価に値 納得 論外 言語道断 暴挙 失策 失敗 成功 見逃せない 看過 無責任 責任 脅威 矛盾 異例 画期的 象徴 浮き彫り 露呈 裏付け 物語 示している 背景に ' +
      '左右 試され 問われ 迫られ 正念場 岐路 転換 不信 不満 反響 急いで 遅れて 欠い 欠け',
  ],
];

/** A word by which the author judges, demands or foresees. */
export interface Marker {
  readonly text: string;
  readonly kind: ClaimKind;
  /** 3 is plainly a claim, 1 only in a text that argues. */
  readonly strength: 1 | 2 | 3;
}

let table: FirstUnits<Marker> | undefined;

/** Markers by their first character; made on first use. */
export function markers(): FirstUnits<Marker> {
  if (!table) {
    table = new FirstUnits();
    for (const [kind, strength, texts] of lists) {
      for (const text of texts.split(' ')) {
        table.add(text.charCodeAt(0), { text, kind, strength });
      }
    }
  }
  return table;
}

/** Words of page furniture, in which nobody judges. */
export const furnitureWords = [
  '掲載して',
  '続きを読',
  'クリック',
  'ログイン',
  'お問い合わせ',
  '写真',
  '共同通信社',
  '会員限定',
  '無断転載',
  '一覧で',
  '検証する',
  '読み解く',
];

/** What the words above begin with. */
export function* judgementBeginnings(): Generator<string> {
  for (const [, , texts] of lists) {
    yield* texts.split(' ');
  }
}
