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
    let next = length > 0 ? text.charCodeAt(0) : 0;
    for (let from = 0; from < length; from += stretch) {
      if (count + stretch > at.length) {
        const capacity = Math.max(count + stretch, at.length * 2);
        at = grown(at, new Int32Array(capacity));
        bits = grown(bits, new Uint8Array(capacity));
      }
      const to = Math.min(length, from + stretch);
      for (let i = from; i < to; i++) {
        const unit = next;
        next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
        const flags = firsts[unit]!;
        const found = (flags >> 8) | (flags & pairs[pairIndex(unit, next)]!);
        // Written in any case and counted without a branch, which no processor could foretell.
        at[count] = i;
        bits[count] = found;
        count += (found + 255) >> 8;
      }
    }
    if (at.length <= longestKept) {
      this.at = at;
      this.bits = bits;
    }
    return { at, bits, count };
  }
}

/** So many characters are looked at before there has to be more room. */
const stretch = 1 << 10;

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
