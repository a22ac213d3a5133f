import type { AnchorState } from '../model/claim';
import { compareWording } from './changes';

/** From this share of common pairs of letters on, what was typed over a quote is still a version of it. */
const alike = 0.5;

/**
 * State of an annotation whose place has been followed through edits in an open document. Words that a person typed into
 * the quote are seen by nobody but them: where meaning hangs on what changed, or little of the quote is left, it is for
 * review, as it will be when the article is read again.
 *
 * @param found state where the article was last read as a whole
 * @param quote the stored quote
 * @param now what stands in its place, line ends folded
 */
export function followedState(found: AnchorState, quote: string, now: string): AnchorState {
  if (found === 'review') {
    return found;
  }
  if (now === quote) {
    return found === 'orphan' ? 'moved' : found;
  }
  const change = compareWording(quote, now);
  const same = change === undefined || (change === 'wording' && sharedPairs(quote, now) >= alike);
  return same ? 'moved' : 'review';
}

/** Twice the pairs of neighbouring letters that two texts have in common by the pairs of both (Dice). */
function sharedPairs(a: string, b: string): number {
  const [before, after] = [pairs(a), pairs(b)];
  const counts = new Map<string, number>();
  for (const pair of before) {
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (const pair of after) {
    const left = counts.get(pair) ?? 0;
    counts.set(pair, left - 1);
    shared += left > 0 ? 1 : 0;
  }
  return (2 * shared) / (before.length + after.length);
}

function pairs(text: string): string[] {
  const letters = [...` ${text.trim()} `];
  return letters.slice(1).map((letter, i) => letters[i] + letter);
}
