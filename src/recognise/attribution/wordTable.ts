import { CharClass } from '../../text/charClass';
import { hashText, type Tokens } from '../../text/tokens';

/** What a table holds for a word: two numbers of the caller's own meaning. */
export interface WordEntry {
  readonly code: number;
  readonly voice: number;
}

/** Words and their numbers, found by a token's hash without making a string. Case counts. */
export class WordTable {
  /** Per slot: the word's hash, 0 where the slot is empty. */
  private readonly hashes: Int32Array;
  /** Length and first code unit of the word: with its hash they tell it from all others but a few in 2^50. */
  private readonly lengths: Uint8Array;
  private readonly firsts: Uint16Array;
  private readonly codes: Int32Array;
  private readonly voices: Uint8Array;
  private readonly mask: number;

  constructor(entries: ReadonlyMap<string, WordEntry>) {
    let size = 16;
    while (size < entries.size * 3) {
      size *= 2;
    }
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.lengths = new Uint8Array(size);
    this.firsts = new Uint16Array(size);
    this.codes = new Int32Array(size);
    this.voices = new Uint8Array(size);
    for (const [word, { code, voice }] of entries) {
      const hash = hashText(word) | 0;
      let slot = hash & this.mask;
      while (this.hashes[slot] !== 0) {
        slot = (slot + 1) & this.mask;
      }
      this.hashes[slot] = hash;
      this.lengths[slot] = word.length;
      this.firsts[slot] = word.charCodeAt(0);
      this.codes[slot] = code;
      this.voices[slot] = voice;
    }
  }

  /** Fills `codes` and `voices`, one of each per token, 0 where the table does not hold the word. */
  read(tokens: Tokens, codes: Int32Array, voices: Uint8Array): void {
    const { hashes, mask } = this;
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.classes[i]!;
      if (kind !== CharClass.lower && kind !== CharClass.upper) {
        continue;
      }
      const hash = tokens.hashes[i]! | 0;
      for (let slot = hash & mask; hashes[slot] !== 0; slot = (slot + 1) & mask) {
        if (hashes[slot] === hash && this.isWord(slot, tokens, i)) {
          codes[i] = this.codes[slot]!;
          voices[i] = this.voices[slot]!;
          break;
        }
      }
    }
  }

  private isWord(slot: number, tokens: Tokens, i: number): boolean {
    const start = tokens.starts[i]!;
    return this.lengths[slot] === tokens.ends[i]! - start && this.firsts[slot] === tokens.text.charCodeAt(start);
  }
}

/** Adds each word also with a capital, as it stands at the start of a sentence and in headlines. */
export function withCapitals(entries: ReadonlyMap<string, WordEntry>): Map<string, WordEntry> {
  const all = new Map(entries);
  for (const [word, entry] of entries) {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    if (!all.has(capital)) {
      all.set(capital, entry);
    }
  }
  return all;
}
