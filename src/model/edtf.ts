import { type DayNumber, daysInMonth, isCalendarDate, toDayNumber } from './calendar';
import type { Edtf } from './recognition';

/**
 * Values of the Extended Date/Time Format that this project writes: levels 0 and 1 of
 * https://www.loc.gov/standards/datetime/ without times of day, with the quarters and halves of level 2.
 */
export type EdtfPrecision = 'century' | 'decade' | 'year' | 'half' | 'season' | 'quarter' | 'month' | 'day';

/** `?` uncertain, `~` approximate, `%` both. */
export type EdtfQualifier = '' | '?' | '~' | '%';

export interface EdtfDate {
  readonly precision: EdtfPrecision;
  /** Astronomical: 0 is 1 BC. Of a decade or century its first year. */
  readonly year: number;
  /** Second field as written: month 1-12, season 21-24 (spring first), quarter 33-36, half 40-41. */
  readonly part?: number;
  readonly day?: number;
  readonly qualifier: EdtfQualifier;
}

/** `null` for an end that is open (`..`) or not known (empty). */
export interface EdtfInterval {
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
}

export type EdtfValue = EdtfDate | EdtfInterval;

/** First and last day, both included; infinite at an open end. */
export interface DayBounds {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Whether the value is two dates with a slash between them. */
export function isInterval(value: EdtfValue): value is EdtfInterval {
  return !('precision' in value);
}

const datePattern = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/;

/** Reads a value; `undefined` where it is none, names a day that no calendar has, or runs backwards. */
export function parseEdtf(text: Edtf): EdtfValue | undefined {
  if (text.length > 32) {
    return undefined;
  }
  const slash = text.indexOf('/');
  if (slash < 0) {
    return parseDate(text);
  }
  const from = parseEnd(text.slice(0, slash));
  const to = parseEnd(text.slice(slash + 1));
  if (from === undefined || to === undefined || (from === null && to === null)) {
    return undefined;
  }
  const backwards = from && to && dateBounds(from).first > dateBounds(to).last;
  return backwards ? undefined : { from, to };
}

function parseEnd(text: string): EdtfDate | null | undefined {
  return text === '' || text === '..' ? null : parseDate(text);
}

function parseDate(text: string): EdtfDate | undefined {
  return isPlain(text) ? parsePlain(text) : parseByPattern(text);
}

const zero = 0x30;
const nine = 0x39;

/** Whether the text is a year, a month or a day in digits and nothing more: nearly all dates are, and need no pattern. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) {
    return false;
  }
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (i === 4 || i === 7 ? unit !== hyphen : unit < zero || unit > nine) {
      return false;
    }
  }
  return true;
}

const hyphen = 0x2d;

function parsePlain(text: string): EdtfDate | undefined {
  const part = text.length > 4 ? digitsAt(text, 5, 7) : undefined;
  return dateOf(digitsAt(text, 0, 4), part, text.length > 7 ? digitsAt(text, 8, 10) : undefined, '');
}

function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    value = value * 10 + text.charCodeAt(i) - zero;
  }
  return value;
}

function parseByPattern(text: string): EdtfDate | undefined {
  const match = datePattern.exec(text);
  if (!match) {
    return undefined;
  }
  const [, head = '', second, third] = match;
  const qualifier = match[4]! as EdtfQualifier;
  const year = Number(head.replaceAll('X', '0'));
  if (head.endsWith('X') || head === '-0000') {
    const precision = head.endsWith('XX') ? 'century' : 'decade';
    return second || head === '-0000' ? undefined : { precision, year, qualifier };
  }
  if (second === undefined || second === 'XX') {
    return third === undefined || third === 'XX' ? dateOf(year, undefined, undefined, qualifier) : undefined;
  }
  const part = Number(second);
  const isMonth = precisionOfPart(part) === 'month';
  const day = third === undefined || (third === 'XX' && isMonth) ? undefined : Number(third);
  return dateOf(year, part, day, qualifier);
}

function dateOf(
  year: number,
  part: number | undefined,
  day: number | undefined,
  qualifier: EdtfQualifier,
): EdtfDate | undefined {
  if (part === undefined) {
    return { precision: 'year', year, qualifier };
  }
  const precision = precisionOfPart(part);
  if (!precision) {
    return undefined;
  }
  if (day === undefined) {
    return { precision, year, part, qualifier };
  }
  return isCalendarDate(year, part, day) ? { precision: 'day', year, part, day, qualifier } : undefined;
}

function precisionOfPart(part: number): EdtfPrecision | undefined {
  if (part >= 1 && part <= 12) {
    return 'month';
  }
  if (part >= 21 && part <= 24) {
    return 'season';
  }
  if (part >= 33 && part <= 36) {
    return 'quarter';
  }
  return part === 40 || part === 41 ? 'half' : undefined;
}

/** Writes a value; what {@link parseEdtf} reads back as the same. */
export function printEdtf(value: EdtfValue): Edtf {
  if (isInterval(value)) {
    return `${value.from ? printEdtf(value.from) : '..'}/${value.to ? printEdtf(value.to) : '..'}`;
  }
  const year = printYear(value.year);
  const { part, day, qualifier } = value;
  if (value.precision === 'century') {
    return `${year.slice(0, -2)}XX${qualifier}`;
  }
  if (value.precision === 'decade') {
    return `${year.slice(0, -1)}X${qualifier}`;
  }
  const date = part === undefined ? year : `${year}-${twoDigits(part)}`;
  return day === undefined ? date + qualifier : `${date}-${twoDigits(day)}${qualifier}`;
}

function printYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** First and last day; seasons are those of the north, in whole months, winter ending in the next year. */
export function edtfBounds(value: EdtfValue): DayBounds {
  if (!isInterval(value)) {
    return dateBounds(value);
  }
  return {
    first: value.from ? dateBounds(value.from).first : Number.NEGATIVE_INFINITY,
    last: value.to ? dateBounds(value.to).last : Number.POSITIVE_INFINITY,
  };
}

function dateBounds(date: EdtfDate): DayBounds {
  const { year, part = 1, day = 1 } = date;
  switch (date.precision) {
    case 'century':
      return monthsBounds(year, 1, 1200);
    case 'decade':
      return monthsBounds(year, 1, 120);
    case 'year':
      return monthsBounds(year, 1, 12);
    case 'half':
      return monthsBounds(year, (part - 40) * 6 + 1, 6);
    case 'season':
      return monthsBounds(year, (part - 21) * 3 + 3, 3);
    case 'quarter':
      return monthsBounds(year, (part - 33) * 3 + 1, 3);
    case 'month':
      return monthsBounds(year, part, 1);
    case 'day': {
      const number = toDayNumber(year, part, day);
      return { first: number, last: number };
    }
  }
}

function monthsBounds(year: number, month: number, count: number): DayBounds {
  const end = year * 12 + month - 1 + count - 1;
  const endYear = Math.floor(end / 12);
  const endMonth = end - endYear * 12 + 1;
  return {
    first: toDayNumber(year, month, 1),
    last: toDayNumber(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
}

/** Bounds of a value as written; `undefined` where it cannot be read. */
export function boundsOf(text: Edtf): DayBounds | undefined {
  const value = parseEdtf(text);
  return value && edtfBounds(value);
}
