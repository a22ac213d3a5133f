import { addMonths, daysInMonth, toDayNumber, weekdayOf } from '../../model/calendar';
import type { Edtf } from '../../model/recognition';
import type { CalendarMeaning } from './meaning';
import { printFields } from './printDate';
import { anchorOf, type Surroundings } from './surroundings';

/** The EDTF value of a date whose parts are named or follow from the dates around it; `null` where it cannot be told. */
export function resolveCalendar(meaning: CalendarMeaning, around: Surroundings): Edtf | null {
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

/** The year of a month or of a day in it: the focus's, else the nearest in the direction that the tense tells. */
export function yearOfMonth(month: number, meaning: CalendarMeaning, around: Surroundings): number | null {
  const { published, focus } = around;
  if (focus && around.focusIsNear) {
    // "… in December. In February …": the story goes on, where that has been by now.
    const next = focus.month !== undefined && month < focus.month && published?.year === focus.year + 1;
    return next && month <= (published.month ?? 0) ? published.year : focus.year;
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
