import type { ClaimKind } from '../../model/recognition';
import { standsAt } from '../../text/units';
import { Trigger } from '../triggers';
import type { Attribution } from './attribution';
import type { EnglishReading } from './englishReading';
import { FirstUnits } from './firstUnits';
import type { JapaneseReading } from './japaneseReading';

const demandEn = /\b(?:must|should|ought to|have to|has to|needs? to|is (?:essential|necessary|vital|crucial))\b/;
const warningEn = /^(?:warn|caution)/;
const toComeEn = /\b(?:will|would|could|may|might|risks?|won['’]t|is (?:going|likely|set) to)\b/;
/** "delivered a flat rejection, stating": the noun before tells what the saying does. */
const refusalEn = /\b(?:rejection|refusal|denial), $/;

/** No kind is looked for further from the start of what is said. */
const farthest = 1000;
const justBefore = 20;

/** What a report does: the cue's own kind, or for "said" and the like what is said. */
export function claimKindEn({ tokens: { text } }: EnglishReading, { kind, range, cue }: Attribution): ClaimKind {
  // "agreed to speed up talks" tells what was done, "agreed that" what is thought.
  if (kind === 'position' && text.startsWith('agree', cue.start) && text.startsWith(' to ', cue.end)) {
    return 'statement';
  }
  if (kind !== 'statement') {
    return kind;
  }
  const said = text.slice(range.start, Math.min(range.end, range.start + farthest));
  if (demandEn.test(said)) {
    return 'demand';
  }
  if (refusalEn.test(text.slice(Math.max(range.start, cue.start - justBefore), cue.start))) {
    return 'denial';
  }
  const warns = warningEn.test(text.slice(cue.start, cue.end)) && toComeEn.test(said);
  return warns ? 'prediction' : 'statement';
}

/** Words of what is said, by the kind that they make of it; a kind before wins over one after. */
const wordsJa: readonly (readonly [ClaimKind, readonly string[]])[] = [
  [
    'demand',
    'べき なければならない ねばならない 必要がある よう求 よう要請 よう促 よう訴 よう呼 を求め 不可欠'.split(' '),
  ],
  [
    'denial',
    'していないと ではないと ことはないと 起きていないと 事実はないと していない」と ではない」と ことはない」と 事実はない」と'.split(
      ' ',
    ),
  ],
  ['prediction', 'だろう 見通し 可能性が 恐れ かねない 予測 予想'.split(' ')],
  [
    'judgement',
    (
      '重要 深刻 必要性 不当 違法 適切 誤り 間違 危険 困難 不十分 不可能 失敗 限界 責任 遺憾 残念 異例 歴史的 画期的 ' +
      '高まって 増して'
    ).split(' '),
  ],
];

/** Cues whose words weigh things, where 述べ only tells them. */
const weighing = new Set(['指摘', '分析', '強調', '断言']);

/** What the words above begin with. */
export function* kindBeginnings(): Generator<string> {
  for (const [, words] of wordsJa) {
    yield* words;
  }
}

/** 狙われたと主張, 攻撃したと: an event that is said to have happened. */
const happened = /(?:た|ている)[」』]?とも?$/;
/** 主張する「無人機による公邸への攻撃」 names such an event; a short 「開門」 is a slogan. */
const named = /^(?:する|した|している)[「『][^」』]{8}/;

/** The same for 述べ and the like; `from` is the first trigger of the sentence. */
export function claimKindJa(reading: JapaneseReading, { kind, range, cue }: Attribution, from: number): ClaimKind {
  const { text } = reading.tokens;
  const asserts = kind === 'position' && text.startsWith('主張', cue.start);
  if (kind !== 'statement' && !asserts) {
    return kind;
  }
  if (
    asserts &&
    (happened.test(text.slice(cue.start - 6, cue.start)) || named.test(text.slice(cue.end, cue.end + 14)))
  ) {
    return 'statement';
  }
  const { triggers } = reading;
  const end = Math.min(range.end, range.start + farthest);
  let best = wordsJa.length;
  for (let i = from; i < triggers.count && triggers.at[i]! < end; i++) {
    if ((triggers.bits[i]! & Trigger.kind) !== 0 && triggers.at[i]! >= range.start) {
      best = Math.min(best, kindAt(text, triggers.at[i]!, end));
    }
  }
  const said = wordsJa[best]?.[0];
  if (asserts) {
    return said === 'demand' ? 'demand' : kind;
  }
  return said && (said !== 'judgement' || weighing.has(text.slice(cue.start, cue.end))) ? said : 'statement';
}

interface KindWord {
  readonly word: string;
  /** Index of its kind in {@link wordsJa}. */
  readonly kind: number;
}

let kindWords: FirstUnits<KindWord> | undefined;

/** The words above by their first character, those of the kinds that win first; made on first use. */
function kindWordsByFirst(): FirstUnits<KindWord> {
  if (!kindWords) {
    kindWords = new FirstUnits();
    for (let kind = 0; kind < wordsJa.length; kind++) {
      for (const word of wordsJa[kind]![1]) {
        kindWords.add(word.charCodeAt(0), { word, kind });
      }
    }
  }
  return kindWords;
}

/** Index of the kind whose word stands at `at` and ends in the text up to `end`. */
function kindAt(text: string, at: number, end: number): number {
  const list = kindWordsByFirst().of(text.charCodeAt(at));
  for (let i = 0; list !== undefined && i < list.length; i++) {
    const { word, kind } = list[i]!;
    if (at + word.length <= end && standsAt(text, word, at)) {
      return kind;
    }
  }
  return wordsJa.length;
}
