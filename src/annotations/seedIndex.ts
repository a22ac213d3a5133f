import { type FoldedText, isCjk } from './foldedText';

/** Length of a seed that begins with a letter of a spaced script, and of one that begins with kana or kanji. */
const latinSeed = 8;
const cjkSeed = 5;

/** Seeds of one pattern that are looked up, the rarest first. */
const mostSeeds = 24;
/** Seeds of one pattern that are considered; a power of two. */
const mostConsidered = 128;
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
    const buckets = seedBuckets(text, this.#mask);
    const bounds = new Uint32Array(size + 1);
    for (let at = 0; at < text.length; at++) {
      bounds[buckets[at]! + 1]!++;
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
   * Where the rarest seeds of `pattern` lie, and where it is expected: text index minus pattern index, ascending, with
   * repeats.
   *
   * @param expected a diagonal; the places nearest to it are preferred where a seed stands in many
   */
  diagonals(pattern: FoldedText, expected: number): Int32Array {
    if (pattern.length < latinSeed) {
      return this.#scan(pattern, expected);
    }
    const buckets = seedBuckets(pattern, this.#mask);
    // The count in the high bits and the place in the low ones: sorted, the rarest come first.
    const seeds = new Int32Array(mostConsidered);
    let considered = 0;
    const stride = Math.max(1, Math.ceil(pattern.length / mostConsidered));
    for (let n = 0; n * stride < pattern.length; n++) {
      const at = n * stride;
      if (at + seedLength(pattern.units[at]!) <= pattern.length) {
        const bucket = buckets[at]!;
        const count = this.#bounds[bucket + 1]! - this.#bounds[bucket]!;
        if (count > 0) {
          seeds[considered++] = Math.min(count, 0x3fffff) * mostConsidered + n;
        }
      }
    }
    const found = [expected];
    const taken = [0, 0, 0];
    for (const seed of seeds.subarray(0, considered).sort()) {
      const at = (seed % mostConsidered) * stride;
      // At most a third from each third of the pattern, so that none is without a voice.
      const third = Math.floor((3 * at) / pattern.length);
      if (taken[third]!++ < mostSeeds / 3) {
        this.#collect(pattern, at, buckets[at]!, expected, found);
      }
    }
    return Int32Array.from(found).sort();
  }

  /** Whether some seed of `pattern` stands in one place only, and so `pattern` at most once. */
  standsOnce(pattern: FoldedText): boolean {
    const buckets = seedBuckets(pattern, this.#mask);
    for (let at = 0; at + seedLength(pattern.units[at]!) <= pattern.length; at++) {
      const bucket = buckets[at]!;
      if (this.#bounds[bucket + 1]! - this.#bounds[bucket]! === 1) {
        return true;
      }
    }
    return false;
  }

  /** Every place of a pattern too short for seeds. */
  #scan(pattern: FoldedText, expected: number): Int32Array {
    const found = [expected];
    for (let place = 0; pattern.length > 0 && place + pattern.length <= this.#text.length; place++) {
      if (found.length < mostScanned && sameUnits(pattern.units, 0, this.#text, place, pattern.length)) {
        found.push(place);
      }
    }
    return Int32Array.from(found).sort();
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

const base = 0x01000193;
const latinPower = powerOf(latinSeed);
const cjkPower = powerOf(cjkSeed);

/** `base` to the power of `exponent`, modulo 2 to the 32nd. */
function powerOf(exponent: number): number {
  let power = 1;
  for (let n = 0; n < exponent; n++) {
    power = Math.imul(power, base);
  }
  return power;
}

/** For each place the bucket of the seed that begins there, by polynomial hashes rolled along (Karp and Rabin 1987). */
function seedBuckets({ units, length }: FoldedText, mask: number): Int32Array {
  const buckets = new Int32Array(length);
  let latin = 0;
  let cjk = 0;
  for (let at = 1 - latinSeed; at < length; at++) {
    // What leaves the two windows, and what comes in; zero beyond the ends.
    const out = at > 0 ? units[at - 1]! : 0;
    const nextLatin = at + latinSeed <= length ? units[at + latinSeed - 1]! : 0;
    const cjkEnd = at + cjkSeed;
    const nextCjk = cjkEnd > 0 && cjkEnd <= length ? units[cjkEnd - 1]! : 0;
    latin = (Math.imul(latin, base) + nextLatin - Math.imul(out, latinPower)) | 0;
    cjk = (Math.imul(cjk, base) + nextCjk - Math.imul(out, cjkPower)) | 0;
    if (at >= 0) {
      const hash = isCjk(units[at]!) ? cjk : latin;
      // The low bits of a polynomial hash hang on the low bits of the units alone: mix.
      const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      buckets[at] = (mixed ^ (mixed >>> 13)) & mask;
    }
  }
  return buckets;
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
