import { Words } from '../../text/units';
import type { DateRule } from '../dateReading';
import { holidayNames } from './holidays';
import type { CalendarUnit, CountsFrom, Meaning } from './meaning';

/** A word that names a day, week, month, year or season relative to another. */
export interface RelativeWord {
  readonly word: string;
  readonly unit: CalendarUnit | 'season';
  readonly count: number;
  readonly from: CountsFrom;
  /** For seasons 21 to 24. */
  readonly part?: number;
}

const rows: [unit: CalendarUnit, from: CountsFrom, count: number, forms: string][] = [
  ['day', 'published', 0, '今日 本日 きょう 今朝 けさ 今夜 今晩 今夕 今宵 こんや 今日中'],
  ['day', 'published', -1, '昨日 きのう 昨夜 昨晩 昨夕 昨朝 ゆうべ'],
  ['day', 'published', -2, '一昨日 おととい 一昨夜 一昨晩 おとつい'],
  ['day', 'published', -3, '一昨々日 一昨昨日 さきおととい'],
  ['day', 'published', 1, '明日 あした あす 明朝 明晩 明夜 明夕'],
  ['day', 'published', 2, '明後日 あさって'],
  ['day', 'published', 3, '明々後日 しあさって'],
  ['day', 'focus', 0, '同日 同夜'],
  ['day', 'focus', 1, '翌日 翌朝 翌晩 翌夕 次の日 あくる日'],
  ['day', 'focus', 2, '翌々日 翌翌日'],
  ['day', 'focus', -1, '前日 前夜 前の日'],
  ['day', 'focus', -2, '前々日'],
  ['week', 'published', 0, '今週 こんしゅう'],
  ['week', 'published', -1, '先週'],
  ['week', 'published', -2, '先々週 先先週'],
  ['week', 'published', 1, '来週 らいしゅう'],
  ['week', 'published', 2, '再来週 さ来週'],
  ['week', 'focus', -1, '前週 前の週'],
  ['week', 'focus', 1, '翌週 次の週'],
  ['week', 'focus', 0, '同週'],
  ['month', 'published', 0, '今月 本月 こんげつ'],
  ['month', 'published', -1, '先月 せんげつ'],
  ['month', 'published', -2, '先々月 先先月'],
  ['month', 'published', 1, '来月 らいげつ'],
  ['month', 'published', 2, '再来月 さ来月'],
  ['month', 'focus', -1, '前月 前の月'],
  ['month', 'focus', 1, '翌月 次の月'],
  ['month', 'focus', 2, '翌々月'],
  ['month', 'focus', 0, '同月'],
  ['year', 'published', 0, '今年 本年 ことし 当年'],
  ['year', 'published', -1, '昨年 去年 きょねん'],
  ['year', 'published', -2, '一昨年 おととし'],
  ['year', 'published', -3, '一昨々年 さきおととし'],
  ['year', 'published', 1, '来年 らいねん 明年'],
  ['year', 'published', 2, '再来年 さ来年 明後年'],
  ['year', 'focus', -1, '前年 前の年'],
  ['year', 'focus', 1, '翌年 次の年 あくる年'],
  ['year', 'focus', 2, '翌々年'],
  ['year', 'focus', -2, '前々年'],
  ['year', 'focus', 0, '同年'],
  ['century', 'published', 0, '今世紀'],
  ['century', 'published', -1, '前世紀'],
  ['century', 'published', 1, '来世紀'],
  ['quarter', 'published', 0, '今四半期 当四半期'],
  ['quarter', 'published', -1, '前四半期'],
  ['quarter', 'published', 1, '来四半期'],
];

const seasonSigns = '春夏秋冬';
const seasonYears: [sign: string, count: number][] = [
  ['一昨', -2],
  ['今', 0],
  ['昨', -1],
  ['来', 1],
];

function seasonWords(): RelativeWord[] {
  return [...seasonSigns].flatMap((season, i) => [
    ...seasonYears.map(([sign, count]) => ({
      word: sign + season,
      unit: 'season' as const,
      count,
      from: 'published' as const,
      part: 21 + i,
    })),
    { word: `この${season}`, unit: 'season', count: 0, from: 'published', part: 21 + i } as const,
  ]);
}

export interface Era {
  readonly name: string;
  /** The year before its first. */
  readonly offset: number;
}

/** Years of the eras since 1865, as the law on era names counts them. */
export const eras: readonly Era[] = [
  { name: '令和', offset: 2018 },
  { name: '平成', offset: 1988 },
  { name: '昭和', offset: 1925 },
  { name: '大正', offset: 1911 },
  { name: '明治', offset: 1867 },
  { name: '慶応', offset: 1864 },
  { name: '慶應', offset: 1864 },
];

