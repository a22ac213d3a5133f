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

/**
 * Best place of `pattern[from, to)` in `text` among the diagonals `low..high` (text index minus pattern index), both
 * ends of the text free: Sellers' algorithm on a band. Time and memory: pattern length times band width.
 */
export function alignInBand(
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
  for (let i = 1; i <= rows; i++) {
    const unit = pattern[from + i - 1]!;
    const base = i * width;
    const shift = from + i + low;
    const first = Math.min(width, Math.max(0, -shift));
    const last = Math.min(width - 1, text.length - shift);
    row.fill(far, 0, first + 1);
    row.fill(far, Math.max(first, last + 1) + 1);
    let before = far;
    for (let k = first; k <= last; k++) {
      let best = units[shift + k - 1] === unit ? above[k + 1]! : above[k + 1]! + 1;
      let step = diagonal;
      const deleted = above[k + 2]! + 1;
      if (deleted < best) {
        best = deleted;
        step = up;
      }
      if (before + 1 < best) {
        best = before + 1;
        step = left;
      }
      before = best;
      row[k + 1] = best;
      steps[base + k] = step;
    }
    [above, row] = [row, above];
  }
  let end = 0;
  for (let k = 1; k < width; k++) {
    if (above[k + 1]! < above[end + 1]!) {
      end = k;
    }
  }
  const partners = new Int32Array(rows).fill(-1);
  let i = rows;
  let k = end;
  while (i > 0) {
    const step = steps[i * width + k]!;
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
  return { start: from + low + k, end: from + rows + low + end, distance: above[end + 1]!, partners };
}

/** Diagonals around the seeds that are tried first. */
const narrow = 6;

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
    if (near.distance <= narrow) {
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
