import type { Tokens } from '../../text/tokens';
import { readCalendar } from './calendarEn';
import { CursorEn, type Reading } from './cursorEn';
import type { CalendarMeaning, DateExpression, Meaning } from './meaning';
import { readPeriod } from './periodEn';
import { readRelative } from './relativeEn';
import { lookUpWords, tenseAround } from './sentenceEn';
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
export function readDatesEn(tokens: Tokens): DateExpression[] {
  const words = lookUpWords(tokens);
  const c = new CursorEn(words);
  const found: DateExpression[] = [];
  const { kinds } = words;
  for (let i = 0; i < tokens.count; ) {
    if (!begins[kinds[i]!]) {
      i++;
      continue;
    }
    const reading = readExpression(c, i);
    if (!reading) {
      i++;
      continue;
    }
    found.push({
      start: tokens.starts[reading.first]!,
      end: tokens.ends[reading.next - 1]!,
      meaning: reading.meaning,
      rule: reading.rule,
      confidence: reading.confidence,
      tense: tenseAround(words, reading.first, reading.next),
    });
    i = Math.max(reading.next, i + 1);
  }
  return found;
}

function readExpression(c: CursorEn, i: number): Reading | undefined {
  const alone = beginsLine(c, i);
  const range = dayRange(c, i, alone);
  if (range) {
    return range;
  }
  const first = readOne(c, i, alone && linesUp(c, i));
  return first && (joined(c, first, alone) ?? first);
}

function readOne(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  return readCalendar(c, i, isolated) ?? readRelative(c, i, isolated) ?? readPeriod(c, i, isolated);
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

/** A range where `first` is its beginning and the end shares a field with it; or where the line holds nothing else. */
function joined(c: CursorEn, first: Reading, alone: boolean): Reading | undefined {
  const between = c.kind(first.first - 1) === Word.between;
  const and = c.kind(first.next) === Word.and;
  if (!isJoint(c, first.next) && !and) {
    return undefined;
  }
  const at = c.kind(first.next + 1) === Word.the ? first.next + 2 : first.next + 1;
  const end = rangeEnd(c, first, at, and && !between);
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
function rangeEnd(c: CursorEn, first: Reading, at: number, consecutive: boolean): Reading | undefined {
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
  return consecutive ? undefined : readOne(c, at, false);
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
