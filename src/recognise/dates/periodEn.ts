import { type CursorEn, made, type Reading } from './cursorEn';
import { type HolidayName, holidayNames } from './holidays';
import { Word } from './wordsEn';
import { bareDecade, centuryNumber, decade, decadeWord, shortDecade, yearAlone } from './yearsEn';

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

/** "2018 Q4", "2018-Q4", "2024 fourth quarter" is left alone. */
function yearQuarter(c: CursorEn, i: number): Reading | undefined {
  const year = c.length(i) === 4 && !c.isPartOfNumber(i) ? c.digits(i) : 0;
  const at = c.kind(i + 1) === Word.hyphen || c.kind(i + 1) === Word.slash ? i + 2 : i + 1;
  const part = c.kind(at) === Word.q && c.glued(at + 1) && c.length(at + 1) === 1 ? c.digits(at + 1) : 0;
  return year > 1800 && year < 2200 && part >= 1 && part <= 4
    ? made(i, at + 2, { type: 'calendar', year, part: 32 + part }, 'quarter', 0.95)
    : undefined;
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
  const last =
    year && c.kind(year.next) === Word.hyphen && c.length(year.next + 1) === 4 ? c.year(year.next + 1) : undefined;
  if (year && last && last.year > year.year) {
    const from = { type: 'calendar', year: year.year } as const;
    return made(i, last.next, { type: 'range', from, to: { type: 'calendar', year: last.year } }, 'range', 0.8);
  }
  return year && made(i, year.next, { type: 'calendar', year: year.year }, 'fiscal-year', 0.7);
}

/** "summer 2025", "autumn next year", "winter of 373"; "this summer" is read from "this". */
function season(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const part = c.value(i);
  const year = c.yearAfter(i + 1);
  if (year) {
    return made(i, year.next, { type: 'calendar', year: year.year, yearFrom: year.yearFrom, part }, 'season', 0.93);
  }
  const bare = isolated ? c.lower(i) !== 'fall' : isLedSeason(c, i);
  return bare ? made(i, i + 1, { type: 'calendar', part }, 'season', 0.5) : undefined;
}

/** "until autumn", "since the spring", "in the fall": the season of one year; not "in summer". */
function isLedSeason(c: CursorEn, i: number): boolean {
  if (c.isWord(i + 1) && (c.isUpper(i + 1) || c.kind(i + 1) === Word.of)) {
    return false;
  }
  let j = i - 1;
  if (c.kind(j) === Word.hyphen) {
    j--;
  }
  const shaded = c.kind(j) === Word.edge && c.lower(j) !== 'end' && c.lower(j) !== 'start';
  j -= shaded ? 1 : 0;
  const the = c.kind(j) === Word.the;
  const lead = c.lower(the ? j - 1 : j);
  if (
    /^(?:until|till|since)$/.test(lead) ||
    (lead === 'by' && c.kind(i + 1) !== Word.apostrophe && c.lower(i) !== 'fall')
  ) {
    return true;
  }
  return (the || shaded) && /^(?:in|over|during|by)$/.test(lead) && (c.lower(i) !== 'fall' || lead === 'in');
}

const leadsHoliday = new Set<number>([Word.preposition, Word.to, Word.later, Word.earlier, Word.of]);

const noHolidays: readonly HolidayName[] = [];
let byUnit: Map<number, HolidayName[]> | undefined;

/** The names of holidays by their first code unit, the longer first. */
function holidaysByUnit(): ReadonlyMap<number, readonly HolidayName[]> {
  if (!byUnit) {
    byUnit = new Map();
    for (const holiday of holidayNames) {
      const unit = holiday.name.charCodeAt(0);
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), holiday]);
    }
  }
  return byUnit;
}

/** "Christmas", "New Year's Eve 2024", "next Thanksgiving". */
function holiday(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const { text, starts } = c.words.tokens;
  const from = starts[i]!;
  const tail = text
    .slice(from, from + 24)
    .toLowerCase()
    .replaceAll('’', "'");
  for (const { name, holiday: index, sure } of holidaysByUnit().get(tail.charCodeAt(0)) ?? noHolidays) {
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
