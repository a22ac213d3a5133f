import {
  addMonths,
  type CalendarDate,
  daysInMonth,
  fromDayNumber,
  isCalendarDate,
  toDayNumber,
  weekdayOf,
} from '../../model/calendar';
import { boundsOf, isInterval, parseEdtf } from '../../model/edtf';
import type { Edtf } from '../../model/recognition';
import { holidayDate } from './holidays';
import type {
  CalendarMeaning,
  CountsFrom,
  HolidayMeaning,
  Meaning,
  OffsetMeaning,
  PickMeaning,
  ShiftMeaning,
  StretchMeaning,
  Tense,
  WeekdayMeaning,
} from './meaning';

/** A date known to some precision: the article's own, or the one last spoken of. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What an expression is read against. */
export interface Surroundings {
  readonly published: PartialDate | null;
  /** The date last spoken of. */
  readonly focus: PartialDate | null;
  /** Whether a date without year or month belongs to the focus rather than to the publication date. */
  readonly focusIsNear: boolean;
  readonly tense: Tense;
}

/** The value of a meaning, or `null` where something it depends on is not known. */
export function resolveMeaning(meaning: Meaning, around: Surroundings): Edtf | null {
  switch (meaning.type) {
    case 'fixed':
      return meaning.value;
    case 'calendar':
      return resolveCalendar(meaning, around);
    case 'shift':
      return resolveShift(meaning, around);
    case 'weekday':
      return resolveWeekday(meaning, around);
    case 'holiday':
      return resolveHoliday(meaning, around);
    case 'pick':
      return resolvePick(meaning, around);
    case 'offset':
      return resolveOffset(meaning, around);
    case 'stretch':
      return resolveStretch(meaning, around);
    case 'range':
      return resolveRange(meaning.from, meaning.to, around);
  }
}

/** The date that a value pins down, to the precision it has; an interval gives its first end. */
export function partialDateOf(value: Edtf): PartialDate | null {
  const parsed = parseEdtf(value);
  if (!parsed) {
    return null;
  }
  const date = isInterval(parsed) ? parsed.from : parsed;
  if (!date || date.precision === 'decade' || date.precision === 'century') {
    return null;
  }
  const month = date.precision === 'month' || date.precision === 'day' ? date.part : undefined;
  return { year: date.year, month, day: date.day };
}

function anchorOf(from: CountsFrom, around: Surroundings): PartialDate | null {
  return from === 'focus' ? (around.focus ?? around.published) : around.published;
}

function resolveCalendar(meaning: CalendarMeaning, around: Surroundings): Edtf | null {
  if (meaning.monthFrom) {
    const anchor = anchorOf(meaning.monthFrom, around);
    if (anchor?.month === undefined) {
      return null;
    }
    const month = addMonths({ year: anchor.year, month: anchor.month, day: 1 }, meaning.month ?? 0);
    return printFields(month.year, month.month, meaning.day);
  }
  if (meaning.yearFrom) {
    const anchor = anchorOf(meaning.yearFrom, around);
    return anchor ? printCalendar(meaning, anchor.year + (meaning.year ?? 0)) : null;
  }
  if (meaning.year !== undefined) {
    return printCalendar(meaning, meaning.year);
  }
  if (meaning.part !== undefined) {
    return resolvePart(meaning.part, meaning.direction, around);
  }
  if (meaning.month !== undefined) {
    const year = yearOfMonth(meaning.month, meaning, around);
    return year === null ? null : printCalendar(meaning, year);
  }
  return meaning.day === undefined ? null : resolveDay(meaning.day, around);
}

function printCalendar(meaning: CalendarMeaning, year: number): Edtf | null {
  return printFields(year, meaning.part ?? meaning.month, meaning.part === undefined ? meaning.day : undefined);
}

function printFields(year: number, month?: number, day?: number): Edtf | null {
  if (year < -9999 || year > 9999 || (day !== undefined && !isCalendarDate(year, month ?? 0, day))) {
    return null;
  }
  const head = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
  return [
    head,
    ...[month, day].filter((field) => field !== undefined).map((field) => String(field).padStart(2, '0')),
  ].join('-');
}

