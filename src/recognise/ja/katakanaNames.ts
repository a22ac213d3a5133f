import type { JapaneseLexicon } from './lexicon';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { WordClass } from './wordClasses';

const common = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun;
const personal = WordClass.person | WordClass.surname | WordClass.givenName;

/** Names of persons in katakana, with or without middle dots, and of the few organisations that the list holds. */
export function findKatakanaNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  const { text } = words;
  for (let at = first; at < end; at++) {
    const kind = words.classes[at]!;
    if (!(kind & WordClass.katakana) || names.isTaken(at) || words.ends[at]! - words.starts[at]! < 2) {
      continue;
    }
    const known = lexicon.known.find(text, words.starts[at]!, words.ends[at]!);
    if (known) {
      names.add(at, at, known.kind, { actor: known.id, name: known.name });
      continue;
    }
    const word = text.slice(words.starts[at]!, words.ends[at]!);
    const parts = word.split('・');
    const titled = at + 1 < end && (words.roles[at + 1]! & Role.role || words.classes[at + 1]! & WordClass.honorific);
    const introduced = at > first && words.roles[at - 1]! & Role.role;
    if (parts.length > 1 && parts.every((part) => part.length > 0)) {
      const allCommon = parts.every((part) => lexicon.reader.classesOf(part, 0, part.length) & common);
      names.add(at, at, allCommon && !titled ? 'misc' : 'person');
    } else if (kind & WordClass.organization) {
      names.add(at, at, 'organization');
    } else if (titled || introduced || (kind & personal && !(kind & common))) {
      names.add(at, at, kind & common && !titled ? 'misc' : 'person');
    } else if (kind & WordClass.place) {
      names.add(at, at, 'place');
    }
  }
}
