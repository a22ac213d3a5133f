const longestWord = 255;

/**
 * Words with a small number each, found in a text without cutting strings out of it: open addressing over FNV-1a
 * hashes, the characters in one array. One word may have several values.
 */
export class WordTable {
  private chars: Uint16Array;
  private used = 0;
  private starts: Int32Array;
  private lengths: Uint8Array;
  private values: Int32Array;
  private count = 0;
  /** 1 + row (or 0) and hash of each slot side by side, so that another word's row is seldom looked at. */
  private slots: Int32Array;
  private mask: number;
  /** Length of the longest word. */
  longest = 0;

  /** `expected` words are stored without growing. */
  constructor(expected = 1 << 10) {
    const rows = 2 ** Math.ceil(Math.log2(expected + 1));
    this.chars = new Uint16Array(rows * 3);
    this.starts = new Int32Array(rows);
    this.lengths = new Uint8Array(rows);
    this.values = new Int32Array(rows);
    this.slots = new Int32Array(rows * 4);
    this.mask = rows * 2 - 1;
  }

  /** `value` is any 32-bit number; words longer than 255 code units are left out. */
  add(word: string, value: number): void {
    if (word.length > 0) {
      this.addUpTo(word.charCodeAt(0), word, 1, -1, value);
    }
  }

  /**
   * Adds the word that begins with the code unit `first` and goes on in `text` from `start` to the end, or up to a code
   * unit that is not above `stop`; returns where that is.
   */
  addUpTo(first: number, text: string, start: number, stop: number, value: number): number {
    if (this.count * 2 > this.mask) {
      this.rehash();
    }
    this.reserve(longestWord);
    const { chars, used } = this;
    chars[used] = first;
    let hash = Math.imul(0x811c9dc5 ^ first, 0x01000193);
    let length = 1;
    let at = start;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit <= stop) {
        break;
      }
      if (length < longestWord) {
        chars[used + length] = unit;
      }
      hash = Math.imul(hash ^ unit, 0x01000193);
      length++;
    }
    if (length <= longestWord) {
      this.starts[this.count] = used;
      this.lengths[this.count] = length;
      this.values[this.count] = value;
      this.used += length;
      this.longest = Math.max(this.longest, length);
      this.place(this.count, hash | 0);
      this.count++;
    }
    return at;
  }

  /** Row of the first value of `text[start, end)`, whose FNV-1a hash is `hash`; -1 where there is none. */
  find(text: string, start: number, end: number, hash: number): number {
    return this.probe(text, start, end, hash | 0, hash & this.mask);
  }

  /** Row of the next value of the same word; -1 after the last. */
  next(row: number, text: string, start: number, end: number, hash: number): number {
    const { slots, mask } = this;
    let slot = hash & mask;
    while (slots[slot * 2] !== row + 1) {
      slot = (slot + 1) & mask;
    }
    return this.probe(text, start, end, hash | 0, (slot + 1) & mask);
  }

  valueOf(row: number): number {
    return this.values[row]!;
  }

  /** The first value of `text[start, end)`, or `otherwise`. */
  get(text: string, start: number, end: number, hash: number, otherwise: number): number {
    const row = this.find(text, start, end, hash);
    return row < 0 ? otherwise : this.values[row]!;
  }

  private probe(text: string, start: number, end: number, hash: number, from: number): number {
    const { slots, mask } = this;
    for (let slot = from; ; slot = (slot + 1) & mask) {
      const row = slots[slot * 2]! - 1;
      if (row < 0 || (slots[slot * 2 + 1] === hash && this.matches(row, text, start, end))) {
        return row;
      }
    }
  }

  private matches(row: number, text: string, start: number, end: number): boolean {
    if (this.lengths[row] !== end - start) {
      return false;
    }
    const at = this.starts[row]!;
    for (let i = end - start - 1; i >= 0; i--) {
      if (this.chars[at + i] !== text.charCodeAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  private place(row: number, hash: number): void {
    const { slots, mask } = this;
    let slot = hash & mask;
    while (slots[slot * 2] !== 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot * 2] = row + 1;
    slots[slot * 2 + 1] = hash;
  }

  private reserve(length: number): void {
    if (this.used + length > this.chars.length) {
      const larger = new Uint16Array(this.chars.length * 2 + length);
      larger.set(this.chars);
      this.chars = larger;
    }
    if (this.count === this.starts.length) {
      const [starts, lengths, values] = [this.starts, this.lengths, this.values];
      this.starts = new Int32Array(this.count * 2);
      this.starts.set(starts);
      this.lengths = new Uint8Array(this.count * 2);
      this.lengths.set(lengths);
      this.values = new Int32Array(this.count * 2);
      this.values.set(values);
    }
  }

  private rehash(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    // In the order of the rows: values of one word are found in the order they were added.
    const hashes = new Int32Array(this.count);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] !== 0) {
        hashes[old[i]! - 1] = old[i + 1]!;
      }
    }
    for (let row = 0; row < this.count; row++) {
      this.place(row, hashes[row]!);
    }
  }
}
