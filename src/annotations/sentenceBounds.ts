import type { QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';

const sentenceEnd = /[.!?。！？．…:：]["'”’」』）)\]]{0,8}$/;
const sentenceStop = /^["'”’」』）)\]]*[.!?。！？．…]|^\s*\n|^\s*$/;
const innerEnd = /[.!?…]["'”’」』）)\]]{0,8}(?=\s)|[。！？．]["'”’」』）)\]]{0,8}|(?=\n)/g;

/** Whether a sentence, a paragraph or the text ends where `before` ends. */
export function endsSentence(before: string): boolean {
  const words = before.trimEnd();
  return words === '' || before.includes('\n', words.length) || sentenceEnd.test(words);
}

/** Whether the sentence ends at the beginning of `after`, or has ended before it. */
export function stopsSentence(after: string): boolean {
  return sentenceStop.test(after);
}

/** A changed sentence may go on beyond what is left of the old one by this much, in code units, and this share of it. */
const overhang = 12;
const overhangShare = 0.3;

/**
 * Moves the ends of a changed passage that was whole sentences to where its sentences now begin and end, if that is
 * not far: its last words may be new. Only ends that no context holds.
 */
export function snapToSentence(
  text: string,
  range: TextRange,
  selector: QuoteSelector,
  freeStart: boolean,
  freeEnd: boolean,
): TextRange {
  const { prefix, exact } = selector;
  const reach = overhang + Math.floor(overhangShare * exact.length);
  let { start, end } = range;
  if (freeStart && endsSentence(prefix)) {
    const before = text.slice(Math.max(0, start - reach), start);
    const begin = sentenceStartIn(before);
    start = begin > 0 || start <= reach ? start - before.length + begin : start;
  }
  if (freeEnd && sentenceEnd.test(exact) && !sentenceEnd.test(text.slice(start, end))) {
    const after = text.slice(end, end + reach);
    const stop = sentenceStopIn(after);
    end = stop < after.length || end + stop === text.length ? end + stop : end;
  }
  return { start, end };
}

/** Where in `before` the sentence begins that goes on at its end, without the space before it. */
export function sentenceStartIn(before: string): number {
  let start = 0;
  for (const match of before.matchAll(innerEnd)) {
    start = match.index + match[0].length;
  }
  while (start < before.length && /\s/.test(before[start]!)) {
    start++;
  }
  return start;
}

/** Where in `after` the sentence ends that goes on at its beginning; its length where it ends beyond. */
export function sentenceStopIn(after: string): number {
  const match = after.matchAll(innerEnd).next().value;
  return match ? match.index + match[0].length : after.length;
}
