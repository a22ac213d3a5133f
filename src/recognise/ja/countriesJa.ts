import { hashText } from '../../text/tokens';
import type { JapaneseLexicon } from './lexicon';
import type { NameSet } from './nameSet';
import { WordClass } from './wordClasses';

const startClasses =
  WordClass.country |
  WordClass.katakana |
  WordClass.latin |
  WordClass.person |
  WordClass.place |
  WordClass.organization |
  WordClass.properNoun;
const mostWords = 5;
/** What turns the name of a state into its official name. */
const stateForms =
  /^(?:連邦)?(?:人民|民主|人民民主|民主人民|社会主義|イスラム|アラブ)?(?:共和国|王国|帝国|連邦|連邦共和国|合衆国|公国|首長国)$/;

/** States by name, and well-known actors, in one word or several: the longest known name at each word. */
export function findKnownNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  for (let at = first; at < end; at++) {
    if (names.isTaken(at) || !(words.classes[at]! & startClasses)) {
      continue;
    }
    const start = words.starts[at]!;
    for (let last = Math.min(end, at + mostWords) - 1; last >= at; last--) {
      const known = lexicon.known.find(
        words.text,
        start,
        words.ends[last]!,
        hashText(words.text, start, words.ends[last]!),
      );
      if (!known || names.isTaken(last)) {
        continue;
      }
      if (known.kind === 'country' && words.ends[last]! - start === 1 && !stateKanji(names, at)) {
        break;
      }
      const to = known.kind === 'country' ? officialEnd(names, last, end) : last;
      names.add(at, to, known.kind, { actor: known.id, name: known.name });
      at = to;
      break;
    }
  }
}

function officialEnd(names: NameSet, last: number, end: number): number {
  const { words } = names;
  for (let to = Math.min(end, last + 4) - 1; to > last; to--) {
    if (!names.isTaken(to) && stateForms.test(words.text.slice(words.starts[last + 1]!, words.ends[to]!))) {
      return to;
    }
  }
  return last;
}

/** 米 and the like stand for a state only beside another one or before a noun. */
function stateKanji(names: NameSet, at: number): boolean {
  const { words } = names;
  return (
    (words.classes[at]! & WordClass.country) !== 0 &&
    at + 1 < words.count &&
    words.starts[at + 1] === words.ends[at] &&
    !(words.classes[at + 1]! & (WordClass.hiragana | WordClass.punctuation | WordClass.newline))
  );
}
