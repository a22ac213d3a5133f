import type { TextRange } from '../model/range';
import { type Block, findBlocks, isSpace } from './blocks';
import { type Enclosure, findEnclosures } from './enclosures';
import { findMarks, type Marks, marksOf } from './marks';
import { findSentences } from './sentences';
import type { Tokens } from './tokens';

/** A paragraph with its sentences and what stands in quotation marks or brackets. */
export interface Segment {
  readonly block: Block;
  readonly sentences: readonly TextRange[];
  readonly enclosures: readonly Enclosure[];
}

/** Cuts a text into paragraphs and sentences; front matter and code have none. Linear time, never throws. */
export function segment(text: string, start = 0, end = text.length): Segment[] {
  return segmentMarked(text, start, end, findMarks(text, start, end));
}

/** The same for a text that is cut into tokens already. */
export function segmentTokens(tokens: Tokens): Segment[] {
  const { text, count, starts, ends } = tokens;
  return count === 0 ? [] : segmentMarked(text, startOf(text, starts[0]!), ends[count - 1]!, marksOf(tokens));
}

/** Before the spaces of the line that the first token is on: Markdown looks at them. */
function startOf(text: string, first: number): number {
  let start = first;
  while (start > 0 && isSpace(text.charCodeAt(start - 1)) && text.charAt(start - 1) !== '\n') {
    start--;
  }
  return start;
}

function segmentMarked(text: string, start: number, end: number, marks: Marks): Segment[] {
  const segments: Segment[] = [];
  let first = 0;
  for (const block of findBlocks(text, marks, start, end)) {
    while (first < marks.count && marks.at[first]! < block.start) {
      first++;
    }
    if (block.kind === 'code' || block.kind === 'frontMatter') {
      segments.push({ block, sentences: [], enclosures: [] });
    } else {
      const enclosures = findEnclosures(text, block.start, block.end, marks, first);
      segments.push({ block, sentences: findSentences(text, block, enclosures, marks, first), enclosures });
    }
  }
  return segments;
}

/** The sentence around an offset: the one under the cursor, or the one that it stands right after; none in a blank line. */
export function sentenceAt(text: string, offset: number): TextRange | undefined {
  const at = Math.max(0, Math.min(offset, text.length));
  const before = at === 0 ? -1 : text.lastIndexOf('\n\n', at - 1);
  const after = text.indexOf('\n\n', at);
  let nearest: TextRange | undefined;
  for (const { sentences } of segment(text, before < 0 ? 0 : before + 2, after < 0 ? text.length : after)) {
    for (const sentence of sentences) {
      if (sentence.start > at) {
        return nearest ?? (onOneLine(text, at, sentence.start) ? sentence : undefined);
      }
      if (at < sentence.end) {
        return sentence;
      }
      nearest = onOneLine(text, sentence.end, at) ? sentence : undefined;
    }
  }
  return nearest;
}

function onOneLine(text: string, from: number, to: number): boolean {
  const line = text.indexOf('\n', from);
  return line < 0 || line >= to;
}
