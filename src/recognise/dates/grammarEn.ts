import type { Tokens } from '../../text/tokens';
import { readCalendar } from './calendarEn';
import { readComposed } from './composedEn';
import { CursorEn, type Reading } from './cursorEn';
import type { CalendarMeaning, DateExpression, Meaning } from './meaning';
import { readPeriod } from './periodEn';
import { readRelative } from './relativeEn';
import { type DateWords, lookUpWords, tenseAround } from './sentenceEn';
import { joinWrappedLines } from './softLines';
import { Word } from './wordsEn';

/** Kinds of words that can begin a date. */
const begins = new Uint8Array(64);
for (const kind of [
  Word.digits,
  Word.month,
  Word.weekday,
  Word.number,
  Word.ordinal,
  Word.season,
  Word.nearDay,
  Word.direction,
  Word.article,
  Word.couple,
  Word.half,
  Word.day,
  Word.same,
  Word.apostrophe,
  Word.q,
  Word.fiscal,
  Word.other,
  Word.holiday,
  Word.unit,
  Word.earlier,
  Word.later,
  Word.edge,
]) {
  begins[kind] = 1;
}

/** The expressions of an English text in order; nothing is resolved yet. */
export function readDatesEn(text: Tokens): DateExpression[] {
  const tokens = joinWrappedLines(text);
  const words = lookUpWords(tokens);
  const c = new CursorEn(words);
  const found: DateExpression[] = [];
  const { kinds } = words;
  let ancient = false;
  for (let i = 0; i < tokens.count; ) {
    if (!begins[kinds[i]!]) {
      i++;
      continue;
    }
    const reading = readExpression(c, i, ancient);
    if (!reading) {
      i++;
      continue;
    }
    found.push(expressionOf(words, reading));
    const tail = tailYear(c, reading);
    if (tail) {
      found.push(expressionOf(words, tail));
    }
    ancient ||=
      reading.meaning.type === 'calendar' && !reading.meaning.yearFrom && (reading.meaning.year ?? 1000) < 1000;
    i = Math.max(tail?.next ?? reading.next, i + 1);
  }
  return found;
}

function expressionOf(words: DateWords, { first, next, meaning, rule, confidence }: Reading): DateExpression {
  const { starts, ends } = words.tokens;
  return {
    start: starts[first]!,
    end: ends[next - 1]!,
    meaning,
    rule,
    confidence,
    tense: tenseAround(words, first, next),
  };
}

function readExpression(c: CursorEn, i: number, ancient: boolean): Reading | undefined {
  const alone = beginsLine(c, i);
  const range = dayRange(c, i, alone);
  if (range) {
    return range;
  }
  const first = readOne(c, i, alone && linesUp(c, i), ancient);
  return first && (shortSpan(c, first) ?? joined(c, first, alone) ?? first);
}

function readOne(c: CursorEn, i: number, isolated: boolean, ancient = false): Reading | undefined {
  return (
    readComposed(c, i, isolated) ??
    readCalendar(c, i, isolated) ??
    readRelative(c, i, isolated) ??
    readPeriod(c, i, isolated, ancient)
  );
}

/** Whether only an article or preposition stands between the line's start and token `i`. */
function beginsLine(c: CursorEn, i: number): boolean {
  for (let j = i - 1; j >= i - 4; j--) {
    const kind = c.kind(j);
    if (kind === Word.line) {
      return true;
    }
    if (
      kind !== Word.the &&
      kind !== Word.in &&
      kind !== Word.preposition &&
      kind !== Word.between &&
      kind !== Word.open
    ) {
      return false;
    }
  }
  return false;
}

/** Whether the line ends within a few tokens, so that it can hold little beside the date. */
function linesUp(c: CursorEn, i: number): boolean {
  for (let j = i + 1; j <= i + 4; j++) {
    if (c.kind(j) === Word.line) {
      return true;
    }
    if (c.kind(j) === Word.none) {
      return false;
    }
  }
  return false;
}

function isJoint(c: CursorEn, i: number): boolean {
  return c.kind(i) === Word.to || c.kind(i) === Word.hyphen;
}

/** "10 - 22 August 2012", "from the 13th to the 15th of July", "25 and 26 March". */
function dayRange(c: CursorEn, i: number, alone: boolean): Reading | undefined {
  const day = c.day(i);
  if (!day) {
    return undefined;
  }
  const pair = c.kind(day.next) === Word.and;
  if (!isJoint(c, day.next) && !pair) {
    return undefined;
  }
  const at = c.kind(day.next + 1) === Word.the ? day.next + 2 : day.next + 1;
  const end = readCalendar(c, at, alone);
  if (end?.meaning.type !== 'calendar' || end.meaning.day === undefined || end.meaning.month === undefined) {
    return undefined;
  }
  if (c.kind(at) === Word.month || c.kind(at) === Word.weekday || (pair && end.meaning.day !== day.value + 1)) {
    return undefined;
  }
  const from = { type: 'calendar', day: day.value } as const;
  return {
    first: i,
    next: end.next,
    meaning: { type: 'range', from, to: end.meaning },
    rule: 'range',
    confidence: 0.93,
  };
}

