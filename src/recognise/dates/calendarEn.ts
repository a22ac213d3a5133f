import { type CursorEn, century, made, type Reading } from './cursorEn';
import { numericDate } from './numeric';
import { Word } from './wordsEn';

const mayNumber = 5;
const marchNumber = 3;

/** A calendar date that begins at token `i`, without ranges. */
export function readCalendar(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  switch (c.kind(i)) {
    case Word.month:
      return monthFirst(c, i, isolated);
    case Word.digits:
      return numericDate(c, i, isolated) ?? dayFirst(c, i, isolated);
    case Word.ordinal:
    case Word.number:
      return dayFirst(c, i, isolated);
    case Word.weekday:
      return weekdayFirst(c, i, isolated);
    default:
      return undefined;
  }
}

/** "Dec. 4, 2025", "March 3rd", "May 2025", "August". */
function monthFirst(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const month = c.value(i);
  let j = i + 1;
  if (c.kind(j) === Word.dot && c.glued(j) && c.length(i) <= 4) {
    j++;
  }
  const abbreviated = c.length(i) <= 4 && month !== mayNumber && month !== 6 && month !== 7;
  const dayAt =
    c.kind(j) === Word.the || (c.kind(j) === Word.hyphen && c.kind(j + 1) === Word.digits && c.glued(j)) ? j + 1 : j;
  const day = c.day(dayAt);
  const ordinalWord = day && c.kind(dayAt) !== Word.digits;
  const wordy = ordinalWord && !c.isUpper(i) && !isolated;
  if (day && !wordy && !startsUnit(c, day.next) && !isClock(c, day.next)) {
    const hyphenYear = c.kind(day.next) === Word.hyphen && c.glued(day.next) && c.length(day.next + 1) === 4;
    const year = c.yearAfter(hyphenYear ? day.next + 1 : day.next);
    if (year) {
      const meaning = { type: 'calendar', year: year.year, yearFrom: year.yearFrom, month, day: day.value } as const;
      return made(i, year.next, meaning, year.yearFrom ? 'day-of-relative-year' : 'full-date', 0.98);
    }
    const nextYear = nextAfter(c, day.next);
    if (nextYear) {
      return made(i, nextYear, { type: 'calendar', month, day: day.value, direction: 1 }, 'month-day', 0.85);
    }
    return made(i, day.next, { type: 'calendar', month, day: day.value }, 'month-day', 0.9);
  }
  const year = c.yearAfter(j);
  if (year && (c.isUpper(i) || year.next > j)) {
    const meaning = { type: 'calendar', year: year.year, yearFrom: year.yearFrom, month } as const;
    return made(i, year.next, meaning, year.yearFrom ? 'month-of-relative-year' : 'month-year', 0.97);
  }
  if (
    c.kind(j) === Word.digits &&
    c.length(j) === 2 &&
    c.digits(j) > 31 &&
    !c.isPartOfNumber(j) &&
    !startsUnit(c, j + 1)
  ) {
    return made(i, j + 1, { type: 'calendar', year: century(c.digits(j)), month }, 'month-year', 0.8);
  }
  return bareMonth(c, i, abbreviated ? j : i + 1, isolated);
}

/** April, May, June and August, which may own something as persons do; "February's election" is a month's. */
const personalMonths = new Set([4, 5, 6, 8]);

/** A month by itself: with a capital, and where it is also a verb or a person's name, only after a preposition. */
function bareMonth(c: CursorEn, i: number, next: number, isolated: boolean): Reading | undefined {
  const month = c.value(i);
  const before = c.kind(i - 1);
  const led =
    before === Word.in ||
    before === Word.preposition ||
    before === Word.of ||
    before === Word.edge ||
    before === Word.to ||
    before === Word.between ||
    (before === Word.hyphen && c.kind(i - 2) === Word.edge) ||
    before === Word.month;
  const shortForm = c.length(i) <= 4 && month !== mayNumber && month !== 6 && month !== 7;
  if (!isolated) {
    if (!c.isUpper(i) || c.isUpper(i + 1) === false ? !c.isUpper(i) : false) {
      return undefined;
    }
    if (!led && (month === mayNumber || month === marchNumber || shortForm)) {
      return undefined;
    }
    const owner = c.kind(i + 1) === Word.apostrophe && personalMonths.has(month);
    if (!led && (isName(c, i - 1) || isName(c, i + 1) || owner)) {
      return undefined;
    }
    if (led && before === Word.to && (month === mayNumber || month === marchNumber)) {
      return undefined;
    }
  }
  return made(i, next, { type: 'calendar', month }, 'month', led ? 0.85 : 0.7);
}

/** A word with a capital that is no date word: "April Jones", "Theresa May". */
function isName(c: CursorEn, i: number): boolean {
  return c.isUpper(i) && c.kind(i) === Word.none && c.kind(i - 1) !== Word.line;
}

