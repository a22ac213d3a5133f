import type { Morphemes } from './morphemes';
import { WordClass } from './wordClasses';

const breaks = WordClass.hiragana | WordClass.punctuation | WordClass.newline | WordClass.verbStem | WordClass.pronoun;

/** End (exclusive) of the chunk of nouns that begins at word `first`: words that touch, with no kana or mark between. */
export function chunkEnd(words: Morphemes, first: number): number {
  let at = first;
  while (
    at < words.count &&
    !(words.classes[at]! & breaks) &&
    (at === first || words.starts[at] === words.ends[at - 1])
  ) {
    at++;
  }
  return at;
}
