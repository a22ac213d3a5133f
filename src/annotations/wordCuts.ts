import type { TextRange } from '../model/range';
import { graphemeEnd, graphemeStart } from '../text/graphemes';
import { isCjk } from './foldedText';
import type { Pattern } from './pattern';

const wordUnit = /[\p{L}\p{Nd}\p{M}]/u;
const katakana = /[\u30A1-\u30FA\u30FC\uFF66-\uFF9D]/;

/** Whether a cut between the two units splits a word: letters and digits of spaced scripts, or katakana. */
function joins(a: string, b: string): boolean {
  if (isCjk(a.charCodeAt(0)) || isCjk(b.charCodeAt(0))) {
    return katakana.test(a) && katakana.test(b);
  }
  return wordUnit.test(a) && wordUnit.test(b);
}

/** Whether a cut at `offset` falls inside a word. */
function cutsWord(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && joins(text[offset - 1]!, text[offset]!);
}

/** Whether `range` cuts a word at an end where the quote as it was stored did not. */
export function cutsNewWord(text: string, range: TextRange, pattern: Pattern): boolean {
  const { prefix, exact, suffix } = pattern.selector;
  const all = prefix + exact + suffix;
  return (
    (cutsWord(text, range.start) && !cutsWord(all, prefix.length)) ||
    (cutsWord(text, range.end) && !cutsWord(all, prefix.length + exact.length))
  );
}

/** The longest word that an end is moved over. */
const longestWord = 40;

/**
 * Moves ends that fall inside a word to the nearer end of that word, unless the stored quote itself cut a word there,
 * then widens to whole graphemes, and leaves out the space around.
 */
export function snapToWords(text: string, range: TextRange, pattern: Pattern): TextRange {
  const { prefix, exact, suffix } = pattern.selector;
  const all = prefix + exact + suffix;
  let { start, end } = range;
  if (!cutsWord(all, prefix.length)) {
    start = nearestCut(text, start, end);
  }
  if (!cutsWord(all, prefix.length + exact.length)) {
    end = nearestCut(text, end, start);
  }
  if (start >= end) {
    return { start: graphemeStart(text, range.start), end: graphemeEnd(text, range.end) };
  }
  while (start < end && /\s/.test(text[start]!) && !/^\s/.test(exact)) {
    start++;
  }
  while (end > start && /\s/.test(text[end - 1]!) && !/\s$/.test(exact)) {
    end--;
  }
  return { start: graphemeStart(text, start), end: graphemeEnd(text, end) };
}

/** The nearer end of the word around `offset`, the farther one if the nearer is `other`, where nothing would be left. */
function nearestCut(text: string, offset: number, other: number): number {
  let before = offset;
  while (cutsWord(text, before) && offset - before < longestWord) {
    before--;
  }
  let after = offset;
  while (cutsWord(text, after) && after - offset < longestWord) {
    after++;
  }
  if (before === other) {
    return after;
  }
  return after === other || offset - before <= after - offset ? before : after;
}
