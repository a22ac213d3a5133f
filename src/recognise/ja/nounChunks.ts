import type { Morphemes } from './morphemes';
import { nameClasses, WordClass } from './wordClasses';

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

const telling = nameClasses | WordClass.katakana | WordClass.latin | WordClass.unknown;

/** Whether the chunk holds anything that a rule begins with: a name, a foreign word, a title or a head. */
export function mayHoldName(words: Morphemes, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    if (words.classes[at]! & telling || words.roles[at]!) {
      return true;
    }
  }
  return false;
}
