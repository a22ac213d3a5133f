import { UnitSet, Words } from '../../text/units';
import { wordOf } from './headForms';
import { bestSplit, longestPart } from './kanjiNameSplit';
import type { JapaneseLexicon } from './lexicon';
import { endsInKanji, findMixedName, isHonoured, titleFollows } from './mixedScriptNames';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { WordClass } from './wordClasses';

const commonWord = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun | WordClass.timeNoun;
const noKanji = WordClass.katakana | WordClass.latin | WordClass.digit;
const bodies = Role.organization | Role.corporate | Role.industry | Role.compound;
const longestName = 5;
const longestKana = 4;
const longestFamily = 3;
/** Least odds of a name with nothing beside it to show it, with a bracket as persons have it, before a title. */
const leastAlone = 3;
const leastBracketed = -1;
const leastTitled = -1;
const leastShort = 1;
const leastHonoured = -4;

/**
 * Persons in kanji whose names no list holds: what stands between words that are part of no name, where its characters
 * look like a family name and a given name, the less so the plainer a title or bracket shows that it is one.
 */
export function findLikelyPersons(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  if (end - first === 1 && !(names.words.classes[end]! & WordClass.hiragana)) {
    return;
  }
  let from = first;
  for (let at = first; at <= end; at++) {
    if (at < end && !isWall(names, at)) {
      continue;
    }
    if (at > from) {
      readStretch(names, lexicon, from, at, end);
    }
    from = at + 1;
  }
}

const honorifics = new UnitSet('氏様殿嬢');

/** Whether no name in kanji goes over this word. */
function isWall(names: NameSet, at: number): boolean {
  const { words } = names;
  if (names.isTaken(at) || (words.classes[at]! & noKanji) !== 0) {
    return true;
  }
  const long = words.ends[at]! - words.starts[at]! > 1;
  return long
    ? (words.roles[at]! & (openRoles | bodies)) !== 0
    : honorifics.has(words.text.charCodeAt(words.starts[at]!));
}

/** The words `from` to `to`, exclusive, of a chunk that ends at `end`. */
function readStretch(names: NameSet, lexicon: JapaneseLexicon, from: number, to: number, end: number): void {
  const { words } = names;
  const { text, starts, ends, roles } = words;
  if (mayBeMixed(words, from, to, end) && findMixedName(names, lexicon, from, to - 1)) {
    return;
  }
  if (addForeignFamily(names, lexicon, from, to, end)) {
    return;
  }
  const former = to < end && roles[to]! & Role.role ? formerAt(words, from, to) : -1;
  const titled = former > 0 || (to < end ? (roles[to]! & Role.role) !== 0 : isHonoured(words, to - 1));
  // 左京寧々現地調整員: the title does not follow right away.
  const ahead = to < end && !titled && (roles[to]! & openRoles) !== 0 && titleFollows(words, to + 1);
  if (!titled && ((to < end && !ahead) || ends[to - 1]! - starts[from]! < 3 || isPlain(words, from, to - 1))) {
    return;
  }
  // 故, 元 and 同 before a name.
  const first =
    to - from > 1 && ends[from]! - starts[from]! === 1 && prefixes.at(text, starts[from]!) ? from + 1 : from;
  const last = former > first ? former - 1 : to - 1;
  const start = starts[first]!;
  const limit = ends[last]!;
  if (titled && limit - start <= 2 && from > 0 && to === end && kin.has(wordOf(words, from - 1))) {
    // 長男卓さん
    names.add(first, last, 'person');
    return;
  }
  if (limit - start < 2 || limit - start > longestName) {
    return;
  }
  if (titled ? isNoName(words, first, last) : limit - start < 3 || !mayStandAlone(names, lexicon, first, last)) {
    return;
  }
  const name = bestSplit(lexicon, text, start, limit, titled);
  if (name && name.odds >= leastOdds(words, first, last, titled)) {
    names.add(first, last, 'person', name.split < limit ? { familyEnd: name.split } : {});
  }
}

