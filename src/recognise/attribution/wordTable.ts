import { hashText, type Tokens } from '../../text/tokens';

/** Words and a number for each, found by a token's hash without making a string. */
export class WordTable {
  private readonly words: (string | undefined)[];
  private readonly values: Int32Array;
  private readonly mask: number;

  constructor(entries: ReadonlyMap<string, number>) {
    let size = 16;
    while (size < entries.size * 4) {
      size *= 2;
    }
    this.mask = size - 1;
    this.words = new Array<string | undefined>(size).fill(undefined);
    this.values = new Int32Array(size);
    for (const [word, value] of entries) {
      let slot = hashText(word) & this.mask;
      while (this.words[slot] !== undefined) {
        slot = (slot + 1) & this.mask;
      }
      this.words[slot] = word;
      this.values[slot] = value;
    }
  }

  /** The number of token `i`, 0 where the table does not hold it. Case counts. */
  of(tokens: Tokens, i: number): number {
    let slot = tokens.hashes[i]! & this.mask;
    for (let word = this.words[slot]; word !== undefined; word = this.words[slot]) {
      const start = tokens.starts[i]!;
      if (word.length === tokens.ends[i]! - start && tokens.text.startsWith(word, start)) {
        return this.values[slot]!;
      }
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }
}

/** Adds each word also with a capital, as it stands at the start of a sentence and in headlines. */
export function withCapitals(entries: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map(entries);
  for (const [word, value] of entries) {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    if (!all.has(capital)) {
      all.set(capital, value);
    }
  }
  return all;
}
