import { withCommonForms } from './kanjiNameModel';
import type { JapaneseLexicon } from './lexicon';
import { WordClass } from './wordClasses';

/** No family name and no given name in kanji is longer. */
export const longestPart = 3;

/** A name in kanji cut in two. */
export interface Split {
  /** Where the given name begins; the end where there is only one part. */
  readonly split: number;
  readonly odds: number;
}

/** The most likely cut into family name and given name; a family name alone only where `mayBeShort`. */
export function bestSplit(
  lexicon: JapaneseLexicon,
  text: string,
  start: number,
  end: number,
  mayBeShort: boolean,
): Split | null {
  const known = mayBeShort ? shortSplits : splits;
  const form = text.slice(start, end);
  let best = known.get(form);
  if (best === undefined) {
    if (known.size >= mostSplits) {
      known.clear();
    }
    best = weighSplits(lexicon, form, 0, form.length, mayBeShort);
    known.set(form, best);
  }
  return best && { split: start + best.split, odds: best.odds };
}

/** The same words come again all the time; so many are remembered before memory is freed again. */
const mostSplits = 1 << 12;
const splits = new Map<string, Split | null>();
const shortSplits = new Map<string, Split | null>();

function weighSplits(
  { reader }: JapaneseLexicon,
  text: string,
  start: number,
  end: number,
  mayBeShort: boolean,
): Split | null {
  const model = reader.segmenter.kanjiNames;
  let best: Split | null = null;
  const plain = withCommonForms(text, start, end);
  const listed = (from: number, to: number, as: number): boolean =>
    (reader.classesOf(text, from, to) & as) !== 0 ||
    (plain !== undefined && (reader.classesOf(plain, from - start, to - start) & as) !== 0);
  for (let split = start + 1; split < end && split - start <= longestPart; split++) {
    if (end - split > longestPart) {
      continue;
    }
    const odds =
      model.family(text, start, split, listed(start, split, WordClass.surname)) +
      model.given(text, split, end, listed(split, end, WordClass.givenName));
    if (!best || odds > best.odds) {
      best = { split, odds };
    }
  }
  if (mayBeShort && end - start <= longestPart) {
    const odds = model.family(text, start, end, listed(start, end, WordClass.surname));
    if (!best || odds > best.odds) {
      best = { split: end, odds };
    }
  }
  return best;
}
