import { addMonths, daysInMonth, toDayNumber, weekdayOf } from '../../model/calendar';
import { boundsOf } from '../../model/edtf';
import type { Edtf } from '../../model/recognition';
import { holidayDate } from './holidays';
import type { HolidayMeaning, Meaning, OffsetMeaning, PickMeaning } from './meaning';
import { joinRange, printDate, printDay, printDays } from './printDate';
import { resolveCalendar, yearOfMonth } from './resolveCalendar';
import { resolveShift, resolveStretch, resolveWeekday } from './resolveShift';
import { anchorOf, partialDateOf, type Surroundings } from './surroundings';

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
    return (
      joinRange(head, tail) ??
      joinRange(monthBefore(from, head), tail) ??
      joinRange(head, wrapped(last, known.year, around))
    );
  }
  const head = resolveMeaning(first, around);
  const start = head === null ? undefined : boundsOf(head);
  if (last.type === 'weekday' && last.week === undefined && last.direction === undefined && start) {
    return joinRange(head, printDay(start.first + ((last.weekday - weekdayOf(start.first) + 7) % 7)));
  }
  return joinRange(head, resolveMeaning(last, around));
}

/** "28 to 3 December": the first day is of the month before. */
function monthBefore(from: Meaning, head: Edtf): Edtf | null {
  const date = from.type === 'calendar' && from.month === undefined ? partialDateOf(head) : null;
  if (date?.month === undefined || date.day === undefined) {
    return null;
  }
  const before = addMonths({ year: date.year, month: date.month, day: 1 }, -1);
  return date.day <= daysInMonth(before.year, before.month) ? printDate({ ...before, day: date.day }) : null;
}

/** "November to February": the end is in the next year; "28 to 3 December": nothing fits. */
function wrapped(last: Meaning, year: number, around: Surroundings): Edtf | null {
  return last.type === 'calendar' && last.month !== undefined
    ? resolveMeaning({ ...last, year: year + 1 }, around)
    : null;
}
