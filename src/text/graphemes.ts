import type { TextRange } from '../model/range';

let segmenter: Intl.Segmenter | undefined;

function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
}

/** Longest stretch that is looked at for the start of a grapheme; longer ones are cut between code points. */
const reach = 64;

/**
 * Whether the unit can only be a grapheme by itself or its beginning, and nothing joins it to the one before: ASCII,
 * Latin-1, kana without voicing marks, kanji, general and CJK punctuation without joiners.
 */
function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300 && unit !== 0xad) ||
    unit === 0x0a ||
    unit === 0x09 ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0x3040 && unit <= 0x30ff && unit !== 0x3099 && unit !== 0x309a) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xff01 && unit <= 0xff9d)
  );
}

/** Whether a cut at `offset` falls between two graphemes (UAX #29). The ends of the text count as such. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) {
    return true;
  }
  if (standsAlone(text.charCodeAt(offset))) {
    return true;
  }
  return graphemeStart(text, offset) === offset;
}

/** Start of the grapheme that holds the code unit at `offset`. */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) {
    return Math.max(0, Math.min(text.length, offset));
  }
  if (standsAlone(text.charCodeAt(offset))) {
    return offset;
  }
  let from = offset;
  while (from > 0 && offset - from < reach && !standsAlone(text.charCodeAt(from))) {
    from--;
  }
  return (
    from +
    (graphemes()
      .segment(text.slice(from, offset + reach))
      .containing(offset - from)?.index ?? 0)
  );
}

/** End of the grapheme that begins before `offset`; `offset` itself where it is a boundary. */
export function graphemeEnd(text: string, offset: number): number {
  if (isGraphemeBoundary(text, offset)) {
    return Math.max(0, Math.min(text.length, offset));
  }
  const start = graphemeStart(text, offset);
  const segment = graphemes()
    .segment(text.slice(start, offset + reach))
    .containing(0);
  return start + (segment?.segment.length ?? offset - start);
}

/** Widens a range so that it splits no grapheme: no surrogate pair, no combining mark, no emoji sequence. */
export function wholeGraphemes(text: string, range: TextRange): TextRange {
  return { start: graphemeStart(text, range.start), end: graphemeEnd(text, range.end) };
}

/** The last `count` graphemes before `end`. */
export function graphemesBefore(text: string, end: number, count: number): string {
  // Graphemes are short: two units each are nearly always enough, and eight are taken where they are not.
  for (const units of [2, 8]) {
    const from = graphemeStart(text, Math.max(0, end - count * units));
    const window = text.slice(from, end);
    if (allStandAlone(window)) {
      return window.slice(-count);
    }
    const found = [...graphemes().segment(window)];
    if (found.length >= count || from === 0 || units === 8) {
      return window.slice(found.at(-count)?.index ?? 0);
    }
  }
  return '';
}

/** The first `count` graphemes from `start`. */
export function graphemesAfter(text: string, start: number, count: number): string {
  // Few graphemes can be long ones: a family of four is eleven units.
  const window = text.slice(start, start + Math.max(count * 8, reach));
  if (allStandAlone(window.slice(0, count + 1))) {
    return window.slice(0, count);
  }
  let seen = 0;
  for (const { index } of graphemes().segment(window)) {
    if (seen === count) {
      return window.slice(0, index);
    }
    seen++;
  }
  return window;
}

function allStandAlone(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!standsAlone(text.charCodeAt(i))) {
      return false;
    }
  }
  return true;
}
