import type { NameKind } from '../../model/recognition';
import { commonClasses as common, isCommonCompound, personalClasses as personal } from './katakanaWords';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles } from './roles';
import { hasHonorificAfter, hasTitleAfter, hasTitleBefore } from './titles';
import { WordClass } from './wordClasses';

const middleDot = 0x30fb;

/** Names of persons in katakana, with or without middle dots, and of the few organisations that the list holds. */
export function findKatakanaNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  const { text } = words;
  for (let at = first; at < end; at++) {
    const kind = words.classes[at]!;
    if (!(kind & WordClass.katakana) || names.isTaken(at) || words.ends[at]! - words.starts[at]! < 2) {
      continue;
    }
    const initials = joinedEnd(words, nameWithInitials(words, at));
    if (initials > at) {
      names.add(at, initials, 'person');
      at = initials;
      continue;
    }
    const ordinal = ordinalEnd(words, at);
    if (ordinal > at) {
      names.add(at, ordinal, 'person');
      at = ordinal;
      continue;
    }
    const parts = text.slice(words.starts[at]!, words.ends[at]!).split('・');
    const open = at + 1 >= end || names.isTaken(at + 1) || (words.roles[at + 1]! & openRoles) !== 0;
    const openBefore = at === first || names.isTaken(at - 1) || (words.roles[at - 1]! & openRoles) !== 0;
    const titled = hasTitleAfter(words, at);
    if (parts.length > 1) {
      names.add(at, at, open || titled ? kindOfParts(lexicon, parts) : 'misc');
    } else if (kind & common && !(kind & personal && hasHonorificAfter(words, at))) {
    } else if (kind & WordClass.organization) {
      names.add(at, at, 'organization');
    } else if (
      (titled || hasTitleBefore(words, at)) &&
      (!(kind & WordClass.place) || kind & personal || hasHonorificAfter(words, at))
    ) {
      names.add(at, at, 'person');
    } else if (kind & personal && open && openBefore) {
      names.add(at, at, 'person');
    } else if (kind & WordClass.place) {
      names.add(at, at, 'place');
    } else if (open && openBefore) {
      const unknown = unknownName(lexicon, words, at);
      if (unknown) {
        names.add(at, at, unknown);
      }
    }
  }
}

/** After a subject or companion particle a likely name may be one; elsewhere it has to look like one. */
const likelyAsSubject = 0;
const likelyAnywhere = 0.2;
const memberOf =
  /^(?:[にへ](?:移籍|所属|入社|入団|加入|在籍)|を(?:買収|設立|創業|結成|退団|退社|脱退)|と(?:合併|提携|契約)|[がは、](?:発売|運営|開発|販売|製造|配給)|の(?:株|社長|会長|メンバー|本社|子会社|経営)|から(?:発売|デビュー))/;

/** Kind of a word in katakana that no list holds; null where it looks like a loanword. */
function unknownName(lexicon: JapaneseLexicon, words: Morphemes, at: number): NameKind | null {
  const { text } = words;
  const start = words.starts[at]!;
  const end = words.ends[at]!;
  if (end - start < 3 || end - start > 9) {
    return null;
  }
  const next = text[end] ?? '';
  const subject = next === 'は' || next === 'が' || next === 'と';
  if (next === 'は' && text[end + 1] === '、' && (start === 0 || text[start - 1] === '\n')) {
    return null;
  }
  const likeness = lexicon.reader.segmenter.likeness.of(text.slice(start, end));
  if (likeness < (subject ? likelyAsSubject : likelyAnywhere)) {
    return null;
  }
  return memberOf.test(text.slice(end, end + 5)) ? 'organization' : 'person';
}

/** What several parts between middle dots name. */
function kindOfParts(lexicon: JapaneseLexicon, parts: readonly string[]): NameKind {
  const { reader } = lexicon;
  const classes = parts.map((part) => reader.classesOf(part, 0, part.length));
  const first = classes[0]!;
  const last = classes[classes.length - 1]!;
  if ((first | last) & personal) {
    return 'person';
  }
  if (parts.some((part, i) => classes[i]! & common || isCommonCompound(reader.segmenter.words, part, 0, part.length))) {
    return 'misc';
  }
  // ロサンゼルス・ドジャース: a place and what plays there.
  return first & WordClass.place ? 'organization' : 'person';
}

/** Last word of ジョン・F・ケネディ, whose initial is a word of its own; `at` where it is no such name. */
function nameWithInitials(words: Morphemes, at: number): number {
  let last = at;
  for (let next = at + 1; next + 2 < words.count && last - at < 12; next += 4) {
    const initial = next + 1;
    const dotted = isDot(words, next) && words.classes[initial]! & WordClass.latin && wordLength(words, initial) <= 2;
    if (!dotted || !touches(words, next, initial + 1)) {
      break;
    }
    let after = initial + 1;
    if (words.text[words.starts[after]!] === '.') {
      after++;
    }
    if (!isDot(words, after) || after + 1 >= words.count || !(words.classes[after + 1]! & WordClass.katakana)) {
      break;
    }
    last = after + 1;
    next = last - 3;
  }
  return last;
}

/** Last word of a name whose parts a double hyphen joins: ジャン＝ピエール. */
function joinedEnd(words: Morphemes, at: number): number {
  let last = at;
  while (
    last + 2 < words.count &&
    last - at < 8 &&
    '＝=゠'.includes(words.text[words.starts[last + 1]!]!) &&
    words.classes[last + 2]! & WordClass.katakana &&
    touches(words, last, last + 2)
  ) {
    last += 2;
  }
  return last;
}

/** Last word of ルイ15世 and ヘンリー八世. */
function ordinalEnd(words: Morphemes, at: number): number {
  let to = at + 1;
  while (
    to < words.count &&
    to - at < 3 &&
    words.classes[to]! & (WordClass.digit | WordClass.number) &&
    touches(words, to - 1, to)
  ) {
    to++;
  }
  const sign = to < words.count && to > at + 1 && words.text[words.starts[to]!] === '世';
  return sign && wordLength(words, to) === 1 ? to : at;
}

function isDot(words: Morphemes, at: number): boolean {
  return wordLength(words, at) === 1 && words.text.charCodeAt(words.starts[at]!) === middleDot;
}

function wordLength(words: Morphemes, at: number): number {
  return words.ends[at]! - words.starts[at]!;
}

function touches(words: Morphemes, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) {
    if (words.starts[at] !== words.ends[at - 1]) {
      return false;
    }
  }
  return true;
}
