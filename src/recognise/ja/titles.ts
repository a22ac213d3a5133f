import { Words } from '../../text/units';
import type { Morphemes } from './morphemes';
import { Role } from './roles';
import { WordClass } from './wordClasses';

/** What may stand between a name and its title: 元, 上級. */
const titleModifiers = new Set(
  '元 前 現 副 新 総 特別 上級 名誉 主任 首席 筆頭 上席 客員 専任 代表 暫定 臨時 国家 最高 第一 第1'.split(' '),
);

/** アマニ駐レバノン大使 */
const stationed = 0x99d0;
const abroad = /^駐[^車在屯留輪]/;

const personOnly = /^(?:氏|さん|大統領|首相|上院議|下院議|将軍|大佐|少佐|中佐|少将|中将|大将|博士|選手|投手|教授)/;

/** Whether a title that companies have not begins at `at`: フォード大統領 is no car maker. */
export function isPersonTitle(text: string, at: number): boolean {
  return personOnly.test(text.slice(at, at + 3));
}

/** Whether the word after `at` touches it and shows that a person stands before: a title, さん and the like. */
export function hasTitleAfter(words: Morphemes, at: number): boolean {
  if (isTitle(words, at + 1, at)) {
    return true;
  }
  const next = at + 1;
  if (next >= words.count || !touches(words, at, next)) {
    return false;
  }
  const start = words.starts[next]!;
  return (
    (words.text.charCodeAt(start) === stationed && abroad.test(words.text.slice(start, start + 2))) ||
    (next + 1 < words.count && isTitle(words, next + 1, next) && titleModifiers.has(wordOf(words, next)))
  );
}

/** Whether an honorific that only persons get touches the word: 氏, さん. */
export function hasHonorificAfter(words: Morphemes, at: number): boolean {
  const next = at + 1;
  if (next >= words.count || !touches(words, at, next)) {
    return false;
  }
  return words.classes[next]! & WordClass.hiragana
    ? startsWithHonorific(words.text, words.starts[next]!)
    : wordOf(words, next) === '氏';
}

/** Whether the word before `at` touches it and is a title or role: 監督 before a name. */
export function hasTitleBefore(words: Morphemes, at: number): boolean {
  return at > 0 && words.ends[at - 1] === words.starts[at] && (words.roles[at - 1]! & Role.role) !== 0;
}

function isTitle(words: Morphemes, next: number, at: number): boolean {
  if (next >= words.count || !touches(words, at, next)) {
    return false;
  }
  if (words.classes[next]! & WordClass.hiragana) {
    return startsWithHonorific(words.text, words.starts[next]!);
  }
  return (words.roles[next]! & Role.role) !== 0 || (words.classes[next]! & WordClass.honorific) !== 0;
}

function touches(words: Morphemes, at: number, next: number): boolean {
  return words.starts[next] === words.ends[at];
}

const honorifics = new Words(['さん', 'ちゃん', 'くん', 'さま']);

function startsWithHonorific(text: string, at: number): boolean {
  return honorifics.find(text, at) !== undefined;
}

function wordOf(words: Morphemes, at: number): string {
  return words.text.slice(words.starts[at]!, words.ends[at]!);
}
