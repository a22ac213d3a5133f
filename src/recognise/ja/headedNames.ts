import type { NameKind } from '../../model/recognition';
import { isContinentalSurname } from './continentalNames';
import { stateForms } from './countriesJa';
import { commonClasses } from './katakanaWords';
import type { KnownActor } from './knownNames';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { hasTitleAfter, isPersonTitle } from './titles';
import { nameClasses, WordClass } from './wordClasses';

const heads = Role.organization | Role.organizationShort | Role.industry | Role.place | Role.other | Role.otherShort;
const namesNoCountry = (nameClasses & ~WordClass.country) | WordClass.katakana | WordClass.latin | WordClass.unknown;
const goesOn = Role.organization | Role.organizationShort | Role.industry | Role.corporate;
const afterName = WordClass.hiragana | WordClass.punctuation | WordClass.newline;
const numbers = WordClass.digit | WordClass.number | WordClass.counter;
/** 協議会 and the like tell more than 会: a country before them is enough. */
const longHead = 3;
const dateUnit = /^[年月日時分秒歳円人位回目歩枚本個台件]/;
/** ウクライナ軍, 米政府: the country acts, and is the mention. */
const stateBodies = new Set(['政府', '軍', '当局', '政権']);

/**
 * Names whose last word tells what they are: …省, …大学, …戦争, …市. Read from left to right in a chunk of nouns: the
 * name reaches from the last word that cannot be part of it to the last head before the next such word.
 */
export function findHeadedNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  let from = first;
  let head = -1;
  for (let at = first; at <= end; at++) {
    if (at < end && at === from && words.roles[at]! & Role.corporate) {
      const last = corporateEnd(names, at, end);
      if (last > at) {
        names.add(at, last, 'organization');
        at = last;
        from = at + 1;
        continue;
      }
    }
    if (at === end || names.isTaken(at) || isBoundary(words, at, from, end)) {
      if (head >= from) {
        accept(names, lexicon, from, isNickname(words, head, at) ? at - 1 : head);
      }
      from = at + 1;
      head = -1;
    } else if (isHead(words, at, from)) {
      head = at;
      if (isTerminal(words, at, end)) {
        accept(names, lexicon, from, head);
        from = at + 1;
        head = -1;
      }
    }
  }
}

/** Last word of 株式会社X: up to a title or the chunk's end. */
function corporateEnd(names: NameSet, at: number, end: number): number {
  const { words } = names;
  let to = at + 1;
  while (
    to < end &&
    !names.isTaken(to) &&
    !(words.roles[to]! & (Role.role | Role.apart) && !(words.roles[to]! & heads))
  ) {
    to++;
  }
  return to - 1;
}

function isHead(words: Morphemes, at: number, from: number): boolean {
  const role = words.roles[at]!;
  // レオ14世 is no company.
  const numbered = at + 1 < words.count && (words.classes[at + 1]! & WordClass.digit) !== 0;
  const listed = words.classes[at]! & WordClass.organization && !(words.classes[at]! & commonClasses);
  if (listed && !(numbered && words.classes[at]! & WordClass.katakana)) {
    return true;
  }
  if (at > from && role & Role.corporate) {
    return true;
  }
  if (at > from && (isNationalTeam(words, at, from) || isShortUniversity(words, at, from))) {
    return true;
  }
  return (role & heads) !== 0 && (at > from || (role & Role.compound) !== 0);
}

/** 川崎フロンターレ: katakana that no list holds end the chunk after a town's or company's name. */
function isNickname(words: Morphemes, head: number, end: number): boolean {
  return (
    head + 2 === end &&
    (words.classes[head]! & WordClass.organization) !== 0 &&
    (words.classes[head + 1]! & ~WordClass.properNoun) === WordClass.katakana &&
    words.roles[head + 1] === 0
  );
}

/** 大 */
const university = 0x5927;
const subjects = new Set(
  '工業 産業 商科 経済 医科 薬科 歯科 外国語 芸術 美術 音楽 体育 教育 女子 福祉 国際 学院 理科 電機 農工 海洋 水産 都市 県立 府立 市立 科学技術 先端科学技術 経済法 社会 文化 保健 看護 情報 獣医'.split(
    ' ',
  ),
);

