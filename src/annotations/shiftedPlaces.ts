import type { QuoteSelector } from '../model/claim';
import type { Anchor } from './anchorResult';
import { foldText } from './foldedText';
import { sameUnits } from './seedIndex';

/** The cheap and common case: the passage and its surroundings stand where they stood. */
export function unchanged(text: string, { exact, prefix, suffix, hint }: QuoteSelector): Anchor | undefined {
  if (exact.trim() === '') {
    return { range: null, state: 'orphan', score: 0, reason: 'empty-quote' };
  }
  if (hint === undefined || !Number.isSafeInteger(hint) || hint < prefix.length) {
    return undefined;
  }
  return text.startsWith(prefix + exact + suffix, hint - prefix.length)
    ? { range: { start: hint, end: hint + exact.length }, state: 'exact', score: 1, reason: 'at-hint' }
    : undefined;
}

/** Text looked through on each side of where a passage should be, in code units. */
const shiftWindow = 4000;
/** Shorter quotes with context are too common to be placed by a look alone. */
const shortestShifted = 48;

/**
 * The next common case: edits further up have shifted the passage, with its surroundings, as they shifted the one
 * before. What is found, by number of the selector, and which were found where the shift changes.
 */
export function findShifted(
  text: string,
  selectors: readonly QuoteSelector[],
  results: readonly (Anchor | undefined)[],
): { found: Map<number, Anchor>; jumps: number[] } {
  const order = selectors.map((_, i) => i).sort((a, b) => (selectors[a]!.hint ?? 0) - (selectors[b]!.hint ?? 0));
  const found = new Map<number, Anchor>();
  const jumps: number[] = [];
  let shift = 0;
  for (const i of order) {
    const { exact, prefix, suffix, hint, copies = 1 } = selectors[i]!;
    if (results[i] || hint === undefined || !Number.isSafeInteger(hint) || hint < 0) {
      continue;
    }
    const whole = prefix + exact + suffix;
    const expected = hint - prefix.length + shift;
    const at = whole.length < shortestShifted ? -1 : onlyPlaceNear(text, whole, expected, copies);
    if (at >= 0) {
      const start = at + prefix.length;
      if (at !== expected) {
        jumps.push(i);
      }
      shift = start - hint;
      found.set(i, {
        range: { start, end: start + exact.length },
        state: 'moved',
        score: 1,
        reason: 'verbatim',
      });
    }
  }
  return { found, jumps };
}

/** Whether no other form of a passage and its surroundings, wrapped or in other marks, stands around where it was found. */
export function standsAlone(text: string, { prefix, exact, suffix }: QuoteSelector, { range }: Anchor): boolean {
  const { start } = range!;
  const whole = foldText(prefix + exact + suffix);
  const near = foldText(
    text,
    Math.max(0, start - shiftWindow),
    Math.min(text.length, start + whole.length + shiftWindow),
  );
  let places = 0;
  for (let at = 0; at + whole.length <= near.length; at++) {
    places += sameUnits(whole.units, 0, near, at, whole.length) ? 1 : 0;
  }
  return places === 1;
}

/** Where `whole` stands at `expected`, or, had it no copies, once and only once around there; else -1. */
function onlyPlaceNear(text: string, whole: string, expected: number, copies: number): number {
  if (text.startsWith(whole, expected) && expected >= 0) {
    return expected;
  }
  if (copies > 1) {
    return -1;
  }
  const from = Math.max(0, expected - shiftWindow);
  const near = text.slice(from, expected + shiftWindow + whole.length);
  const at = near.indexOf(whole);
  return at >= 0 && near.indexOf(whole, at + 1) === -1 ? from + at : -1;
}
