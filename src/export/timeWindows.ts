import type { Edtf } from '../model/recognition';
import type { TimeWindow } from './exporter';

/**
 * The window that a date falls in: "2031", "2031-Q2", "2031-05"; `undefined` where the date is not exact enough. Of
 * an interval its start counts.
 */
export function windowOf(date: Edtf | undefined, window: TimeWindow): string | undefined {
  if (window === 'all') {
    return 'all';
  }
  const match = /^(\d{4})(?:-(\d\d))?/.exec(date ?? '');
  if (!match?.[1]) {
    return undefined;
  }
  if (window === 'year') {
    return match[1];
  }
  const month = Number(match[2]);
  // Quarters of EDTF level 2 are 33 to 36; 21 to 32 are seasons, which lie across quarters.
  if (window === 'quarter' && month >= 33 && month <= 36) {
    return `${match[1]}-Q${month - 32}`;
  }
  if (!(month >= 1 && month <= 12)) {
    return undefined;
  }
  return window === 'month' ? `${match[1]}-${match[2]}` : `${match[1]}-Q${Math.ceil(month / 3)}`;
}
