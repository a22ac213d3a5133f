/** Turns offsets of a text into zero-based lines and UTF-16 columns. LF, CRLF and lone CR end a line. */
export class LinePositions {
  #starts: Int32Array | undefined;

  constructor(readonly text: string) {}

  /** Offset where each line starts. */
  get starts(): Int32Array {
    if (!this.#starts) {
      const starts = [0];
      for (let i = 0; i < this.text.length; i++) {
        const code = this.text.charCodeAt(i);
        if (code === 10 || (code === 13 && this.text.charCodeAt(i + 1) !== 10)) {
          starts.push(i + 1);
        }
      }
      this.#starts = Int32Array.from(starts);
    }
    return this.#starts;
  }

  /**
   * The lines of a text in which the whole lines `[start, end)` of this one gave way to others: only those are looked at.
   *
   * @param text the new text
   * @param lines what stands there now; ends in a line end, or is empty
   */
  spliced(text: string, start: number, end: number, lines: string): LinePositions {
    const { starts } = this;
    const above = starts.subarray(0, this.lineOf(start));
    const own = new LinePositions(lines).starts.subarray(0, -1).map((offset) => offset + start);
    const shift = lines.length - (end - start);
    const below = starts.subarray(this.lineOf(end)).map((offset) => offset + shift);
    const positions = new LinePositions(text);
    positions.#starts = new Int32Array(above.length + own.length + below.length);
    positions.#starts.set(above);
    positions.#starts.set(own, above.length);
    positions.#starts.set(below, above.length + own.length);
    return positions;
  }

  lineOf(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    const line = this.lineOf(offset);
    return { line, column: offset - this.starts[line]! };
  }
}
