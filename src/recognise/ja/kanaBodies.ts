import { UnitSet } from '../../text/units';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { nameClasses, WordClass } from './wordClasses';

const longestKana = 6;
const particles = new UnitSet('はがをにのともでへやかよらだじなしすせそ');
const ends = new Set(
  '会 座 園 塾 隊 館 社 堂 舎 幼稚園 保育園 病院 銀行 農協 組合 学園 学院 新聞 協会 教室 財団 書房 書店 信金 信用金庫 商店 酒造 食品 製菓 建設 工業 産業 運輸 交通 新報 民報 薬局 農園 牧場 FC SC ＦＣ ＳＣ'.split(
    ' ',
  ),
);
const lastSigns = new UnitSet('会座園塾隊館社堂舎院行協合聞室団房店金庫造品菓設業輸通報局場CＣ');
/** Kinds rather than names. */
const generic = new Set(['こども', 'おとな', 'みんな', 'ふるさと', 'まち', 'おやこ', 'わたし', 'あなた']);
const closing = WordClass.hiragana | WordClass.punctuation | WordClass.newline;

/**
 * Bodies whose name goes over hiragana: 恵那ひかり幼稚園, 人形劇団ともしび座, わらび座. `at` is a word in hiragana; the word
 * behind it ends the name, a name that touches from before begins it.
 */
export function findKanaBody(names: NameSet, at: number): void {
  const { words } = names;
  const { text, starts, ends: wordEnds, classes, roles, count } = words;
  if (particles.at(text, starts[at]!)) {
    return;
  }
  const head = at + 1;
  const length = wordEnds[at]! - starts[at]!;
  if (length < 2 || length > longestKana || head >= count || starts[head] !== wordEnds[at]) {
    return;
  }
  if (!lastSigns.has(text.charCodeAt(wordEnds[head]! - 1)) || names.isTaken(at)) {
    return;
  }
  if (!ends.has(text.slice(starts[head]!, wordEnds[head]!))) {
    return;
  }
  const next = head + 1;
  if (next < count && starts[next] === wordEnds[head] && !(classes[next]! & closing) && !(roles[next]! & Role.role)) {
    return;
  }
  const before = at - 1;
  const touches = before >= 0 && wordEnds[before] === starts[at];
  if (!touches || classes[before]! & (WordClass.punctuation | WordClass.newline)) {
    if (length > 2 && !generic.has(text.slice(starts[at]!, wordEnds[at]!))) {
      names.add(at, head, 'organization');
    }
  } else if (classes[before]! & (nameClasses & ~WordClass.country) || roles[before]! & Role.place) {
    const first = firstOfName(names, before);
    if (first >= 0) {
      names.add(first, head, 'organization');
    }
  }
}

/** First word of the name that ends in the word `last`: its river or town belongs to it; -1 where a person stands there. */
function firstOfName(names: NameSet, last: number): number {
  const { words, found } = names;
  if (!names.isTaken(last)) {
    return last;
  }
  const name = found[found.length - 1];
  if (!name || name.end !== words.ends[last] || name.kind !== 'place') {
    return -1;
  }
  let first = last;
  while (first > 0 && words.starts[first]! > name.start) {
    first--;
  }
  found.pop();
  return first;
}
