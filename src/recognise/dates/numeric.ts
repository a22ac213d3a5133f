import { isCalendarDate } from '../../model/calendar';
import { type CursorEn, century, type Reading } from './cursorEn';
import type { CalendarMeaning } from './meaning';
import { Word } from './wordsEn';

/** 2014-02-28, 2014/2/28, 28.2.2014, 2/28/2014; 2/28 only where it stands alone. Ambiguous ones are month first. */
export function numericDate(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const mark = c.text(i + 1);
  if (!/^[-/.‐－／．]$/.test(mark) || !c.glued(i + 1) || !c.glued(i + 2) || c.kind(i + 2) !== Word.digits) {
    return undefined;
  }
  if (c.glued(i) && c.kind(i - 1) !== Word.open && !/^[“"'‘「『（【:：]$/.test(c.text(i - 1))) {
    return undefined;
  }
  const [a, b] = [c.digits(i), c.digits(i + 2)];
  const three = c.text(i + 3) === mark && c.glued(i + 3) && c.glued(i + 4) && c.kind(i + 4) === Word.digits;
  const next = three ? i + 5 : i + 3;
  // A fourth number, or a letter: a version, an address, an article number.
  if (
    c.glued(next) &&
    (c.isWord(next)
      ? c.lower(next) !== 't'
      : c.text(next) === mark && c.kind(next + 1) === Word.digits && c.glued(next + 1))
  ) {
    return undefined;
  }
  if (three) {
    const date = fullDate(c, i, a, b, c.digits(i + 4), mark);
    return date && { first: i, next, meaning: date, rule: 'numeric-date', confidence: 0.95 };
  }
  return twoNumbers(c, i, a, b, mark, isolated);
}

function fullDate(c: CursorEn, i: number, a: number, b: number, d: number, mark: string): CalendarMeaning | undefined {
  if (c.length(i) === 4) {
    return plausible(a) && c.length(i + 4) <= 2 ? day(a, b, d) : undefined;
  }
  const digits = c.length(i + 4);
  if (c.length(i) > 2 || c.length(i + 2) > 2 || (digits !== 4 && (digits !== 2 || mark === '.'))) {
    return undefined;
  }
  const year = digits === 4 ? d : century(d);
  if (!plausible(year)) {
    return undefined;
  }
  return mark === '/' || mark === '-' || mark === '／'
    ? (day(year, a, b) ?? day(year, b, a))
    : (day(year, b, a) ?? day(year, a, b));
}

function twoNumbers(
  c: CursorEn,
  i: number,
  a: number,
  b: number,
  mark: string,
  isolated: boolean,
): Reading | undefined {
  if (
    c.length(i) === 4 &&
    c.length(i + 2) === 2 &&
    plausible(a) &&
    b >= 1 &&
    b <= 12 &&
    mark !== '.' &&
    mark !== '．'
  ) {
    // In a sentence 2008-09 is more often a season of sport or a school year.
    const sure = isolated || (mark === '/' && b !== (a % 100) + 1);
    return sure
      ? {
          first: i,
          next: i + 3,
          meaning: { type: 'calendar', year: a, month: b },
          rule: 'numeric-month',
          confidence: 0.8,
        }
      : undefined;
  }
  if (mark !== '/' && mark !== '／') {
    return undefined;
  }
  if (c.length(i + 2) === 4 && c.length(i) <= 2 && plausible(b) && a >= 1 && a <= 12) {
    return {
      first: i,
      next: i + 3,
      meaning: { type: 'calendar', year: b, month: a },
      rule: 'numeric-month',
      confidence: 0.8,
    };
  }
  const led = c.kind(i - 1) === Word.preposition || c.kind(i - 1) === Word.weekday || c.kind(i - 1) === Word.to;
  if ((!isolated && !led) || c.length(i) > 2 || c.length(i + 2) > 2) {
    return undefined;
  }
  const date = day(2000, a, b) ?? day(2000, b, a);
  return (
    date && { first: i, next: i + 3, meaning: { ...date, year: undefined }, rule: 'numeric-month-day', confidence: 0.7 }
  );
}

function plausible(year: number): boolean {
  return year >= 1500 && year < 2200;
}

function day(year: number, month: number, dayOfMonth: number): CalendarMeaning | undefined {
  return isCalendarDate(year, month, dayOfMonth) ? { type: 'calendar', year, month, day: dayOfMonth } : undefined;
}
