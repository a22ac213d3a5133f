import { Gradual } from '../../base/gradual';
import { KnownNames } from './knownNames';
import { MorphemeReader } from './morphemes';
import { Segmenter } from './segmenter';
import { WordClass } from './wordClasses';

/** All Japanese language data, decoded. */
export interface JapaneseLexicon {
  readonly reader: MorphemeReader;
  readonly known: KnownNames;
}

/** To be decoded in steps before they are needed. */
export const japaneseLists = new Gradual(loadLexicon);

/** Decoded on the first Japanese text, then kept. */
export function japaneseLexicon(): JapaneseLexicon {
  return japaneseLists.get();
}

function* loadLexicon(): Generator<void, JapaneseLexicon> {
  const known = new KnownNames();
  yield;
  const segmenter = new Segmenter();
  yield* segmenter.readLists();
  const reader = new MorphemeReader(segmenter);
  yield;
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
