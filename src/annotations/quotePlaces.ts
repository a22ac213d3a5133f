import type { Alignment } from './alignment';
import type { FoldedText } from './foldedText';
import type { Pattern } from './pattern';

/** A stretch of folded text that may be the quote. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly similarity: number;
  readonly kept: number;
}

/** Reads from an alignment of context and quote where the quote lies, `undefined` where nothing of it is left. */
export function quotePlace(pattern: Pattern, text: FoldedText, partners: Int32Array): Place | undefined {
  const { from, to, folded } = pattern;
  const length = to - from;
  const before = from > 0 ? partners[from - 1]! : -1;
  const after = to < folded.length ? partners[to]! : -1;
  const agrees = (i: number): boolean => partners[i]! >= 0 && text.units[partners[i]!] === folded.units[i];
  const part = densest(from, to, agrees);
  // What stands between the contexts belongs to the quote if it is not much more than what the quote lost.
  const slack = Math.max(12, length >> 2);
  let first = from;
  while (first < to && partners[first]! < 0) {
    first++;
  }
  let last = to - 1;
  while (last > first && partners[last]! < 0) {
    last--;
  }
  const gone = first >= to;
  const joinsBefore = before >= 0 && (gone || partners[first]! - before <= slack);
  const joinsAfter = after >= 0 && (gone || after - partners[last]! <= slack);
  const start = joinsBefore ? before + 1 : part.from < part.to ? partners[part.from]! : -1;
  const end = joinsAfter ? after : part.from < part.to ? partners[part.to - 1]! + 1 : -1;
  if (start < 0 || end <= start) {
    return undefined;
  }
  const low = joinsBefore ? from : part.from;
  const high = joinsAfter ? to : part.to;
  let equal = 0;
  for (let i = low; i < high; i++) {
    equal += agrees(i) ? 1 : 0;
  }
  return {
    start,
    end,
    similarity: equal / Math.max(length, end - start),
    kept: equal / Math.max(high - low, end - start),
  };
}

/** Reads from an alignment of the quote for itself where it lies; an end of it of which next to nothing is left is gone. */
export function placeAlone({ from, to, folded }: Pattern, text: FoldedText, alignment: Alignment): Place | undefined {
  const { partners, distance } = alignment;
  const length = to - from;
  const agrees = (i: number): boolean =>
    partners[i - from]! >= 0 && text.units[partners[i - from]!] === folded.units[i];
  const part = densest(from, to, agrees);
  if (part.from === part.to) {
    return undefined;
  }
  const slack = Math.max(12, length >> 2);
  const lost = (part.from - from > slack ? part.from - from : 0) + (to - part.to > slack ? to - part.to : 0);
  if (lost === 0) {
    const similarity = 1 - distance / length;
    return { start: alignment.start, end: alignment.end, similarity, kept: similarity };
  }
  const start = part.from - from > slack ? partners[part.from - from]! : alignment.start;
  const end = to - part.to > slack ? partners[part.to - 1 - from]! + 1 : alignment.end;
  let equal = 0;
  for (let i = part.from; i < part.to; i++) {
    equal += agrees(i) ? 1 : 0;
  }
  return { start, end, similarity: equal / length, kept: equal / Math.max(length - lost, end - start) };
}

/** The stretch of `[from, to)` where those that agree outnumber the others by most. */
function densest(from: number, to: number, agrees: (i: number) => boolean): { from: number; to: number } {
  let best = 0;
  let sum = 0;
  let begin = from;
  const part = { from, to: from };
  for (let i = from; i < to; i++) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += agrees(i) ? 1 : -1;
    if (sum > best) {
      best = sum;
      part.from = begin;
      part.to = i + 1;
    }
  }
  return part;
}
