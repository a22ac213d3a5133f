import { Words } from '../../text/units';
import type { DateRule } from '../dateReading';
import { countedAway } from './countedJa';
import { century } from './cursorEn';
import { type CursorJa, made, type NumberJa, type ReadingJa } from './cursorJa';
import { decade } from './decadesJa';
import type { Meaning } from './meaning';
import { monthDay, rangeJoints, type YearPart } from './monthsJa';
import { fiscalYear } from './printDate';

/** After 年 these make it a length of time or an age. */
const notAYear =
  /^(?:の長き|の歴史|の伝統|の時|の月日|間|目|ぶり|振り|以上|以内|以下|未満|超|余|連続|物|生(?!ま|誕)|越し|来の|来(?![年月週])|強|弱|分|前(?!半|後)|後(?!半)|半(?!ば)|も[のか]|ほど|程|くらい|ぐらい|がか|かけ|かか|ごと|毎|寿命|国債|債|契約|保証|制|式|に一|に1|に１|にわた|に及|にお|の歳月|の間)/;

const halves = new Words(['上半期', '下半期', '上期', '下期', '前期', '後期']);
const partsOfYear = new Words(['末', '初頭', '初め', '前半', '後半', '半ば', '頃', 'ごろ', 'はじめ']);

/** A number before 年 at `at`: a year, a decade, or years ago. `lastYear`: the last one that the text named. */
export function yearSign(
  c: CursorJa,
  at: number,
  number: NumberJa,
  lastYear: number | undefined,
): ReadingJa | undefined {
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
  // 1961年に… 88年、…: alone at the beginning of a clause, in a text that names years of the same century.
  const listed =
    lastYear !== undefined &&
    Math.floor(lastYear / 100) === Math.floor(year / 100) &&
    year > lastYear &&
    /^[、に]/.test(after) &&
    /[。、\n\s]/.test(before);
  if (!quoted && !near && !dated && !listed) {
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
    return made(start, c.skip(at + 1, halves), { type: 'fixed', value }, 'fiscal-year', 0.85);
  }
  if (c.char(at) === '度') {
    const value = fixed ? fiscalYear(year.year ?? 0) : undefined;
    const meaning: Meaning =
      value === undefined
        ? { type: 'shift', unit: 'fiscalYear', count: year.year ?? 0, from: year.yearFrom! }
        : { type: 'fixed', value };
    return made(start, at + 1, meaning, 'fiscal-year', 0.85);
  }
  const months = fixed ? monthSpan(c, at) : undefined;
  if (months) {
    const own = { type: 'calendar', year: year.year } as const;
    const meaning: Meaning = {
      type: 'range',
      from: { ...own, month: months.first },
      to: { type: 'calendar', year: (year.year ?? 0) + (months.last < months.first ? 1 : 0), month: months.last },
    };
    return made(start, months.end, meaning, 'range', 0.9);
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
  const end = c.skip(at, partsOfYear);
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

/** 4〜6月, 4～6月期 after a year. */
function monthSpan(c: CursorJa, at: number): { first: number; last: number; end: number } | undefined {
  const first = c.number(at);
  const joint = first ? c.skip(first.end, rangeJoints) : at;
  const last = first && joint > first.end ? c.number(joint) : undefined;
  if (
    !first ||
    !last ||
    c.char(last.end) !== '月' ||
    first.value < 1 ||
    first.value > 12 ||
    last.value < 1 ||
    last.value > 12
  ) {
    return undefined;
  }
  const next = last.end + 1;
  return c.isDigit(next)
    ? undefined
    : {
        first: first.value,
        last: last.value,
        end: c.char(next) === '期' && c.char(next + 1) !== '間' ? next + 1 : next,
      };
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
