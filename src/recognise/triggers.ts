/** What may begin at a character; bits. */
export const Trigger = {
  /** A date. */
  date: 1,
  /** A word that reports: {@link CueJa}. */
  cue: 2,
  /** A word by which the author judges or demands. */
  judgement: 4,
  /** A particle after which the phrase before it may be a speaker. */
  particle: 8,
  /** A word that tells what kind of claim a report makes. */
  kind: 16,
  /** A word of page furniture. */
  furniture: 32,
} as const;

/** Where in a text something may begin, in order: one pass over the text, everything later looks at these only. */
export interface Triggers {
  readonly at: Int32Array;
  /** {@link Trigger} bits of each. */
  readonly bits: Uint8Array;
  readonly count: number;
}

export const noTriggers: Triggers = { at: new Int32Array(0), bits: new Uint8Array(0), count: 0 };

const mask = 8191;
/** Arrays for a longer text are not kept. */
const longestKept = 1 << 17;

function pairIndex(first: number, second: number): number {
  return (Math.imul(first, 61) + second) & mask;
}

/**
 * Finds in one pass where the words of many lists may begin: by the first two code units of each, hashed, so that what
 * is found has to be compared, and what is not found needs no more looking at.
 */
export class TriggerScan {
  /** Bits of the words that begin with a code unit; in the upper byte those of one code unit. */
  private readonly firsts = new Uint16Array(65536);
  private readonly pairs = new Uint8Array(mask + 1);
  private at = new Int32Array(1 << 10);
  private bits = new Uint8Array(1 << 10);

  add(bit: number, words: Iterable<string>): void {
    for (const word of words) {
      const first = word.charCodeAt(0);
      if (word.length === 1) {
        this.firsts[first]! |= bit << 8;
      } else {
        this.firsts[first]! |= bit;
        this.pairs[pairIndex(first, word.charCodeAt(1))]! |= bit;
      }
    }
  }

  /** What the text's characters may begin; to be used until the next text is read. */
  read(text: string): Triggers {
    const { firsts, pairs } = this;
    let { at, bits } = this;
    let count = 0;
    const { length } = text;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      const flags = firsts[unit]!;
      if (flags === 0) {
        continue;
      }
      const next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
      const found = (flags >> 8) | (flags & pairs[pairIndex(unit, next)]!);
      if (found === 0) {
        continue;
      }
      if (count === at.length) {
        const grownAt = new Int32Array(count * 2);
        grownAt.set(at);
        at = grownAt;
        const grownBits = new Uint8Array(count * 2);
        grownBits.set(bits);
        bits = grownBits;
      }
      at[count] = i;
      bits[count] = found;
      count++;
    }
    if (at.length <= longestKept) {
      this.at = at;
      this.bits = bits;
    }
    return { at, bits, count };
  }
}
