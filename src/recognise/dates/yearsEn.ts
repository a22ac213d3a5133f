import { type CursorEn, century, made, type Reading } from './cursorEn';

import { Word } from './wordsEn';

/** "1970s", "1990's", "60s" after an apostrophe; "1800s" is a century. */
export function decade(c: CursorEn, i: number): Reading | undefined {
  if (c.length(i) !== 4 || c.isPartOfNumber(i)) {
    return undefined;
  }
  const value = c.digits(i);
  const s = pluralAfter(c, i + 1);
  if (!s || value % 10 !== 0 || value < 1000 || value > 2100) {
    return undefined;
  }
  // "1990's budget" is of one year, "the 1990's" is ten.
  if (s === i + 3 && c.kind(i - 1) !== Word.the && !isShade(c, i - 1) && c.isWord(s)) {
    return undefined;
  }
  if (value % 100 === 0 && value < 2000) {
    return made(i, s, { type: 'fixed', value: `${value / 100}XX` }, 'century', 0.8);
  }
  return made(i, s, { type: 'fixed', value: `${value / 10}X` }, 'decade', 0.97);
}

/** "early", "mid-". */
function isShade(c: CursorEn, i: number): boolean {
  return c.kind(i) === Word.edge || (c.kind(i) === Word.hyphen && c.kind(i - 1) === Word.edge);
}

function pluralAfter(c: CursorEn, i: number): number | undefined {
  if (c.kind(i) === Word.s && c.glued(i)) {
    return i + 1;
  }
  return c.kind(i) === Word.apostrophe && c.glued(i) && c.kind(i + 1) === Word.s && c.glued(i + 1) ? i + 2 : undefined;
}

/** "'80s", "’60's". */
export function shortDecade(c: CursorEn, i: number): Reading | undefined {
  if (c.kind(i + 1) !== Word.digits || c.length(i + 1) !== 2 || !c.glued(i + 1)) {
    return undefined;
  }
  const value = c.digits(i + 1);
  const s = pluralAfter(c, i + 2);
  if (!s) {
    const led = c.kind(i - 1) === Word.in || c.kind(i - 1) === Word.of || c.kind(i - 1) === Word.preposition;
    const stands = !c.isWord(i + 2) || (c.kind(i - 1) === Word.in && !c.isUnit(i + 2));
    return led && stands && value >= 0
      ? made(i, i + 2, { type: 'calendar', year: century(value) }, 'year', 0.6)
      : undefined;
  }
  if (value % 10 !== 0) {
    return undefined;
  }
  const first = value < 30 ? 2000 + value : 1900 + value;
  return made(i, s, { type: 'fixed', value: `${first / 10}X` }, 'decade', 0.9);
}

const temperatures = /^(?:temperatures?|degrees|highs?|lows?|his|her|their|your)$/;

/** "the 60s", where the sentence is about no weather and nobody's age. */
export function bareDecade(c: CursorEn, i: number): Reading | undefined {
  const value = c.length(i) === 2 ? c.digits(i) : -1;
  if (value % 10 !== 0 || value < 20 || c.kind(i + 1) !== Word.s || !c.glued(i + 1)) {
    return undefined;
  }
  const at = isShade(c, i - 1) ? (c.kind(i - 1) === Word.hyphen ? i - 3 : i - 2) : i - 1;
  if (c.kind(at) !== Word.the && !(c.kind(at) === Word.and && c.kind(at - 1) === Word.s)) {
    return undefined;
  }
  for (let j = at - 1; j > at - 10 && c.kind(j) !== Word.line; j--) {
    if (temperatures.test(c.lower(j))) {
      return undefined;
    }
  }
  return made(i, i + 2, { type: 'fixed', value: `${(1900 + value) / 10}X` }, 'decade', 0.7);
}

/** "the eighties", "the nineteen-nineties". */
export function decadeWord(c: CursorEn, i: number): Reading | undefined {
  const nineteen = c.lower(i - 1) === 'nineteen' || (c.kind(i - 1) === Word.hyphen && c.lower(i - 2) === 'nineteen');
  const first = nineteen ? (c.kind(i - 1) === Word.hyphen ? i - 2 : i - 1) : i;
  const edge =
    c.kind(first - 1) === Word.edge || (c.kind(first - 1) === Word.hyphen && c.kind(first - 2) === Word.edge);
  const bare = c.kind(first - 1) === Word.the || edge;
  const whose =
    /^(?:his|her|their|my|our|your)$/.test(c.lower(first - 1)) || /^(?:his|her|their)$/.test(c.lower(first - 2));
  if (whose || (!nineteen && (!bare || c.value(i) < 20))) {
    return undefined;
  }
  return made(first, i + 1, { type: 'fixed', value: `${(1900 + c.value(i)) / 10}X` }, 'decade', 0.8);
}

