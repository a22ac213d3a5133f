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
