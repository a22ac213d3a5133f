import { CharClass } from '../../text/charClass';
import type { Tokens } from '../../text/tokens';

/** Code units of a line that a program broke at a margin. */
const shortestFull = 45;
const longestFull = 110;
/** Lines of this form that a text must have to count as wrapped. */
const enough = 4;

/**
 * Tokens without the line ends that only wrap a paragraph at a margin, as in mail and wire copy, so that "last / week"
 * is read across them. Texts that are not wrapped come back as they are.
 */
export function joinWrappedLines(tokens: Tokens): Tokens {
  const breaks = softBreaks(tokens);
  if (breaks.length < enough) {
    return tokens;
  }
  const { text, count, starts, ends, classes, hashes } = tokens;
  const kept = count - breaks.length;
  const joined = {
    text,
    count: kept,
    starts: new Int32Array(kept),
    ends: new Int32Array(kept),
    classes: new Uint8Array(kept),
    hashes: new Uint32Array(kept),
  };
  let to = 0;
  let next = 0;
  for (let i = 0; i < count; i++) {
    if (i === breaks[next]) {
      next++;
      continue;
    }
    joined.starts[to] = starts[i]!;
    joined.ends[to] = ends[i]!;
    joined.classes[to] = classes[i]!;
    joined.hashes[to] = hashes[i]!;
    to++;
  }
  return joined;
}

/** Indexes of line ends after a full line and before a word; none where many lines are longer than a margin allows. */
function softBreaks({ text, count, starts, classes }: Tokens): number[] {
  const breaks: number[] = [];
  let lineStart = 0;
  let long = 0;
  for (let i = 0; i < count; i++) {
    if (classes[i] !== CharClass.newline) {
      continue;
    }
    const length = starts[i]! - lineStart;
    lineStart = starts[i]! + 1;
    if (length > longestFull && ++long > 2 + breaks.length / 10) {
      return [];
    }
    const next = i + 1 < count ? classes[i + 1]! : CharClass.newline;
    const continues = next === CharClass.lower || next === CharClass.upper || next === CharClass.digit;
    if (length >= shortestFull && length <= longestFull && continues && text.charCodeAt(starts[i]! - 1) !== 0x3a) {
      breaks.push(i);
    }
  }
  return breaks;
}