/** "20th century", "seventeenth-century", "fifth century BC", "18th and 19th centuries". */
export function centuryNumber(c: CursorEn, i: number): Reading | undefined {
  const number = c.ordinal(i);
  if (!number || number.value < 1 || number.value > 30) {
    return undefined;
  }
  let j = number.next;
  if (c.kind(j) === Word.hyphen) {
    j++;
  }
  let shared = false;
  if (c.kind(j) === Word.and || c.kind(j) === Word.to || (c.kind(j) === Word.comma && c.ordinal(j + 1))) {
    const other = c.ordinal(j + 1);
    j = other ? (c.kind(other.next) === Word.hyphen ? other.next + 1 : other.next) : j;
    shared = !!other;
  }
  if (
    !c.isUnit(j) ||
    c.unit(j) !== 'century' ||
    (shared && c.text(j) === 'century' && c.kind(number.next) === Word.comma)
  ) {
    return undefined;
  }
  const next = shared ? number.next : j + 1;
  const era = shared ? undefined : c.era(next);
  if (era && era.sign < 0) {
    const first = -100 * number.value + 1;
    return made(i, era.next, { type: 'fixed', value: `${bc(first)}/${bc(first + 99)}` }, 'century', 0.9);
  }
  const value = `${String(number.value - 1).padStart(2, '0')}XX`;
  return made(i, era?.next ?? next, { type: 'fixed', value }, 'century', 0.95);
}

function bc(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}

const designators = new Set(
  (
    'rule room flight no section sections page pages p pp route highway article resolution model vol volume number chapter box suite ' +
    'building windows office line form title act paragraph bus boeing unit type channel studio apartment apt directive psalm'
  ).split(' '),
);
const amountsBefore = new Set(
  'about over nearly almost than roughly approximately least most some up another only all exactly an estimated'.split(
    ' ',
  ),
);

/** "2016", "(2004)", "the 1956 declaration", and after "in" or "c." years of the Middle Ages. */
export function yearAlone(c: CursorEn, i: number, ancient: boolean): Reading | undefined {
  const bare = c.digits(i);
  if (c.isPartOfNumber(i) || (c.glued(i) && /^[./\\@#*^]$/.test(c.text(i - 1))) || isTailOfCode(c, i, bare)) {
    return undefined;
  }
  const year = c.year(i);
  const led = isCirca(c, i) || (c.kind(i - 1) === Word.in && c.isUpper(i + 1) === false && c.length(i) === 4);
  if (!year) {
    const old = c.length(i) === 3 && (isCirca(c, i) || isOldSpan(c, i) || (ancient && isLed(c, i)));
    return old ? made(i, i + 1, { type: 'calendar', year: bare }, 'year', 0.6) : undefined;
  }
  const hasEra = year.next > i + 1;
  if (!hasEra) {
    if (
      c.length(i) !== 4 ||
      bare >= 2100 ||
      (bare < 1400 && !led && c.kind(i - 1) !== Word.in && c.kind(i - 1) !== Word.open)
    ) {
      return undefined;
    }
    const before = c.lower(c.kind(i - 1) === Word.dot ? i - 2 : i - 1);
    if (designators.has(before)) {
      return undefined;
    }
    if (c.glued(year.next) && c.isWord(year.next)) {
      return undefined;
    }
    const counts =
      c.countsThings(year.next) || (c.isWord(year.next) && amountsBefore.has(before) && before !== 'about');
    if (counts || isHyphenatedUnit(c, year.next) || isAddress(c, i)) {
      return undefined;
    }
  }
  return made(i, year.next, { type: 'calendar', year: year.year }, 'year', bare >= 1900 || hasEra ? 0.9 : 0.8);
}

/** "555-0199-2020": a hyphen joins it to what is no earlier year. */
function isTailOfCode(c: CursorEn, i: number, value: number): boolean {
  const joined = c.kind(i - 1) === Word.hyphen && c.glued(i) && c.glued(i - 1) && c.kind(i - 2) === Word.digits;
  return joined && (c.length(i - 2) !== c.length(i) || c.digits(i - 2) > value || c.text(i - 2).startsWith('0'));
}

/** "(837–908)": the life of somebody. */
function isOldSpan(c: CursorEn, i: number): boolean {
  const first = c.kind(i + 1) === Word.hyphen ? i : c.kind(i - 1) === Word.hyphen ? i - 2 : -1;
  const years = first >= 0 ? c.digits(first + 2) - c.digits(first) : 0;
  const lone = c.kind(first - 1) === Word.open || isCirca(c, first);
  return years > 20 && years < 110 && c.length(first) === 3 && lone && c.kind(first + 3) === Word.close;
}

/** "In 348", "around 328", "360 - 366" in a text that has named such a year before. */
function isLed(c: CursorEn, i: number): boolean {
  const before = c.kind(i - 1);
  const joined = before === Word.hyphen && c.kind(i - 2) === Word.digits && c.length(i - 2) === 3;
  const led = before === Word.in || before === Word.preposition || before === Word.to || joined;
  return led && !c.countsThings(i + 1) && c.text(i + 1) !== '%';
}

/** "c. 314", "circa 1880". */
function isCirca(c: CursorEn, i: number): boolean {
  const at = c.kind(i - 1) === Word.dot ? i - 2 : i - 1;
  return c.kind(at) === Word.circa || c.lower(at) === 'circa';
}

/** "1500-meter", "2000-strong". */
function isHyphenatedUnit(c: CursorEn, i: number): boolean {
  return c.kind(i) === Word.hyphen && c.glued(i) && c.glued(i + 1) && c.isWord(i + 1) && !c.isUpper(i + 1);
}

/** "814.863.1874", "1600 Pennsylvania Avenue". */
function isAddress(c: CursorEn, i: number): boolean {
  return c.isUpper(i + 1) && /^(?:avenue|ave|street|st|road|rd|boulevard|blvd|drive|lane)$/.test(c.lower(i + 2));
}
