import { UnitSet } from '../../text/units';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { hasHonorificAfter, hasTitleAfter } from './titles';
import { WordClass } from './wordClasses';

const commonWord = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun | WordClass.timeNoun;
const personal = WordClass.person | WordClass.surname | WordClass.givenName;
const longestGiven = 4;
const shortestAlone = 3;
const longestKatakana = 6;
const longestFamily = 3;
/** Least odds of a family name that no list holds, before a listed given name with さん and without, and an unlisted one. */
const leastHonoured = -4;
/** What a listed family name of one kanji has. */
const leastListed = 1.8;
const leastBeforeListed = -1.5;
const leastBeforeUnlisted = 1;
const particles = new UnitSet('はがをにのともでへや');
const honorifics = ['さん', 'ちゃん', 'くん', 'さま'];
const honorificBeginnings = new UnitSet('さちく');
/** Kanji that end given names which begin in kana: ゑつ子. */
const lastKanji = new UnitSet('子美代江枝香里恵奈乃衣');

/**
 * Persons whose family name is in kanji and whose given name is not: 宮下ひなた, 道本ゑつ子, 手塚カイ, and the other way
 * round シーザー武志. The kanji are the words `first` to `last` at the end of their stretch; whether a name was found.
 */
export function findMixedName(names: NameSet, lexicon: JapaneseLexicon, first: number, last: number): boolean {
  const { words } = names;
  const next = last + 1;
  const length = words.ends[last]! - words.starts[first]!;
  if (
    next >= words.count ||
    words.starts[next] !== words.ends[last] ||
    length > longestFamily ||
    names.isTaken(next) ||
    (first === last && (length > 1 ? words.classes[first]! & (commonWord | WordClass.country) : isPrefix(words, first)))
  ) {
    return false;
  }
  if (words.classes[next]! & WordClass.katakana) {
    return addKatakanaGiven(names, lexicon, first, last);
  }
  if (!(words.classes[next]! & WordClass.hiragana)) {
    return false;
  }
  const given = kanaGiven(words, lexicon, last);
  if (!given) {
    return false;
  }
  const least = !given.isListed ? leastBeforeUnlisted : given.isHonoured ? leastHonoured : leastBeforeListed;
  // 花こうさん: one kanji that is no family name may be part of a word.
  const odds = familyOdds(lexicon, words, first, last);
  if (odds < least || (length === 1 && (odds < leastListed || !(given.isListed || given.isHonoured)))) {
    return false;
  }
  names.add(first, given.last, 'person', { end: given.end, familyEnd: words.ends[last]! });
  return true;
}

/** 元, 西: before 元テニス選手 and 西ヨーロッパ. */
function isPrefix({ classes, roles }: Morphemes, at: number): boolean {
  return (classes[at]! & WordClass.prefix) !== 0 || (roles[at]! & (openRoles | Role.generic)) !== 0;
}

interface Given {
  /** Offset after the name, and the last word that belongs to it alone. */
  readonly end: number;
  readonly last: number;
  readonly isListed: boolean;
  readonly isHonoured?: boolean;
}

/** The given name in kana after the word `family`. */
function kanaGiven(words: Morphemes, { reader }: JapaneseLexicon, family: number): Given | null {
  const { text } = words;
  const next = family + 1;
  const start = words.starts[next]!;
  const limit = words.ends[next]!;
  const isListed = (end: number): boolean => (reader.classesOf(text, start, end) & WordClass.givenName) !== 0;
  const looksLikeName = !particles.at(text, start);
  const at = honorificIn(text, start + 1, Math.min(limit, start + longestGiven + 1));
  if (at >= 0) {
    const known = isListed(at);
    return known || (looksLikeName && at - start > 1)
      ? { end: at, last: family, isListed: known, isHonoured: true }
      : null;
  }
  // 貫名ほのかが: a listed name and a particle.
  for (let to = Math.min(limit - 1, start + longestGiven); to >= start + shortestAlone; to--) {
    if (looksLikeName && particles.at(text, to) && isListed(to)) {
      return { end: to, last: family, isListed: true };
    }
  }
  const after = next + 1;
  const touches = after < words.count && words.starts[after] === limit;
  if (touches && limit - start <= longestGiven) {
    if (limit - start > 1 && titleFollows(words, after)) {
      const known = isListed(limit);
      return known || looksLikeName ? { end: limit, last: family, isListed: known } : null;
    }
    if (endsInKanji(words, after) && looksLikeName && limit - start < longestGiven && isClosed(words, after)) {
      return { end: words.ends[after]!, last: after, isListed: hasTitleAfter(words, after) };
    }
  }
  return null;
}

