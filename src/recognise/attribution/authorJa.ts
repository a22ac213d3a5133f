import type { TextRange } from '../../model/range';
import type { ClaimKind } from '../../model/recognition';
import type { Attribution } from './attribution';
import type { Judgement } from './authorEn';
import { FirstUnits } from './firstUnits';
import type { Reading, SentenceView } from './reading';

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

interface Marker {
  readonly text: string;
  readonly kind: ClaimKind;
  readonly strength: 1 | 2 | 3;
}

let table: FirstUnits<Marker> | undefined;

function markers(): FirstUnits<Marker> {
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

const furniture =
  /掲載して|続きを読|クリック|ログイン|お問い合わせ|写真|共同通信社|会員限定|無断転載|一覧で|検証する|読み解く/;
const shortest = 12;

/** The author's own claim in a Japanese sentence, if it is one. `headline` where the line has no full stop. */
export function judgementJa(reading: Reading, view: SentenceView, headline: boolean): Judgement | undefined {
  return judgementInJa(reading.tokens.text, view.start, view.end, view, headline);
}

/** The same for a part of the sentence, as the clause after a report. */
export function judgementInJa(
  text: string,
  start: number,
  end: number,
  view: Pick<SentenceView, 'quotations'>,
  headline: boolean,
): Judgement | undefined {
  const patterns = markers();
  let best: { at: number; marker: Marker } | undefined;
  let quotation = 0;
  for (let at = start; at < end; at++) {
    const around = view.quotations[quotation];
    if (around && at > around.start) {
      quotation++;
      at = Math.max(at, around.innerEnd);
      continue;
    }
    const list = patterns.of(text.charCodeAt(at));
    if (list === undefined) {
      continue;
    }
    const marker = markerAt(list, text, at);
    // The last marker is the predicate's; a demand outweighs what stands after it.
    if (marker && (!best || marker.strength >= best.marker.strength)) {
      best = { at, marker };
    }
  }
  if (end - start < shortest && best?.marker.strength !== 3) {
    return undefined;
  }
  if (best && !(headline && best.marker.strength < 3)) {
    if (isFurniture(text, start, end)) {
      return undefined;
    }
    const cue = { start: best.at, end: Math.min(end, best.at + best.marker.text.length) };
    return { cue, kind: best.marker.kind, strength: best.marker.strength };
  }
  if (headline || !isArgument(text, end) || isFurniture(text, start, end)) {
    return undefined;
  }
  return { cue: null, kind: 'judgement', strength: 1 };
}

function markerAt(list: readonly Marker[], text: string, at: number): Marker | undefined {
  for (const marker of list) {
    if (text.startsWith(marker.text, at)) {
      return marker;
    }
  }
  return undefined;
}

function isFurniture(text: string, start: number, end: number): boolean {
  return furniture.test(text.slice(start, Math.min(end, start + 400)));
}

/** Ends in the present tense: ている, だ, である, ない, or asks. */
function isArgument(text: string, end: number): boolean {
  const tail = text.slice(Math.max(0, end - 6), end);
  return (
    /(?:ている|だ|である|ない|か|たい|きい|しい|る)[。？！]?$/.test(tail) && !/(?:です|ます|した|たのだ)。?$/.test(tail)
  );
}

const causes = ['ことで', 'ことから', 'ことを受け', 'ため', 'ことに'];
/** What follows a report is the author's only in the present tense; past tense goes on telling. */
const presentEnd = /(?:ている|だ|である|ない|かねない|もある|がある|る|い)[。？！]?$/;

/**
 * The author's own judgement after the last report of a sentence: 「…」と主張し、対話の前提を揺るがしている. After "in that
 * X said so" it takes in the whole sentence.
 */
export function judgementAfter(
  text: string,
  view: SentenceView,
  reports: readonly Attribution[],
): { range: TextRange; judgement: Judgement; reports: readonly Attribution[] } | undefined {
  const last = reports.at(-1);
  const from = last?.clauseEnd ?? view.end;
  if (!last || view.end - from < shortest || !presentEnd.test(text.slice(view.end - 6, view.end))) {
    return undefined;
  }
  const cause = causes.some((word) => text.startsWith(word, from));
  if (!cause && text.charAt(from) !== '、') {
    return undefined;
  }
  const judgement = judgementInJa(text, from + 1, view.end, view, false);
  if (!judgement || judgement.strength < 2) {
    return undefined;
  }
  const cut = { ...last, range: { start: last.range.start, end: Math.min(last.range.end, from) } };
  const range = cause ? { start: view.start, end: view.end } : { start: from + 1, end: view.end };
  return { range, judgement, reports: [...reports.slice(0, -1), cut] };
}
