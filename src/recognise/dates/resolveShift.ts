import { addMonths, toDayNumber, weekdayOf } from '../../model/calendar';
import type { Edtf } from '../../model/recognition';
import type { ShiftMeaning, StretchMeaning, WeekdayMeaning } from './meaning';
import { fiscalYear, joinRange, printDay, printDays, printFields } from './printDate';
import { anchorOf, type PartialDate, type Surroundings } from './surroundings';

export function resolveShift(meaning: ShiftMeaning, around: Surroundings): Edtf | null {
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

/** Whole units beside the current one, which is not counted: "the last two weeks", "the next three days". */
export function resolveStretch({ unit, count, direction }: StretchMeaning, around: Surroundings): Edtf | null {
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

export function resolveWeekday(meaning: WeekdayMeaning, around: Surroundings): Edtf | null {
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
