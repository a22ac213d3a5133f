import { hashText } from '../../text/tokens';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { WordClass } from './wordClasses';

const mostWords = 5;
/** What turns the name of a state into its official name. */
const stateForms =
  /^(?:連邦)?(?:人民|民主|人民民主|民主人民|社会主義|イスラム|アラブ)?(?:共和国|王国|帝国|連邦|連邦共和国|合衆国|公国|首長国)$/;

/** States by name, and well-known actors, in one word or several: the longest known name at each word. */
export function findKnownNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  for (let at = first; at < end; at++) {
    if (names.isTaken(at) || !lexicon.known.mayStart(words.text.charCodeAt(words.starts[at]!))) {
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
      if (known.kind === 'country' && words.ends[last]! - start === 1 && !stateKanji(names, at, first, end)) {
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

/** 米 and the like stand for a state beside another one, before a title or body, after 駐 or 訪, not in a date. */
function stateKanji(names: NameSet, at: number, first: number, end: number): boolean {
  const { words } = names;
  const before = at > first ? words.text[words.ends[at - 1]! - 1]! : '';
  const after = at + 1 < end ? words.text[words.starts[at + 1]!]! : '';
  const self = words.text[words.starts[at]!]!;
  if (
    at > 0 &&
    words.ends[at - 1] === words.starts[at] &&
    words.classes[at - 1]! & (WordClass.digit | WordClass.number)
  ) {
    return false;
  }
  const beside =
    (after !== '' && singleState.includes(after) && wordLength(words, at + 1) === 1) ||
    (before !== '' && singleState.includes(before) && wordLength(words, at - 1) === 1);
  if (beside || (before !== '' && relations.includes(before) && wordLength(words, at - 1) === 1)) {
    return true;
  }
  return (
    self !== '日' &&
    (words.classes[at]! & WordClass.country) !== 0 &&
    after !== '' &&
    (at === first || names.isTaken(at - 1))
  );
}

const singleState = '米英仏独露ロ中日韓朝豪加伊印欧台ソ西蘭';
const relations = '駐訪在対反親来渡全離帰知嫌滞';

function wordLength(words: Morphemes, at: number): number {
  return words.ends[at]! - words.starts[at]!;
}
