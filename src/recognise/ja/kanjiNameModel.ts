/**
 * How much a word in kanji looks like a person's name rather than a noun: a naive Bayes model of the characters that
 * family names, given names and nouns begin and end in, counted over the word lists themselves when they are loaded.
 * A listed name counts {@link listed} more than its characters do.
 */
export class KanjiNameModel {
  /** One row of counts a position: first and last character of family names, given names and nouns. */
  private readonly counts = new Uint16Array(rows * kanjiCount);
  private readonly totals = new Float64Array(rows);

  /** Counts a word of the lists by its first and last code unit; one of a single character tells nothing. */
  learn(firstUnit: number, lastUnit: number, list: 'family' | 'given' | 'noun'): void {
    const first = firstUnit - firstKanji;
    const last = lastUnit - firstKanji;
    if (first < 0 || first >= kanjiCount || last < 0 || last >= kanjiCount) {
      return;
    }
    const row = rowOf[list];
    this.counts[row * kanjiCount + first]!++;
    this.counts[(row + 1) * kanjiCount + last]!++;
    this.totals[row]!++;
    this.totals[row + 1]!++;
  }

  /** Log odds that `text[start, end)` is a family name; `isListed` where the lists have it as one. */
  family(text: string, start: number, end: number, isListed: boolean): number {
    return this.part(text, start, end, rowOf.family, isListed);
  }

  /** The same for a given name. */
  given(text: string, start: number, end: number, isListed: boolean): number {
    return this.part(text, start, end, rowOf.given, isListed);
  }

  private part(text: string, start: number, end: number, row: number, isListed: boolean): number {
    const first = this.odds(text.charCodeAt(start), row, rowOf.noun);
    const last = this.odds(text.charCodeAt(end - 1), row + 1, rowOf.noun + 1);
    const odds = end - start === 1 ? (first + last) / 2 - singleCharacter : first + last;
    return (isListed ? Math.max(odds, 0) + listed : odds) - (end - start > 2 ? threeCharacters : 0);
  }

  private odds(unit: number, row: number, noun: number): number {
    const code = (variants.get(unit) ?? unit) - firstKanji;
    if (code < 0 || code >= kanjiCount) {
      return 0;
    }
    return Math.log(this.share(row, code) / this.share(noun, code));
  }

  private share(row: number, code: number): number {
    return (this.counts[row * kanjiCount + code]! + smoothing) / (this.totals[row]! + smoothing * vocabulary);
  }
}

/** Forms of characters that only names still have, and the common form of each. */
const variantPairs =
  '﨑崎髙高濵浜濱浜邊辺邉辺齋斎齊斉櫻桜澤沢廣広眞真德徳嶋島嶌島國国圓円惠恵榮栄龍竜瀧滝壽寿藏蔵禮礼彌弥萬万淺浅關関條条曾曽靜静豐豊實実總総黑黒瀨瀬賴頼晋晉昻昂隆隆';
const variants = new Map<number, number>();
for (let i = 0; i + 1 < variantPairs.length; i += 2) {
  variants.set(variantPairs.charCodeAt(i), variantPairs.charCodeAt(i + 1));
}

/** `text[start, end)` with each such form replaced by the common one, of the same length; undefined where none is in it. */
export function withCommonForms(text: string, start: number, end: number): string | undefined {
  let plain: string | undefined;
  for (let at = start; at < end; at++) {
    const common = variants.get(text.charCodeAt(at));
    if (common !== undefined) {
      plain ??= text.slice(start, end);
      plain = plain.slice(0, at - start) + String.fromCharCode(common) + plain.slice(at - start + 1);
    }
  }
  return plain;
}

const smoothing = 0.5;
const vocabulary = 2500;
/** What a single character's evidence lacks, what three characters lose, what a listed name has more. */
const singleCharacter = 1.2;
const threeCharacters = 1;
const listed = 3;

const firstKanji = 0x4e00;
const kanjiCount = 0x5200;
const rowOf = { family: 0, given: 2, noun: 4 } as const;
const rows = 6;
