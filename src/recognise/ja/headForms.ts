import { commonClasses } from './katakanaWords';
import type { Morphemes } from './morphemes';
import { Role } from './roles';
import { WordClass } from './wordClasses';

const afterName = WordClass.hiragana | WordClass.punctuation | WordClass.newline;

/** 川崎フロンターレ: katakana that no list holds end the chunk after a town's or company's name. */
export function isNickname(words: Morphemes, head: number, end: number): boolean {
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
  '大学院 工科 医療 科学 学芸 外語 文教 女学院 電気通信 工業 産業 商科 経済 医科 薬科 歯科 外国語 芸術 美術 音楽 体育 教育 女子 福祉 国際 学院 理科 電機 農工 海洋 水産 都市 県立 府立 市立 科学技術 先端科学技術 経済法 社会 文化 保健 看護 情報 獣医'.split(
    ' ',
  ),
);

/** ハーバード大, 広島大: the university, at the end of the chunk or before a title. */
export function isShortUniversity(words: Morphemes, at: number, from: number): boolean {
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
export function isNationalTeam(words: Morphemes, at: number, from: number): boolean {
  return (
    at - from === 1 &&
    (words.classes[from]! & (WordClass.country | WordClass.place)) !== 0 &&
    (words.classes[from]! & WordClass.surname) === 0 &&
    words.ends[at]! - words.starts[at]! === 2 &&
    words.text.startsWith('代表', words.starts[at]!)
  );
}

/** 線 */
const line = 0x7dda;
const railways = new Set(['鉄道', '電鉄', '急行電鉄', '旅客鉄道', '高速鉄道', '電軌']);

/** 三岐鉄道北勢線: a railway's line is no part of its name. */
export function isRailwayLine(words: Morphemes, at: number, end: number): boolean {
  const isLine = end - at < 5 && end > at + 1 && words.text.charCodeAt(words.ends[end - 1]! - 1) === line;
  return isLine && railways.has(wordOf(words, at));
}

/** 高木守道 ends like the name of a road, but begins with a family name and is as long as a given name. */
export function isPersonName(words: Morphemes, from: number, head: number): boolean {
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

/** 金井正彰アジア大洋州局長, 盛山正仁大臣: a person in full where the head of a place's name seemed to be. */
export function opensPerson(words: Morphemes, from: number, head: number): boolean {
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

export function wordOf(words: Morphemes, at: number): string {
  return words.text.slice(words.starts[at]!, words.ends[at]!);
}

/** 日本ダンロップ: the country and a foreign word that no list holds. */
export function isNationalBranch(words: Morphemes, at: number): boolean {
  const next = at + 1;
  return (
    words.text.startsWith('日本', words.starts[at]!) &&
    words.ends[at]! - words.starts[at]! === 2 &&
    words.classes[next] === WordClass.katakana &&
    words.roles[next] === 0 &&
    words.ends[next]! - words.starts[next]! > 2
  );
}
