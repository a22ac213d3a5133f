import { type FoldedText, isCjk } from './foldedText';

/** Length of a seed that begins with a letter of a spaced script, and of one that begins with kana or kanji. */
const latinSeed = 8;
const cjkSeed = 5;

/** Seeds of one pattern that are looked up, the rarest first. */
const mostSeeds = 24;
/** Seeds of one pattern that are considered; a power of two. */
const mostConsidered = 256;
/** Places of a very short pattern. */
const mostScanned = 64;
/** Of a seed that stands in more places than this only the places nearest to where it is expected are taken. */
const manyPlaces = 32;

/** Where each short run of a folded text stands: positions in buckets by hash, ascending within a bucket. */
export class SeedIndex {
  readonly #text: FoldedText;
  /** Bucket b holds `#places[#bounds[b], #bounds[b + 1])`. */
  readonly #bounds: Uint32Array;
  readonly #places: Uint32Array;
  readonly #mask: number;

  constructor(text: FoldedText) {
    this.#text = text;
    const size = 1 << Math.min(20, Math.max(8, Math.ceil(Math.log2(text.length + 1))));
    this.#mask = size - 1;
    const buckets = new Uint32Array(text.length);
    const bounds = new Uint32Array(size + 1);
    for (let at = 0; at < text.length; at++) {
      const bucket = seedHash(text.units, at, text.length) & this.#mask;
      buckets[at] = bucket;
      bounds[bucket + 1]!++;
    }
    for (let bucket = 0; bucket < size; bucket++) {
      bounds[bucket + 1]! += bounds[bucket]!;
    }
    const free = bounds.slice();
    const places = new Uint32Array(text.length);
    for (let at = 0; at < text.length; at++) {
      places[free[buckets[at]!]!++] = at;
    }
    this.#bounds = bounds;
    this.#places = places;
  }

  /**
   * Where the rarest seeds of `pattern` lie: text index minus pattern index, ascending, with repeats.
   *
   * @param expected the diagonal to prefer where a seed stands in many places
   */
  diagonals(pattern: FoldedText, expected: number): Int32Array {
    if (pattern.length < latinSeed) {
      return this.#scan(pattern);
    }
    // The count in the high bits and the place in the low ones: sorted, the rarest come first.
    const seeds: number[] = [];
    const stride = Math.max(1, Math.ceil(pattern.length / mostConsidered));
    for (let n = 0; n * stride < pattern.length; n++) {
      const at = n * stride;
      if (at + seedLength(pattern.units[at]!) <= pattern.length) {
        const bucket = seedHash(pattern.units, at, pattern.length) & this.#mask;
        const count = this.#bounds[bucket + 1]! - this.#bounds[bucket]!;
        if (count > 0) {
          seeds.push(Math.min(count, 0x3fffff) * mostConsidered + n);
        }
      }
    }
    const found: number[] = [];
    const taken = [0, 0, 0];
    for (const seed of Int32Array.from(seeds).sort()) {
      const at = (seed % mostConsidered) * stride;
      // At most a third from each third of the pattern, so that none is without a voice.
      const third = Math.floor((3 * at) / pattern.length);
      if (taken[third]!++ < mostSeeds / 3) {
        const bucket = seedHash(pattern.units, at, pattern.length) & this.#mask;
        this.#collect(pattern, at, bucket, expected, found);
      }
    }
    return Int32Array.from(found).sort();
  }

  /** Every place of a pattern too short for seeds. */
  #scan(pattern: FoldedText): Int32Array {
    const found: number[] = [];
    for (let place = 0; pattern.length > 0 && place + pattern.length <= this.#text.length; place++) {
      if (found.length < mostScanned && sameUnits(pattern.units, 0, this.#text, place, pattern.length)) {
        found.push(place);
      }
    }
    return Int32Array.from(found);
  }

  #collect(pattern: FoldedText, at: number, bucket: number, expected: number, found: number[]): void {
    const from = this.#bounds[bucket]!;
    const to = this.#bounds[bucket + 1]!;
    const length = seedLength(pattern.units[at]!);
    let low = from;
    let high = to;
    if (to - from > manyPlaces) {
      const middle = lowerBound(this.#places, from, to, expected + at);
      low = Math.max(from, middle - manyPlaces / 2);
      high = Math.min(to, middle + manyPlaces / 2);
    }
    for (let i = low; i < high; i++) {
      const place = this.#places[i]!;
      if (sameUnits(pattern.units, at, this.#text, place, length)) {
        found.push(place - at);
      }
    }
  }
}

function lowerBound(list: Uint32Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function seedLength(unit: number): number {
  return isCjk(unit) ? cjkSeed : latinSeed;
}

/** FNV-1a with a last mix, because buckets are taken from the low bits. */
function seedHash(units: Uint16Array, at: number, length: number): number {
  const end = Math.min(length, at + seedLength(units[at]!));
  let hash = 0x811c9dc5;
  for (let i = at; i < end; i++) {
    hash = Math.imul(hash ^ units[i]!, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** Whether `length` units of `pattern` from `at` stand in `text` at `place`. */
export function sameUnits(pattern: Uint16Array, at: number, text: FoldedText, place: number, length: number): boolean {
  if (place < 0 || place + length > text.length) {
    return false;
  }
  for (let i = 0; i < length; i++) {
    if (pattern[at + i] !== text.units[place + i]) {
      return false;
    }
  }
  return true;
}
