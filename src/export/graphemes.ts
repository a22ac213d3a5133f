import type { TextRange } from '../model/range';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Beyond these neighbours a cluster cannot reach in practice; longer runs of marks are cut. */
const reach = 64;

/** Text in which every code unit is a grapheme cluster of its own, except CR LF. */
const plain = /^[\t\n\x20-\x7e\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$/;

/** Widens a range so that it splits no grapheme cluster (UAX #29): no pair, no combining mark, no emoji sequence. */
export function wholeGraphemes(text: string, range: TextRange): TextRange {
  return { start: clusterStart(text, range.start), end: clusterEnd(text, range.end) };
}

function clusterStart(text: string, at: number): number {
  if (isPlainAround(text, at)) {
    return at;
  }
  const from = Math.max(0, at - reach);
  const segments = segmenter.segment(text.slice(from, at + reach));
  return from + (segments.containing(at - from)?.index ?? at - from);
}

function clusterEnd(text: string, at: number): number {
  if (isPlainAround(text, at)) {
    return at;
  }
  const from = Math.max(0, at - reach);
  const segment = segmenter.segment(text.slice(from, at + reach)).containing(at - from);
  return segment && from + segment.index < at ? from + segment.index + segment.segment.length : at;
}

function isPlainAround(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || plain.test(text.slice(at - 1, at + 1));
}

/** The last `count` grapheme clusters before an offset. */
export function textBefore(text: string, at: number, count: number): string {
  const window = text.slice(clusterStart(text, Math.max(0, at - count * 8)), at);
  if (plain.test(window)) {
    return window.slice(-count);
  }
  return [...segmenter.segment(window)]
    .slice(-count)
    .map((part) => part.segment)
    .join('');
}

/** The first `count` grapheme clusters from an offset on. */
export function textAfter(text: string, at: number, count: number): string {
  const window = text.slice(at, at + count * 8);
  if (plain.test(window)) {
    return window.slice(0, count);
  }
  return [...segmenter.segment(window)]
    .slice(0, count)
    .map((part) => part.segment)
    .join('');
}
