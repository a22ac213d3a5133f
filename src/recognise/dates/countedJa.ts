import { type CursorJa, made, type ReadingJa } from './cursorJa';
import type { CountsFrom } from './meaning';
import { monthDay } from './monthsJa';

/** 3年前, 2ヶ月後, 一週間後. */
export function countedAway(
  c: CursorJa,
  start: number,
  value: number,
  unit: 'day' | 'week' | 'month' | 'year',
  at: number,
): ReadingJa | undefined {
  if (c.char(at) === '半' && (unit === 'year' || unit === 'month') && value < 100) {
    // 1年半前.
    return unit === 'year' ? countedAway(c, start, value * 12 + 6, 'month', at + 1) : undefined;
  }
  const sign = c.char(at);
  const limit = unit === 'year' ? 3000 : 2000;
  if ((sign !== '前' && sign !== '後') || value < 1 || value > limit) {
    return undefined;
  }
  const after = c.text.slice(at + 1, at + 3);
  if (/^(?:後|半|任|述|者|継|輩|編|進|出|座|売|輪|倒|払|例|提|身)/.test(after) || c.char(start - 1) === '数') {
    return undefined;
  }
  const count = sign === '前' ? -value : value;
  const isYear =
    unit === 'year' && c.char(at + 1) === 'の'
      ? monthDay(c, start, at + 2, { year: count, yearFrom: 'published' })
      : undefined;
  if (isYear) {
    return isYear;
  }
  const from: CountsFrom = sign === '前' ? 'published' : 'focus';
  return made(start, at + 1, { type: 'shift', unit, count, from }, sign === '前' ? 'ago' : 'counted-from-text', 0.8);
}
