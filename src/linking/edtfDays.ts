import { boundsOf } from '../model/edtf';
import type { Edtf } from '../model/recognition';

/** Days since 1970-01-01, both ends included. Open ends are infinite. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The days that an EDTF value covers; `null` where it cannot be read. */
export function edtfDays(value: Edtf): DaySpan | null {
  const bounds = boundsOf(value);
  return bounds ? { from: bounds.first, to: bounds.last } : null;
}

/** The first day of an EDTF value, `null` where there is none. */
export function firstDay(value: Edtf | null | undefined): number | null {
  const span = value ? edtfDays(value) : null;
  return span && Number.isFinite(span.from) ? span.from : null;
}

/** Whether the two share a day. */
export function spansMeet(a: DaySpan, b: DaySpan): boolean {
  return a.from <= b.to && b.from <= a.to;
}
