/** Lists of patterns by the first UTF-16 code unit of each: one array read per character of text. */
export class FirstUnits<T> {
  /** 1 + index of the list, 0 where no pattern begins so. */
  private readonly index = new Uint16Array(65536);
  private readonly lists: T[][] = [];

  add(unit: number, pattern: T): void {
    if (this.index[unit] === 0) {
      this.index[unit] = this.lists.push([]);
    }
    this.lists[this.index[unit]! - 1]!.push(pattern);
  }

  /** The patterns that begin with a code unit, in the order they were added. */
  of(unit: number): readonly T[] | undefined {
    const index = this.index[unit]!;
    return index === 0 ? undefined : this.lists[index - 1];
  }
}
