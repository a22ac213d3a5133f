import type { DocumentEntry, IndexedClaim } from './documentEntry';

/** Claims found, newest first, cut to a limit. */
export interface ClaimPage {
  readonly claims: readonly IndexedClaim[];
  /** All that matched, those left out included. */
  readonly total: number;
}

/** By which an article counts as new; articles of unknown date come last. */
function dayOf(entry: DocumentEntry): number {
  return entry.publishedDay ?? Number.MIN_SAFE_INTEGER;
}

/** Order of articles: the newest first, then by URI. */
export function newestFirst(a: DocumentEntry, b: DocumentEntry): number {
  return dayOf(b) - dayOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The first `limit` in order, without sorting all of them. */
export function firstOf<T>(items: Iterable<T>, limit: number, order: (a: T, b: T) => number): T[] {
  const kept: T[] = [];
  const most = Number.isFinite(limit) ? limit * 2 + 32 : Number.POSITIVE_INFINITY;
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && order(item, last) > 0) {
      continue;
    }
    kept.push(item);
    if (kept.length >= most) {
      kept.sort(order);
      kept.length = limit;
      last = kept.at(-1);
    }
  }
  return kept.sort(order).slice(0, limit);
}
