import type { DateRule } from '../dateReading';
import { type CursorEn, century, type Reading } from './cursorEn';
import { holidayNames } from './holidays';
import type { Meaning } from './meaning';
import { Word } from './wordsEn';

function made(first: number, next: number, meaning: Meaning, rule: DateRule, confidence: number): Reading {
  return { first, next, meaning, rule, confidence };
}

/** Years, decades, centuries, seasons, quarters, halves, fiscal years and holidays that begin at token `i`. */
export function readPeriod(c: CursorEn, i: number, isolated: boolean, ancient = false): Reading | undefined {
  switch (c.kind(i)) {
    case Word.digits:
      return (
        centuryNumber(c, i) ??
        quarter(c, i) ??
        decade(c, i) ??
        bareDecade(c, i) ??
        yearQuarter(c, i) ??
        yearAlone(c, i, ancient)
      );
    case Word.apostrophe:
      return shortDecade(c, i);
    case Word.ordinal:
    case Word.number:
      return centuryNumber(c, i) ?? quarter(c, i);
    case Word.season:
      return season(c, i, isolated);
    case Word.q:
      return quarterSign(c, i);
    case Word.fiscal:
      return fiscal(c, i);
    case Word.other:
      return decadeWord(c, i);
    case Word.holiday:
      return holiday(c, i, isolated);
    default:
      return undefined;
  }
}

/** "1970s", "1990's", "60s" after an apostrophe; "1800s" is a century. */
function decade(c: CursorEn, i: number): Reading | undefined {
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
function shortDecade(c: CursorEn, i: number): Reading | undefined {
  if (c.kind(i + 1) !== Word.digits || c.length(i + 1) !== 2 || !c.glued(i + 1)) {
    return undefined;
  }
  const value = c.digits(i + 1);
  const s = pluralAfter(c, i + 2);
  if (!s) {
    const led = c.kind(i - 1) === Word.in || c.kind(i - 1) === Word.of || c.kind(i - 1) === Word.preposition;
    return led && !c.isWord(i + 2) && value >= 0
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
function bareDecade(c: CursorEn, i: number): Reading | undefined {
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

/** "2018 Q4", "2018-Q4", "2024 fourth quarter" is left alone. */
function yearQuarter(c: CursorEn, i: number): Reading | undefined {
  const year = c.length(i) === 4 && !c.isPartOfNumber(i) ? c.digits(i) : 0;
  const at = c.kind(i + 1) === Word.hyphen || c.kind(i + 1) === Word.slash ? i + 2 : i + 1;
  const part = c.kind(at) === Word.q && c.glued(at + 1) && c.length(at + 1) === 1 ? c.digits(at + 1) : 0;
  return year > 1800 && year < 2200 && part >= 1 && part <= 4
    ? made(i, at + 2, { type: 'calendar', year, part: 32 + part }, 'quarter', 0.95)
    : undefined;
}

/** "the eighties", "the nineteen-nineties". */
function decadeWord(c: CursorEn, i: number): Reading | undefined {
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
function centuryNumber(c: CursorEn, i: number): Reading | undefined {
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

/** "third quarter", "first half", "4th quarter 2018", "second half of last year". */
function quarter(c: CursorEn, i: number): Reading | undefined {
  const number = c.ordinal(i);
  if (!number) {
    return undefined;
  }
  const j = c.kind(number.next) === Word.hyphen ? number.next + 1 : number.next;
  const isHalf = c.kind(j) === Word.half && number.value <= 2;
  if (!isHalf && !(c.isUnit(j) && c.lower(j) === 'quarter' && number.value <= 4)) {
    return undefined;
  }
  const part = (isHalf ? 39 : 32) + number.value;
  const of = /^(?:of|in)$/.test(c.lower(j + 1)) && c.kind(j + 2) === Word.fiscal ? j + 1 : j;
  const year = c.yearAfter(of === j ? j + 1 : j + 3);
  if (year) {
    const meaning = { type: 'calendar', year: year.year, yearFrom: year.yearFrom, part } as const;
    return made(i, year.next, meaning, isHalf ? 'half' : 'quarter', 0.95);
  }
  // "the second half" of a match, of his life.
  return isHalf || c.kind(j + 1) === Word.of ? undefined : made(i, j + 1, { type: 'calendar', part }, 'quarter', 0.75);
}

/** "Q3", "Q3 2024", "2024 Q3" is read from the year. */
function quarterSign(c: CursorEn, i: number): Reading | undefined {
  const number = c.glued(i + 1) && c.length(i + 1) === 1 && c.isUpper(i) ? c.digits(i + 1) : 0;
  if (number < 1 || number > 4 || (c.glued(i) && c.kind(i - 1) !== Word.open)) {
    return undefined;
  }
  const year = c.yearAfter(c.kind(i + 2) === Word.slash ? i + 3 : i + 2);
  return year
    ? made(
        i,
        year.next,
        { type: 'calendar', year: year.year, yearFrom: year.yearFrom, part: 32 + number },
        'quarter',
        0.95,
      )
    : made(i, i + 2, { type: 'calendar', part: 32 + number }, 'quarter', 0.7);
}

/** "fiscal 1990", "fiscal year 2024". */
function fiscal(c: CursorEn, i: number): Reading | undefined {
  const j = c.isUnit(i + 1) && c.unit(i + 1) === 'year' ? i + 2 : i + 1;
  const year = c.year(j);
  return year && made(i, year.next, { type: 'calendar', year: year.year }, 'fiscal-year', 0.7);
}

/** "summer 2025", "autumn next year", "winter of 373"; "this summer" is read from "this". */
function season(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const part = c.value(i);
  const year = c.yearAfter(i + 1);
  if (year) {
    return made(i, year.next, { type: 'calendar', year: year.year, yearFrom: year.yearFrom, part }, 'season', 0.93);
  }
  return isolated && c.lower(i) !== 'fall' ? made(i, i + 1, { type: 'calendar', part }, 'season', 0.5) : undefined;
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
function yearAlone(c: CursorEn, i: number, ancient: boolean): Reading | undefined {
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

const leadsHoliday = new Set<number>([Word.preposition, Word.to, Word.later, Word.earlier, Word.of]);

/** "Christmas", "New Year's Eve 2024", "next Thanksgiving". */
function holiday(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const { text, starts } = c.words.tokens;
  const from = starts[i]!;
  const tail = text
    .slice(from, from + 24)
    .toLowerCase()
    .replaceAll('’', "'");
  for (const { name, holiday: index, sure } of holidayNames) {
    if (tail.startsWith(name) && !/^[a-z]/.test(tail.slice(name.length))) {
      let next = i;
      while (next < c.words.tokens.count && starts[next]! < from + name.length) {
        next++;
      }
      const year = c.yearAfter(next);
      if (year) {
        return made(
          i,
          year.next,
          { type: 'holiday', holiday: index, year: year.year, yearFrom: year.yearFrom },
          'holiday',
          0.9,
        );
      }
      const before = c.kind(i - 1);
      if (before === Word.direction) {
        return made(i - 1, next, { type: 'holiday', holiday: index, direction: c.direction(i - 1) }, 'holiday', 0.85);
      }
      const alone = isolated || (c.kind(next) === Word.line && c.kind(i - 1) === Word.line);
      const led = leadsHoliday.has(before) || alone;
      return (sure && (c.isUpper(i) || led)) || (led && (c.isUpper(i) || alone) && !c.isUpper(next))
        ? made(i, next, { type: 'holiday', holiday: index }, 'holiday', 0.75)
        : undefined;
    }
  }
  return undefined;
}