/** Whether the words `first` to `to`, exclusive, may go on in kana: cheap, since it is asked of every chunk of nouns. */
export function mayBeMixed(words: Morphemes, first: number, to: number, end: number): boolean {
  const { starts, ends, classes, count } = words;
  if (to < end) {
    return (classes[to]! & WordClass.katakana) !== 0;
  }
  if (to >= count || !(classes[to]! & WordClass.hiragana)) {
    return false;
  }
  const kana = ends[to]! - starts[to]!;
  const length = ends[to - 1]! - starts[first]!;
  if (kana < 2 || length > longestFamily || (to - first === 1 && length > 1 && classes[first]! & commonWord)) {
    return false;
  }
  if (isHonoured(words, to - 1)) {
    return true;
  }
  const after = to + 1;
  const short = kana <= longestKana && after < count && starts[after] === ends[to];
  // 貫名ほのかが: nothing but single kanji, as family names have them that no list holds.
  const single = length > 1 && to - first === length;
  return single || (short && (endsInKanji(words, after) || titleFollows(words, after)));
}

function leastOdds(words: Morphemes, first: number, last: number, titled: boolean): number {
  const plain = holdsCommonWord(words, first, last) ? (isPlain(words, first, last) ? plainWords : nounFamily) : 0;
  if (titled) {
    const end = words.ends[last]!;
    // 墨象作家: two kanji before a trade may say what trade.
    const short = end - words.starts[first]! < 3 ? leastShort : leastTitled;
    return plain + (honours.find(words.text, end) ? leastHonoured : short);
  }
  const tail = words.roles[last]! & tailRoles || words.classes[last]! & tailClasses;
  const town = words.classes[first]! & WordClass.place;
  const least = isCredited(words, first) ? leastHonoured : hasPersonBracket(words, last) ? leastBracketed : leastAlone;
  return least + plain + (tail ? tailWord : 0) + (town ? townName : 0);
}

const kin = new Set(
  '長男 次男 三男 四男 五男 長女 次女 三女 四女 五女 妻 夫 息子 娘 父 母 兄 弟 姉 妹 祖父 祖母 孫 叔父 伯父 叔母 おい めい'.split(
    ' ',
  ),
);
const prefixes = new UnitSet('故元前現同米英仏独露新兄弟姉妹父母妻夫娘孫姪甥');
/** How much more it takes where words are nouns, the last one ends names of other things, the first is a town too. */
const plainWords = 6;
const nounFamily = 1;
const tailWord = 5;
const townName = 3;
const honours = new Words(
  '氏 さん ちゃん くん 容疑 被告 裁判長 首相 大統領 教授 准教授 助教 選手 投手 捕手 弁護士 博士 住職 先生 元帥 大将 少将 中将 大佐 議員 外相 防衛相 財務相 元首相'.split(
    ' ',
  ),
);

const shortestForeign = 3;

/** フォークト麻衣: a family name in katakana that is no common word, and a given name in kanji. */
function addForeignFamily(names: NameSet, { reader }: JapaneseLexicon, from: number, to: number, end: number): boolean {
  const { words } = names;
  const { text, starts, ends, classes, roles } = words;
  const before = from - 1;
  const length = ends[to - 1]! - starts[from]!;
  if (before < 0 || length > longestPart || ends[before] !== starts[from] || names.isTaken(before)) {
    return false;
  }
  const foreign = (classes[before]! & ~foreignNames) === WordClass.katakana && roles[before] === 0;
  if (!foreign || ends[before]! - starts[before]! < shortestForeign || (to < end && !(roles[to]! & Role.role))) {
    return false;
  }
  const listed = (reader.classesOf(text, starts[from]!, ends[to - 1]!) & WordClass.givenName) !== 0;
  const odds = reader.segmenter.kanjiNames.given(text, starts[from]!, ends[to - 1]!, listed);
  if (!(listed && length > 1) && !(odds > 0 && length > 1 && to === end && isHonoured(words, to - 1))) {
    return false;
  }
  names.add(before, to - 1, 'person', { familyEnd: ends[before]! });
  return true;
}

const foreignNames = WordClass.person | WordClass.surname | WordClass.givenName | WordClass.properNoun;

/** Index of the 元 or 前 with which the title after the stretch begins: 鳩山元官房長官; -1 where there is none. */
function formerAt({ text, starts, ends }: Morphemes, from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + 4); at++) {
    if (ends[at]! - starts[at]! === 1 && formers.at(text, starts[at]!)) {
      return at;
    }
  }
  return -1;
}

