/** The words that stand in the place of others, with as little as possible of what is the same around them. */
export interface ChangedWords {
  readonly before: string;
  readonly after: string;
}

/**
 * What was changed from one text to another: the shortest stretch of whole words outside of which both are the same.
 * Spaces and line ends at its edges do not count; `undefined` where nothing else differs.
 */
export function changedWords(before: string, after: string): ChangedWords | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
  }
  // A cut inside a word of either text goes back to where the word begins, or on to where it ends.
  const inWord = (at: number): boolean => [before, after].some((text) => isWordPart(text.charAt(at)));
  while (start > 0 && isWordPart(before[start - 1]!) && inWord(start)) {
    start--;
  }
  const inLastWord = (left: number): boolean =>
    [before, after].some((text) => isWordPart(text.charAt(text.length - 1 - left)));
  while (end > 0 && isWordPart(before.at(-end)!) && inLastWord(end)) {
    end--;
  }
  const changed = { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
  const trimmed = { before: changed.before.trim(), after: changed.after.trim() };
  return trimmed.before === trimmed.after ? undefined : trimmed;
}

/** Letters and digits that are written with spaces around their words; Japanese has none. */
function isWordPart(character: string): boolean {
  return /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(character) && !/[\u3005-\u30ff\u3400-\u9fff]/.test(character);
}
