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
