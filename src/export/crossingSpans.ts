import type { TextRange } from '../model/range';

/** Spans that overlap without one holding the other, each with one that it crosses: the earlier begins outside of it. */
export function crossingSpans<Span extends TextRange>(spans: readonly Span[]): { span: Span; crosses: Span }[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: { span: Span; crosses: Span }[] = [];
  /** Those that hold the place that is reached, the outermost first; each lies inside the one before it. */
  const open: Span[] = [];
  for (const span of sorted) {
    while (open.length > 0 && open.at(-1)!.end <= span.start) {
      open.pop();
    }
    const crosses = open.at(-1);
    if (crosses && crosses.end < span.end) {
      found.push({ span, crosses });
    } else {
      open.push(span);
    }
  }
  return found;
}
