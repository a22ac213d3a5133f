import { UnitSet } from '../../text/units';
import type { JapaneseLexicon } from './lexicon';
import type { NameSet } from './nameSet';
import { WordClass } from './wordClasses';

const open = 0x300c;
const close = '」';
const longestKind = 12;
const longestName = 25;

/** Nouns for bodies that news put before a name in quotation marks: 市民団体「…」. */
const bodies =
  /(?:団体|会社|企業|組織|軍|部隊|勢力|メーカー|ベンチャー|スタートアップ|財団|基金|法人|ＮＰＯ|NPO|ＮＧＯ|NGO|政党|会派|派閥|新党|連合|連盟|同盟|組合|労組|ユニオン|協議会|協会|学会|研究会|委員会|バンド|グループ|ユニット|劇団|楽団|合唱団|球団|クラブ|サークル|チーム|教団|出版社|新聞社|通信社|放送局|レーベル|シンクタンク|保育園|幼稚園|塾|店|喫茶|カフェ|食堂|の会|大手)$/;
/** What the nouns above end in. */
const bodyEnds = new UnitSet('体社業織軍隊力ープ団金人ＯO党派閥盟合組ン会ドトブルム局ク園塾店茶ェ堂手');
/** What no name holds or ends in: a saying, a title of a work. */
const saying = /[。、！？!?…]|(?:です|ます|した|する|せよ|しろ|たい|ない|だ|か|を|よ|ね)$/;
const bracketed = /^(.{2,20})[（(][^）)]{1,12}[）)]$/;

/** The body that a noun before the quotation mark at word `at` tells: 運営会社「ひだまりケア」. */
export function findQuotedName(names: NameSet, lexicon: JapaneseLexicon, at: number): void {
  const { words } = names;
  const { text, starts, ends, count } = words;
  const start = starts[at]!;
  if (text.charCodeAt(start) !== open || at === 0 || ends[at - 1] !== start) {
    return;
  }
  const told = bodyEnds.at(text, start - 1) && bodies.test(text.slice(Math.max(0, start - longestKind), start));
  if (!told && !continuesList(names, start)) {
    return;
  }
  const inside = text.slice(start + 1, start + 2 + longestName);
  const length = inside.indexOf(close);
  const quoted = inside.slice(0, Math.max(0, length));
  const name = bracketed.exec(quoted)?.[1] ?? quoted;
  if (name.length < 2 || saying.test(name) || name.includes('「') || name.includes('\n')) {
    return;
  }
  const end = start + 1 + name.length;
  const first = at + 1;
  let last = first;
  while (last + 1 < count && starts[last + 1]! < end) {
    last++;
  }
  if (words.classes[first]! & WordClass.punctuation || starts[first] !== start + 1) {
    return;
  }
  const known = lexicon.known.find(text, start + 1, end);
  if (known && ends[last] === end) {
    names.addKnown(first, last, known);
  } else {
    names.add(first, last, 'organization', { end });
  }
}

/** Whether another body in quotation marks stands right before: 「青空」と「若葉」. */
function continuesList(names: NameSet, start: number): boolean {
  const { text } = names.words;
  const joint = text[start - 1]!;
  const before = names.found.at(-1);
  return (
    'とや'.includes(joint) &&
    text[start - 2] === close &&
    before?.kind === 'organization' &&
    before.end === start - 2 &&
    text.charCodeAt(before.start - 1) === open
  );
}
