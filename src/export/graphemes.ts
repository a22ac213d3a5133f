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
  // Clusters are short: two units each are nearly always enough, and eight are taken where they are not.
  for (const units of [2, 8]) {
    const from = clusterStart(text, Math.max(0, at - count * units));
    const window = text.slice(from, at);
    if (plain.test(window)) {
      return window.slice(-count);
    }
    const clusters = [...segmenter.segment(window)];
    if (clusters.length >= count || from === 0 || units === 8) {
      return window.slice(clusters.at(-count)?.index ?? 0);
    }
  }
  return '';
}

/** The first `count` grapheme clusters from an offset on. */
export function textAfter(text: string, at: number, count: number): string {
  const window = text.slice(at, at + count * 8);
  if (plain.test(window.slice(0, count + 1))) {
    return window.slice(0, count);
  }
  let seen = 0;
  for (const { index } of segmenter.segment(window)) {
    if (seen === count) {
      return window.slice(0, index);
    }
    seen++;
  }
  return window;
}
