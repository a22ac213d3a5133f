import type { TextRange } from '../model/range';
import type { AttributedClaim } from '../model/recognition';

/** Items of a list ordered by start that overlap `[low, high)` and lie inside `[from, to]`. */
export function collect<T extends TextRange>(
  items: readonly T[],
  low: number,
  high: number,
  from: number,
  to: number,
  take: (item: T) => void,
): void {
  for (let i = firstReaching(items, low); i < items.length && items[i]!.start < high; i++) {
    const item = items[i]!;
    if (item.end > low && item.start >= from && item.end <= to) {
      take(item);
    }
  }
}

/** No name, date or claim is longer than this. */
const longestItem = 4_000;

/** The first item that may reach past `offset`. */
function firstReaching(items: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start < offset - longestItem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The item `shift` code units further on. */
export function movedRange<T extends TextRange>(item: T, shift: number): T {
  return shift === 0 ? item : { ...item, start: item.start + shift, end: item.end + shift };
}

/** The claim with its source and cue `shift` code units further on. */
export function movedClaim(claim: AttributedClaim, shift: number): AttributedClaim {
  if (shift === 0) {
    return claim;
  }
  return {
    ...movedRange(claim, shift),
    sourceSpan: claim.sourceSpan && movedRange(claim.sourceSpan, shift),
    cue: claim.cue && movedRange(claim.cue, shift),
  };
}
