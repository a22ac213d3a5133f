import { UnitSet, Words } from '../../text/units';
import type { JapaneseLexicon } from './lexicon';
import { endsInKanji } from './mixedScriptNames';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { findTitledNames } from './titledNames';
import { hasHonorificAfter, hasTitleAfter, hasTitleBefore } from './titles';
import { WordClass } from './wordClasses';

const givenParts =
  WordClass.noun |
  WordClass.verbalNoun |
  WordClass.adjectivalNoun |
  WordClass.unknown |
  WordClass.place |
  WordClass.surname |
  WordClass.givenName |
  WordClass.properNoun |
  WordClass.number |
  WordClass.prefix |
  WordClass.counter |
  WordClass.suffix;
const longWord = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun | WordClass.timeNoun;
const longestGivenName = 3;
/** 山崎の戦い is named for a place. */
const battles = new Words(['の戦い', 'の乱', 'の変', 'の役', 'の陣', 'の合']);
const numerals = '一二三四五六七八九十百千';

/** Persons written in kanji: family name and given name, or one of the two. */
export function findKanjiPersons(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  if (findTitledNames(names, first, end)) {
    return;
  }
  for (let at = first; at < end; at++) {
    const kind = words.classes[at]!;
    if (names.isTaken(at) || kind & WordClass.katakana) {
      continue;
    }
    if (at === first && opensLine(words, at)) {
      const headword = headwordEnd(names, at);
      if (headword > at) {
        names.add(at, headword, 'person', { familyEnd: words.ends[at]! });
        at = headword;
        continue;
      }
    }
    if (kind & WordClass.person && words.ends[at]! - words.starts[at]! > 1) {
      // 椿山泰三: a family name that the list has as a name of persons only.
      const given = at + 1;
      const two = given < end && !names.isTaken(given) && (words.classes[given]! & WordClass.givenName) !== 0;
      names.add(at, two ? given : at, 'person', two ? { familyEnd: words.ends[at]! } : {});
      at = two ? given : at;
    } else if (
      (kind & WordClass.surname && !(words.roles[at]! & Role.apart)) ||
      isSurnameByHonorific(names, lexicon, at, end)
    ) {
      const last = givenNameEnd(names, lexicon, at, end);
      const kana = last === at ? kanaGivenName(names, lexicon, at) : -1;
      if (last === at && isSpacedGivenName(words, at)) {
        // 源　義経
        const given = spacedEnd(names, at + 1);
        names.add(at, given, 'person', { familyEnd: words.ends[at]! });
        at = Math.max(at, Math.min(given, end - 1));
        continue;
      }
      const numeral =
        last > at && at > first && numerals.includes(words.text.slice(words.starts[at - 1]!, words.ends[at - 1]!));
      if (numeral && !names.isTaken(at - 1)) {
        // 十倉雅和
        names.add(at - 1, last, 'person', { familyEnd: words.ends[at]! });
      } else if (kana > 0) {
        names.add(at, at, 'person', { end: kana, familyEnd: words.ends[at]! });
      } else if (last > at || standsAlone(names, at, first, end)) {
        names.add(at, last, 'person', last > at ? { familyEnd: words.ends[at]! } : {});
      }
      at = last;
    } else if (kind & WordClass.givenName) {
      const family = unlistedFamily(names, at, first);
      if (family < at && (at + 1 === end || hasTitleAfter(words, at))) {
        names.add(family, at, 'person', { familyEnd: words.starts[at]! });
      } else if (standsAlone(names, at, first, end)) {
        names.add(at, at, 'person');
      }
    }
  }
}

/** 横浜流星さん: a place that is a family name as well, one more word, and an honorific. */
function isSurnameByHonorific(names: NameSet, lexicon: JapaneseLexicon, at: number, end: number): boolean {
  const { words } = names;
  const next = at + 1;
  return (
    (words.classes[at]! & WordClass.place) !== 0 &&
    next + 1 >= end &&
    next < end &&
    !names.isTaken(next) &&
    words.ends[next]! - words.starts[next]! === 2 &&
    hasHonorificAfter(words, next) &&
    (lexicon.reader.classesOf(words.text, words.starts[at]!, words.ends[at]!) & WordClass.surname) !== 0
  );
}

