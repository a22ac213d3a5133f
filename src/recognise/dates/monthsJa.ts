import { UnitSet, Words } from '../../text/units';
import { type CursorJa, made, type NumberJa, type ReadingJa } from './cursorJa';
import type { CalendarMeaning, CountsFrom, Meaning } from './meaning';
import { partsOfMonth, weekdayEnds, weekdaySigns } from './wordsJa';

export const rangeJoints = new Words('〜 ～ ~ - － – — ー − ― ‐ から より →'.split(' '));
export const listJoints = new Words(['、', '・', ',', '，', 'と']);
const dayParts = new Words(['夜遅く', '未明', '早朝', '深夜', '夕方', '夜', '朝', '夕', '昼', '晩']);
const noDayPart = new UnitSet('間食刊会');
const opening = new UnitSet('（(〈[［【');
const closing = new UnitSet('）)〉]］】・');
/** After 月 these make it no month of a date. */
const noMonth = new Words(['間', '号', '期', '分の', '給', '額', '刊', '例', '雨', '人形', '病']);

/** Year fields to add a month and day to. */
export interface YearPart {
  readonly year?: number;
  readonly yearFrom?: CountsFrom;
}

/** Spelled out: objects made by spreading have hidden classes of their own and slow down every reader. */
function inMonth({ year, yearFrom }: YearPart, month: number, day?: number, weekday?: number): CalendarMeaning {
  return { type: 'calendar', year, yearFrom, month, day, weekday };
}

/** 12月, 12月4日, 12月4日（木）夜 at `at`, for a date that began at `start`. */
export function monthDay(c: CursorJa, start: number, at: number, year: YearPart): ReadingJa | undefined {
  const month = c.number(at);
  if (!month || month.value < 1 || month.value > 12 || c.char(month.end) !== '月' || month.length > 2) {
    return undefined;
  }
  const next = month.end + 1;
  const known = year.year !== undefined;
  if (c.skip(next, noMonth) > next && !c.has(next, '期間')) {
    return undefined;
  }
  const dayAt = c.skipSpaces(c.char(next) === 'の' && c.isDigit(next + 1) ? next + 1 : next);
  const day = c.number(dayAt);
  if (day && day.value >= 1 && day.value <= 31 && c.char(day.end) === '日' && day.length <= 3) {
    const end = afterDay(c, day.end + 1);
    const rule = known ? (year.yearFrom ? 'day-of-relative-year' : 'full-date') : 'month-day';
    return made(start, end.end, inMonth(year, month.value, day.value, end.weekday), rule, 0.97);
  }
  const meaning = inMonth(year, month.value);
  const days = day && day.value <= 31 ? dayRange(c, day, meaning) : undefined;
  if (days) {
    return made(start, days.end, days.meaning, 'range', 0.95);
  }
  const picked = pickInMonth(c, next, meaning);
  if (picked) {
    return made(start, picked.end, picked.meaning, 'pick', 0.9);
  }
  const end = c.skip(next, partsOfMonth);
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
  const end = c.skip(nth.end + 1, weekdayEnds);
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
  const open = opening.at(c.text, at);
  const sign = weekdaySigns.indexOf(c.char(open ? at + 1 : at) || '-');
  if (sign >= 0) {
    const after = c.skip(open ? at + 2 : at + 1, weekdayEnds);
    if (open ? closing.at(c.text, after) : after > at + 1) {
      weekday = sign;
      end = open ? (c.char(after) === '・' ? at : after + 1) : after;
    }
  }
  const part = c.skip(end, dayParts);
  return { end: part > end && !noDayPart.at(c.text, part) ? part : end, weekday };
}
