import { hashText } from '../../text/tokens';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { isStateRelation, stateGroupLength, stateSigns } from './statePairs';
import { isPersonTitle } from './titles';
import { WordClass } from './wordClasses';

const mostWords = 5;
const mostSpanned = 8;
const longestKana = 6;
/** What turns the name of a state into its official name. */
export const stateForms =
  /^(?:連邦)?(?:人民|民主|人民民主|民主人民|社会主義|イスラム|アラブ)?(?:共和国|王国|帝国|連邦|連邦共和国|合衆国|公国|首長国)$/;

/** Groups of states, before anything else may take their characters. */
export function findStateGroups(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  for (let at = first; at < end; at++) {
    if (names.words.roles[at]! & Role.state) {
      addRelation(names, lexicon, at);
      at = Math.max(at, addStateGroup(names, lexicon, at, end) - 1);
    }
  }
}

/** States by name, and well-known actors, in one word or several: the longest known name at each word. */
export function findKnownNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  for (let at = first; at < end; at++) {
    const start = words.starts[at]!;
    const { text } = words;
    if (names.isTaken(at) || !lexicon.known.mayStart(text.charCodeAt(start), text.charCodeAt(start + 1))) {
      continue;
    }
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
      if (known.kind === 'country' && words.ends[last]! - start === 1 && !stateSign(names, at, first, end)) {
        break;
      }
      if (known.kind === 'organization' && isPersonTitle(words.text, words.ends[last]!)) {
        // フォード大統領 is no car maker.
        names.add(at, last, 'person');
        at = last;
        break;
      }
      const to = known.kind === 'country' ? officialEnd(names, last, end) : last;
      names.addKnown(at, to, known);
      at = to;
      break;
    }
  }
}

/** Known names with kana or marks inside, which reach beyond a chunk of nouns: 日本維新の会, セブン＆アイ. */
export function findSpanningNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  const { text } = words;
  for (let at = first; at < end; at++) {
    const start = words.starts[at]!;
    if (names.isTaken(at) || !lexicon.known.maySpan(text.charCodeAt(start), text.charCodeAt(start + 1))) {
      continue;
    }
    for (let last = Math.min(words.count, at + mostSpanned) - 1; last > at; last--) {
      const known = lexicon.known.find(text, start, words.ends[last]!);
      if (known) {
        names.addKnown(at, last, known);
        at = last;
        break;
      }
    }
  }
}

/** Names that begin in hiragana, which belong to no chunk of nouns: れいわ新選組, みずほ銀行. */
export function findKanaNames(names: NameSet, lexicon: JapaneseLexicon, at: number): void {
  const { words } = names;
  const { text } = words;
  const tokenEnd = words.ends[at]!;
  if (!lexicon.known.mayEndInKana(text.charCodeAt(tokenEnd - 2), text.charCodeAt(tokenEnd - 1))) {
    return;
  }
  for (let start = Math.max(words.starts[at]!, tokenEnd - longestKana); start < tokenEnd; start++) {
    if (!lexicon.known.mayStartInKana(text.charCodeAt(start), text.charCodeAt(start + 1))) {
      continue;
    }
    for (let last = Math.min(words.count, at + mostWords) - 1; last >= at; last--) {
      const known = lexicon.known.find(text, start, words.ends[last]!);
      if (known && words.ends[last]! - start > 2) {
        names.add(at, last, known.kind, { actor: known.id, name: known.name, start });
        return;
      }
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

/** The state in 訪米 and 駐日. */
function addRelation(names: NameSet, lexicon: JapaneseLexicon, at: number): void {
  const { words } = names;
  const start = words.starts[at]!;
  if (isStateRelation(words.text, start, words.ends[at]!)) {
    const state = lexicon.known.byId(stateSigns[words.text[start + 1]!]!);
    if (state) {
      names.add(at, at, 'country', { actor: state.id, name: state.name, start: start + 1 });
    }
  }
}

/** 日米, 中ロ: each sign a mention of its own. */
function addStateGroup(names: NameSet, lexicon: JapaneseLexicon, at: number, end: number): number {
  const { words } = names;
  const start = words.starts[at]!;
  const length = stateGroupLength(words.text, start, words.ends[end - 1]!);
  let last = at;
  while (last < end && words.ends[last]! < start + length) {
    last++;
  }
  // 日中 alone is the daytime as well.
  const daytime = words.text.startsWith('日中', start) && length === 2 && last + 1 >= end;
  if (length === 0 || daytime || last >= end || words.ends[last] !== start + length || names.isTaken(last)) {
    return at;
  }
  for (let i = 0; i < length; i++) {
    const id = stateSigns[words.text[start + i]!];
    const state = id ? lexicon.known.byId(id) : undefined;
    if (state) {
      names.add(at, last, 'country', { actor: state.id, name: state.name, start: start + i, end: start + i + 1 });
    }
  }
  return last + 1;
}

/** 米 and the like stand for a state before a title or body and after 駐 or 訪, not in a date. */
function stateSign(names: NameSet, at: number, first: number, end: number): boolean {
  const { words } = names;
  const touchesNumber =
    at > 0 && words.ends[at - 1] === words.starts[at] && words.classes[at - 1]! & (WordClass.digit | WordClass.number);
  if (touchesNumber) {
    return false;
  }
  const before = at > first && wordLength(words, at - 1) === 1 ? words.text[words.starts[at - 1]!]! : '';
  if (before !== '' && relations.includes(before)) {
    return true;
  }
  const sign = words.text[words.starts[at]!]!;
  // 比田井: signs that are seldom used, before one more kanji, are no states.
  if (!stateSigns[sign] && wordLength(words, at + 1) === 1) {
    return false;
  }
  const opens = at === first || names.isTaken(at - 1) || (words.roles[at - 1]! & openRoles) !== 0;
  return sign !== '日' && sign !== '中' && (words.classes[at]! & WordClass.country) !== 0 && at + 1 < end && opens;
}

const relations = '駐訪在対反親来渡離帰知嫌滞';

function wordLength(words: Morphemes, at: number): number {
  return words.ends[at]! - words.starts[at]!;
}
