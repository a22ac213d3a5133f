/**
 * Hash of a word to a set of flags: open addressing over typed arrays, no strings kept. Two words share a 32-bit hash
 * once in four thousand million, so that a word which is in no list is taken for one of 100,000 once in 40,000.
 */
export class WordTable {
  private keys: Uint32Array;
  private values: Uint32Array;
  private mask: number;
  private count = 0;

  constructor(capacity = 1024) {
    let size = 16;
    while (size < capacity * 2) {
      size *= 2;
    }
    this.keys = new Uint32Array(size);
    this.values = new Uint32Array(size);
    this.mask = size - 1;
  }

  /** The flags of the word, 0 where it is in no list. */
  get(hash: number): number {
    const { keys, mask } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const key = keys[slot]!;
      if (key === hash) {
        return this.values[slot]!;
      }
      if (key === 0) {
        return 0;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Adds flags to those that the word has. */
  add(hash: number, flags: number): void {
    if (hash === 0) {
      return;
    }
    const slot = this.slotFor(hash);
    this.values[slot] = this.values[slot]! | flags;
  }

  /** Sets the value of the word. */
  set(hash: number, value: number): void {
    if (hash !== 0) {
      this.values[this.slotFor(hash)] = value;
    }
  }

  /** Takes flags away from the word. */
  remove(hash: number, flags: number): void {
    const slot = this.slotFor(hash);
    this.values[slot] = this.values[slot]! & ~flags;
  }

  private slotFor(hash: number): number {
    if (this.count * 2 > this.mask) {
      this.grow();
    }
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash) {
      slot = (slot + 1) & this.mask;
    }
    if (this.keys[slot] === 0) {
      this.keys[slot] = hash;
      this.count++;
    }
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(keys.length * 2);
    this.mask = this.keys.length - 1;
    this.count = 0;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] !== 0) {
        this.values[this.slotFor(keys[i]!)] = values[i]!;
      }
    }
  }
}
