/** What a spreadsheet takes for the start of a formula, in ASCII and full width. */
const triggers = '=+-@\t\r\n\u001e\u0000＝＋－＠';

/** What spreadsheets skip before they look for a formula. */
const skipped = /[\s'"\u2018\u2019\u201c\u201d\u200b-\u200f\u2060\ufeff]/;

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Whether a spreadsheet might run the text (CSV injection, https://owasp.org/www-community/attacks/CSV_Injection):
 * it begins, perhaps after spaces, quotes or line breaks, with a sign that starts a formula. Numbers do not.
 */
export function looksLikeFormula(text: string): boolean {
  if (plainNumber.test(text)) {
    return false;
  }
  for (const char of text) {
    if (triggers.includes(char)) {
      return true;
    }
    if (!skipped.test(char)) {
      return false;
    }
  }
  return false;
}

/** One cell: formulas get an apostrophe before them, which {@link unguardCell} takes off again. */
export function guardCell(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** The text as it was before {@link guardCell}. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Quotes a cell as RFC 4180 section 2 has it; also where another country's separator or a tab stands in it. */
export function csvCell(text: string): string {
  const cell = guardCell(text).replaceAll('\u0000', '\uFFFD');
  return /[",;\t\r\n|]/.test(cell) || cell.startsWith(' ') || cell.endsWith(' ')
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
