/**
 * 32-bit hashes to numbers from 0 up to 2^31: open addressing over one typed array, so that a look-up touches one cache
 * line and makes nothing. A `Map` keeps hashes of more than 30 bits as objects on the heap.
 */
export class HashTable {
  /** Hash and value of each slot side by side, the value one higher: 0 where the slot is empty. */
  #slots: Uint32Array;
  #mask: number;
  #size = 0;

  /** `room` for so many before it grows. */
  constructor(room = 32) {
    let slots = 16;
    while (slots * 2 < room * 3) {
      slots *= 2;
    }
    this.#slots = new Uint32Array(slots * 2);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The number of a hash, -1 where it has none. */
  get(hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const value = slots[slot * 2 + 1]!;
      if (value === 0) {
        return -1;
      }
      if (slots[slot * 2] === hash) {
        return value - 1;
      }
    }
  }

  /** Gives a hash a number, or another than it had. */
  set(hash: number, value: number): void {
    if (this.#size * 3 > this.#mask * 2) {
      this.#grow();
    }
    const slots = this.#slots;
    let slot = mixed(hash) & this.#mask;
    while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== hash) {
      slot = (slot + 1) & this.#mask;
    }
    this.#size += slots[slot * 2 + 1] === 0 ? 1 : 0;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = value + 1;
  }

  clear(): void {
    this.#slots.fill(0);
    this.#size = 0;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    this.#mask = old.length - 1;
    this.#size = 0;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] !== 0) {
        this.set(old[at]!, old[at + 1]! - 1);
      }
    }
  }
}

/** Spreads hashes that differ in high bits only, or that are small numbers. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
