import type { NameKind } from '../../model/recognition';
import { commonClasses as common, isCommonCompound, personalClasses as personal } from './katakanaWords';
import type { JapaneseLexicon } from './lexicon';
import { WordClass } from './wordClasses';

/** パン, ワン: nouns so short are parts of names as often. */
const longestShort = 2;
/** Least mean likeness of the parts that are no nouns, where a noun is among them and where other words touch. */
const leastAmongNouns = 0.35;
const leastTouching = 0.1;

interface ToldKind {
  readonly kind: NameKind;
  /** Told by nothing but how the name looks. */
  readonly isGuess?: boolean;
}

/**
 * What several parts between middle dots name. `isOpen`: nothing but words that are no part of names touch them,
 * `isTitled`: a title follows.
 */
export function kindOfParts(
  { reader }: JapaneseLexicon,
  parts: readonly string[],
  isOpen: boolean,
  isTitled: boolean,
): ToldKind {
  const { words: table, likeness } = reader.segmenter;
  const classes = parts.map((part) => reader.classesOf(part, 0, part.length));
  const first = classes[0]!;
  const last = classes[classes.length - 1]!;
  if (parts[0] === 'ザ' || parts[0] === 'ジ') {
    return { kind: isOpen || isTitled ? 'organization' : 'misc' };
  }
  if (isTitled) {
    return { kind: 'person' };
  }
  if (clubs.has(parts[0]!)) {
    return { kind: 'organization' };
  }
  if (parts.some((part, i) => i > 0 && connectives.has(part))) {
    return { kind: 'misc' };
  }
  if (isTeam(parts) && !(first & WordClass.givenName) && !(last & personal)) {
    return { kind: 'organization' };
  }
  if ((first | last) & personal) {
    return { kind: 'person' };
  }
  const isNoun = parts.map(
    (part, i) =>
      part.length > longestShort && ((classes[i]! & common) !== 0 || isCommonCompound(table, part, 0, part.length)),
  );
  const others = parts.filter((_, i) => !isNoun[i]);
  const mean = others.reduce((sum, part) => sum + likeness.of(part), 0) / Math.max(1, others.length);
  if (others.length < parts.length) {
    const isName = others.length > 0 && !isNoun[isNoun.length - 1] && mean > leastAmongNouns;
    return { kind: isName ? 'person' : 'misc', isGuess: isName };
  }
  if (!isOpen) {
    return { kind: mean > leastTouching ? 'person' : 'misc', isGuess: mean > leastTouching };
  }
  // ロサンゼルス・ドジャース: a place and what plays there.
  return first & WordClass.place ? { kind: 'organization' } : { kind: 'person', isGuess: true };
}

/** What clubs are called before their town, and what stands in titles of works. */
const clubs = new Set(
  'クラブ アトレティコ アスレティック レアル スポルティング ディナモ ロコモティフ レッドスター ラピド スパルタク スパルタ デポルティーボ ボルシア アイントラハト'.split(
    ' ',
  ),
);
const connectives = new Set(['ザ', 'オブ', 'トゥ', 'イン', 'オン', 'フォー']);

const shortestTeam = 4;
/** Family names that look like plurals too. */
const namesInS = new Set(
  'ウィリアムズ ジョーンズ ロジャーズ エドワーズ アダムズ コリンズ ヒューズ シモンズ ホプキンズ パーキンズ ワトキンズ リチャーズ サンダーズ バーンズ ヘイズ キーズ ホームズ ジェームズ ヒギンズ ダニエルズ スティーブンズ イーモンズ ハリーズ ロビンズ'.split(
    ' ',
  ),
);

/** ボルチモア・レイブンズ: the last part is an English plural. */
function isTeam(parts: readonly string[]): boolean {
  const last = parts[parts.length - 1]!;
  return last.length >= shortestTeam && last.endsWith('ズ') && !namesInS.has(last);
}
