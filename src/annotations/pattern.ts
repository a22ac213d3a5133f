import type { QuoteSelector } from '../model/claim';
import { type FoldedText, foldedIndexAt, foldText, isCjk } from './foldedText';
import { endsSentence, sentenceStartIn, sentenceStopIn } from './sentenceBounds';

/** A selector made ready for searching: context and quote folded as one text. */
export interface Pattern {
  readonly selector: QuoteSelector;
  readonly folded: FoldedText;
  /** Folded indices of the quote within `folded`, half open. */
  readonly from: number;
  readonly to: number;
  /** Offset in the text where the quote stood; 0 where no usable hint is stored. */
  readonly hint: number;
  /** Length of the quote in Latin letters, a kana or kanji counted as {@link cjkWeight}. */
  readonly weight: number;
  /**
   * Folded indices of what the stored context knows of the sentence or sentences that hold the quote, half open.
   * Beyond them another sentence may come without this one having changed.
   */
  readonly sentenceFrom: number;
  readonly sentenceTo: number;
}

/** One kana or kanji says as much as this many Latin letters. */
const cjkWeight = 2.5;

export function preparePattern(selector: QuoteSelector): Pattern {
  const folded = foldText(selector.prefix + selector.exact + selector.suffix);
  const from = foldedIndexAt(folded, selector.prefix.length);
  const to = foldedIndexAt(folded, selector.prefix.length + selector.exact.length);
  const { hint } = selector;
  const usable = hint !== undefined && Number.isSafeInteger(hint) && hint >= 0;
  const { prefix, exact, suffix } = selector;
  const sentenceTo = prefix.length + exact.length + (endsSentence(exact) ? 0 : sentenceStopIn(suffix));
  return {
    selector,
    folded,
    from,
    to,
    hint: usable ? hint : 0,
    weight: weightOf(folded, from, to),
    sentenceFrom: foldedIndexAt(folded, sentenceStartIn(prefix)),
    sentenceTo: foldedIndexAt(folded, sentenceTo),
  };
}

/** How much a stretch of folded text says, in Latin letters. */
export function weightOf(folded: FoldedText, from: number, to: number): number {
  let weight = 0;
  for (let i = from; i < to; i++) {
    weight += isCjk(folded.units[i]!) ? cjkWeight : 1;
  }
  return weight;
}
