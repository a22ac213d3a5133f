import type { DateRule } from '../dateReading';
import { century } from './cursorEn';
import type { CursorJa, NumberJa, ReadingJa } from './cursorJa';
import type { CalendarMeaning, CountsFrom, Meaning } from './meaning';
import { fiscalYear } from './resolve';
import { eraLetters, weekdaySigns } from './wordsJa';

export function made(start: number, end: number, meaning: Meaning, rule: DateRule, confidence: number): ReadingJa {
  return { start, end, meaning, rule, confidence };
}

const monthCounters = ['ヶ月', 'か月', 'カ月', 'ヵ月', 'ケ月', '箇月', '個月', 'ｶ月', 'ヵ月'];
/** After 年 these make it a length of time or an age. */
const notAYear =
  /^(?:の長き|の歴史|の伝統|の時|の月日|間|目|ぶり|振り|以上|以内|以下|未満|超|余|連続|物|生(?!ま|誕)|越し|来の|来(?![年月週])|強|弱|分|前(?!半|後)|後(?!半)|半(?!ば)|も[のか]|ほど|程|くらい|ぐらい|がか|かけ|かか|ごと|毎|寿命|国債|債|契約|保証|制|式|に一|に1|に１|にわた|に及|にお|の歳月|の間)/;
export const rangeJoints = ['〜', '～', '~', '-', '－', '–', '—', 'ー', '−', '―', '‐', 'から', 'より', '→'];
export const listJoints = ['、', '・', ',', '，', 'と'];
const dayParts = ['夜遅く', '未明', '早朝', '深夜', '夕方', '夜', '朝', '夕', '昼', '晩'];
const shades = [
  '初頭',
  '前半',
  '後半',
  '半ば',
  '末期',
  '初期',
  '中頃',
  '中ごろ',
  '末',
  '初め',
  'はじめ',
  '前期',
  '後期',
];

/** Year fields to add a month and day to. */
export interface YearPart {
  readonly year?: number;
  readonly yearFrom?: CountsFrom;
}

/** A date that begins with a number at `at`: 2025年12月4日, 12月, ４日, 2025/12/4, 3年前, 17世紀. */
export function readNumber(
  c: CursorJa,
  at: number,
  number: NumberJa,
  lastYear: number | undefined,
): ReadingJa | undefined {
  if (isTail(c, at)) {
    return undefined;
  }
  const { value, end } = number;
  switch (c.char(end)) {
    case '年':
      return yearSign(c, at, number, lastYear);
    case '月':
      return c.char(at - 1) === '年' && /毎/.test(c.char(at - 2)) ? undefined : monthDay(c, at, at, {});
    case '日':
      return dayAlone(c, at, number) ?? countedAway(c, at, value, 'day', end + 1);
    case '世':
      return c.char(end + 1) === '紀' && value >= 1 && value <= 30 ? centuryReading(c, at, value, end + 2) : undefined;
    case '週':
      return countedAway(c, at, value, 'week', c.char(end + 1) === '間' ? end + 2 : end + 1);
    case '/':
    case '／':
    case '-':
    case '.':
    case '．':
    case '－':
      return numericDate(c, at, number);
    default: {
      const counter = c.skip(end, monthCounters);
      return counter > end ? countedAway(c, at, value, 'month', counter) : undefined;
    }
  }
}

/** Whether the number goes on before `at`, or counts something else: 1,234日, 3.5年, A4. */
function isTail(c: CursorJa, at: number): boolean {
  const before = c.char(at - 1);
  if (/[.,．，:：/／-]/.test(before) && c.isDigit(at - 2)) {
    return true;
  }
  return before === '数' || before === '幾' || /[0-9０-９〇一二三四五六七八九十百千万]/.test(before);
}

