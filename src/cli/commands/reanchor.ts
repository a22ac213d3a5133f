import { anchorAll } from '../../annotations/anchor';
import { normalise } from '../../annotations/normalise';
import { describe } from '../../annotations/quoteSelector';
import { filterLines } from '../ndjson';

interface Span {
  readonly id: string | number;
  readonly start: number;
  readonly end: number;
}

/** Describes the spans of `before` as a sidecar would, then finds them in `after` with nothing else known. */
export function reanchorDocument(id: unknown, before: string, after: string, spans: readonly Span[]): object {
  const old = normalise(before);
  const now = normalise(after);
  const selectors = spans.map((span) =>
    describe(old.text, { start: old.toNormalised(span.start), end: old.toNormalised(span.end) }),
  );
  const anchors = anchorAll(now.text, selectors).map((anchor, i) =>
    anchor.range
      ? {
          id: spans[i]!.id,
          start: now.toOriginal(anchor.range.start),
          end: now.toOriginal(anchor.range.end),
          state: anchor.state,
          score: Math.round(anchor.score * 1000) / 1000,
          reason: anchor.reason,
        }
      : { id: spans[i]!.id, orphan: true, reason: anchor.reason },
  );
  return { id, anchors };
}

/** Standard input to standard output; the exit code. */
export function runReanchor(): Promise<number> {
  return filterLines(process.stdin, process.stdout, ({ id, before, after, spans }) => {
    if (typeof before !== 'string' || typeof after !== 'string') {
      throw new Error('"before" and "after" must be strings');
    }
    if (!Array.isArray(spans) || !spans.every(isSpan)) {
      throw new Error('"spans" must be a list of {id, start, end}');
    }
    return reanchorDocument(id, before, after, spans);
  });
}

function isSpan(value: unknown): value is Span {
  const span = value as Partial<Span> | null;
  return typeof span === 'object' && span !== null && Number.isInteger(span.start) && Number.isInteger(span.end);
}
