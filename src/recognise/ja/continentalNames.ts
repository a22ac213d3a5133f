import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { hasTitleAfter } from './titles';
import { WordClass } from './wordClasses';

const longWord = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun | WordClass.timeNoun;

/** Family names of China and Korea that are one kanji; those that are common Japanese words are left out. */
const continentalSurnames = new Set(
  '王李張劉陳楊趙黄周呉徐孫胡朱林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂蘇盧蔣蒋蔡賈丁魏薛葉閻余潘杜戴夏鍾汪田任姜范方石姚譚廖鄒熊陸郝孔崔邱秦江史顧侯邵孟龍万段雷銭湯尹黎易常武喬賀頼龔文金朴権柳安申兪全高洪尚裴曺辛厳咸玄慎河禹池卞蘭温聶甘柯鮑翁阮梅詹穆魯殷兪毛習胡溫游宗',
);

/** Whether the word is a family name of one kanji that is common in China or Korea. */
export function isContinentalSurname(words: Morphemes, at: number): boolean {
  return words.ends[at]! - words.starts[at]! === 1 && continentalSurnames.has(words.text[words.starts[at]!]!);
}

/** A whole chunk (but for a title) that reads as a Chinese or Korean name: 周恩来, 朴正煕. */
export function addContinentalName(names: NameSet, first: number, end: number): boolean {
  const { words } = names;
  let from = first;
  while (from < end && (words.roles[from]! & Role.role || names.isTaken(from))) {
    from++;
  }
  let to = from;
  let pieces = 0;
  while (to < end && !names.isTaken(to) && !(words.roles[to]! & Role.role)) {
    const kind = words.classes[to]!;
    if (pieces > 1 && hasTitleAfter(words, to - 1)) {
      break;
    }
    const length = words.ends[to]! - words.starts[to]!;
    const apart = words.roles[to]! & (Role.apart | Role.loose);
    if (apart || length > 2 || (length > 1 && kind & (longWord | WordClass.organization)) || kind & nonKanji) {
      return false;
    }
    to++;
    pieces++;
  }
  if (pieces < 2 || (to < end && !names.isTaken(to) && !hasTitleAfter(words, to - 1))) {
    return false;
  }
  const length = words.ends[to - 1]! - words.starts[from]!;
  const start = words.starts[from]!;
  if (length > 2 && length < 5 && pieces >= length - 1 && isBeforePersonTitle(words, to - 1)) {
    // Nothing but single characters before a title: a name that no list holds.
    names.add(from, to - 1, 'person');
    return from === first && to === end;
  }
  if (length < 2 || length > 3 || !continentalSurnames.has(words.text[start]!)) {
    return false;
  }
  const japanese = words.classes[from]! & WordClass.surname && words.ends[from]! - start > 1;
  if (japanese || (length === 2 && !hasTitleAfter(words, to - 1) && from === first)) {
    return false;
  }
  names.add(from, to - 1, 'person');
  return from === first && to === end;
}

const personTitles = /^(?:氏|さん|教授|首相|大統領|選手|容疑者|被告|監督|博士|議員|知事|社長|会長|総裁|議長)/;

function isBeforePersonTitle(words: Morphemes, at: number): boolean {
  return hasTitleAfter(words, at) && personTitles.test(words.text.slice(words.ends[at]!, words.ends[at]! + 3));
}

const nonKanji = WordClass.katakana | WordClass.latin | WordClass.digit | WordClass.number | WordClass.counter;
