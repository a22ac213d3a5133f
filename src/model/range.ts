/** A half-open range `[start, end)` in UTF-16 code units of a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether the two share at least one code unit; empty ranges share none. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Order in a text: by start, then the longer first, so that an outer range comes before those inside it. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}

/** The shortest of the ranges that hold the offset or touch it, of equals the first; empty ones hold none. */
export function innermostAt<T extends TextRange>(ranges: readonly T[], offset: number): T | undefined {
  let best: T | undefined;
  for (const range of ranges) {
    if (range.start <= offset && offset <= range.end && range.end > range.start) {
      best = best && best.end - best.start <= range.end - range.start ? best : range;
    }
  }
  return best;
}
