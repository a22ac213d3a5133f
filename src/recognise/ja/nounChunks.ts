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
    let kind = classes[first]!;
    if (kind & breaks) {
      return false;
    }
    let allClasses = 0;
    let allRoles = 0;
    let at = first;
    do {
      allClasses |= kind;
      allRoles |= roles[at]!;
      at++;
      kind = classes[at]!;
    } while (at < count && !(kind & breaks) && starts[at] === ends[at - 1]);
    this.classes = allClasses;
    this.roles = allRoles;
    this.end = at;
    return true;
  }

  /** Whether it holds anything that a rule begins with: a name, a foreign word, or several words with a head. */
  mayHoldName(first: number): boolean {
    const { classes, roles, end } = this;
    return (
      (classes & tellingClasses) !== 0 ||
      (roles & (Role.state | Role.corporate)) !== 0 ||
      (roles !== 0 && end - first > 1)
    );
  }
}
