import type { WordTable } from './wordTable';

const size = 1 << 11;

/**
 * The words of a finished table that were looked up lately, by the low bits of their hash. Few words make most of a
 * text; these stay in the processor's cache, which a table of 100,000 words does not.
 */
export class RecentWords {
  /** Key and value of each place side by side. */
  private readonly places = new Int32Array(size * 2);

  constructor(private readonly table: WordTable) {}

  /** The flags of the word, 0 where it is in no list. */
  get(hash: number): number {
    const { places } = this;
    const place = (hash & (size - 1)) * 2;
    if (places[place] === (hash | 0)) {
      return places[place + 1]!;
    }
    const flags = this.table.get(hash);
    places[place] = hash;
    places[place + 1] = flags;
    return flags;
  }
}
