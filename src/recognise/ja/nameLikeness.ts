/**
 * How much a word in katakana looks like a foreign name rather than a loanword: a naive Bayes model of character pairs,
 * counted over the word lists themselves (names of persons and places against common nouns) when they are loaded.
 */
export class NameLikeness {
  private readonly names = new Map<number, number>();
  private readonly nouns = new Map<number, number>();
  private nameTotal = 0;
  private nounTotal = 0;

  /** Counts a word: `kind` above 0 for a name, below for a common noun. */
  learn(word: string, kind: number): void {
    if (kind > 0) {
      this.nameTotal += count(this.names, word);
    } else {
      this.nounTotal += count(this.nouns, word);
    }
  }

  /** Mean log odds of the word's character pairs; above 0 it looks like a name. */
  of(word: string): number {
    let sum = 0;
    const pairs = pairsOf(word);
    for (const pair of pairs) {
      const name = ((this.names.get(pair) ?? 0) + smoothing) / (this.nameTotal + smoothing * vocabulary);
      const noun = ((this.nouns.get(pair) ?? 0) + smoothing) / (this.nounTotal + smoothing * vocabulary);
      sum += Math.log(name / noun);
    }
    return sum / pairs.length;
  }
}

const smoothing = 0.5;
const vocabulary = 3000;

function count(into: Map<number, number>, word: string): number {
  const pairs = pairsOf(word);
  for (const pair of pairs) {
    into.set(pair, (into.get(pair) ?? 0) + 1);
  }
  return pairs.length;
}

/** Pairs of neighbouring characters, with the word's start and end as characters of their own. */
function pairsOf(word: string): number[] {
  const pairs: number[] = [];
  let before = 1;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    pairs.push((before << 16) | unit);
    before = unit;
  }
  pairs.push((before << 16) | 2);
  return pairs;
}