/** ハーバード大, 広島大: the university, at the end of the chunk or before a title. */
function isShortUniversity(words: Morphemes, at: number, from: number): boolean {
  const next = at + 1;
  const closed =
    next >= words.count || words.starts[next] !== words.ends[at] || (words.classes[next]! & afterName) !== 0;
  return (
    at > from &&
    words.text.charCodeAt(words.starts[at]!) === university &&
    words.ends[at]! - words.starts[at]! === 1 &&
    (subjects.has(wordOf(words, at - 1)) ||
      ((words.classes[at - 1]! & (WordClass.katakana | WordClass.place)) !== 0 &&
        !(words.classes[at - 1]! & commonClasses))) &&
    (closed || (words.roles[next]! & Role.role) !== 0)
  );
}

/** ブラジル代表: the team, where 田中代表 is a person. */
function isNationalTeam(words: Morphemes, at: number, from: number): boolean {
  return (
    at - from === 1 &&
    (words.classes[from]! & (WordClass.country | WordClass.place)) !== 0 &&
    (words.classes[from]! & WordClass.surname) === 0 &&
    wordOf(words, at) === '代表'
  );
}

/** Whether no name goes on over this word. */
function isBoundary(words: Morphemes, at: number, from: number, end: number): boolean {
  const kind = words.classes[at]!;
  const role = words.roles[at]!;
  if (kind & WordClass.person && words.ends[at]! - words.starts[at]! > 2 && !(kind & WordClass.katakana)) {
    return true;
  }
  if (at > 0 && words.classes[at - 1]! & WordClass.digit && words.starts[at] === words.ends[at - 1]) {
    if (dateUnit.test(wordOf(words, at)) && !(at > 1 && wordOf(words, at - 2).endsWith('第'))) {
      return true;
    }
  }
  if (at > from && (isNationalTeam(words, at, from) || (role & (heads & ~Role.otherShort) && !(role & Role.apart)))) {
    return false;
  }
  if (role & Role.loose) {
    return !headFollows(words, at, end);
  }
  if (role & Role.role && bodyFollows(words, at, end)) {
    return false;
  }
  return (
    (role & (Role.role | Role.apart)) !== 0 ||
    (kind & (WordClass.honorific | WordClass.timeNoun | WordClass.timeSuffix)) !== 0
  );
}

/** Whether a title is the beginning of a body's name, as in 選手会 and 被害者団体協議会: only common nouns up to a head. */
function bodyFollows(words: Morphemes, at: number, end: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 4); next++) {
    const role = words.roles[next]!;
    const length = words.ends[next]! - words.starts[next]!;
    if (role & Role.organization || (role & Role.industry && length >= longHead)) {
      return true;
    }
    if (
      role & (Role.role | Role.apart) ||
      words.classes[next]! & (nameClasses | WordClass.katakana | WordClass.latin)
    ) {
      return false;
    }
  }
  return false;
}

/** Whether an organisation's head follows before a title or the chunk's end. */
function headFollows(words: Morphemes, at: number, end: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 6); next++) {
    const role = words.roles[next]!;
    if (role & (Role.organization | Role.industry | Role.other)) {
      return true;
    }
    if (role & (Role.role | Role.apart)) {
      return false;
    }
  }
  return false;
}

/** Whether a name that ends in this word does not go on: 東京大学 in 東京大学医学部. */
function isTerminal(words: Morphemes, at: number, end: number): boolean {
  const length = words.ends[at]! - words.starts[at]!;
  if (at + 1 < end && words.roles[at + 1]! & goesOn) {
    return false;
  }
  if (words.roles[at]! & Role.corporate || isRailwayLine(words, at, end)) {
    return true;
  }
  for (let next = at + 1; next < Math.min(end, at + 6) && !isBoundary(words, next, at, end); next++) {
    if (words.roles[next]! & Role.organization) {
      return false;
    }
  }
  return wordOf(words, at).endsWith('大学') || (length > 2 && (words.classes[at]! & WordClass.organization) !== 0);
}

const seats = new Set(['本部', '本社', '本店', '支社', '支店']);
const railways = new Set(['鉄道', '電鉄', '急行電鉄', '旅客鉄道', '高速鉄道', '電軌']);