/** The year of a month or of a day in it: the focus's, else the nearest in the direction that the tense tells. */
function yearOfMonth(month: number, meaning: CalendarMeaning, around: Surroundings): number | null {
  const { published, focus } = around;
  if (focus && around.focusIsNear) {
    return focus.year;
  }
  if (!published) {
    return null;
  }
  if (published.month === undefined) {
    return published.year;
  }
  const { direction, day, weekday } = meaning;
  const today = published.day ?? 15;
  const sinceMonth = month - published.month;
  const ahead = day === undefined ? sinceMonth : sinceMonth || day - today;
  if (direction !== undefined) {
    return published.year + yearToward(direction, ahead);
  }
  if (weekday !== undefined && day !== undefined) {
    const fitting = [0, -1, 1].find((shift) => weekdayOf(toDayNumber(published.year + shift, month, day)) === weekday);
    if (fitting !== undefined) {
      return published.year + fitting;
    }
  }
  if (around.tense === 'future') {
    return published.year + (ahead < 0 ? 1 : 0);
  }
  if (around.tense === 'past') {
    return published.year + (ahead > 0 ? -1 : 0);
  }
  // Without a tense the nearest one; a little more often it is past.
  const months = ahead > 0 ? Math.max(sinceMonth, 0.5) : sinceMonth;
  return published.year + (months > 4 ? -1 : months < -7 ? 1 : 0);
}

function yearToward(direction: number, ahead: number): number {
  if (direction < 0) {
    return ahead >= 0 ? -1 : 0;
  }
  return direction > 0 && ahead <= 0 ? 1 : 0;
}

/** "on the 13th", 13日. */
function resolveDay(day: number, around: Surroundings): Edtf | null {
  const { published, focus } = around;
  if (focus?.month !== undefined && around.focusIsNear) {
    return printFields(focus.year, focus.month, day);
  }
  if (published?.month === undefined) {
    return null;
  }
  const today = published.day ?? daysInMonth(published.year, published.month);
  let shift = 0;
  if (around.tense === 'future') {
    shift = day < today ? 1 : 0;
  } else if (day > today && (around.tense === 'past' || day - today > 15)) {
    shift = -1;
  }
  const month = addMonths({ year: published.year, month: published.month, day: 1 }, shift);
  return printFields(month.year, month.month, day);
}

/** Season, quarter or half without a year. */
function resolvePart(part: number, direction: number | undefined, around: Surroundings): Edtf | null {
  const { published, focus } = around;
  if (!published || (around.focusIsNear && focus && direction === undefined)) {
    return focus && direction === undefined ? printFields(focus.year, part) : null;
  }
  const month = published.month;
  if (month === undefined) {
    return printFields(published.year + (direction ?? 0), part);
  }
  const now = published.year * 12 + month - 1;
  const bounds = monthsOfPart(part);
  // The occurrence that is running or comes next, counted in whole months.
  let year = published.year - 1;
  while (year * 12 + bounds.first + bounds.count - 1 < now) {
    year++;
  }
  const running = year * 12 + bounds.first <= now;
  if (direction === undefined) {
    const back = around.tense === 'past' || (around.tense === 'unknown' && year * 12 + bounds.first - now > 3);
    return printFields(!running && back ? year - 1 : year, part);
  }
  if (direction < 0) {
    return printFields(year - 1, part);
  }
  if (direction > 0) {
    return printFields(running ? year + 1 : year, part);
  }
  return printFields(running || part === 24 ? year : published.year, part);
}

/** First month (0 for January) and number of months. */
function monthsOfPart(part: number): { first: number; count: number } {
  if (part >= 40) {
    return { first: (part - 40) * 6, count: 6 };
  }
  return part >= 33 ? { first: (part - 33) * 3, count: 3 } : { first: (part - 21) * 3 + 2, count: 3 };
}

function resolveShift(meaning: ShiftMeaning, around: Surroundings): Edtf | null {
  const anchor = anchorOf(meaning.from, around);
  if (!anchor) {
    return null;
  }
  const { unit } = meaning;
  const count = meaning.count - (meaning.byTense && around.tense === 'past' && !isWeekend(anchor) ? 1 : 0);
  switch (unit) {
    case 'century': {
      const century = Math.floor(anchor.year / 100) + count;
      return century < 0 || century > 99 ? null : `${String(century).padStart(2, '0')}XX`;
    }
    case 'decade': {
      const decade = Math.floor(anchor.year / 10) + count;
      return decade < 0 || decade > 999 ? null : `${String(decade).padStart(3, '0')}X`;
    }
    case 'year':
      return printFields(anchor.year + count);
    default:
      return anchor.month === undefined ? null : shiftMonths(unit, count, anchor.year, anchor.month, anchor.day);
  }
}

