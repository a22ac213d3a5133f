/** No rule looks further past a text's end. */
export const lookAhead = 64;
/** Enough for what is read again around a keystroke: code that has been compiled for one array is thrown away with it. */
const firstLength = 1 << 12;
/** Longer arrays are not kept. */
const longestKept = 1 << 17;

/**
 * An array that each text leaves to the next: making one costs a short text about as much as filling it. Only for what
 * nobody reads any more when the next text is read.
 */
export class Scratch<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array> {
  private kept: T;

  constructor(private readonly make: (length: number) => T) {
    this.kept = make(firstLength);
  }

  /** Zeros for `count` items, and as far behind them as anybody looks. */
  take(count: number): T {
    const length = count + lookAhead;
    if (length > longestKept) {
      return this.make(length);
    }
    if (length > this.kept.length) {
      this.kept = this.make(length * 2);
    }
    this.kept.fill(0, 0, length);
    return this.kept;
  }
}