function yearSign(c: CursorJa, at: number, number: NumberJa, lastYear: number | undefined): ReadingJa | undefined {
  const { value, end, length } = number;
  const next = end + 1;
  if (c.char(next) === '代') {
    return decade(c, at, number, next + 1);
  }
  const after = c.text.slice(next, next + 6);
  const plausible = length === 4 && !(number.kanji && value < 1000) && value >= 500 && value < 2200;
  if (plausible && !/^(?:前(?!半|後)|間|の(?:長き|歴史|伝統|時[をの])|余り|以上(?!前)|にわた|続)/.test(after)) {
    return withYear(c, at, next, { year: value });
  }
  if (notAYear.test(after)) {
    return countedAway(c, at, value, 'year', next);
  }
  const months = monthDay(c, at, next, { year: value });
  if (length === 3 && (months || (value % 10 !== 0 && value > 200))) {
    return withYear(c, at, next, { year: value });
  }
  if (length === 2 || (number.kanji && value > 10 && value < 100)) {
    return shortYear(c, at, value, next, after, lastYear);
  }
  return countedAway(c, at, value, 'year', next);
}

/** 98年, 24年10月: two digits where a month follows, an apostrophe leads, or the text has just named a year like it. */
function shortYear(
  c: CursorJa,
  at: number,
  value: number,
  next: number,
  after: string,
  lastYear: number | undefined,
): ReadingJa | undefined {
  const before = c.char(at - 1);
  const quoted = /['’‘`]/.test(before);
  if (/[約計満全築創第同各ら役業戦齢行]/.test(before)) {
    return undefined;
  }
  const year = century(value);
  const near =
    lastYear !== undefined &&
    Math.abs(year - lastYear) <= 15 &&
    /^(?:[のには、もをと]|から|まで|以[降来]|時点|当時)/.test(after);
  const dated =
    /^に[^一渡及亘満近達延短処引わおな0-9０-９ぁ-ん]|^(?:1[0-2]|[1-9]|１[０-２]|[１-９]|一|二|三|四|五|六|七|八|九|十)[月0-9０-９一二]|^度|^[春夏秋冬末]/.test(
      after,
    );
  if (!quoted && !near && !dated) {
    return undefined;
  }
  const reading = withYear(c, quoted ? at - 1 : at, next, { year });
  return { ...reading, confidence: 0.6 };
}

/** What follows a year: month and day, season, quarter, half, fiscal year, a shade; or nothing. */
export function withYear(c: CursorJa, start: number, at: number, year: YearPart): ReadingJa {
  const fixed = year.yearFrom === undefined;
  if (c.char(at) === '度' && fixed && /^(?:上半期|下半期|上期|下期|前期|後期)/.test(c.text.slice(at + 1, at + 4))) {
    const first = /[上前]/.test(c.char(at + 1));
    const own = year.year ?? 0;
    const value = first ? `${own}-04/${own}-09` : `${own}-10/${own + 1}-03`;
    return made(
      start,
      c.skip(at + 1, ['上半期', '下半期', '上期', '下期', '前期', '後期']),
      { type: 'fixed', value },
      'fiscal-year',
      0.85,
    );
  }
  if (c.char(at) === '度') {
    const value = fixed ? fiscalYear(year.year ?? 0) : undefined;
    const meaning: Meaning =
      value === undefined
        ? { type: 'shift', unit: 'fiscalYear', count: year.year ?? 0, from: year.yearFrom! }
        : { type: 'fixed', value };
    return made(start, at + 1, meaning, 'fiscal-year', 0.85);
  }
  const closing = fixed ? closingMonth(c, at) : undefined;
  if (closing) {
    // The business year that closes in this month.
    const year0 = year.year ?? 0;
    const first = closing.month === 12 ? `${year0}-01` : `${year0 - 1}-${String(closing.month + 1).padStart(2, '0')}`;
    const value = `${first}/${year0}-${String(closing.month).padStart(2, '0')}`;
    return made(start, closing.end, { type: 'fixed', value }, 'fiscal-year', 0.7);
  }
  const inner = skipParenthesis(c, at);
  const joined = c.char(inner) === 'の' ? inner + 1 : inner;
  const date = monthDay(c, start, joined, year);
  if (date) {
    return date;
  }
  const spaced = c.skipSpaces(inner);
  const later = spaced > inner ? monthDay(c, start, spaced, year) : undefined;
  if (later) {
    return later;
  }
  const part = partAt(c, joined);
  if (part) {
    return made(start, part.end, { type: 'calendar', ...year, part: part.part }, part.rule, 0.92);
  }
  const end = c.skip(at, ['末', '初頭', '初め', '前半', '後半', '半ば', '頃', 'ごろ', 'はじめ']);
  const rule = fixed ? 'year' : 'relative-unit';
  if (fixed && (c.has(at, '前半') || c.has(at, '後半'))) {
    return made(start, end, { type: 'calendar', ...year, part: c.has(at, '前半') ? 40 : 41 }, 'half', 0.85);
  }
  const bare = end > at && /[頃ご]/.test(c.char(at)) ? at : end;
  const meaning: Meaning = fixed
    ? { type: 'calendar', ...year }
    : { type: 'shift', unit: 'year', count: year.year ?? 0, from: year.yearFrom! };
  return made(start, bare, meaning, rule, 0.92);
}

/** 3月期 after a year. */
function closingMonth(c: CursorJa, at: number): { month: number; end: number } | undefined {
  const month = c.number(at);
  const closes =
    month && month.value >= 1 && month.value <= 12 && c.has(month.end, '月期') && c.char(month.end + 2) !== '間';
  return closes ? { month: month.value, end: month.end + 2 } : undefined;
}

/** Past a parenthesis with the same year in the other count: 2019年（令和元年）5月. */
function skipParenthesis(c: CursorJa, at: number): number {
  if (!/[（(]/.test(c.char(at))) {
    return at;
  }
  for (let end = at + 2; end < at + 14; end++) {
    if (/[）)]/.test(c.char(end))) {
      const month = c.number(end + 1);
      return c.char(end - 1) === '年' && month && c.char(month.end) === '月' ? end + 1 : at;
    }
  }
  return at;
}

/** Season, quarter or half: 春, 第3四半期, 上半期. */
function partAt(c: CursorJa, at: number): { part: number; end: number; rule: DateRule } | undefined {
  const season = '春夏秋冬'.indexOf(c.char(at) || '-');
  if (season >= 0 && !/^(?:季五|闘|樹|場|物|祭|海)/.test(c.text.slice(at + 1, at + 3))) {
    return { part: 21 + season, end: c.char(at + 1) === '季' ? at + 2 : at + 1, rule: 'season' };
  }
  if (c.has(at, '上半期') || c.has(at, '下半期')) {
    return { part: c.char(at) === '上' ? 40 : 41, end: at + 3, rule: 'half' };
  }
  return quarterAt(c, at);
}

/** 第3四半期, 3Q is left alone. */
export function quarterAt(c: CursorJa, at: number): { part: number; end: number; rule: DateRule } | undefined {
  const number = c.number(c.char(at) === '第' ? at + 1 : at);
  if (!number || number.value < 1 || number.value > 4 || !c.has(number.end, '四半期')) {
    return undefined;
  }
  return { part: 32 + number.value, end: number.end + 3, rule: 'quarter' };
}

/** 12月, 12月4日, 12月4日（木）夜 at `at`, for a date that began at `start`. */
export function monthDay(c: CursorJa, start: number, at: number, year: YearPart): ReadingJa | undefined {
  const month = c.number(at);
  if (!month || month.value < 1 || month.value > 12 || c.char(month.end) !== '月' || month.length > 2) {
    return undefined;
  }
  const next = month.end + 1;
  const after = c.text.slice(next, next + 3);
  const known = year.year !== undefined;
  if (/^(?:間|号|期|分の|給|額|刊|例|雨|人形|病)/.test(after) && !/^期間/.test(after)) {
    return undefined;
  }
  const meaning: CalendarMeaning = { type: 'calendar', ...year, month: month.value };
  const dayAt = c.skipSpaces(c.char(next) === 'の' && c.isDigit(next + 1) ? next + 1 : next);
  const day = c.number(dayAt);
  if (day && day.value >= 1 && day.value <= 31 && c.char(day.end) === '日' && day.length <= 3) {
    const end = afterDay(c, day.end + 1);
    const rule = known ? (year.yearFrom ? 'day-of-relative-year' : 'full-date') : 'month-day';
    return made(start, end.end, { ...meaning, day: day.value, weekday: end.weekday }, rule, 0.97);
  }
  const days = day && day.value <= 31 ? dayRange(c, day, meaning) : undefined;
  if (days) {
    return made(start, days.end, days.meaning, 'range', 0.95);
  }
  const picked = pickInMonth(c, next, meaning);
  if (picked) {
    return made(start, picked.end, picked.meaning, 'pick', 0.9);
  }
  const end = c.skip(next, ['上旬', '中旬', '下旬', '初旬', '初め', '半ば', '末']);
  const rule = known ? (year.yearFrom ? 'month-of-relative-year' : 'month-year') : 'month';
  return made(start, end, meaning, rule, known ? 0.96 : 0.85);
}

/** 第2月曜日, 第1週 after a month. */
function pickInMonth(c: CursorJa, at: number, of: Meaning): { meaning: Meaning; end: number } | undefined {
  const from = c.char(at) === 'の' ? at + 1 : at;
  const nth = c.char(from) === '第' ? c.number(from + 1) : undefined;
  if (!nth || nth.value < 1 || nth.value > 5) {
    return undefined;
  }
  const weekday = weekdaySigns.indexOf(c.char(nth.end) || '-');
  const end = c.skip(nth.end + 1, ['曜日', '曜']);
  if (weekday >= 0 && end > nth.end + 1) {
    return { meaning: { type: 'pick', weekday, nth: nth.value, of }, end };
  }
  return c.char(nth.end) === '週'
    ? { meaning: { type: 'pick', unit: 'week', nth: nth.value, of }, end: nth.end + 1 }
    : undefined;
}

/** 28〜29日 after a month: the first day without its sign. */
function dayRange(c: CursorJa, first: NumberJa, month: CalendarMeaning): { meaning: Meaning; end: number } | undefined {
  const joint = c.skip(first.end, rangeJoints);
  const at = joint > first.end ? joint : c.skip(first.end, listJoints);
  const last = at > first.end ? c.number(at) : undefined;
  if (!last || last.value > 31 || last.value < 1 || (joint === first.end && last.value !== first.value + 1)) {
    return undefined;
  }
  const sign = c.has(last.end, '両日') ? last.end + 1 : last.end;
  if (c.char(sign) !== '日' || /^[間目]/.test(c.char(sign + 1))) {
    return undefined;
  }
  const meaning: Meaning = {
    type: 'range',
    from: { ...month, day: first.value },
    to: { type: 'calendar', day: last.value },
  };
  return { meaning, end: afterDay(c, sign + 1).end };
}

/** A weekday, （木） or 木曜日, and a part of the day after 4日. */
export function afterDay(c: CursorJa, at: number): { end: number; weekday?: number } {
  let end = at;
  let weekday: number | undefined;
  const open = /[（(〈[［【]/.test(c.char(at));
  const sign = weekdaySigns.indexOf(c.char(open ? at + 1 : at) || '-');
  if (sign >= 0) {
    const after = c.skip(open ? at + 2 : at + 1, ['曜日', '曜']);
    if (open ? /[）)〉\]］】・]/.test(c.char(after)) : after > at + 1) {
      weekday = sign;
      end = open ? (c.char(after) === '・' ? at : after + 1) : after;
    }
  }
  const part = c.skip(end, dayParts);
  return { end: part > end && !/[間食刊会]/.test(c.char(part)) ? part : end, weekday };
}

const notADay =
  /^(?:間|後|前|ぶり|振り|以[上内下]|目|連続|続[伸落騰]|半|分|余|程|ほど|あた|当たり|弱|強|超|かけ|かか|が?かり|ごと|毎|単位|置き|おき|本[^日紙社館]|平均|経|過ぎ|もすれ|もた|もか|たら|たつ|経過|[0-9０-９一二三]|に[0-9０-９一]|で[0-9０-９]|中に|がた|が経|を要|を経|に[わ及]|くらい|ぐらい|程度|足らず|未満|の間|の猶予|の日程|の休|の工程|米|韓|中関|仏|独|系|テレ|ハム|産|立|清|英|銀|経)/;
const noDayBefore =
  /(?:約|計|残り?|あと|わずか|まる|丸|満|全|各|毎月|延べ|最[短長大低]|第|も|創業|たった|ほんの|およそ|ざっと|わずか)$/;

/** 13日, 20日夜: a day of a month that the text or the publication date tells. */
function dayAlone(c: CursorJa, at: number, number: NumberJa): ReadingJa | undefined {
  const { value, end, length, kanji } = number;
  if (value < 1 || value > 31 || length > 3 || (!kanji && length > 2)) {
    return undefined;
  }
  const next = end + 1;
  const after = c.text.slice(next, next + 5);
  if (notADay.test(after) || noDayBefore.test(c.text.slice(Math.max(0, at - 3), at))) {
    return undefined;
  }
  const tail = afterDay(c, next);
  const timed = tail.end > next || /^(?:付|午[前後]|夜|朝|未明)/.test(after);
  if ((kanji && value <= 10 && !timed) || (after.startsWith('で') && value < 15)) {
    return undefined;
  }
  return made(
    at,
    tail.end,
    { type: 'calendar', day: value, weekday: tail.weekday },
    'day-of-month',
    timed ? 0.85 : 0.75,
  );
}

/** 3年前, 2ヶ月後, 一週間後. */
export function countedAway(
  c: CursorJa,
  start: number,
  value: number,
  unit: 'day' | 'week' | 'month' | 'year',
  at: number,
): ReadingJa | undefined {
  if (c.char(at) === '半' && (unit === 'year' || unit === 'month') && value < 100) {
    // 1年半前.
    return unit === 'year' ? countedAway(c, start, value * 12 + 6, 'month', at + 1) : undefined;
  }
  const sign = c.char(at);
  const limit = unit === 'year' ? 3000 : 2000;
  if ((sign !== '前' && sign !== '後') || value < 1 || value > limit) {
    return undefined;
  }
  const after = c.text.slice(at + 1, at + 3);
  if (/^(?:後|半|任|述|者|継|輩|編|進|出|座|売|輪|倒|払|例|提|身)/.test(after) || c.char(start - 1) === '数') {
    return undefined;
  }
  const count = sign === '前' ? -value : value;
  const isYear =
    unit === 'year' && c.char(at + 1) === 'の'
      ? monthDay(c, start, at + 2, { year: count, yearFrom: 'published' })
      : undefined;
  if (isYear) {
    return isYear;
  }
  const from: CountsFrom = sign === '前' ? 'published' : 'focus';
  return made(start, at + 1, { type: 'shift', unit, count, from }, sign === '前' ? 'ago' : 'counted-from-text', 0.8);
}

/** 1990年代, 90年代, 1970年代前半. */
function decade(c: CursorJa, at: number, { value, length }: NumberJa, next: number): ReadingJa | undefined {
  const first = length === 2 ? (value < 30 ? 2000 + value : 1900 + value) : value;
  if (first % 10 !== 0 || (length !== 2 && (length !== 4 || first < 1000 || first > 2200))) {
    return undefined;
  }
  const end = c.skip(next, shades);
  if (c.has(next, '前半')) {
    return made(at, end, { type: 'fixed', value: `${first}/${first + 4}` }, 'decade', 0.85);
  }
  if (c.has(next, '後半')) {
    return made(at, end, { type: 'fixed', value: `${first + 5}/${first + 9}` }, 'decade', 0.85);
  }
  return made(at, end, { type: 'fixed', value: `${first / 10}X` }, 'decade', 0.95);
}

export function centuryReading(c: CursorJa, start: number, value: number, next: number): ReadingJa {
  const end = c.skip(next, shades);
  return made(start, end, { type: 'fixed', value: `${String(value - 1).padStart(2, '0')}XX` }, 'century', 0.95);
}

/** 令和6年5月1日, 昭和64年, 平成元年度, 昭和30年代; `at` is past the era's name. */
export function readEra(c: CursorJa, start: number, at: number, offset: number): ReadingJa | undefined {
  const first = c.char(at) === '元' ? { value: 1, end: at + 1, length: 1 } : c.number(at);
  if (!first || first.value < 1 || first.value > 99) {
    return undefined;
  }
  const { value, end } = first;
  if (c.char(end) !== '年') {
    return dottedEra(c, start, value + offset, end);
  }
  if (c.char(end + 1) === '間') {
    return undefined;
  }
  if (c.char(end + 1) === '代' && value % 10 === 0) {
    const year = value + offset;
    return made(start, c.skip(end + 2, shades), { type: 'fixed', value: `${year}/${year + 9}` }, 'decade', 0.85);
  }
  const reading = withYear(c, start, end + 1, { year: value + offset });
  if (
    /^(?:法律|政令|勅令|省令|条約|条例|規則|告示|太政官|.{1,6}省令)第?/.test(
      c.text.slice(reading.end, reading.end + 10),
    )
  ) {
    // 昭和23年法律第186号 is the number of a law.
    return undefined;
  }
  return { ...reading, rule: reading.rule === 'fiscal-year' ? reading.rule : 'era', confidence: 0.97 };
}

/** 令和3.7.18, R3/7/18. */
function dottedEra(c: CursorJa, start: number, year: number, at: number): ReadingJa | undefined {
  const mark = c.char(at);
  const month = /[./．／-]/.test(mark) ? c.number(at + 1) : undefined;
  const day = month && c.char(month.end) === mark ? c.number(month.end + 1) : undefined;
  if (!month || !day || month.value > 12 || month.value < 1 || day.value < 1 || day.value > 31) {
    return undefined;
  }
  return made(start, day.end, { type: 'calendar', year, month: month.value, day: day.value }, 'era', 0.9);
}

/** R3年, H31.4.30, S64年; not part of a word or number. */
export function readEraLetter(c: CursorJa, at: number): ReadingJa | undefined {
  const offset = eraLetters[c.char(at).normalize('NFKC')];
  if (
    offset === undefined ||
    /[A-Za-zＡ-Ｚａ-ｚ0-9-]/.test(c.char(at - 1)) ||
    !(c.isDigit(at + 1) || c.char(at + 1) === '元')
  ) {
    return undefined;
  }
  return readEra(c, at, at + 1, offset);
}

/** 2014/2/28, 2014-02-28, 2014.2.28; 2/28 before a weekday or alone on its line. */
function numericDate(c: CursorJa, at: number, first: NumberJa): ReadingJa | undefined {
  const mark = c.char(first.end);
  const second = first.kanji ? undefined : c.number(first.end + 1);
  if (!second || second.kanji || /[A-Za-z#$¥￥vV.]/.test(c.char(at - 1))) {
    return undefined;
  }
  const third = c.char(second.end) === mark ? c.number(second.end + 1) : undefined;
  if (third && !third.kanji) {
    if (
      c.isDigit(third.end) ||
      (c.char(third.end) === mark && c.isDigit(third.end + 1)) ||
      second.length > 2 ||
      third.length > 4
    ) {
      return undefined;
    }
    const yearFirst = first.length === 4 && first.value >= 1500 && first.value < 2200 && third.length <= 2;
    if (yearFirst && isMonthDay(second.value, third.value)) {
      const tail = afterDay(c, third.end);
      const meaning: Meaning = { type: 'calendar', year: first.value, month: second.value, day: third.value };
      return made(at, tail.end, meaning, 'numeric-date', 0.95);
    }
    const yearLast = third.length === 4 && first.length <= 2 && third.value >= 1500 && third.value < 2200;
    if (yearLast && isMonthDay(first.value, second.value)) {
      return made(
        at,
        third.end,
        { type: 'calendar', year: third.value, month: first.value, day: second.value },
        'numeric-date',
        0.8,
      );
    }
    return undefined;
  }
  if (mark === '/' || mark === '／') {
    return slashed(c, at, first, second);
  }
  return undefined;
}

function slashed(c: CursorJa, at: number, first: NumberJa, second: NumberJa): ReadingJa | undefined {
  if (first.length === 4 && second.length <= 2 && first.value >= 1500 && second.value >= 1 && second.value <= 12) {
    return made(at, second.end, { type: 'calendar', year: first.value, month: second.value }, 'numeric-month', 0.75);
  }
  const tail = afterDay(c, second.end);
  const alone = isLineEdge(c.char(at - 1)) && isLineEdge(c.char(second.end));
  if (
    first.length > 2 ||
    second.length > 2 ||
    !isMonthDay(first.value, second.value) ||
    (!alone && tail.weekday === undefined)
  ) {
    return undefined;
  }
  const meaning: Meaning = { type: 'calendar', month: first.value, day: second.value, weekday: tail.weekday };
  return made(at, tail.end, meaning, 'numeric-month-day', 0.7);
}

function isLineEdge(char: string): boolean {
  return char === '' || char === '\n' || char === '\r';
}

function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
