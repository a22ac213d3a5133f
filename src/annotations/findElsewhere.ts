import type { QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import { anchorAll } from './anchor';

/** A passage found again in another article. */
export interface FoundElsewhere {
  /** Key of the article in what was given. */
  readonly article: string;
  readonly range: TextRange;
  /** 0 to 1, as in {@link anchorAll}. */
  readonly score: number;
}

/** Quotes shorter than this many UTF-16 code units are found everywhere and say nothing. */
const shortest = 16;
const shortestJapanese = 8;

/**
 * Looks for the passage of an orphan in other articles: it was moved there, or the article was split. Only suggestions,
 * best first; short quotes give none.
 *
 * @param texts normalised texts by article
 */
export function findElsewhere(selector: QuoteSelector, texts: Iterable<readonly [string, string]>): FoundElsewhere[] {
  const least = /[\u3040-\u30FF\u4E00-\u9FFF]/.test(selector.exact) ? shortestJapanese : shortest;
  if (selector.exact.trim().length < least) {
    return [];
  }
  // In another article the old position says nothing.
  const { hint: _hint, copies: _copies, ...quote } = selector;
  const found: FoundElsewhere[] = [];
  for (const [article, text] of texts) {
    const anchor = anchorAll(text, [quote])[0];
    if (anchor?.range) {
      found.push({ article, range: anchor.range, score: anchor.score });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}
