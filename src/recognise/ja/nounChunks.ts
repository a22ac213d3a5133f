import type { Morphemes } from './morphemes';
import { Role } from './roles';
import { nameClasses, WordClass } from './wordClasses';

const breaks = WordClass.hiragana | WordClass.punctuation | WordClass.newline | WordClass.verbStem | WordClass.pronoun;
const tellingClasses = nameClasses | WordClass.katakana | WordClass.latin | WordClass.unknown;

/** A chunk of nouns: words that touch, with no kana or mark between; what its words may be, taken together. */
export class NounChunk {
  /** Exclusive. */
  end = 0;
  classes = 0;
  roles = 0;

  /** Reads the chunk that begins at word `first`; whether there is one. */
  read({ classes, roles, starts, ends, count }: Morphemes, first: number): boolean {
    this.classes = 0;
    this.roles = 0;
    let at = first;
    while (at < count && !(classes[at]! & breaks) && (at === first || starts[at] === ends[at - 1])) {
      this.classes |= classes[at]!;
      this.roles |= roles[at]!;
      at++;
    }
    this.end = at;
    return at > first;
  }

  /** Whether it holds anything that a rule begins with: a name, a foreign word, or several words with a head. */
  mayHoldName(first: number): boolean {
    const { classes, roles, end } = this;
    return (classes & tellingClasses) !== 0 || (roles & Role.state) !== 0 || (roles !== 0 && end - first > 1);
  }
}
