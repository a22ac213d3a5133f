import type { TextRange } from '../model/range';
import { enclosingPairs, type Marks, straightMarks } from './marks';

/** Words between quotation marks or brackets; the range includes the marks. */
export interface Enclosure extends TextRange {
  readonly kind: 'quotation' | 'bracket';
  /** What stands between the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** 0 where it stands in no other. */
  readonly depth: number;
  /** Whether its closing mark stands in the same paragraph; an open quotation ends with the paragraph. */
  readonly closed: boolean;
}

/** Closing mark per opening mark. */
const pairs: ReadonlyMap<number, number> = new Map(
  enclosingPairs.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
const quoteMarks = '“‘«「『〝"＂\'';
const straightSingle = 0x27;

/** 1 opening, 2 closing, 3 the same mark for both. */
const roles = new Uint8Array(65536);
for (const [open, close] of pairs) {
  roles[open] = 1;
  roles[close] = 2;
}
for (const mark of straightMarks) {
  roles[mark.charCodeAt(0)] = 3;
}

/** A mark deeper than this is ignored, so that a megabyte of brackets costs no more than other text. */
const deepest = 8;

function isWord(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f) ||
    unit > 0x2fff
  );
}

/** Letters on both sides, or a letter before and the possessive of a plural after: no quotation mark. */
function isApostrophe(text: string, at: number, open: boolean): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isWord(before) && isWord(after)) {
    return true;
  }
  // "Ukrainians' fight", "the '90s": an apostrophe unless a single quotation is open or could open here.
  return isWord(before) ? !open : !open && after >= 0x30 && after <= 0x39;
}

interface Mutable {
  kind: 'quotation' | 'bracket';
  start: number;
  end: number;
  innerStart: number;
  innerEnd: number;
  depth: number;
  closed: boolean;
}

/**
 * Quotations and brackets of one paragraph, in both languages, ordered by start. Apostrophes are none; a straight
 * mark opens before a word and closes after one. `first` is the index of the paragraph's first mark. Linear time.
 */
export function findEnclosures(text: string, start: number, end: number, marks: Marks, first: number): Enclosure[] {
  const found: Mutable[] = [];
  const stack: { item: Mutable; close: number }[] = [];
  for (let i = first; i < marks.count && marks.at[i]! < end; i++) {
    const at = marks.at[i]!;
    const unit = text.charCodeAt(at);
    const role = roles[unit]!;
    if (role === 0) {
      continue;
    }
    const single = unit === straightSingle || unit === 0x2019;
    if (single) {
      const isOpen = lastOpen(stack, unit) >= 0;
      if (isApostrophe(text, at, isOpen)) {
        continue;
      }
    }
    if (role !== 1) {
      const match = lastOpen(stack, unit);
      const before = text.charCodeAt(at - 1);
      const closes =
        match >= 0 && (role === 2 || at > stack[match]!.item.innerStart) && !(before <= 0x20 && role === 3);
      if (closes) {
        const { item } = stack[match]!;
        item.innerEnd = at;
        item.end = at + 1;
        item.closed = true;
        stack.length = match;
        continue;
      }
      if (role === 2) {
        continue;
      }
    }
    if (stack.length >= deepest || (role === 3 && !mayOpen(text, at, start))) {
      continue;
    }
    const kind = quoteMarks.includes(text.charAt(at)) ? 'quotation' : 'bracket';
    const item: Mutable = {
      kind,
      start: at,
      end,
      innerStart: at + 1,
      innerEnd: end,
      depth: stack.length,
      closed: false,
    };
    found.push(item);
    stack.push({ item, close: pairs.get(unit) ?? unit });
  }
  return found.length === 0 ? found : withDepths(found.filter(isReal));
}

/** Depths counted anew, since marks that never closed were dropped. */
function withDepths(items: Mutable[]): Mutable[] {
  const ends: number[] = [];
  for (const item of items) {
    while (ends.length > 0 && ends.at(-1)! <= item.start) {
      ends.pop();
    }
    item.depth = ends.length;
    ends.push(item.end);
  }
  return items;
}

/** A bracket or a straight single mark that never closes was none; an open quotation may go on in the next paragraph. */
function isReal(item: Mutable): boolean {
  return item.closed || (item.kind === 'quotation' && item.depth === 0 && item.innerEnd - item.innerStart > 1);
}

function lastOpen(stack: readonly { readonly close: number }[], unit: number): number {
  for (let i = stack.length - 1; i >= 0; i--) {
    if (stack[i]!.close === unit) {
      return i;
    }
  }
  // A text pasted together: `"Never,” she said`.
  return unit === 0x201d && stack.at(-1)?.close === 0x22 ? stack.length - 1 : -1;
}

function mayOpen(text: string, at: number, start: number): boolean {
  const before = at > start ? text.charCodeAt(at - 1) : 0x20;
  const after = text.charCodeAt(at + 1);
  if (after <= 0x20 || Number.isNaN(after)) {
    return false;
  }
  return !isWord(before) || before > 0x2fff;
}
