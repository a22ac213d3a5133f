import type { QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import { graphemeEnd, graphemeStart, graphemesAfter, graphemesBefore } from '../text/graphemes';

/** Graphemes of context kept on each side of a quote. */
export const contextLength = 32;

/**
 * Describes a range of a normalised text so that it can be found again after edits. A range that cuts a grapheme is
 * widened to hold it whole; one outside the text is cut to it.
 */
export function describe(text: string, range: TextRange): QuoteSelector {
  const low = Math.min(range.start, range.end);
  const high = Math.max(range.start, range.end);
  const start = graphemeStart(text, Math.max(0, low));
  const end = graphemeEnd(text, Math.max(start, Math.min(text.length, high)));
  const exact = text.slice(start, end);
  const copies = countCopies(text, exact);
  return {
    exact,
    prefix: graphemesBefore(text, start, contextLength),
    suffix: graphemesAfter(text, end, contextLength),
    hint: start,
    ...(copies > 1 ? { copies } : {}),
  };
}

/** A quote that stands more often than this is counted no further. */
const mostCopies = 99;

function countCopies(text: string, exact: string): number {
  let count = 0;
  for (let at = text.indexOf(exact); at !== -1 && count < mostCopies; at = text.indexOf(exact, at + exact.length)) {
    count++;
    if (exact === '') {
      break;
    }
  }
  return count;
}
