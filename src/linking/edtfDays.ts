import type { Edtf } from '../model/recognition';

/** Days since 1970-01-01, both ends included. Open ends are infinite. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

const dayMilliseconds = 86_400_000;

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / dayMilliseconds);
}

const point = /^(-?\d{1,6}|\d{1,3}[xX]{1,3})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[?~%]?$/;

/** First months of the EDTF seasons 21 (spring) to 24 (winter), northern hemisphere; winter ends in the next year. */
const seasonStarts = [3, 6, 9, 12];

function pointSpan(text: string): DaySpan | null {
  const match = point.exec(text);
  if (!match) {
    return null;
  }
  const [, yearText = '', monthText, dayText] = match;
  const unknown = yearText.search(/[xX]/);
  const first = Number(yearText.replaceAll(/[xX]/g, '0'));
  if (unknown >= 0) {
    const last = Number(yearText.replaceAll(/[xX]/g, '9'));
    return { from: dayNumber(first, 1, 1), to: dayNumber(last, 12, 31) };
  }
  if (monthText === undefined || monthText === 'XX') {
    return { from: dayNumber(first, 1, 1), to: dayNumber(first, 12, 31) };
  }
  const month = Number(monthText);
  if (month >= 21 && month <= 24) {
    const start = seasonStarts[month - 21]!;
    return { from: dayNumber(first, start, 1), to: dayNumber(first, start + 3, 1) - 1 };
  }
  if (month < 1 || month > 12) {
    return null;
  }
  if (dayText === undefined || dayText === 'XX') {
    return { from: dayNumber(first, month, 1), to: dayNumber(first, month + 1, 1) - 1 };
  }
  const day = dayNumber(first, month, Number(dayText));
  return { from: day, to: day };
}

/** The days that an EDTF value covers; `null` where it is not one of the levels and forms the project uses. */
export function edtfDays(value: Edtf): DaySpan | null {
  const slash = value.indexOf('/');
  if (slash < 0) {
    return pointSpan(value);
  }
  const [left, right] = [value.slice(0, slash), value.slice(slash + 1)];
  const from = left === '' || left === '..' ? Number.NEGATIVE_INFINITY : pointSpan(left)?.from;
  const to = right === '' || right === '..' ? Number.POSITIVE_INFINITY : pointSpan(right)?.to;
  return from === undefined || to === undefined ? null : { from, to };
}

/** Whether the two share a day. */
export function spansMeet(a: DaySpan, b: DaySpan): boolean {
  return a.from <= b.to && b.from <= a.to;
}
