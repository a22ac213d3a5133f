import { fromDayNumber } from '../model/calendar';
import { edtfBounds, isInterval, parseEdtf } from '../model/edtf';
import type { Edtf } from '../model/recognition';
import type { TimeWindow } from './exporter';

/**
 * The window that a date falls in: "2031", "2031-Q2", "2031-05"; `undefined` where it cannot be read or is too wide
 * for one window. Of an interval its start counts.
 */
export function windowOf(date: Edtf | undefined, window: TimeWindow): string | undefined {
  if (window === 'all') {
    return 'all';
  }
  const value = date === undefined ? undefined : parseEdtf(date);
  const start = value && isInterval(value) ? value.from : value;
  if (!start) {
    return undefined;
  }
  const { first, last } = edtfBounds(start);
  const name = nameOf(first, window);
  return name === nameOf(last, window) ? name : undefined;
}

function nameOf(day: number, window: Exclude<TimeWindow, 'all'>): string {
  const { year, month } = fromDayNumber(day);
  const name = String(year).padStart(4, '0');
  if (window === 'year') {
    return name;
  }
  return window === 'quarter' ? `${name}-Q${Math.ceil(month / 3)}` : `${name}-${String(month).padStart(2, '0')}`;
}