/** 三岐鉄道北勢線: a railway's line is no part of its name. */
function isRailwayLine(words: Morphemes, at: number, end: number): boolean {
  return end - at < 5 && end > at + 1 && wordOf(words, end - 1).endsWith('線') && railways.has(wordOf(words, at));
}

function accept(names: NameSet, lexicon: JapaneseLexicon, first: number, head: number): void {
  const { words } = names;
  if (takeOffice(names, first, head) || takeContinental(names, first, head) || takeSect(names, first, head)) {
    return;
  }
  // 米アップル: the sign of the state is a mention of its own.
  const signed =
    head > first &&
    (words.roles[first]! & Role.state) !== 0 &&
    words.ends[first]! - words.starts[first]! === 1 &&
    (words.classes[first + 1]! & (WordClass.katakana | WordClass.latin)) !== 0;
  const from = signed ? first + 1 : first;
  // 自民党本部: its seat is no part of a known body's name.
  const seat = head > from && seats.has(wordOf(words, head));
  const seated = seat ? lexicon.known.find(words.text, words.starts[from]!, words.ends[head - 1]!) : undefined;
  if (seated?.kind === 'organization') {
    names.add(from, head - 1, 'organization', { actor: seated.id, name: seated.name });
    return;
  }
  const known = lexicon.known.find(words.text, words.starts[from]!, words.ends[head]!);
  if (known?.kind === 'organization' && isPersonTitle(words.text, words.ends[head]!)) {
    names.add(from, head, 'person');
    return;
  }
  if (known) {
    names.addKnown(from, head, known);
    return;
  }
  if (stateBodies.has(wordOf(words, head))) {
    const state = lexicon.known.find(words.text, words.starts[from]!, words.ends[head - 1]!);
    if (state?.kind === 'country') {
      names.addKnown(from, head - 1, state);
      return;
    }
  }
  const state = stateBefore(names, lexicon, from, head);
  if (state) {
    names.addKnown(from, head, state);
    return;
  }
  const nickname = head > from && isNickname(words, head - 1, head + 1);
  const kind = nickname ? 'organization' : isPersonName(words, from, head) ? null : kindOf(words, from, head);
  if (kind) {
    names.add(from, head, kind);
  }
}

/** 植田日銀総裁: a family name, a listed body, a title. */
function takeOffice(names: NameSet, first: number, head: number): boolean {
  const { words } = names;
  const listed = (words.classes[head]! & WordClass.organization) !== 0 && words.ends[head]! - words.starts[head]! > 1;
  const family = head - first === 1 && (words.classes[first]! & WordClass.surname) !== 0;
  if (!family || !listed || words.ends[first]! - words.starts[first]! < 2 || !hasTitleAfter(words, head)) {
    return false;
  }
  names.add(first, first, 'person');
  names.add(head, head, 'organization');
  return true;
}

/** 許清光会長: after a family name of one kanji even a listed word is a given name before a title. */
function takeContinental(names: NameSet, first: number, head: number): boolean {
  const { words } = names;
  const name =
    head - first === 1 && isContinentalSurname(words, first) && words.ends[head]! - words.starts[head]! === 2;
  if (!name || !hasTitleAfter(words, head)) {
    return false;
  }
  names.add(first, head, 'person');
  return true;
}

const sects = /^(?:シーア|スンニ|スンナ|タカ|ハト|リベラル)$/;

/** イスラム教シーア派, タカ派: a faith or a bent, no body. */
function takeSect(names: NameSet, first: number, head: number): boolean {
  const { words } = names;
  const sect = head > first && wordOf(words, head) === '派' && sects.test(wordOf(words, head - 1));
  if (sect) {
    names.add(first, head, 'misc');
  }
  return sect;
}

/** The state that ガボン共和国 names: one of the list with its form of government. */
function stateBefore(names: NameSet, lexicon: JapaneseLexicon, from: number, head: number): KnownActor | undefined {
  const { words } = names;
  for (let split = from + 1; split <= head && split <= from + 3; split++) {
    const state = lexicon.known.find(words.text, words.starts[from]!, words.ends[split - 1]!);
    if (state?.kind === 'country' && stateForms.test(words.text.slice(words.starts[split]!, words.ends[head]!))) {
      return state;
    }
  }
  return undefined;
}

