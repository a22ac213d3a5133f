import { addMonths, type CalendarDate, fromDayNumber, isCalendarDate, toDayNumber } from '../../model/calendar';
import type { Edtf } from '../../model/recognition';
import type { CalendarMeaning, DateExpression, Meaning } from './meaning';

/** Dated paragraphs that make a list, and how many of their dates must be complete. */
const entriesNeeded = 4;
const completeNeeded = 2;

/**
 * In a list of entries, newest or oldest first, the order tells what a date without year or month leaves open: 1月16日
 * before an entry of 2025年12月28日 is of 2026 where the newest stand first. Where the complete dates allow both orders,
 * the one wins that spans less than half of the time.
 *
 * @returns values by index of the expression; empty where the text is no such list
 */
export function valuesByListOrder(expressions: readonly DateExpression[], text: string): Map<number, Edtf> {
  const entries = firstOfParagraphs(expressions, text);
  const complete = entries.map((i) => absoluteDay(expressions[i]!.meaning)).filter((day) => day !== undefined);
  if (entries.length < entriesNeeded || complete.length < completeNeeded) {
    return new Map();
  }
  const steps = complete.slice(1).map((day, i) => Math.sign(day - complete[i]!));
  const newest = steps.every((step) => step <= 0) ? readAs(-1, expressions, entries) : undefined;
  const oldest = steps.every((step) => step >= 0) ? readAs(1, expressions, entries) : undefined;
  if (newest && oldest) {
    return newest.span * 2 < oldest.span ? newest.values : oldest.span * 2 < newest.span ? oldest.values : new Map();
  }
  return (newest ?? oldest)?.values ?? new Map();
}

interface ListReading {
  readonly values: Map<number, Edtf>;
  /** Days from the first entry to the last. */
  readonly span: number;
}

/** Reads the entries as a list with the newest (-1) or the oldest (1) first. */
function readAs(order: 1 | -1, expressions: readonly DateExpression[], entries: readonly number[]): ListReading {
  const values = new Map<number, Edtf>();
  const resolve = (entry: number, bound: number, toward: 1 | -1): number => {
    const index = entries[entry]!;
    const { meaning } = expressions[index]!;
    const absolute = absoluteDay(meaning);
    if (absolute !== undefined) {
      return absolute;
    }
    const day = meaning.type === 'calendar' ? nearest(meaning, bound, toward) : undefined;
    if (day !== undefined) {
      values.set(index, printDay(day));
    }
    return day ?? bound;
  };
  const first = entries.findIndex((i) => absoluteDay(expressions[i]!.meaning) !== undefined);
  const middle = absoluteDay(expressions[entries[first]!]!.meaning)!;
  let head = middle;
  for (let entry = first - 1; entry >= 0; entry--) {
    head = resolve(entry, head, order === 1 ? -1 : 1);
  }
  let tail = middle;
  for (let entry = first + 1; entry < entries.length; entry++) {
    tail = resolve(entry, tail, order);
  }
  return { values, span: Math.abs(head - tail) };
}

/** Indexes of the first expression of each paragraph. */
function firstOfParagraphs(expressions: readonly DateExpression[], text: string): number[] {
  const first: number[] = [];
  let from = 0;
  for (const [i, { start, end }] of expressions.entries()) {
    if (i === 0 || text.slice(from, start).includes('\n')) {
      first.push(i);
    }
    from = end;
  }
  return first;
}

/** Day number of a date that is complete by itself; of a range its first day. */
function absoluteDay(meaning: Meaning): number | undefined {
  if (meaning.type === 'range') {
    const { from, to } = meaning;
    const year = from.type === 'calendar' && to.type === 'calendar' ? (from.year ?? to.year) : undefined;
    return year === undefined ? undefined : absoluteDay({ ...(from as CalendarMeaning), year });
  }
  if (meaning.type !== 'calendar' || meaning.yearFrom || meaning.year === undefined) {
    return undefined;
  }
  const { year, month = 0, day = 0 } = meaning;
  return isCalendarDate(year, month, day) ? toDayNumber(year, month, day) : undefined;
}

/** The nearest day at or before (-1), at or after (1) `bound` that fits the given month and day. */
function nearest(
  { month, day, monthFrom, yearFrom }: CalendarMeaning,
  bound: number,
  toward: 1 | -1,
): number | undefined {
  if (day === undefined || monthFrom || yearFrom) {
    return undefined;
  }
  const from = fromDayNumber(bound);
  for (let step = 0; step < 14; step++) {
    const candidate: CalendarDate =
      month === undefined
        ? { ...addMonths({ ...from, day: 1 }, toward * step), day }
        : { year: from.year + toward * step, month, day };
    if (isCalendarDate(candidate.year, candidate.month, candidate.day)) {
      const number = toDayNumber(candidate.year, candidate.month, candidate.day);
      if (toward < 0 ? number <= bound : number >= bound) {
        return number;
      }
    }
  }
  return undefined;
}

function printDay(number: number): Edtf {
  const { year, month, day } = fromDayNumber(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
