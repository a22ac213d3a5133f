import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { WordClass } from './wordClasses';

const nounLike =
  WordClass.noun |
  WordClass.verbalNoun |
  WordClass.adjectivalNoun |
  WordClass.unknown |
  WordClass.place |
  WordClass.surname |
  WordClass.properNoun |
  WordClass.number |
  WordClass.suffix;

/** Persons written in kanji: family name and given name, or one of the two. */
export function findKanjiPersons(names: NameSet, _lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  for (let at = first; at < end; at++) {
    if (names.isTaken(at)) {
      continue;
    }
    const kind = words.classes[at]!;
    if (kind & WordClass.katakana) {
      continue;
    }
    if (kind & WordClass.person) {
      names.add(at, at, 'person');
    } else if (kind & WordClass.surname) {
      const last = givenNameEnd(names, at, end);
      names.add(at, last, 'person');
      at = last;
    } else if (kind & WordClass.givenName) {
      names.add(at, at, 'person');
    }
  }
}

/** The last word of the name that begins with the family name `at`. */
function givenNameEnd(names: NameSet, at: number, end: number): number {
  const { words } = names;
  const next = at + 1;
  if (next >= end || names.isTaken(next)) {
    return at;
  }
  if (words.classes[next]! & WordClass.givenName && !(words.classes[next]! & WordClass.katakana)) {
    return next;
  }
  // A given name that the list does not hold: one to three kanji up to the chunk's end or a title.
  let to = next;
  let length = 0;
  while (to < end && isGivenPart(words, to)) {
    length += words.ends[to]! - words.starts[to]!;
    to++;
  }
  const closed = to === end || (words.roles[to]! & Role.role) !== 0 || (words.classes[to]! & WordClass.honorific) !== 0;
  return closed && length > 0 && length <= 3 ? to - 1 : at;
}

function isGivenPart(words: Morphemes, at: number): boolean {
  return (words.classes[at]! & nounLike) !== 0 && !(words.roles[at]! & (Role.role | Role.apart));
}
