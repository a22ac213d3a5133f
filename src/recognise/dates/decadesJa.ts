import { Words } from '../../text/units';
import { type CursorJa, made, type NumberJa, type ReadingJa } from './cursorJa';

/** Parts of a decade or century, which the span takes in. */
export const shades = new Words([
  '初頭',
  '前半',
  '後半',
  '半ば',
  '末期',
  '初期',
  '中頃',
  '中ごろ',
  '末',
  '初め',
  'はじめ',
  '前期',
  '後期',
]);

/** 1990年代, 90年代, 1970年代前半. */
export function decade(c: CursorJa, at: number, { value, length }: NumberJa, next: number): ReadingJa | undefined {
  const first = length === 2 ? (value < 30 ? 2000 + value : 1900 + value) : value;
  if (first % 10 !== 0 || (length !== 2 && (length !== 4 || first < 1000 || first > 2200))) {
    return undefined;
  }
  const end = c.skip(next, shades);
  if (c.has(next, '前半')) {
    return made(at, end, { type: 'fixed', value: `${first}/${first + 4}` }, 'decade', 0.85);
  }
  if (c.has(next, '後半')) {
    return made(at, end, { type: 'fixed', value: `${first + 5}/${first + 9}` }, 'decade', 0.85);
  }
  return made(at, end, { type: 'fixed', value: `${first / 10}X` }, 'decade', 0.95);
}

/** 19世紀, 20世紀末; `next` is past 世紀. */
export function centuryReading(c: CursorJa, start: number, value: number, next: number): ReadingJa {
  const end = c.skip(next, shades);
  return made(start, end, { type: 'fixed', value: `${String(value - 1).padStart(2, '0')}XX` }, 'century', 0.95);
}
