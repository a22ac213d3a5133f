import type { FoldedText } from './foldedText';
import { sameUnits } from './seedIndex';

/** How a pattern lies in a text: the cheapest way to turn one into the other. */
export interface Alignment {
  /** Half-open range of folded indices in the text. */
  readonly start: number;
  readonly end: number;
  /** Units inserted, deleted or replaced. */
  readonly distance: number;
  /** For each unit of the pattern the text index it is matched with (equal or replaced), -1 where it was deleted. */
  readonly partners: Int32Array;
}

const diagonal = 0;
const up = 1;
const left = 2;
const begin = 3;

/**
 * Best place of `pattern[from, to)` in `text` among the diagonals `low..high` (text index minus pattern index), both
 * ends of the text free: Sellers' algorithm on a band. What the text has lost of either end of the pattern may be
 * longer than the band is wide. Time and memory: pattern length times band width.
 */
function alignInBand(
  pattern: Uint16Array,
  from: number,
  to: number,
  text: FoldedText,
  low: number,
  high: number,
): Alignment {
  const rows = to - from;
  const width = high - low + 1;
  const far = rows + width + 1;
  const { units } = text;
  let above = new Int32Array(width + 2).fill(far);
  let row = new Int32Array(width + 2).fill(far);
  const steps = new Uint8Array((rows + 1) * width);
  // Column k of a row stands at array index k + 1, with a wall on each side and where the text has ended.
  for (let k = 0; k < width; k++) {
    const j = from + low + k;
    above[k + 1] = j >= 0 && j <= text.length ? 0 : far;
  }
  // Where the way ends: the last row and column, and its cost with the rest of the pattern deleted.
  let i = 0;
  let k = Math.min(width - 1, Math.max(0, -from - low));
  let distance = rows;
  for (let n = 1; n <= rows; n++) {
    const unit = pattern[from + n - 1]!;
    const base = n * width;
    const shift = from + n + low;
    const first = Math.min(width, Math.max(0, -shift));
    const last = Math.min(width - 1, text.length - shift);
    row.fill(far, 0, first + 1);
    row.fill(far, Math.max(first, last + 1) + 1);
    let before = far;
    let least = far;
    let where = 0;
    for (let c = first; c <= last; c++) {
      let best = units[shift + c - 1] === unit ? above[c + 1]! : above[c + 1]! + 1;
      let step = diagonal;
      const deleted = above[c + 2]! + 1;
      if (deleted < best) {
        best = deleted;
        step = up;
      }
      if (before + 1 < best) {
        best = before + 1;
        step = left;
      }
      if (n < best) {
        best = n;
        step = begin;
      }
      if (best < least) {
        least = best;
        where = c;
      }
      before = best;
      row[c + 1] = best;
      steps[base + c] = step;
    }
    // Of equal ways the one that goes on longest.
    if (least + rows - n <= distance) {
      distance = least + rows - n;
      i = n;
      k = where;
    }
    [above, row] = [row, above];
  }
  const end = from + i + low + k;
  const partners = new Int32Array(rows).fill(-1);
  while (i > 0) {
    const step = steps[i * width + k]!;
    if (step === begin) {
      break;
    }
    if (step === diagonal) {
      partners[i - 1] = from + i + low + k - 1;
      i--;
    } else if (step === up) {
      i--;
      k++;
    } else {
      k--;
    }
  }
  return { start: from + i + low + k, end, distance, partners };
}

/** Diagonals around the seeds that are tried first. */
const narrow = 10;
/** Where this share of the pattern differs around its seeds, a wider band finds chance likeness at best. */
const hopeless = 0.55;

/**
 * As {@link alignInBand}, with `margin` diagonals more on each side. Most passages are hardly changed: a way that leaves
 * a narrow band around the seeds would cost more than one found inside of it that is cheaper than the band is wide.
 */
export function alignNearSeeds(
  pattern: Uint16Array,
  from: number,
  to: number,
  text: FoldedText,
  low: number,
  high: number,
  margin: number,
): Alignment {
  if (margin > narrow) {
    const near = alignInBand(pattern, from, to, text, low - narrow, high + narrow);
    if (near.distance <= narrow || near.distance > hopeless * (to - from)) {
      return near;
    }
  }
  return alignInBand(pattern, from, to, text, low - margin, high + margin);
}

/** A match is worth this; a difference costs `differenceCost`; a run of differences this dear ends the extension. */
const matchGain = 1;
const differenceCost = 1;
const giveUp = 12;
const contextBand = 10;

/**
 * How far the text from `place` on, in `direction`, goes on as the pattern does from `at` for `length` units: the
 * best score of a local alignment that begins exactly there, as a share of a full match (0 to 1). Text of no
 * relation scores near 0, a typo costs little.
 */
export function extension(
  pattern: Uint16Array,
  at: number,
  length: number,
  text: FoldedText,
  place: number,
  direction: 1 | -1,
): number {
  if (
    length > 0 &&
    sameUnits(pattern, direction > 0 ? at : at - length, text, direction > 0 ? place : place - length, length)
  ) {
    return 1;
  }
  const width = 2 * contextBand + 1;
  let above = new Int32Array(width + 2).fill(-1000);
  let row = new Int32Array(width + 2).fill(-1000);
  for (let k = contextBand; k < width; k++) {
    above[k + 1] = -(k - contextBand) * differenceCost;
  }
  let best = 0;
  for (let i = 1; i <= length; i++) {
    const unit = pattern[direction > 0 ? at + i - 1 : at - i]!;
    let rowBest = -1000;
    row[0] = -1000;
    row[width + 1] = -1000;
    for (let k = 0; k < width; k++) {
      const j = i + k - contextBand;
      const index = direction > 0 ? place + j - 1 : place - j;
      if (j < 0 || index < -1 || index > text.length) {
        row[k + 1] = -1000;
        continue;
      }
      let score = Math.max(above[k + 2]!, row[k]!) - differenceCost;
      if (j > 0) {
        score = Math.max(score, above[k + 1]! + (text.units[index] === unit ? matchGain : -differenceCost));
      }
      row[k + 1] = score;
      if (score > rowBest) {
        rowBest = score;
      }
    }
    best = Math.max(best, rowBest);
    if (rowBest < best - giveUp) {
      break;
    }
    [above, row] = [row, above];
  }
  return length === 0 ? 0 : Math.max(0, best) / (length * matchGain);
}
