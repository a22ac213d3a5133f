import { type CalendarDate, fromDayNumber, isCalendarDate } from '../../model/calendar';
import { boundsOf } from '../../model/edtf';
import type { Edtf } from '../../model/recognition';

export function printFields(year: number, month?: number, day?: number): Edtf | null {
  if (year < -9999 || year > 9999 || (day !== undefined && !isCalendarDate(year, month ?? 0, day))) {
    return null;
  }
  const head = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
  return head + printField(month) + printField(day);
}

function printField(field: number | undefined): string {
  return field === undefined ? '' : field < 10 ? `-0${field}` : `-${field}`;
}

/** From April to March, as Japan and its government count. */
export function fiscalYear(year: number): Edtf | null {
  const from = printFields(year, 4);
  const to = printFields(year + 1, 3);
  return from && to ? `${from}/${to}` : null;
}

export function printDay(number: number): Edtf | null {
  const { year, month, day } = fromDayNumber(number);
  return printFields(year, month, day);
}

export function printDays(first: number, last: number): Edtf | null {
  const from = printDay(first);
  const to = printDay(last);
  return from && to ? `${from}/${to}` : null;
}

export function printDate({ year, month, day }: CalendarDate): Edtf | null {
  return printFields(year, month, day);
}

export function joinRange(from: Edtf | null, to: Edtf | null): Edtf | null {
  if (from === null || to === null) {
    return null;
  }
  const head = from.includes('/') ? from.slice(0, from.indexOf('/')) : from;
  const tail = to.includes('/') ? to.slice(to.indexOf('/') + 1) : to;
  return boundsOf(`${head}/${tail}`) ? `${head}/${tail}` : null;
}