/** A family or a given name alone: nothing but titles touch it. */
function standsAlone(names: NameSet, at: number, first: number, end: number): boolean {
  const { words } = names;
  if (battles.find(words.text, words.ends[at]!)) {
    return false;
  }
  const titled = hasTitleAfter(words, at);
  if (!titled && isInflected(words, at)) {
    return false;
  }
  if (words.ends[at]! - words.starts[at]! === 1) {
    return titled && (at === first || hasTitleBefore(words, at) || names.isTaken(at - 1));
  }
  const openBefore = at === first || names.isTaken(at - 1) || (words.roles[at - 1]! & openRoles) !== 0;
  const openAfter = at + 1 === end || titled || names.isTaken(at + 1) || (words.roles[at + 1]! & Role.apart) !== 0;
  return titled || (openBefore && openAfter);
}

function opensLine(words: Morphemes, at: number): boolean {
  return at === 0 || (words.classes[at - 1]! & WordClass.newline) !== 0;
}

/** Last word of 鳴海 剛蔵（なるみ ごうぞう: all that stands between one space and the bracket; `at` where there is none. */
function headwordEnd(names: NameSet, at: number): number {
  const { words } = names;
  const { text, starts, ends } = words;
  let last = at + 1;
  if (last >= words.count || starts[last] !== ends[at]! + 1) {
    return at;
  }
  while (last + 1 < words.count && starts[last + 1] === ends[last] && isGivenPart(words, last + 1)) {
    last++;
  }
  const reading = /^[（(][ぁ-ん]/.test(text.slice(ends[last]!, ends[last]! + 2));
  return reading && !names.isTaken(last) && isGivenPart(words, at + 1) && ends[last]! - starts[at + 1]! <= 4
    ? last
    : at;
}

/** Whether a given name follows the family name `at` after one space. */
function isSpacedGivenName(words: Morphemes, at: number): boolean {
  const next = at + 1;
  return (
    next < words.count &&
    words.starts[next] === words.ends[at]! + 1 &&
    (words.classes[next]! & (WordClass.givenName | WordClass.person)) !== 0
  );
}

/** The last word of 矢上 凛太朗, whose given name after the space is several. */
function spacedEnd(names: NameSet, first: number): number {
  const { words } = names;
  let last = first;
  while (
    last + 1 < words.count &&
    words.starts[last + 1] === words.ends[last] &&
    !names.isTaken(last + 1) &&
    !(words.classes[last + 1]! & (WordClass.hiragana | WordClass.punctuation | WordClass.newline)) &&
    isGivenPart(words, last + 1) &&
    words.ends[last + 1]! - words.starts[first]! <= longestGivenName
  ) {
    last++;
  }
  return last;
}

/** First word of a family name that no list holds, right before the given name `at`; `at` where there is none. */
function unlistedFamily(names: NameSet, at: number, first: number): number {
  const { words } = names;
  let from = at;
  while (from > first && !names.isTaken(from - 1) && isGivenPart(words, from - 1)) {
    from--;
  }
  const length = words.starts[at]! - words.starts[from]!;
  const whole = from === first || names.isTaken(from - 1) || (words.roles[from - 1]! & openRoles) !== 0;
  const common = at - from === 1 && (words.classes[from]! & longWord) !== 0;
  return whole && length > 0 && length <= 3 && words.ends[at]! - words.starts[at]! > 1 && !common ? from : at;
}

const particles = new UnitSet('はがをにのともでへやかよらだじな');

/** Whether hiragana that are no particle follow, as in 名高い. */
function isInflected(words: Morphemes, at: number): boolean {
  const next = at + 1;
  return (
    next < words.count &&
    words.starts[next] === words.ends[at] &&
    (words.classes[next]! & WordClass.hiragana) !== 0 &&
    !particles.at(words.text, words.starts[next]!) &&
    !words.text.startsWith('まで', words.starts[next])
  );
}

/** The last word of the name that begins with the family name `at`. */
function givenNameEnd(names: NameSet, lexicon: JapaneseLexicon, at: number, end: number): number {
  const { words } = names;
  let to = at + 1;
  let length = 0;
  while (to < end && length <= longestGivenName && !names.isTaken(to) && isGivenPart(words, to)) {
    length += words.ends[to]! - words.starts[to]!;
    to++;
  }
  // 金井正彰アジア大洋州局長: the office follows in another script.
  const closed =
    to === end ||
    hasTitleAfter(words, to - 1) ||
    ((words.classes[to]! & WordClass.katakana) !== 0 && (words.roles[end - 1]! & Role.role) !== 0);
  if (closed && length > 0 && length <= longestGivenName && mayBeGiven(words, lexicon, at + 1, to - 1)) {
    return to - 1;
  }
  const next = at + 1;
  const given =
    next < end &&
    !names.isTaken(next) &&
    (words.classes[next]! & WordClass.givenName) !== 0 &&
    (words.roles[next]! & openRoles) === 0;
  return given && !(words.classes[next]! & WordClass.katakana) ? next : at;
}

/** Least odds of a given name that is a noun as well: no 植物 in 高山植物. */
const leastNoun = -2;

/** Whether the words `first` to `last` after a family name look like a given name, where they are one long noun. */
function mayBeGiven(words: Morphemes, { reader }: JapaneseLexicon, first: number, last: number): boolean {
  const { text, starts, ends, classes } = words;
  const start = starts[first]!;
  const end = ends[last]!;
  if (first < last || !(classes[first]! & longWord) || end - start < 2 || hasTitleAfter(words, last)) {
    return true;
  }
  const listed = (reader.classesOf(text, start, end) & WordClass.givenName) !== 0;
  return reader.segmenter.kanjiNames.given(text, start, end, listed) >= leastNoun;
}

function isGivenPart(words: Morphemes, at: number): boolean {
  const kind = words.classes[at]!;
  const length = words.ends[at]! - words.starts[at]!;
  return (
    (kind & givenParts) !== 0 &&
    !(kind & (WordClass.katakana | WordClass.latin | WordClass.digit)) &&
    !(words.roles[at]! & (openRoles | Role.organization)) &&
    !(length > 1 && kind & longWord && words.roles[at]!)
  );
}

/** End of a given name in kana right after a family name; -1 where there is none. */
function kanaGivenName(names: NameSet, lexicon: JapaneseLexicon, at: number): number {
  const { words } = names;
  const next = at + 1;
  if (next >= words.count || words.starts[next] !== words.ends[at] || words.ends[at]! - words.starts[at]! < 2) {
    return -1;
  }
  const start = words.starts[next]!;
  const limit = words.ends[next]!;
  if (words.classes[next]! & WordClass.hiragana) {
    // 宮下ひなた選手: all of it before a title, unless it begins like a particle.
    const whole = limit - start > 1 && limit - start < 6 && !particles.at(words.text, start);
    if (whole && hasTitleAfter(words, next)) {
      return limit;
    }
    for (let to = Math.min(limit, start + 5); to >= start + 2; to--) {
      // 周防まゆりが: what is left has to be a particle.
      const closed = to === limit || particles.at(words.text, to);
      if (closed && lexicon.reader.classesOf(words.text, start, to) & WordClass.givenName) {
        // 辻本ゑつ子
        const goesOn = to === limit && next + 1 < words.count && words.starts[next + 1] === to;
        return goesOn && endsInKanji(words, next + 1) ? to + 1 : to;
      }
    }
  }
  return -1;
}