/** R3.7.18, H31年. */
export const eraLetters: Readonly<Record<string, number>> = { R: 2018, H: 1988, S: 1925, T: 1911, M: 1867 };

export const weekdaySigns = '月火水木金土日';
/** What follows the sign of a weekday. */
export const weekdayEnds = new Words(['曜日', '曜']);
export const partsOfMonth = new Words(['上旬', '中旬', '下旬', '初旬', '初め', '半ば', '末']);

const digitSigns = '0123456789０１２３４５６７８９';
/** What a number begins with. */
export const numberSigns = `${digitSigns}〇一二三四五六七八九十`;
/** {@link eraLetters} in both widths. */
export const letterSigns = 'RHSTMＲＨＳＴＭ';
/** They say something only before a number. */
export const prefixSigns = '前第';

/** What every expression begins with; more than two characters are not told. */
export function* dateBeginnings(): Generator<string> {
  yield* numberSigns;
  for (const key of headTable().keys()) {
    yield String.fromCharCode(Math.floor(key / 65536), key % 65536);
  }
  for (const prefix of prefixSigns) {
    for (const number of numberSigns) {
      yield prefix + number;
    }
  }
  for (const letter of letterSigns) {
    for (const first of `${digitSigns}元`) {
      yield letter + first;
    }
  }
}

/** What the words of dates begin with, to tell quickly that a character begins none. */
export type Head =
  | { readonly kind: 'relative'; readonly word: string; readonly relative: RelativeWord }
  | { readonly kind: 'era'; readonly word: string; readonly offset: number }
  | { readonly kind: 'weekday'; readonly word: string; readonly weekday: number }
  | { readonly kind: 'year-sign'; readonly word: string; readonly sign: 1 | -1 }
  | { readonly kind: 'holiday'; readonly word: string; readonly holiday: number }
  | { readonly kind: 'fixed'; readonly word: string; readonly meaning: Meaning; readonly rule: DateRule }
  | { readonly kind: 'half-year'; readonly word: string };

let heads: Map<number, Head[]> | undefined;

/** Key of {@link headTable}: the first two code units of a word. */
export function headKey(first: number, second: number): number {
  return first * 65536 + second;
}

/** All words that can begin a date, by their first two characters, the longer first. */
export function headTable(): ReadonlyMap<number, readonly Head[]> {
  heads ??= makeHeads();
  return heads;
}

function makeHeads(): Map<number, Head[]> {
  const all: Head[] = [];
  for (const [unit, from, count, forms] of rows) {
    for (const word of forms.split(' ')) {
      all.push({ kind: 'relative', word, relative: { word, unit, count, from } });
    }
  }
  for (const relative of seasonWords()) {
    all.push({ kind: 'relative', word: relative.word, relative });
  }
  for (const { name, offset } of eras) {
    all.push({ kind: 'era', word: name, offset });
  }
  for (const [weekday, sign] of [...weekdaySigns].entries()) {
    all.push({ kind: 'weekday', word: `${sign}曜日`, weekday }, { kind: 'weekday', word: `${sign}曜`, weekday });
  }
  for (const word of ['西暦', '紀元後', 'ＡＤ', 'AD']) {
    all.push({ kind: 'year-sign', word, sign: 1 });
  }
  for (const word of ['紀元前']) {
    all.push({ kind: 'year-sign', word, sign: -1 });
  }
  all.push({ kind: 'half-year', word: '半年' });
  for (const { name, holiday } of holidayNames) {
    if (!/^[a-z]/.test(name)) {
      all.push({ kind: 'holiday', word: name, holiday });
    }
  }
  const weekend = (count: number): Meaning => ({ type: 'shift', unit: 'weekend', count, from: 'published' });
  for (const [word, count] of [
    ['今週末', 0],
    ['先週末', -1],
    ['来週末', 1],
    ['週末', 0],
  ] as const) {
    all.push({ kind: 'fixed', word, meaning: weekend(count), rule: 'relative-unit' });
  }
  const byKey = new Map<number, Head[]>();
  for (const head of all.sort((a, b) => b.word.length - a.word.length)) {
    const first = headKey(head.word.charCodeAt(0), head.word.charCodeAt(1));
    const list = byKey.get(first);
    if (list) {
      list.push(head);
    } else {
      byKey.set(first, [head]);
    }
  }
  return byKey;
}
