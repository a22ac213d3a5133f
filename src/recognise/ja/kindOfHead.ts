import type { NameKind } from '../../model/recognition';
import { isShortUniversity, opensPerson, wordOf } from './headForms';
import { commonClasses } from './katakanaWords';
import type { Morphemes } from './morphemes';
import { Role } from './roles';
import { nameClasses, WordClass } from './wordClasses';

const namesNoCountry = (nameClasses & ~WordClass.country) | WordClass.katakana | WordClass.latin | WordClass.unknown;
const numbers = WordClass.digit | WordClass.number | WordClass.counter;
/** 協議会 and the like tell more than 会: a country before them is enough. */
export const longHead = 3;

/** What the words up to a head name, as far as the head and they tell; `null` where they are no name. */
export function kindOf(words: Morphemes, from: number, head: number): NameKind | null {
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
    return named || !onlyGeneric(words, from, head) || isAbbreviated(words, head) ? 'organization' : null;
  }
  if (role & Role.industry) {
    // 日本農民組合: after a country, whom it gathers.
    const long = words.ends[head]! - words.starts[head]! >= longHead || head - from > 1;
    return strict || (named && long) || isPurpose(words, from, head) ? 'organization' : null;
  }
  if (isShortUniversity(words, head, from)) {
    return 'organization';
  }
  // 国家防災庁: a ministry is named by what it is for.
  const several = head - from > (/[省庁]$/.test(wordOf(words, head)) ? 1 : 2);
  if (role & Role.organizationShort && (isNational(words, from, head) || isAbbreviated(words, head))) {
    return 'organization';
  }
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

const institutions = new Set(
  '部会 分科会 小委員会 協議会 評議会 審議会 連合 連合会 同盟 連盟 基金 ネットワーク ユニオン'.split(' '),
);

const worldBodies = new Set(['機関', '機構', '組合', '裁判所', '委員会', '基金']);

/** 森林管理協議会: the head of an institution after two nouns or more, which say what it is for. */
function isPurpose(words: Morphemes, from: number, head: number): boolean {
  const last = wordOf(words, head);
  // 国際エネルギー機関
  const worldwide = worldBodies.has(last) && wordOf(words, from) === '国際' && wordOf(words, from + 1) !== '金融';
  return head - from > 1 && (worldwide || institutions.has(last)) && !onlyGeneric(words, from, head);
}

const nationwide = new Set(['国家', '最高', '中央', '連邦', '国立', '王立', '人民']);
const offices = '院庁省局署';

/** 国家監査院, 連邦準備局: the one of its kind in a state. */
function isNational(words: Morphemes, from: number, head: number): boolean {
  return head - from > 1 && nationwide.has(wordOf(words, from)) && offices.includes(wordOf(words, head));
}

const abbreviation = /^[（(][A-ZＡ-Ｚ]{2,8}[）)、]/;

/** 共和人民党（ＣＨＰ）: what is abbreviated is a name. */
function isAbbreviated({ text, ends }: Morphemes, head: number): boolean {
  return abbreviation.test(text.slice(ends[head]!, ends[head]! + 10));
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
