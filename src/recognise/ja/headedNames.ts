import { UnitSet, Words } from '../../text/units';
import { findCorporateKana } from './corporateNames';
import { stateForms } from './countriesJa';
import {
  isNationalBranch,
  isNationalTeam,
  isNickname,
  isPersonName,
  isRailwayLine,
  isShortUniversity,
} from './headForms';
import { commonClasses } from './katakanaWords';
import { kindOf, longHead } from './kindOfHead';
import type { KnownActor } from './knownNames';
import type { JapaneseLexicon } from './lexicon';
import { mayBeMixed } from './likelyPersons';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { takeContinental, takeOffice, takeRuler, takeSect } from './tellingHeads';
import { isPersonTitle } from './titles';
import { nameClasses, WordClass } from './wordClasses';

const heads = Role.organization | Role.organizationShort | Role.industry | Role.place | Role.other | Role.otherShort;
const goesOn = Role.organization | Role.organizationShort | Role.industry | Role.corporate;
const dateUnits = new UnitSet('年月日時分秒歳円人位回目歩枚本個台件');
const ordinal = '第'.charCodeAt(0);
/** ウクライナ軍, 米政府: the country acts, and is the mention. */
const stateBodies = new Words(['政府', '軍', '当局', '政権']);

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
      if (at + 1 === end) {
        findCorporateKana(names, at);
      }
    }
    if (at === from && at + 2 === end && isNationalBranch(words, at) && !names.isTaken(at)) {
      names.add(at, at + 1, 'organization');
      return;
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

/** Whether no name goes on over this word. */
function isBoundary(words: Morphemes, at: number, from: number, end: number): boolean {
  const kind = words.classes[at]!;
  const role = words.roles[at]!;
  if (kind & WordClass.person && words.ends[at]! - words.starts[at]! > 2 && !(kind & WordClass.katakana)) {
    return true;
  }
  if (at > 0 && words.classes[at - 1]! & WordClass.digit && words.starts[at] === words.ends[at - 1]) {
    const isOrdinal = at > 1 && words.text.charCodeAt(words.ends[at - 2]! - 1) === ordinal;
    if (!isOrdinal && dateUnits.at(words.text, words.starts[at]!)) {
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

const ministry = '省庁';

/** Whether an organisation's head follows before a title or the chunk's end. */
function headFollows(words: Morphemes, at: number, end: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 6); next++) {
    const role = words.roles[next]!;
    const telling = role & (Role.organization | Role.industry | Role.other);
    const single = words.ends[next]! - words.starts[next]! === 1;
    if (
      telling ||
      (single && ministry.includes(words.text[words.starts[next]!]!)) ||
      isShortUniversity(words, next, at)
    ) {
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
  return (
    (length > 1 && words.text.startsWith('大学', words.ends[at]! - 2)) ||
    (length > 2 && (words.classes[at]! & WordClass.organization) !== 0)
  );
}

const seats = new Words(['本部', '本社', '本店', '支社', '支店']);
function accept(names: NameSet, lexicon: JapaneseLexicon, first: number, head: number): void {
  const { words } = names;
  if (
    takeOffice(names, first, head) ||
    takeRuler(names, first, head) ||
    takeContinental(names, first, head) ||
    takeSect(names, first, head)
  ) {
    return;
  }
  if (first === head && isFamilyOfMixed(names, lexicon, head)) {
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
  const seat = head > from && isOneOf(seats, words, head);
  const seated = seat ? lexicon.known.find(words.text, words.starts[from]!, words.ends[head - 1]!) : undefined;
  if (seated?.kind === 'organization') {
    names.add(from, head - 1, 'organization', { actor: seated.id, name: seated.name });
    return;
  }
  const known = lexicon.known.find(words.text, words.starts[from]!, words.ends[head]!);
  if (known?.kind === 'organization' && mayBePerson(words, head) && isPersonTitle(words.text, words.ends[head]!)) {
    names.add(from, head, 'person');
    return;
  }
  if (known) {
    names.addKnown(from, head, known);
    return;
  }
  if (isOneOf(stateBodies, words, head)) {
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

function isOneOf(list: Words, { text, starts, ends }: Morphemes, at: number): boolean {
  const word = list.find(text, starts[at]!);
  return word !== undefined && word.length === ends[at]! - starts[at]!;
}

/** フォード is a name of persons too, 早大 and 東宝 are not. */
function mayBePerson({ classes }: Morphemes, head: number): boolean {
  return (classes[head]! & (WordClass.katakana | WordClass.surname | WordClass.person)) !== 0;
}

/** 安藤かな恵: a firm's name is a family name where a given name in kana follows. */
function isFamilyOfMixed({ words }: NameSet, { reader }: JapaneseLexicon, at: number): boolean {
  const { text, starts, ends } = words;
  return (
    mayBeMixed(words, at, at + 1, at + 1) && (reader.classesOf(text, starts[at]!, ends[at]!) & WordClass.surname) !== 0
  );
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