function isClock(c: CursorEn, i: number): boolean {
  return /^(?:am|pm|a\.m|p\.m|percent|million|billion)$/.test(c.lower(i)) || c.text(i) === '%';
}

/** "30-day", "3 years": a length of time. */
function startsUnit(c: CursorEn, i: number): boolean {
  const j = c.kind(i) === Word.hyphen ? i + 1 : i;
  return c.isUnit(j);
}

/** "the 1st day of Feb. next". */
function nextAfter(c: CursorEn, i: number): number | undefined {
  return c.lower(i) === 'next' && !c.isWord(i + 1) ? i + 1 : undefined;
}

/** "10 August 2012", "the 1st of March", "8-May-2006", "Twenty-fourth of May", "1st day of Feb. next". */
function dayFirst(c: CursorEn, i: number, _isolated: boolean): Reading | undefined {
  const day = c.day(i);
  if (!day || (c.kind(i) === Word.digits && c.glued(i) && /[.$€£#\w]$/.test(c.text(i - 1)))) {
    return undefined;
  }
  let j = day.next;
  if (c.kind(j) === Word.day && c.kind(j + 1) === Word.of && day.ordinal) {
    j++;
  }
  const hyphenated = c.kind(j) === Word.hyphen && c.glued(j);
  const closesRange = c.kind(j) === Word.in && (c.kind(i - 1) === Word.to || c.kind(i - 1) === Word.hyphen);
  if (
    closesRange ||
    c.kind(j) === Word.of ||
    hyphenated ||
    (c.kind(j) === Word.comma && c.kind(j + 1) === Word.month) ||
    c.kind(j) === Word.slash
  ) {
    j++;
  }
  if (c.kind(j) !== Word.month) {
    return undefined;
  }
  // "10 may" and "3 march" are more often verbs.
  if (
    !c.isUpper(j) &&
    !day.ordinal &&
    (c.value(j) === mayNumber || c.value(j) === marchNumber) &&
    !c.year(j + 1) &&
    j === day.next
  ) {
    return undefined;
  }
  const month = c.value(j);
  const spelled = c.length(j) > 4 || month === mayNumber || month === 6 || month === 7;
  j++;
  if (c.kind(j) === Word.dot && c.glued(j) && !spelled) {
    j++;
  }
  const lead = hyphenated && (c.kind(j) === Word.hyphen || c.kind(j) === Word.slash) ? j + 1 : j;
  if (hyphenated && lead > j && c.length(lead) === 2 && c.digits(lead) >= 0) {
    return made(
      i,
      lead + 1,
      { type: 'calendar', year: century(c.digits(lead)), month, day: day.value },
      'full-date',
      0.9,
    );
  }
  const year = c.yearAfter(lead);
  if (year) {
    const meaning = { type: 'calendar', year: year.year, yearFrom: year.yearFrom, month, day: day.value } as const;
    return made(i, year.next, meaning, year.yearFrom ? 'day-of-relative-year' : 'full-date', 0.98);
  }
  const word = c.lower(j);
  if ((word === 'next' || word === 'last') && !c.isWord(j + 1)) {
    const direction = word === 'next' ? 1 : -1;
    return made(i, j + 1, { type: 'calendar', month, day: day.value, direction }, 'month-day', 0.85);
  }
  const short = c.length(j) === 2 && !c.isWord(j + 1) && !c.isPartOfNumber(j) ? c.digits(j) : -1;
  if (short >= 0 && c.kind(i) === Word.digits && c.kind(j + 1) !== Word.digits && c.kind(j + 1) !== Word.hyphen) {
    return made(i, j + 1, { type: 'calendar', year: century(short), month, day: day.value }, 'full-date', 0.75);
  }
  return made(i, j, { type: 'calendar', month, day: day.value }, 'month-day', 0.9);
}

/** "Monday, Feb 18", "Sunday 7 December 2014", "Tue 10 January". */
function weekdayFirst(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  let j = i + 1;
  if (c.kind(j) === Word.dot && c.glued(j) && c.length(i) <= 5) {
    j++;
  }
  if (c.kind(j) === Word.comma) {
    j++;
  }
  if (c.kind(j) === Word.the) {
    j++;
  }
  const kind = c.kind(j);
  if (kind !== Word.month && kind !== Word.digits && kind !== Word.ordinal && kind !== Word.number) {
    return undefined;
  }
  const date = readCalendar(c, j, isolated);
  if (date?.meaning.type === 'calendar' && date.meaning.day !== undefined) {
    return { ...date, first: i, meaning: { ...date.meaning, weekday: c.value(i) } };
  }
  const day = c.day(j);
  if (!date && day?.ordinal && kind === Word.digits) {
    return made(i, day.next, { type: 'calendar', day: day.value, weekday: c.value(i) }, 'day-of-month', 0.7);
  }
  return undefined;
}
