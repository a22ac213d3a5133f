import { KnownNames } from './knownNames';
import { MorphemeReader } from './morphemes';
import { WordClass } from './wordClasses';

/** All Japanese language data, decoded. */
export interface JapaneseLexicon {
  readonly reader: MorphemeReader;
  readonly known: KnownNames;
}

let lexicon: JapaneseLexicon | undefined;

/** Decoded on the first Japanese text, then kept. */
export function japaneseLexicon(): JapaneseLexicon {
  lexicon ??= loadLexicon();
  return lexicon;
}

function loadLexicon(): JapaneseLexicon {
  const known = new KnownNames();
  const reader = new MorphemeReader();
  reader.segmenter.addNames(known);
  for (const actor of known.shortPersons) {
    const family = familyLength(reader, actor.name);
    if (family > 0) {
      known.byFamily.set(actor.name.slice(0, family), actor);
    }
  }
  return { reader, known };
}

/** Length of the family name at the beginning of a full name in kanji, by the list of family names; 0 where none fits. */
export function familyLength(reader: MorphemeReader, name: string): number {
  for (let length = Math.min(3, name.length - 1); length > 0; length--) {
    if (reader.classesOf(name, 0, length) & WordClass.surname) {
      return length;
    }
  }
  return 0;
}
