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

const upperLetter = /^\p{Lu}$/u;
const anyLetter = /^[\p{L}\p{M}]$/u;
const anyDigit = /^\p{Nd}$/u;
const anySpace = /^[\s\u200B\uFEFF]$/u;

function classify(unit: number): CharClassCode {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) {
    return CharClass.newline;
  }
  if (unit >= 0xd800 && unit <= 0xdfff) {
    return CharClass.other;
  }
  if (unit >= 0x3041 && unit <= 0x309f) {
    return CharClass.hiragana;
  }
  // The middle dot ・ stands inside foreign names; ー lengthens; ｦ-ﾟ are the half-width forms.
  if ((unit >= 0x30a1 && unit <= 0x30ff) || (unit >= 0xff66 && unit <= 0xff9f) || (unit >= 0x31f0 && unit <= 0x31ff)) {
    return CharClass.katakana;
  }
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3005 || unit === 0x3007) {
    return CharClass.kanji;
  }
  if (unit >= 0xf900 && unit <= 0xfaff) {
    return CharClass.kanji;
  }
  const char = String.fromCharCode(unit);
  if (anyDigit.test(char)) {
    return CharClass.digit;
  }
  if (anySpace.test(char)) {
    return CharClass.space;
  }
  if (upperLetter.test(char)) {
    return CharClass.upper;
  }
  if (anyLetter.test(char)) {
    return unit < 0x0590 || (unit >= 0x1e00 && unit <= 0x1fff) ? CharClass.lower : CharClass.other;
  }
  return CharClass.punctuation;
}

let table: Uint8Array | undefined;

/** The class of every UTF-16 code unit, made on first use (65,536 bytes). */
export function charClassTable(): Uint8Array {
  if (!table) {
    table = new Uint8Array(65536);
    for (let unit = 0; unit < 65536; unit++) {
      table[unit] = classify(unit);
    }
  }
  return table;
}