/** "1890 – 91", set apart: the second is a year of its own. */
function tailYear(c: CursorEn, { meaning, rule, next }: Reading): Reading | undefined {
  const year = rule === 'year' && meaning.type === 'calendar' ? meaning.year : undefined;
  if (year === undefined || c.kind(next) !== Word.hyphen || c.length(next + 1) !== 2 || c.isUnit(next + 2)) {
    return undefined;
  }
  const tail = c.digits(next + 1);
  if (tail <= year % 100 || c.isPartOfNumber(next + 1) || c.isWord(next + 2)) {
    return undefined;
  }
  const own: CalendarMeaning = { type: 'calendar', year: year - (year % 100) + tail };
  return { first: next + 1, next: next + 2, meaning: own, rule: 'year', confidence: 0.8 };
}

/** "1990-91", "2024/25": the second year lacks its century. */
function shortSpan(c: CursorEn, first: Reading): Reading | undefined {
  const { meaning, next } = first;
  const mark = c.kind(next);
  if (first.rule !== 'year' || meaning.type !== 'calendar' || (mark !== Word.hyphen && mark !== Word.slash)) {
    return undefined;
  }
  const year = meaning.year!;
  const tail = c.length(next + 1) === 2 ? c.digits(next + 1) : -1;
  const after = c.glued(next + 2) ? c.kind(next + 2) : Word.line;
  if (
    tail <= year % 100 ||
    c.isPartOfNumber(next + 1) ||
    after === Word.hyphen ||
    after === Word.slash ||
    c.isUnit(next + 2)
  ) {
    return undefined;
  }
  if (!c.glued(next) || !c.glued(next + 1)) {
    return undefined;
  }
  const to: CalendarMeaning = { type: 'calendar', year: year - (year % 100) + tail };
  return { ...first, next: next + 2, meaning: { type: 'range', from: meaning, to }, rule: 'range' };
}

/** A range where `first` is its beginning and the end shares a field with it; or where the line holds nothing else. */
function joined(c: CursorEn, first: Reading, alone: boolean): Reading | undefined {
  const between = c.kind(first.first - 1) === Word.between;
  const and = c.kind(first.next) === Word.and;
  if (!isJoint(c, first.next) && !and) {
    return undefined;
  }
  const at = c.kind(first.next + 1) === Word.the ? first.next + 2 : first.next + 1;
  const end = rangeEnd(c, first, at, and && !between, alone);
  if (!end) {
    return undefined;
  }
  const shared = sharesField(first.meaning, end.meaning);
  const whole = (alone || between) && c.kind(end.next) === Word.line;
  if (!shared && !whole && !(between && first.rule !== 'year')) {
    return undefined;
  }
  const meaning: Meaning = { type: 'range', from: first.meaning, to: end.meaning };
  return { first: first.first, next: end.next, meaning, rule: 'range', confidence: 0.9 };
}

/** The second end: a date, or after a month and day only a day ("Dec. 28-29", "May eighth – tenth, 2010"). */
function rangeEnd(c: CursorEn, first: Reading, at: number, consecutive: boolean, alone: boolean): Reading | undefined {
  const from = first.meaning;
  const fromDay =
    from.type === 'calendar' && from.month !== undefined && from.year === undefined ? from.day : undefined;
  const day = fromDay === undefined ? undefined : c.day(at);
  const beginsDate = day && c.kind(day.next) === Word.month;
  if (day && !beginsDate && !c.isUnit(day.next)) {
    if (consecutive && day.value !== fromDay! + 1) {
      return undefined;
    }
    const year = c.yearAfter(day.next);
    const meaning: CalendarMeaning = { type: 'calendar', day: day.value, year: year?.year, yearFrom: year?.yearFrom };
    return { first: at, next: year?.next ?? day.next, meaning, rule: 'range', confidence: 0.9 };
  }
  return consecutive ? undefined : readOne(c, at, alone && linesUp(c, at));
}

/** Whether one end lacks a field that the other has: then the two are one expression. */
function sharesField(from: Meaning, to: Meaning): boolean {
  if (from.type !== 'calendar' || to.type !== 'calendar') {
    return false;
  }
  const lacksYear =
    from.month !== undefined && (from.year === undefined || to.year === undefined) && to.year !== from.year;
  const lacksMonth = from.day !== undefined && (from.month === undefined) !== (to.month === undefined);
  const bothBare = from.year === undefined && to.year === undefined && from.month !== undefined && to.day !== undefined;
  return lacksYear || lacksMonth || bothBare;
}
