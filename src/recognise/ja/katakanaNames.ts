import type { NameKind } from '../../model/recognition';
import { UnitSet } from '../../text/units';
import { kindOfParts } from './katakanaParts';
import { commonClasses as common, isCommonCompound, personalClasses as personal } from './katakanaWords';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { hasHonorificAfter, hasTitleAfter, hasTitleBefore } from './titles';
import { WordClass } from './wordClasses';

const middleDot = 0x30fb;

/** Names of persons in katakana, with or without middle dots, and of the few organisations that the list holds. */
export function findKatakanaNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  const { text } = words;
  for (let at = first; at < end; at++) {
    const kind = words.classes[at]!;
    const office = (words.roles[at]! & Role.role) !== 0 && !(kind & personal);
    if (!(kind & WordClass.katakana) || office || names.isTaken(at) || words.ends[at]! - words.starts[at]! < 2) {
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
    const isJoined = holdsDot(words, at);
    const open = at + 1 >= end || names.isTaken(at + 1) || (words.roles[at + 1]! & openRoles) !== 0;
    const openBefore = at === first || names.isTaken(at - 1) || (words.roles[at - 1]! & openRoles) !== 0;
    const titled = hasTitleAfter(words, at);
    const club = clubStart(names, at, first);
    if (club < at && open && !isJoined && !titled) {
      names.add(club, at, 'organization');
    } else if (isJoined) {
      const parts = textOf(words, at).split('・');
      const isBody =
        followsMedium(words, at) || (!titled && memberOf.test(text.slice(words.ends[at]!, words.ends[at]! + 5)));
      const told = isBody ? ({ kind: 'organization' } as const) : kindOfParts(lexicon, parts, open, titled);
      names.add(at, at, told.kind, { isGuess: told.isGuess ?? false });
    } else if (
      kind & common &&
      !isCalledMister(words, at) &&
      !(kind & personal && (hasHonorificAfter(words, at) || hasOfficeAfter(words, at)))
    ) {
    } else if ((kind & WordClass.organization && !hasHonorificAfter(words, at)) || followsMedium(words, at)) {
      names.add(at, at, 'organization');
    } else if (kind & personal && hasOfficeAfter(words, at)) {
      names.add(at, at, 'person');
    } else if (
      (titled || hasTitleBefore(words, at)) &&
      (!(kind & WordClass.place) || kind & personal || hasHonorificAfter(words, at))
    ) {
      names.add(at, at, 'person');
    } else if (kind & personal && open && openBefore) {
      names.add(at, at, 'person');
    } else if (kind & WordClass.place) {
      names.add(at, at, 'place');
    } else if (open && followsState(words, at)) {
      names.add(at, at, 'organization');
    } else if (open && openBefore) {
      const unknown = unknownName(lexicon, words, at);
      if (unknown) {
        names.add(at, at, unknown, { isGuess: unknown === 'person' });
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
  if (
    end - start > 4 &&
    text[end - 1] === 'ズ' &&
    !isCommonCompound(lexicon.reader.segmenter.words, text, start, end)
  ) {
    return 'organization';
  }
  const likeness = lexicon.reader.segmenter.likeness.of(text.slice(start, end));
  if (likeness < (subject ? likelyAsSubject : likelyAnywhere)) {
    return null;
  }
  // マーリンズ戦: whom a team plays.
  if (next === '戦' && text[end + 1] !== '争') {
    return 'organization';
  }
  return memberOf.test(text.slice(end, end + 5)) || (subject && doesBusiness(text, end)) ? 'organization' : 'person';
}

/** マスク氏: a noun too, but only persons are called so. */
function isCalledMister({ text, ends }: Morphemes, at: number): boolean {
  return text[ends[at]!] === '氏';
}

const pressSigns = new UnitSet('米英仏独露伊韓豪印加');

/** 独クーカ: a foreign company as newspapers write it. */
function followsState(words: Morphemes, at: number): boolean {
  const before = at - 1;
  return (
    before >= 0 &&
    words.ends[before] === words.starts[at] &&
    pressSigns.at(words.text, words.starts[before]!) &&
    words.ends[before]! - words.starts[before]! === 1 &&
    words.classes[at] === WordClass.katakana &&
    words.roles[at] === 0
  );
}

const offices =
  /^(?:元|前|副|米|英|仏|露|独)?(?:報道官|大統領|首相|上院議員|下院議員|長官|国務|国防|知事|市長|補佐官|外相|次官|司令官|大使|教授|博士|被告|容疑者)/;
/** What the offices above begin with. */
const officeBeginnings = new UnitSet('元前副米英仏露独報大首上下長国防知市補外次官司教博被容');

/** ブルース報道官: an office that no kind of music has. */
function hasOfficeAfter(words: Morphemes, at: number): boolean {
  return (
    officeBeginnings.at(words.text, words.ends[at]!) &&
    offices.test(words.text.slice(words.ends[at]!, words.ends[at]! + 6))
  );
}

const longestClause = 80;
const business =
  /買収|決算|売上高|純利益|営業利益|上場|創業した|設立し|経営統合|資本提携|業務提携|新製品|新商品|生産を|増産|減産|工場を|出店|値上げ|発売す|発売し|連結|株価|資金調達|民事再生|倒産/;

/** Whether what the subject does is what companies do, in the same sentence. */
function doesBusiness(text: string, at: number): boolean {
  const clause = text.slice(at, at + longestClause);
  const stop = clause.indexOf('。');
  return business.test(stop < 0 ? clause : clause.slice(0, stop));
}

const media = new Set(
  '紙 誌 科学誌 医学誌 経済誌 経済紙 週刊誌 月刊誌 専門誌 情報誌 音楽誌 有力紙 大衆紙 夕刊紙 日刊紙 地元紙 通信社'.split(
    ' ',
  ),
);

/** 英科学誌ネイチャー, 米紙タイムズ: what a medium is called. */
function followsMedium(words: Morphemes, at: number): boolean {
  const before = at - 1;
  if (before < 0 || words.ends[before] !== words.starts[at]) {
    return false;
  }
  if (!mediumEnds.at(words.text, words.ends[before]! - 1)) {
    return false;
  }
  const word = textOf(words, before);
  return media.has(word) || firms.test(word);
}

const firms = /(?:会社|企業|メーカー|財閥|出版社|新聞社|通信社|放送局|テレビ局|武装組織|過激派組織|慈善団体|支援団体)$/;
/** What the words above end in. */
const mediumEnds = new UnitSet('紙誌社業ー閥局織体');

function holdsDot({ text, starts, ends }: Morphemes, at: number): boolean {
  for (let i = starts[at]!; i < ends[at]!; i++) {
    if (text.charCodeAt(i) === middleDot) {
      return true;
    }
  }
  return false;
}

/** First word of 浦和レッズ: a town and katakana that no list holds; `at` where there is none. */
function clubStart(names: NameSet, at: number, first: number): number {
  const { words } = names;
  const before = at - 1;
  const town =
    before >= first &&
    !names.isTaken(before) &&
    (words.classes[before]! & WordClass.place) !== 0 &&
    !(words.classes[before]! & WordClass.katakana) &&
    words.roles[before] === 0;
  const unlisted = words.classes[at] === WordClass.katakana && words.roles[at] === 0;
  return town && unlisted && wordLength(words, at) > 2 ? before : at;
}

function textOf(words: Morphemes, at: number): string {
  return words.text.slice(words.starts[at]!, words.ends[at]!);
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

const doubleHyphens = new UnitSet('＝=゠');

/** Last word of a name whose parts a double hyphen joins: ジャン＝ピエール. */
function joinedEnd(words: Morphemes, at: number): number {
  let last = at;
  while (
    last + 2 < words.count &&
    last - at < 8 &&
    doubleHyphens.at(words.text, words.starts[last + 1]!) &&
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
