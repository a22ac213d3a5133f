import { isInterval, parseEdtf } from '../../model/edtf';
import type { Edtf } from '../../model/recognition';
import type { CountsFrom, Tense } from './meaning';

/** A date known to some precision: the article's own, or the one last spoken of. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What an expression is read against. */
export interface Surroundings {
  readonly published: PartialDate | null;
  /** The date last spoken of. */
  readonly focus: PartialDate | null;
  /** Whether a date without year or month belongs to the focus rather than to the publication date. */
  readonly focusIsNear: boolean;
  readonly tense: Tense;
}

/** The date that a value pins down, to the precision it has; an interval gives its first end. */
export function partialDateOf(value: Edtf): PartialDate | null {
  const parsed = parseEdtf(value);
  if (!parsed) {
    return null;
  }
  const date = isInterval(parsed) ? parsed.from : parsed;
  if (!date || date.precision === 'decade' || date.precision === 'century') {
    return null;
  }
  const month = date.precision === 'month' || date.precision === 'day' ? date.part : undefined;
  return { year: date.year, month, day: date.day };
}

export function anchorOf(from: CountsFrom, around: Surroundings): PartialDate | null {
  return from === 'focus' ? (around.focus ?? around.published) : around.published;
}
