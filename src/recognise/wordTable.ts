/**
 * Hash of a word to a set of flags: open addressing over typed arrays, no strings kept. Two words share a 32-bit hash
 * once in four thousand million, so that a word which is in no list is taken for one of 100,000 once in 40,000.
 */
export class WordTable {
  /** Key and value of each slot side by side, so that a look-up touches one cache line; signed, as small integers are. */
  private slots: Int32Array;
  private mask: number;
  private count = 0;

  constructor(capacity = 1024) {
    let size = 16;
    while (size * 2 < capacity * 3) {
      size *= 2;
    }
    this.slots = new Int32Array(size * 2);
    this.mask = size - 1;
  }

  /** The flags of the word, 0 where it is in no list. */
  get(hash: number): number {
    const { slots, mask } = this;
    const wanted = hash | 0;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const key = slots[slot * 2]!;
      if (key === wanted) {
        return slots[slot * 2 + 1]!;
      }
      if (key === 0) {
        return 0;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Adds flags to those that the word has. */
  add(hash: number, flags: number): void {
    if (hash !== 0) {
      const slot = this.slotFor(hash);
      this.slots[slot * 2 + 1] = this.slots[slot * 2 + 1]! | flags;
    }
  }

  /** Sets the value of the word. */
  set(hash: number, value: number): void {
    if (hash !== 0) {
      const slot = this.slotFor(hash);
      this.slots[slot * 2 + 1] = value;
    }
  }

  /** Sets the value of a word that has none. */
  setFirst(hash: number, value: number): void {
    if (hash !== 0) {
      const slot = this.slotFor(hash);
      if (this.slots[slot * 2 + 1] === 0) {
        this.slots[slot * 2 + 1] = value;
      }
    }
  }

  /** Takes flags away from the word. */
  remove(hash: number, flags: number): void {
    if (hash !== 0) {
      const slot = this.slotFor(hash);
      this.slots[slot * 2 + 1] = this.slots[slot * 2 + 1]! & ~flags;
    }
  }

  private slotFor(hash: number): number {
    if (this.count * 3 > this.mask * 2) {
      this.grow();
    }
    const { slots, mask } = this;
    const wanted = hash | 0;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot * 2] !== 0 && slots[slot * 2] !== wanted) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot * 2] === 0) {
      slots[slot * 2] = hash;
      this.count++;
    }
    return slot;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = old.length - 1;
    this.count = 0;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] !== 0) {
        const slot = this.slotFor(old[i]!);
        this.slots[slot * 2 + 1] = old[i + 1]!;
      }
    }
  }
}
