import { KnownNames } from './knownNames';
import { MorphemeReader } from './morphemes';

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
  return { reader, known };
}
