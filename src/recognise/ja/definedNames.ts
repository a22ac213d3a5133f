import type { JapaneseLexicon } from './lexicon';
import type { NameSet } from './nameSet';
import type { NounChunk } from './nounChunks';
import { nameClasses, WordClass } from './wordClasses';

const longestBracket = 60;
const longestSentence = 240;
const longestForm = 24;

const copula = /(?:の(?:こと|1つ|一つ|ひとつ|一人|1人|総称))?(?:である|であった|だった|だ|です|でした)?$/;
const bodies =
  /(?:会社|企業|メーカー|団体|組織|機関|政党|連盟|連合|協会|協議会|財団|法人|銀行|新聞|新聞社|通信社|放送局|出版社|劇団|楽団|バンド|グループ|ユニット|球団|クラブ|チーム|事務所|研究所|大学|教団|百貨店|商社|航空会社|ゼネコン|レーベル|ブランド|ギャング|マフィア|武装勢力|シンクタンク|財閥|企業集団|コングロマリット|スタートアップ|事業者)$/;
const persons =
  /(?:政治家|作家|小説家|詩人|画家|歌手|俳優|女優|選手|監督|指導者|学者|博士|教授|軍人|将軍|皇帝|国王|王妃|貴族|革命家|思想家|哲学者|作曲家|指揮者|ピアニスト|ギタリスト|ドラマー|ベーシスト|ラッパー|音楽家|声優|タレント|モデル|弁護士|実業家|起業家|外交官|官僚|活動家|写真家|建築家|彫刻家|芸術家|デザイナー|脚本家|映画監督|プロデューサー|ジャーナリスト|記者|司会者|評論家|数学者|発明家|冒険家|探検家|宇宙飛行士|武将|大名|僧侶|俳人|歌人|漫画家|イラストレーター|コメディアン|棋士|騎手|力士|プロレスラー|ボクサー|ユーチューバー|ミュージシャン|シンガーソングライター|首相|大統領|人物)$/;

/**
 * What the first sentence of a line says that its subject is: スヴェアスコーグ（…）は、…の会社である. `at` is the line's
 * first word, with which the chunk of nouns begins.
 */
export function findDefinedName(
  names: NameSet,
  lexicon: JapaneseLexicon,
  at: number,
  { end, classes }: NounChunk,
): void {
  const { words } = names;
  const { text, starts, ends } = words;
  const start = starts[at]!;
  const limit = ends[end - 1]!;
  if (limit - start < 3 || limit - start > longestForm || names.isTaken(at) || classes & WordClass.digit) {
    return;
  }
  const topic = afterBracket(text, limit);
  if (!text.startsWith('は、', topic)) {
    return;
  }
  const sentence = text.slice(topic, topic + longestSentence);
  const stop = sentence.search(/[。\n]/);
  const predicate = (stop < 0 ? '' : sentence.slice(0, stop)).replace(copula, '');
  const isBody = bodies.test(predicate);
  if (!isBody && !persons.test(predicate)) {
    return;
  }
  // 協同組合は、…組織である: two nouns are a kind of body.
  const plain = !(classes & (nameClasses | WordClass.unknown | WordClass.latin)) && !isForeignWord(words.classes[at]!);
  if (plain && (end - at < 3 || classes & WordClass.number)) {
    return;
  }
  const known = lexicon.known.find(text, start, limit);
  if (known) {
    names.addKnown(at, end - 1, known);
  } else if (isBody || classes & WordClass.katakana) {
    names.add(at, end - 1, isBody ? 'organization' : 'person');
  }
}

function isForeignWord(kind: number): boolean {
  return (kind & WordClass.katakana) !== 0 && (kind & WordClass.noun) === 0;
}

/** Offset behind the bracket that opens at `at`, if one does. */
function afterBracket(text: string, at: number): number {
  if (text[at] !== '（' && text[at] !== '(') {
    return at;
  }
  const inside = text.slice(at, at + longestBracket);
  const close = inside.search(/[）)]/);
  return close < 0 ? at : at + close + 1;
}
