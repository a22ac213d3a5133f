import { type FoldedText, isCjk } from './foldedText';

/** Length of a seed that begins with a letter of a spaced script, and of one that begins with kana or kanji. */
const latinSeed = 8;
const cjkSeed = 4;

/** More places than this for one seed say little; only the nearest to where it is expected are looked at. */
const manyPlaces = 48;
const mostPlaces = 4096;

/** Where each short run of a folded text occurs: hash chains over positions, built in one pass. */
export class SeedIndex {
  readonly #text: FoldedText;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(text: FoldedText) {
    this.#text = text;
    const size = 1 << Math.min(21, Math.max(8, Math.ceil(Math.log2(text.length + 1))));
    this.#mask = size - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(text.length);
    for (let at = text.length - 1; at >= 0; at--) {
      const bucket = seedHash(text.units, at, text.length) & this.#mask;
      this.#next[at] = this.#heads[bucket]!;
      this.#heads[bucket] = at;
    }
  }

  /**
   * Adds to `found` every place where the seed at `at` of `pattern` occurs; of many only those nearest to `expected`.
   */
  places(pattern: FoldedText, at: number, expected: number, found: number[]): void {
    const length = seedLength(pattern.units[at]!);
    if (at + length > pattern.length) {
      return;
    }
    const own: number[] = [];
    let steps = 0;
    let place = this.#heads[seedHash(pattern.units, at, pattern.length) & this.#mask]!;
    while (place !== -1 && steps < mostPlaces) {
      if (sameUnits(pattern.units, at, this.#text, place, length)) {
        own.push(place);
      }
      place = this.#next[place]!;
      steps++;
    }
    if (own.length > manyPlaces) {
      own.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
      own.length = manyPlaces;
    }
    for (const hit of own) {
      found.push(hit);
    }
  }
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