/** Where an honorific begins in `[from, to)`, さん before the others; -1 where none does. */
function honorificIn(text: string, from: number, to: number): number {
  let first = from;
  while (first < to && !honorificBeginnings.at(text, first)) {
    first++;
  }
  for (const honorific of first < to ? honorifics : []) {
    for (let at = first; at < to; at++) {
      if (text.startsWith(honorific, at)) {
        return at;
      }
    }
  }
  return -1;
}

/** Whether the word is 子 or the like, in which a name that goes on in kana may end. */
export function endsInKanji({ text, starts, ends }: Morphemes, at: number): boolean {
  return ends[at]! - starts[at]! === 1 && lastKanji.at(text, starts[at]!);
}

/** How many words a title may have: 主任コンサルタント. */
const longestTitle = 4;

/** Whether a title begins at the word `at` or behind nouns that touch it. */
export function titleFollows({ text, starts, ends, classes, roles, count }: Morphemes, at: number): boolean {
  const nouns = WordClass.noun | WordClass.verbalNoun | WordClass.katakana | WordClass.prefix;
  for (let next = at; next < Math.min(count, at + longestTitle); next++) {
    if (next > at && starts[next] !== ends[next - 1]) {
      return false;
    }
    if (roles[next]! & Role.role || (next > at && isMember(text, starts[next]!, ends[next]!))) {
      return true;
    }
    if (!(classes[next]! & nouns)) {
      return false;
    }
  }
  return false;
}

/** 員 in 調整員 */
function isMember(text: string, start: number, end: number): boolean {
  return end - start === 1 && text[start] === '員';
}

function isClosed(words: Morphemes, at: number): boolean {
  const next = at + 1;
  const kanji = WordClass.hiragana | WordClass.punctuation | WordClass.newline;
  return (
    next >= words.count ||
    words.starts[next] !== words.ends[at] ||
    (words.classes[next]! & kanji) !== 0 ||
    (words.roles[next]! & openRoles) !== 0
  );
}

function familyOdds({ reader }: JapaneseLexicon, words: Morphemes, first: number, last: number): number {
  const { text } = words;
  const start = words.starts[first]!;
  const end = words.ends[last]!;
  return reader.segmenter.kanjiNames.family(
    text,
    start,
    end,
    (reader.classesOf(text, start, end) & WordClass.surname) !== 0,
  );
}

const honorific = [0x3055, 0x3093];

/** Whether hiragana with さん in them follow the word: what stands before may be a name, whatever it looks like. */
export function isHonoured({ text, starts, ends, classes, count }: Morphemes, last: number): boolean {
  const next = last + 1;
  if (next >= count || !(classes[next]! & WordClass.hiragana)) {
    return false;
  }
  for (let at = starts[next]!; at + 1 < ends[next]! && at - starts[next]! <= longestGiven; at++) {
    if (text.charCodeAt(at) === honorific[0] && text.charCodeAt(at + 1) === honorific[1]) {
      return true;
    }
  }
  return false;
}

/** 手塚カイ, 森ダニエル */
function addKatakanaGiven(names: NameSet, lexicon: JapaneseLexicon, first: number, last: number): boolean {
  const { words } = names;
  const given = last + 1;
  const kind = words.classes[given]!;
  const length = words.ends[given]! - words.starts[given]!;
  if (
    words.roles[given]! ||
    (words.roles[first]! & Role.state && words.ends[first]! - words.starts[first]! === 1) ||
    length < 2 ||
    length > longestKatakana
  ) {
    return false;
  }
  const titled = hasTitleAfter(words, given);
  const listed = (kind & personal) !== 0;
  if (
    !(isClosed(words, given) || titled) ||
    words.roles[given + 1]! & Role.loose ||
    (!listed && !titled) ||
    (kind & commonWord && !titled)
  ) {
    return false;
  }
  const odds = familyOdds(lexicon, words, first, last);
  if (odds < (listed || hasHonorificAfter(words, given) ? leastBeforeListed : leastBeforeUnlisted)) {
    return false;
  }
  names.add(first, given, 'person', { familyEnd: words.ends[last]! });
  return true;
}
