/** Letters that Unicode does not decompose, and marks that are typed in several ways. */
const single: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
  þ: 't',
  ħ: 'h',
  ŧ: 't',
  ə: 'e',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\uff07': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
};

function foldLatin(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  const base = lower.normalize('NFD').charAt(0);
  return (single[base] ?? base).charCodeAt(0);
}

let table: Uint16Array | undefined;

/**
 * Code unit to code unit: lower case, without marks, one kind of apostrophe and hyphen, so that "Zélenský" and
 * "ZELENSKY" are one. Combining marks become 0 and are to be skipped. Made on first use (131,072 bytes).
 */
export function foldTable(): Uint16Array {
  if (!table) {
    table = new Uint16Array(65536);
    for (let unit = 0; unit < 65536; unit++) {
      table[unit] = unit;
    }
    for (let unit = 0x41; unit <= 0x5a; unit++) {
      table[unit] = unit + 0x20;
    }
    for (let unit = 0xc0; unit < 0x530; unit++) {
      table[unit] = unit >= 0x300 && unit < 0x370 ? 0 : foldLatin(unit);
    }
    for (let unit = 0x1e00; unit < 0x2000; unit++) {
      table[unit] = foldLatin(unit);
    }
    for (const mark of Object.keys(single)) {
      table[mark.charCodeAt(0)] = single[mark]!.charCodeAt(0);
    }
  }
  return table;
}

/** FNV-1a over the folded code units; the same as {@link hashText} for lower-case ASCII. */
export function foldedHash(text: string, start = 0, end = text.length): number {
  const fold = foldTable();
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = fold[text.charCodeAt(i)]!;
    if (unit !== 0) {
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  return hash >>> 0;
}

/** The text with every code unit folded: lower case, without marks. */
export function foldText(text: string): string {
  const fold = foldTable();
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = fold[text.charCodeAt(i)]!;
    if (unit !== 0) {
      folded += String.fromCharCode(unit);
    }
  }
  return folded;
}
