/** Turns offsets of a text into zero-based lines and UTF-16 columns. LF, CRLF and lone CR end a line. */
export class LinePositions {
  #starts: number[] | undefined;

  constructor(readonly text: string) {}

  /** Offset where each line starts. */
  get starts(): readonly number[] {
    if (!this.#starts) {
      this.#starts = [0];
      for (let i = 0; i < this.text.length; i++) {
        const code = this.text.charCodeAt(i);
        if (code === 10 || (code === 13 && this.text.charCodeAt(i + 1) !== 10)) {
          this.#starts.push(i + 1);
        }
      }
    }
    return this.#starts;
  }

  lineOf(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    const line = this.lineOf(offset);
    return { line, column: offset - (this.starts[line] ?? 0) };
  }
}