function isWeekend({ year, month, day }: PartialDate): boolean {
  return month !== undefined && day !== undefined && weekdayOf(toDayNumber(year, month, day)) >= 5;
}

/** A day or week inside another span; of weeks only those that lie in it whole. */
function resolvePick({ weekday, unit, nth, of }: PickMeaning, around: Surroundings): Edtf | null {
  const base = resolveMeaning(inOwnYear(of, around), around);
  const bounds = base === null ? undefined : boundsOf(base);
  if (!bounds || bounds.last - bounds.first > 40000) {
    return null;
  }
  const { first, last } = bounds;
  if (nth === 0) {
    const monday = first - weekdayOf(first);
    return printDays(monday, monday + 6);
  }
  if (unit === 'day') {
    const day = nth > 0 ? first + nth - 1 : last + nth + 1;
    return day >= first && day <= last ? printDay(day) : null;
  }
  const wanted = weekday ?? 0;
  const length = weekday === undefined ? 6 : 0;
  const earliest = first + ((wanted - weekdayOf(first) + 7) % 7);
  const latest = last - length - ((weekdayOf(last - length) - wanted + 7) % 7);
  const day = nth > 0 ? earliest + 7 * (nth - 1) : latest + 7 * (nth + 1);
  if (day < earliest || day > latest) {
    return null;
  }
  return length ? printDays(day, day + length) : printDay(day);
}

/** "the first Tuesday of October" without a tense is of the article's own year, as are feasts. */
function inOwnYear(of: Meaning, { tense, published, focusIsNear }: Surroundings): Meaning {
  const open = of.type === 'calendar' && of.year === undefined && of.month !== undefined && of.direction === undefined;
  return open && published && tense === 'unknown' && !focusIsNear ? { ...of, year: published.year } : of;
}

function resolveOffset({ unit, count, base }: OffsetMeaning, around: Surroundings): Edtf | null {
  const value = resolveMeaning(base, around);
  const published = value === null ? null : partialDateOf(value);
  if (!published) {
    return null;
  }
  const days = unit === 'day' ? count : unit === 'week' ? 7 * count : undefined;
  if (published.month === undefined || published.day === undefined) {
    return resolveShift({ type: 'shift', unit, count, from: 'published' }, { ...around, published });
  }
  if (days !== undefined) {
    return printDay(toDayNumber(published.year, published.month, published.day) + days);
  }
  if (unit !== 'month' && unit !== 'year') {
    return null;
  }
  const date = { year: published.year, month: published.month, day: published.day };
  return printDate(addMonths(date, unit === 'year' ? 12 * count : count));
}

/** Whole units beside the current one, which is not counted: "the last two weeks", "the next three days". */
function resolveStretch({ unit, count, direction }: StretchMeaning, around: Surroundings): Edtf | null {
  const shift = (by: number) => resolveShift({ type: 'shift', unit, count: by, from: 'published' }, around);
  return direction < 0 ? joinRange(shift(-count), shift(-1)) : joinRange(shift(1), shift(count));
}

function shiftMonths(unit: string, count: number, year: number, month: number, day?: number): Edtf | null {
  switch (unit) {
    case 'fiscalYear':
      return fiscalYear((month < 4 ? year - 1 : year) + count);
    case 'half': {
      const half = year * 2 + (month > 6 ? 1 : 0) + count;
      return printFields(Math.floor(half / 2), 40 + (half & 1));
    }
    case 'quarter': {
      const quarter = year * 4 + Math.floor((month - 1) / 3) + count;
      return printFields(Math.floor(quarter / 4), 33 + (((quarter % 4) + 4) % 4));
    }
    case 'month': {
      const moved = addMonths({ year, month, day: 1 }, count);
      return printFields(moved.year, moved.month);
    }
  }
  if (day === undefined) {
    return null;
  }
  const today = toDayNumber(year, month, day);
  if (unit === 'day') {
    return printDay(today + count);
  }
  const monday = today - weekdayOf(today) + 7 * count;
  return unit === 'weekend' ? printDays(monday + 5, monday + 6) : printDays(monday, monday + 6);
}

/** From April to March, as Japan and its government count. */
export function fiscalYear(year: number): Edtf | null {
  const from = printFields(year, 4);
  const to = printFields(year + 1, 3);
  return from && to ? `${from}/${to}` : null;
}

