import { compareText } from '../base/textOrder';
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
  return dayOf(b) - dayOf(a) || compareText(a.id, b.id);
}

/** Claims of one article on a page that others want to be on, too. */
const perArticle = 3;

/**
 * At most `limit` claims of articles in their order: a few of each, so that one article does not hide the others, and
 * more of the first ones where there is room left.
 */
export function someOfEach(articles: readonly (readonly IndexedClaim[])[], limit: number): IndexedClaim[] {
  const taken: number[] = [];
  let room = limit;
  for (const claims of articles) {
    const count = Math.min(perArticle, claims.length, room);
    taken.push(count);
    room -= count;
  }
  return articles.flatMap((claims, i) => {
    const more = Math.min(claims.length - taken[i]!, room);
    room -= more;
    return claims.slice(0, taken[i]! + more);
  });
}
