/**
 * A text reduced to what a copy editor's hand leaves alone: canonical composition, compatibility forms (full width,
 * half width), case, quotation marks, dashes, Japanese full stops and commas, white space (one space, none beside
 * Japanese), invisible format characters. Each unit knows where it came from.
 */
export interface FoldedText {
  readonly length: number;
  readonly units: Uint16Array;
  /** Range in the source of the characters that gave each unit: UTF-16 code units, half open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const space = 0x20;
const drop = 0;
/** Marks the units whose folding is longer than one unit, kept in `expansions`. */
const expands = 0xffff;

let table: Uint16Array | undefined;
const expansions = new Map<number, string>();

const sameAs: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»〝〞〟「」『』｢｣＂'],
  ["'", '‘’‚‛′＇`´'],
  ['-', '‐‑‒–—―−－'],
  ['~', '〜～'],
  [',', '、､，'],
  ['.', '。｡．'],
];

const formatCharacter = /^(?:\p{Cf}|\p{Variation_Selector}|\u034F)$/u;
const whiteSpace = /^[\s\u0085]$/;

/** Units that an NFKC composition leaves as they are; skipping them makes the table cheap. */
function isPlain(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xf8ff);
}

function foldTable(): Uint16Array {
  if (!table) {
    const made = new Uint16Array(0x10000);
    for (let unit = 0; unit < 0x10000; unit++) {
      if (isPlain(unit)) {
        made[unit] = unit;
        continue;
      }
      const char = String.fromCharCode(unit);
      if (unit > 0x7f && formatCharacter.test(char)) {
        made[unit] = drop;
      } else if (whiteSpace.test(char)) {
        made[unit] = space;
      } else {
        const folded = char.normalize('NFKC').toLowerCase();
        if (folded.length === 1) {
          made[unit] = folded.charCodeAt(0);
        } else {
          made[unit] = expands;
          expansions.set(unit, folded);
        }
      }
    }
    for (const [to, from] of sameAs) {
      for (const char of from) {
        made[char.charCodeAt(0)] = to.charCodeAt(0);
      }
    }
    table = made;
  }
  return table;
}

/** Marks that compose with what stands before them: Latin and Greek accents, kana voicing, Hangul vowels and finals. */
function composes(unit: number): boolean {
  return (
    (unit >= 0x300 && unit <= 0x36f) ||
    unit === 0x3099 ||
    unit === 0x309a ||
    unit === 0xff9e ||
    unit === 0xff9f ||
    (unit >= 0x1161 && unit <= 0x1175) ||
    (unit >= 0x11a8 && unit <= 0x11c2)
  );
}

/** Scripts written without spaces: kana, kanji, their punctuation and full-width forms (Hangul is not one). */
export function isCjk(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef);
}

/** Folds `text` from `start` to `end`. Linear, never throws; offsets are those of the whole text. */
export function foldText(text: string, start = 0, end = text.length): FoldedText {
  const fold = foldTable();
  let capacity = end - start + 16;
  let units = new Uint16Array(capacity);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let length = 0;
  let pendingSpace = -1;
  let lastUnit = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    let folded = fold[unit]!;
    if (folded === drop) {
      continue;
    }
    if (folded === space) {
      if (pendingSpace < 0) {
        pendingSpace = at;
      }
      continue;
    }
    if (pendingSpace >= 0) {
      if (length > 0 && !isCjk(unit) && !isCjk(lastUnit)) {
        units[length] = space;
        starts[length] = pendingSpace;
        ends[length] = at;
        length++;
      }
      pendingSpace = -1;
    }
    const from = at;
    lastUnit = unit;
    let expanded: string | undefined;
    if (unit >= 0x41 && at + 1 < end && text.charCodeAt(at + 1) >= 0x300 && composes(text.charCodeAt(at + 1))) {
      while (at + 1 < end && composes(text.charCodeAt(at + 1))) {
        at++;
      }
      expanded = text
        .slice(from, at + 1)
        .normalize('NFKC')
        .toLowerCase();
    } else if (folded === expands) {
      expanded = expansions.get(unit);
    }
    const width = expanded === undefined ? 1 : expanded.length;
    if (length + width + 1 >= capacity) {
      capacity = capacity * 2 + width;
      units = grown(units, new Uint16Array(capacity));
      starts = grown(starts, new Int32Array(capacity));
      ends = grown(ends, new Int32Array(capacity));
    }
    if (expanded === undefined) {
      units[length] = folded;
      starts[length] = from;
      ends[length] = at + 1;
      length++;
      continue;
    }
    for (let i = 0; i < expanded.length; i++) {
      folded = expanded.charCodeAt(i);
      units[length] = folded;
      starts[length] = from;
      ends[length] = at + 1;
      length++;
    }
  }
  return { length, units, starts, ends };
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** First index whose source starts at `offset` or later. */
export function foldedIndexAt(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (folded.starts[middle]! < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