/** 高木守道 ends like the name of a road, but begins with a family name and is as long as a given name. */
function isPersonName(words: Morphemes, from: number, head: number): boolean {
  const given = words.ends[head]! - words.ends[from]!;
  // 鈴木章: after a family name 章 is a given name, where 島津家 is a house.
  const single = head - from === 1 && (words.roles[head]! & Role.otherShort) !== 0;
  return (
    (head - from > 1 || single) &&
    words.ends[head]! - words.starts[head]! === 1 &&
    (words.classes[from]! & WordClass.surname) !== 0 &&
    given >= (single ? 1 : 2) &&
    given <= 3
  );
}

function kindOf(words: Morphemes, from: number, head: number): NameKind | null {
  const role = words.roles[head]!;
  if (words.classes[head]! & WordClass.organization && words.ends[head]! - words.starts[head]! > 1) {
    return 'organization';
  }
  if (role & Role.compound) {
    return role & (Role.organization | Role.industry) ? 'organization' : role & Role.place ? 'place' : 'misc';
  }
  if (head === from) {
    return null;
  }
  if (role & (Role.corporate | Role.role)) {
    return 'organization';
  }
  const strict = hasName(words, from, head, 0);
  const named = strict || hasName(words, from, head, WordClass.country);
  if (role & Role.organization) {
    return named || !onlyGeneric(words, from, head) ? 'organization' : null;
  }
  if (role & Role.industry) {
    // 日本農民組合: after a country, whom it gathers.
    const long = words.ends[head]! - words.starts[head]! >= longHead || head - from > 1;
    return strict || (named && long) ? 'organization' : null;
  }
  if (isShortUniversity(words, head, from)) {
    return 'organization';
  }
  // 国家防災庁: a ministry is named by what it is for.
  const several = head - from > (/[省庁]$/.test(wordOf(words, head)) ? 1 : 2);
  if (role & Role.organizationShort && (named || several) && !onlyGeneric(words, from, head)) {
    if (opensPerson(words, from, head)) {
      return null;
    }
    return 'organization';
  }
  if (role & Role.place) {
    return strict && !opensPerson(words, from, head) ? 'place' : null;
  }
  if (role & Role.other) {
    return 'misc';
  }
  if (role & Role.otherShort) {
    return strict || (named && head - from > 1) ? 'misc' : null;
  }
  return null;
}

/** 金井正彰アジア大洋州局長, 盛山正仁大臣: a person in full where the head of a place's name seemed to be. */
function opensPerson(words: Morphemes, from: number, head: number): boolean {
  const { classes, roles, starts, ends, count } = words;
  if (!(classes[from]! & WordClass.surname)) {
    return false;
  }
  if (head - from > 1 && classes[from + 1]! & WordClass.givenName && ends[from]! - starts[from]! > 1) {
    return true;
  }
  let title = head + 1;
  while (title < count && starts[title] === ends[title - 1] && !roles[title] && ends[title]! - starts[head]! < 4) {
    title++;
  }
  const given = starts[title]! - ends[head]!;
  return (
    head - from === 1 &&
    ends[head]! - starts[from]! === 2 &&
    title < count &&
    starts[title] === ends[title - 1] &&
    (roles[title]! & Role.role) !== 0 &&
    given > 0 &&
    given < 3
  );
}

/** Whether a proper name stands before the head; `also`: classes that count beside the usual ones. */
function hasName(words: Morphemes, from: number, head: number, also: number): boolean {
  for (let at = from; at < head; at++) {
    const kind = words.classes[at]!;
    const generic = words.roles[at]! & Role.generic;
    if (!(kind & commonClasses && kind & WordClass.katakana) && kind & (namesNoCountry | also) && !generic) {
      return true;
    }
  }
  return false;
}

function onlyGeneric(words: Morphemes, from: number, head: number): boolean {
  for (let at = from; at < head; at++) {
    if (!(words.roles[at]! & Role.generic || words.classes[at]! & numbers)) {
      return false;
    }
  }
  return true;
}

function wordOf(words: Morphemes, at: number): string {
  return words.text.slice(words.starts[at]!, words.ends[at]!);
}
