/** What kind of character a UTF-16 code unit is, as far as tokens and names care. */
export const CharClass = {
  space: 0,
  newline: 1,
  punctuation: 2,
  digit: 3,
  lower: 4,
  upper: 5,
  hiragana: 6,
  katakana: 7,
  kanji: 8,
  /** Letters of other scripts, surrogates, combining marks. */
  other: 9,
} as const;

export type CharClassCode = (typeof CharClass)[keyof typeof CharClass];

/** Where letters, digits and spaces of all scripts are looked up one by one; what lies between is filled by rule. */
const mixedBlocks: readonly (readonly [number, number])[] = [
  [0x0000, 0x3040],
  [0xa4d0, 0xac00],
  [0xd7b0, 0xd800],
  [0xfb00, 0xff66],
  [0xffa0, 0x10000],
];

/** Later rows win. Ranges are half open. */
const fixedBlocks: readonly (readonly [number, number, CharClassCode])[] = [
  [0x3040, 0x3100, CharClass.punctuation],
  [0x3041, 0x30a0, CharClass.hiragana],
  [0x3100, 0xa4d0, CharClass.other],
  [0x3200, 0x3400, CharClass.punctuation],
  // The middle dot ・ stands inside foreign names; ー lengthens; ｦ-ﾟ are the half-width forms.
  [0x30a1, 0x3100, CharClass.katakana],
  [0x31f0, 0x3200, CharClass.katakana],
  [0xff66, 0xffa0, CharClass.katakana],
  [0x3400, 0x4dc0, CharClass.kanji],
  [0x4dc0, 0x4e00, CharClass.punctuation],
  [0x4e00, 0xa000, CharClass.kanji],
  [0x3005, 0x3006, CharClass.kanji],
  [0x3007, 0x3008, CharClass.kanji],
  [0xac00, 0xd7b0, CharClass.other],
  [0xd800, 0xe000, CharClass.other],
  [0xf900, 0xfb00, CharClass.kanji],
];

const named: readonly (readonly [RegExp, CharClassCode])[] = [
  [/[\p{L}\p{M}]+/gu, CharClass.other],
  [/\p{Lu}+/gu, CharClass.upper],
  [/[\s\u200B\uFEFF]+/gu, CharClass.space],
  [/\p{Nd}+/gu, CharClass.digit],
];

function makeTable(): Uint8Array {
  const table = new Uint8Array(65536).fill(CharClass.punctuation);
  for (const [from, to] of mixedBlocks) {
    let text = '';
    for (let unit = from; unit < to; unit++) {
      text += String.fromCharCode(unit);
    }
    for (const [pattern, kind] of named) {
      for (const match of text.matchAll(pattern)) {
        table.fill(kind, from + match.index, from + match.index + match[0].length);
      }
    }
  }
  for (const [from, to, kind] of fixedBlocks) {
    table.fill(kind, from, to);
  }
  // Small letters of the scripts that have them.
  for (const [from, to] of [
    [0, 0x590],
    [0x1e00, 0x2000],
  ] as const) {
    for (let unit = from; unit < to; unit++) {
      if (table[unit] === CharClass.other) {
        table[unit] = CharClass.lower;
      }
    }
  }
  for (const unit of [0x0a, 0x0d, 0x2028, 0x2029]) {
    table[unit] = CharClass.newline;
  }
  return table;
}

let table: Uint8Array | undefined;

/** The class of every UTF-16 code unit, made on first use (65,536 bytes). */
export function charClassTable(): Uint8Array {
  table ??= makeTable();
  return table;
}