const formers = new UnitSet('元前副');

/** （38）, （たなか, （左）: what stands behind persons. */
function hasPersonBracket({ text, ends }: Morphemes, last: number): boolean {
  const at = ends[last]!;
  return openBrackets.at(text, at) && personBracket.test(text.slice(at, at + 4));
}

const credits = /(?:聞き手|写真|文|撮影|取材|構成|作図|図|イラスト|編集|執筆|担当)[・＝=：／/]$/;

const creditSigns = new UnitSet('・＝=：／/');

/** 文・, 写真＝: who made a page. */
function isCredited({ text, starts }: Morphemes, first: number): boolean {
  const at = starts[first]!;
  if (!creditSigns.at(text, at - 1)) {
    return false;
  }
  const sign = text[at - 1];
  return (
    credits.test(text.slice(Math.max(0, at - 5), at)) ||
    (sign === '＝' && byline.test(text.slice(Math.max(0, at - 12), at)))
  );
}

/** 【マニラ＝ */
const byline = /【[^】]{1,10}＝$/;
const openBrackets = new UnitSet('（(＝');
const personBracket = /^[（(＝](?:[0-9０-９]{1,2}[）)、歳]|[左右中奥手][）)端から前]|[ぁ-ん]{2})/;

/** 勝利投手, 東京支店長: one word that is no name. */
function isNoName(words: Morphemes, first: number, last: number): boolean {
  return (
    (first === last && (words.classes[first]! & (commonWord | WordClass.place)) !== 0) ||
    (words.roles[last]! & Role.place) !== 0
  );
}

/** Whether the words can be a name that no title follows: no nouns or places among them, and none at the end. */
function mayStandAlone(names: NameSet, lexicon: JapaneseLexicon, first: number, last: number): boolean {
  const { words } = names;
  if (isPlain(words, first, last) || isInflected(words, last) || touchesForeignWord(names, first)) {
    return false;
  }
  for (let at = first; at <= last; at++) {
    const long = words.ends[at]! - words.starts[at]! > 1;
    if (words.classes[at]! & WordClass.place && long && (at > first || !isFamilyName(lexicon, words, at))) {
      return false;
    }
  }
  return true;
}

/** 3月栗東, ジャニー喜多川: what touches from before is no part of the words, but no end of them either. */
function touchesForeignWord(names: NameSet, first: number): boolean {
  const { words } = names;
  const before = first - 1;
  return (
    before >= 0 &&
    words.ends[before] === words.starts[first] &&
    !names.isTaken(before) &&
    (words.classes[before]! & noKanji) !== 0 &&
    !(words.roles[before]! & openRoles)
  );
}

function isFamilyName({ reader }: JapaneseLexicon, { text, starts, ends }: Morphemes, at: number): boolean {
  return (reader.classesOf(text, starts[at]!, ends[at]!) & WordClass.surname) !== 0;
}

const tailRoles = Role.place | Role.other | Role.otherShort | Role.organizationShort | openRoles;
const tailClasses = WordClass.timeSuffix | WordClass.counter | WordClass.placeSuffix | WordClass.dependentNoun;

/** Whether the words are nouns; a given name behind one makes it a family name that is a noun too: 張本美和. */
function isPlain(words: Morphemes, first: number, last: number): boolean {
  const given = last - first === 1 && (words.classes[last]! & WordClass.givenName) !== 0;
  return holdsCommonWord(words, first, given ? first - 1 : last);
}

function holdsCommonWord(words: Morphemes, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    if (words.classes[at]! & commonWord && words.ends[at]! - words.starts[at]! > 1) {
      return true;
    }
  }
  return false;
}

const particles = new UnitSet('はがをにのともでへやかよらだじな');

/** Whether hiragana that are no particle follow. */
function isInflected(words: Morphemes, last: number): boolean {
  const next = last + 1;
  return (
    next < words.count &&
    words.starts[next] === words.ends[last] &&
    (words.classes[next]! & WordClass.hiragana) !== 0 &&
    !particles.at(words.text, words.starts[next]!)
  );
}
