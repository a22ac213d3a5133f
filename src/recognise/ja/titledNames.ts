import { UnitSet } from '../../text/units';
import { addContinentalName } from './continentalNames';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles } from './roles';
import { WordClass } from './wordClasses';

const ranks = new Set(['横綱', '大関', '関脇', '小結', '前頭']);
/** What a word has to begin with so that it is worth to look it up: few do. */
const rankBeginnings = new UnitSet('横大関小前');

/** 横綱照ノ富士: the name of a wrestler, all that follows the rank. */
function addRingName(names: NameSet, first: number, end: number): boolean {
  const { words } = names;
  const { text, starts, ends } = words;
  const from = first + 1;
  const length = from < end ? ends[end - 1]! - starts[from]! : 0;
  if (length < 2 || length > 5 || !rankBeginnings.at(text, starts[first]!)) {
    return false;
  }
  if (!ranks.has(text.slice(starts[first]!, ends[first]!))) {
    return false;
  }
  for (let at = from; at < end; at++) {
    if (names.isTaken(at) || words.roles[at]! & openRoles) {
      return false;
    }
  }
  names.add(from, end - 1, 'person');
  return true;
}

const courtTitles = new Set(['裁判長', '裁判官', '被告', '容疑者', '受刑者', '死刑囚']);
const courtBeginnings = new UnitSet('裁被容受死');
const onlyKanji = /^[\u4e00-\u9fff\u3005]{3,5}$/;

/** 林道晴裁判長: before a title that only a person's name stands before, whatever its parts seem to be. */
function addCourtName(names: NameSet, first: number, end: number): boolean {
  const { words } = names;
  let title = first;
  while (title < end && !names.isTaken(title) && !words.roles[title] && !isBody(words, title)) {
    title++;
  }
  if (title === first || title === end || !courtBeginnings.at(words.text, words.starts[title]!)) {
    return false;
  }
  const form = words.text.slice(words.starts[first], words.ends[title - 1]);
  if (!onlyKanji.test(form) || !courtTitles.has(words.text.slice(words.starts[title], words.ends[title]))) {
    return false;
  }
  names.add(first, title - 1, 'person');
  return true;
}

function isBody(words: Morphemes, at: number): boolean {
  return (words.classes[at]! & WordClass.organization) !== 0 && words.ends[at]! - words.starts[at]! > 1;
}

/** Names that the words around them tell, in a chunk of kanji; whether nothing is left of the chunk. */
export function findTitledNames(names: NameSet, first: number, end: number): boolean {
  return addRingName(names, first, end) || addCourtName(names, first, end) || addContinentalName(names, first, end);
}
