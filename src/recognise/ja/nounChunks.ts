import type { Morphemes } from './morphemes';
import { Role } from './roles';
import { nameClasses, WordClass } from './wordClasses';

const breaks = WordClass.hiragana | WordClass.punctuation | WordClass.newline | WordClass.verbStem | WordClass.pronoun;
const tellingClasses = nameClasses | WordClass.katakana | WordClass.latin | WordClass.unknown;

/** End (exclusive) of the chunk of nouns that begins at word `first`: words that touch, with no kana or mark between. */
export function chunkEnd(words: Morphemes, first: number): number {
  const { classes, starts, ends, count } = words;
  if (classes[first]! & breaks) {
    return first;
  }
  let at = first + 1;
  while (at < count && !(classes[at]! & breaks) && starts[at] === ends[at - 1]) {
    at++;
  }
  return at;
}

/** Whether the chunk holds anything that a rule begins with: a name, a foreign word, or several words with a head. */
export function mayHoldName(words: Morphemes, first: number, end: number): boolean {
  let classes = 0;
  let roles = 0;
  for (let at = first; at < end; at++) {
    classes |= words.classes[at]!;
    roles |= words.roles[at]!;
  }
  return (classes & tellingClasses) !== 0 || (roles & Role.state) !== 0 || (roles !== 0 && end - first > 1);
}
