import { isContinentalSurname } from './continentalNames';
import { wordOf } from './headForms';
import type { NameSet } from './nameSet';
import { hasTitleAfter } from './titles';
import { WordClass } from './wordClasses';

const personal = WordClass.person | WordClass.surname | WordClass.givenName;

/** 植田日銀総裁: a family name, a listed body, a title. */
export function takeOffice(names: NameSet, first: number, head: number): boolean {
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

const councils = /^(?:評議会|委員会|軍|省|庁|府|議会|国民軍|国軍|中央銀行)$/;

/** ブルハン統治評議会議長: a foreign name, a body of state and a title. */
export function takeRuler(names: NameSet, first: number, head: number): boolean {
  const { words } = names;
  const foreign = (words.classes[first]! & ~personal) === WordClass.katakana && words.roles[first] === 0;
  if (!foreign || head - first < 2 || !councils.test(wordOf(words, head)) || !hasTitleAfter(words, head)) {
    return false;
  }
  names.add(first, first, 'person');
  return true;
}

/** 許清光会長: after a family name of one kanji even a listed word is a given name before a title. */
export function takeContinental(names: NameSet, first: number, head: number): boolean {
  const { words } = names;
  const name =
    head - first === 1 && isContinentalSurname(words, first) && words.ends[head]! - words.starts[head]! === 2;
  if (!name || !hasTitleAfter(words, head)) {
    return false;
  }
  names.add(first, head, 'person');
  return true;
}

const sectSign = '派'.charCodeAt(0);
const sects = /^(?:シーア|スンニ|スンナ|タカ|ハト|リベラル)$/;

/** イスラム教シーア派, タカ派: a faith or a bent, no body. */
export function takeSect(names: NameSet, first: number, head: number): boolean {
  const { words } = names;
  const sect =
    head > first &&
    words.text.charCodeAt(words.starts[head]!) === sectSign &&
    wordOf(words, head) === '派' &&
    sects.test(wordOf(words, head - 1));
  if (sect) {
    names.add(first, head, 'misc');
  }
  return sect;
}
