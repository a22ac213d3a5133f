import type { QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import { graphemesAfter, graphemesBefore } from '../text/graphemes';

const contextLength = 32;

/** The selector of a range of a text that came with the import; `undefined` where the range is not inside it. */
export function quoteAt(text: string, range: TextRange): QuoteSelector | undefined {
  if (!(range.start >= 0 && range.start < range.end && range.end <= text.length)) {
    return undefined;
  }
  return {
    exact: text.slice(range.start, range.end),
    prefix: graphemesBefore(text, range.start, contextLength),
    suffix: graphemesAfter(text, range.end, contextLength),
    hint: range.start,
  };
}