function printDay(number: number): Edtf | null {
  const { year, month, day } = fromDayNumber(number);
  return printFields(year, month, day);
}

function printDays(first: number, last: number): Edtf | null {
  const from = printDay(first);
  const to = printDay(last);
  return from && to ? `${from}/${to}` : null;
}

function resolveWeekday(meaning: WeekdayMeaning, around: Surroundings): Edtf | null {
  const { published } = around;
  if (published?.month === undefined || published.day === undefined) {
    return null;
  }
  const today = toDayNumber(published.year, published.month, published.day);
  const own = weekdayOf(today);
  if (meaning.week !== undefined) {
    return printDay(today - own + 7 * meaning.week + meaning.weekday);
  }
  const behind = (own - meaning.weekday + 7) % 7;
  switch (meaning.direction) {
    case -1:
      return printDay(today - (behind || 7));
    case 1:
      return printDay(today - own + 7 + meaning.weekday);
    case 0:
      return printDay(around.tense === 'past' ? today - behind : today + ((7 - behind) % 7));
    default:
      return printDay(around.tense === 'future' ? today + ((7 - behind) % 7) : today - behind);
  }
}

function resolveHoliday(meaning: HolidayMeaning, around: Surroundings): Edtf | null {
  if (meaning.yearFrom || meaning.year !== undefined) {
    const anchor = meaning.yearFrom ? anchorOf(meaning.yearFrom, around) : { year: 0 };
    return anchor ? printDate(holidayDate(meaning.holiday, anchor.year + (meaning.year ?? 0))) : null;
  }
  const reference = around.published ?? around.focus;
  if (!reference) {
    return null;
  }
  const { month, day } = holidayDate(meaning.holiday, reference.year);
  const open = { type: 'calendar', month, day, direction: meaning.direction } as const;
  const own = inOwnYear(open, around);
  const year = own.type === 'calendar' && own.year !== undefined ? own.year : yearOfMonth(month, open, around);
  return year === null ? null : printDate(holidayDate(meaning.holiday, year));
}

function printDate({ year, month, day }: CalendarDate): Edtf | null {
  return printFields(year, month, day);
}

/** Each end lends the other the fields it lacks: "28 to 29 December 2025", 12月28〜29日, "10 August 2013 – 12 September". */
function resolveRange(from: Meaning, to: Meaning, around: Surroundings): Edtf | null {
  let first = from;
  let last = to;
  if (from.type === 'calendar' && to.type === 'calendar') {
    const year = from.year ?? to.year;
    const yearFrom = from.year === undefined ? to.yearFrom : from.yearFrom;
    const lent = { year, yearFrom, month: from.month ?? to.month, monthFrom: from.monthFrom ?? to.monthFrom };
    first = { ...from, ...(from.day !== undefined && from.month === undefined ? lent : { year, yearFrom }) };
    const head = resolveMeaning(first, around);
    const known = head === null ? null : partialDateOf(head);
    if (head === null || !known) {
      return null;
    }
    const month = to.month ?? (to.part === undefined && to.day !== undefined ? known.month : undefined);
    last = to.monthFrom
      ? to
      : { ...to, month, year: to.year ?? known.year, yearFrom: to.year === undefined ? undefined : to.yearFrom };
    const tail = resolveMeaning(last, around);
    return joinRange(head, tail) ?? joinRange(head, wrapped(last, known.year, around));
  }
  const head = resolveMeaning(first, around);
  const start = head === null ? undefined : boundsOf(head);
  if (last.type === 'weekday' && last.week === undefined && last.direction === undefined && start) {
    return joinRange(head, printDay(start.first + ((last.weekday - weekdayOf(start.first) + 7) % 7)));
  }
  return joinRange(head, resolveMeaning(last, around));
}

/** "November to February": the end is in the next year; "28 to 3 December": nothing fits. */
function wrapped(last: Meaning, year: number, around: Surroundings): Edtf | null {
  return last.type === 'calendar' && last.month !== undefined
    ? resolveMeaning({ ...last, year: year + 1 }, around)
    : null;
}

function joinRange(from: Edtf | null, to: Edtf | null): Edtf | null {
  if (from === null || to === null) {
    return null;
  }
  const head = from.includes('/') ? from.slice(0, from.indexOf('/')) : from;
  const tail = to.includes('/') ? to.slice(to.indexOf('/') + 1) : to;
  return boundsOf(`${head}/${tail}`) ? `${head}/${tail}` : null;
}
