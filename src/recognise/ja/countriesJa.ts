import type { JapaneseLexicon } from './lexicon';
import type { NameSet } from './nameSet';
import { WordClass } from './wordClasses';

/** States by name, and well-known actors whose name is a word of its own. */
export function findKnownNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  for (let at = first; at < end; at++) {
    if (names.isTaken(at)) {
      continue;
    }
    const kind = words.classes[at]!;
    if (!(kind & (WordClass.country | WordClass.katakana | WordClass.latin | WordClass.person | WordClass.place))) {
      continue;
    }
    const known = lexicon.known.find(words.text, words.starts[at]!, words.ends[at]!);
    if (known && (known.kind !== 'country' || words.ends[at]! - words.starts[at]! > 1 || stateKanji(names, at))) {
      names.add(at, at, known.kind, { actor: known.id, name: known.name });
    }
  }
}

/** 米 and the like stand for a state only beside another one or before a noun. */
function stateKanji(names: NameSet, at: number): boolean {
  const { words } = names;
  return (
    (words.classes[at]! & WordClass.country) !== 0 && at + 1 < words.count && words.starts[at + 1] === words.ends[at]
  );
}
