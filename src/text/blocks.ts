import type { TextRange } from '../model/range';
import { MarkKind, type Marks, markKinds } from './marks';

/**
 * What a stretch of lines is. `line` is a plain line without a full stop at its end: a headline, a byline, a caption's
 * credit, page furniture.
 */
export type BlockKind = 'prose' | 'line' | 'heading' | 'listItem' | 'blockQuote' | 'table' | 'code' | 'frontMatter';

/** A paragraph: its range is the text without Markdown's marker and without surrounding space. */
export interface Block extends TextRange {
  readonly kind: BlockKind;
}

const frontMatterFence = /^(?:---|\+\+\+)[ \t]*$/;
const codeFence = /^ {0,3}(?:```|~~~)/;
const headingMarker = /^ {0,3}#{1,6}[ \t　]+/;
const underline = /^ {0,3}(?:={2,}|-{2,})[ \t]*$/;
const rule = /^ {0,3}[-*_=][-*_= \t]*$/;
const listMarker = /^[ \t　]*(?:[-*+•‣◦▪●○■□◆◇・]|\d{1,3}[.)])[ \t　]+/;
const quoteMarker = /^ {0,3}>[ \t>]*/;
const sentenceEnd = /[.!?…。！？．｡]["”’')\]」』）»]{0,4}$/;
const lowerStart = /^\p{Ll}/u;

/** The line shorter than this is never taken for one that an editor wrapped at a column. */
const shortestWrapped = 40;
const longestWrapped = 110;
/** Nothing that a marker's expression looks at stands further from the line's start or end. */
const peek = 160;

interface Line extends TextRange {
  readonly blank: boolean;
}

/** Lines of a text, one after the other. */
class Lines {
  private mark = 0;

  constructor(
    private readonly text: string,
    private readonly marks: Marks,
    private readonly limit: number,
  ) {}

  /** The line that begins at `start`, which never goes back, and where the next one begins. */
  from(start: number): { line: Line; next: number } {
    const { text, marks } = this;
    while (this.mark < marks.count && (marks.at[this.mark]! < start || !isBreakMark(text, marks.at[this.mark]!))) {
      this.mark++;
    }
    const end = this.mark < marks.count ? marks.at[this.mark]! : this.limit;
    const next = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charCodeAt(to - 1))) {
      to--;
    }
    // The start keeps the indentation, which Markdown's markers look at.
    return { line: { start: from < to ? start : from, end: to, blank: from === to }, next };
  }
}

function isBreakMark(text: string, at: number): boolean {
  return markKinds[text.charCodeAt(at)] === MarkKind.lineBreak;
}

function isBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3000 || unit === 0xa0 || unit === 0xfeff || isBreak(unit);
}

function head(text: string, line: TextRange): string {
  return text.slice(line.start, Math.min(line.end, line.start + peek));
}

function tail(text: string, line: TextRange): string {
  return text.slice(Math.max(line.start, line.end - 8), line.end);
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) {
    from++;
  }
  return { start: from, end: Math.max(from, end) };
}

/** Whether the break after `line` comes from wrapping at a column rather than from the writer. */
function isWrapped(text: string, line: TextRange, next: TextRange): boolean {
  const length = line.end - line.start;
  return (
    length >= shortestWrapped &&
    length <= longestWrapped &&
    !sentenceEnd.test(tail(text, line)) &&
    lowerStart.test(text.slice(next.start, next.start + 2))
  );
}

/**
 * Paragraphs of plain text and Markdown, in order. Every line is a paragraph of its own, as in most articles, unless
 * lines were wrapped at a column: then the lines up to the next blank one belong together. Linear time.
 */
export function findBlocks(text: string, marks: Marks, start = 0, end = text.length): Block[] {
  const lines = new Lines(text, marks, end);
  const blocks: Block[] = [];
  let at = start;
  if (start === 0) {
    at = pushFrontMatter(text, marks, end, blocks);
  }
  /** The paragraph's lines so far, while it may still be wrapped. */
  let open: TextRange[] = [];
  let wrapped = false;
  const close = (): void => {
    if (wrapped) {
      const first = trimmed(text, open[0]!.start, open[0]!.end);
      push(blocks, text, first.start, open.at(-1)!.end);
    } else {
      for (const line of open) {
        const range = trimmed(text, line.start, line.end);
        push(blocks, text, range.start, range.end);
      }
    }
    open = [];
    wrapped = false;
  };
  while (at < end) {
    const { line, next } = lines.from(at);
    if (line.blank) {
      close();
      at = next;
      continue;
    }
    const begin = head(text, line);
    if (codeFence.test(begin)) {
      close();
      at = pushCode(text, line, next, end, lines, blocks);
      continue;
    }
    at = next;
    if (open.length > 0 && underline.test(begin) && begin.length < peek) {
      const title = open.pop()!;
      close();
      blocks.push(blockOf('heading', trimmed(text, title.start, title.end)));
      continue;
    }
    if (rule.test(begin) && begin.length < peek) {
      close();
      continue;
    }
    const marked = markedBlock(text, line, begin);
    if (marked) {
      close();
      blocks.push(marked);
      continue;
    }
    const before = open.at(-1);
    if (before && isWrapped(text, before, trimmed(text, line.start, line.end))) {
      wrapped = true;
    }
    open.push(line);
  }
  close();
  return blocks;
}

function push(blocks: Block[], text: string, start: number, end: number): void {
  const ended = sentenceEnd.test(text.slice(Math.max(start, end - 8), end));
  blocks.push({ kind: ended ? 'prose' : 'line', start, end });
}

function blockOf(kind: BlockKind, { start, end }: TextRange): Block {
  return { kind, start, end };
}

function markedBlock(text: string, line: TextRange, begin: string): Block | undefined {
  const heading = headingMarker.exec(begin);
  if (heading) {
    return blockOf('heading', trimmed(text, line.start + heading[0].length, line.end));
  }
  const item = listMarker.exec(begin);
  if (item) {
    return blockOf('listItem', trimmed(text, line.start + item[0].length, line.end));
  }
  const quote = quoteMarker.exec(begin);
  if (quote) {
    return blockOf('blockQuote', trimmed(text, line.start + quote[0].length, line.end));
  }
  const from = trimmed(text, line.start, line.end);
  return text.charCodeAt(from.start) === 0x7c ? blockOf('table', from) : undefined;
}

/** YAML or TOML between two fences at the very start. */
function pushFrontMatter(text: string, marks: Marks, end: number, blocks: Block[]): number {
  const lines = new Lines(text, marks, end);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = lines.from(start);
  const fence = text.slice(first.line.start, first.line.end);
  if (fence.length > 8 || !frontMatterFence.test(fence)) {
    return start;
  }
  let at = first.next;
  while (at < end) {
    const { line, next } = lines.from(at);
    const content = text.slice(line.start, Math.min(line.end, line.start + 4));
    if (content === fence || (content === '...' && fence === '---')) {
      blocks.push({ kind: 'frontMatter', start, end: line.end });
      return next;
    }
    at = next;
  }
  return start;
}

function pushCode(text: string, open: TextRange, from: number, end: number, lines: Lines, blocks: Block[]): number {
  const mark = head(text, trimmed(text, open.start, open.end)).slice(0, 3);
  let at = from;
  while (at < end) {
    const { line, next } = lines.from(at);
    at = next;
    const inner = trimmed(text, line.start, line.end);
    if (text.startsWith(mark, inner.start)) {
      blocks.push({ kind: 'code', start: open.start, end: line.end });
      return next;
    }
  }
  blocks.push({ kind: 'code', start: open.start, end });
  return end;
}
