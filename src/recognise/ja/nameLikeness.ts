/**
 * How much a word in katakana looks like a foreign name rather than a loanword: a naive Bayes model of character pairs,
 * counted over the word lists themselves (names of persons and places against common nouns) when they are loaded.
 */
export class NameLikeness {
  private readonly names = new Float64Array(codes * codes);
  private readonly nouns = new Float64Array(codes * codes);
  private nameTotal = 0;
  private nounTotal = 0;

  /** Counts a word: `kind` above 0 for a name, below for a common noun. It is the code unit `first` and `text[from, to)`. */
  learn(first: number, text: string, from: number, to: number, kind: number): void {
    const counts = kind > 0 ? this.names : this.nouns;
    let before = codeOf(first);
    count(counts, wordStart, before);
    for (let i = from; i < to; i++) {
      const code = codeOf(text.charCodeAt(i));
      count(counts, before, code);
      before = code;
    }
    count(counts, before, wordEnd);
    const pairs = to - from + 2;
    if (kind > 0) {
      this.nameTotal += pairs;
    } else {
      this.nounTotal += pairs;
    }
  }

  /** Mean log odds of the word's character pairs; above 0 it looks like a name. */
  of(word: string): number {
    let sum = 0;
    let before = wordStart;
    for (let i = 0; i <= word.length; i++) {
      const code = i < word.length ? codeOf(word.charCodeAt(i)) : wordEnd;
      const pair = before * codes + code;
      const name = (this.names[pair]! + smoothing) / (this.nameTotal + smoothing * vocabulary);
      const noun = (this.nouns[pair]! + smoothing) / (this.nounTotal + smoothing * vocabulary);
      sum += Math.log(name / noun);
      before = code;
    }
    return sum / (word.length + 1);
  }
}

const smoothing = 0.5;
const vocabulary = 3000;

const firstKatakana = 0x30a0;
const lastKatakana = 0x30ff;
const wordStart = 1;
const wordEnd = 2;
const other = 0;
const firstCode = 3;
const codes = firstCode + lastKatakana - firstKatakana + 1;

/** Pairs with a character that is no katakana are as good as never seen. */
function count(counts: Float64Array, before: number, code: number): void {
  if (before !== other && code !== other) {
    counts[before * codes + code]!++;
  }
}

/** Katakana as small numbers; all other characters are one. */
function codeOf(unit: number): number {
  return unit >= firstKatakana && unit <= lastKatakana ? unit - firstKatakana + firstCode : other;
}
