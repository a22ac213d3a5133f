import { counted, halfYearAgo, yearAgo } from './countedEn';
import { type CursorEn, made, type Reading, shiftUnit } from './cursorEn';
import type { CountsFrom, Direction, Meaning } from './meaning';
import { Word } from './wordsEn';

/** "today", "tomorrow night", "the day after tomorrow", "last week's Sunday" and their like, at token `i`. */
export function readRelative(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  switch (c.kind(i)) {
    case Word.nearDay:
      return nearDay(c, i);
    case Word.day:
      return dayNextTo(c, i);
    case Word.direction:
      return directed(c, i, isolated);
    case Word.same:
      return same(c, i);
    case Word.weekday:
      return weekday(c, i, isolated);
    case Word.digits:
    case Word.number:
    case Word.article:
    case Word.couple:
      return counted(c, i, isolated);
    case Word.half:
      return halfYearAgo(c, i);
    case Word.unit:
      return theWeekend(c, i) ?? yearAgo(c, i);
    case Word.earlier:
    case Word.later:
    case Word.edge:
      return partOfPeriod(c, i);
    default:
      return undefined;
  }
}

function shift(unit: 'day' | 'week' | 'year', count: number, from: CountsFrom = 'published'): Meaning {
  return { type: 'shift', unit, count, from };
}

/** After "yesterday", "Friday": "morning", "night". */
function skipDayPart(c: CursorEn, i: number): number {
  return c.kind(i) === Word.dayPart || c.kind(i) === Word.night ? i + 1 : i;
}

export function nearDay(c: CursorEn, i: number): Reading {
  return made(i, skipDayPart(c, i + 1), shift('day', c.value(i) - 10), 'near-day', 0.95);
}

/** "day before yesterday", "day after tomorrow", "day before", "day after Christmas" is left alone. */
function dayNextTo(c: CursorEn, i: number): Reading | undefined {
  const next = c.kind(i + 1);
  if (next !== Word.later && next !== Word.earlier) {
    return undefined;
  }
  const toward = next === Word.later ? 1 : -1;
  if (c.kind(i + 2) === Word.nearDay && c.value(i + 2) === 10 + toward) {
    return made(i, i + 3, shift('day', 2 * toward), 'near-day', 0.95);
  }
  const led = c.kind(i - 1) === Word.the && !c.isWord(i + 2);
  return led ? made(i, i + 2, shift('day', toward, 'focus'), 'counted-from-text', 0.6) : undefined;
}

/** "this", "last", "next", "past", "coming" before a unit, weekday, month or season. */
function directed(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const word = c.lower(i);
  let direction = c.direction(i);
  let j = i + 1;
  if (direction === 0 && c.kind(j) === Word.direction && /^(?:past|last|coming|next|current)$/.test(c.lower(j))) {
    direction = c.direction(j);
    j++;
  }
  const own = word === 'this' || isolated;
  // "the past year" is a length of time; so is "the last decade".
  if (word === 'past' && c.kind(i - 1) === Word.the && !own) {
    return undefined;
  }
  const from: CountsFrom =
    /^(?:following|previous|preceding)$/.test(word) || (word === 'next' && c.kind(i - 1) === Word.the)
      ? 'focus'
      : 'published';
  if (c.kind(j) === Word.fiscal) {
    const year = c.isUnit(j + 1) && c.unit(j + 1) === 'year' ? j + 2 : j + 1;
    return made(i, year, shift('year', direction), 'relative-unit', 0.6);
  }
  switch (c.kind(j)) {
    case Word.day:
      return word === 'next' || word === 'following' || word === 'previous' || word === 'preceding'
        ? made(i, skipDayPart(c, j + 1), shift('day', direction, 'focus'), 'counted-from-text', 0.7)
        : undefined;
    case Word.unit:
      return directedUnit(c, i, j, direction, from);
    case Word.half:
      return made(i, j + 1, { type: 'shift', unit: 'half', count: direction, from }, 'relative-unit', 0.6);
    case Word.weekday:
      return c.kind(j + 1) === Word.comma && c.kind(j + 2) === Word.month
        ? undefined
        : made(
            i,
            skipDayPart(c, afterAbbreviation(c, j)),
            { type: 'weekday', weekday: c.value(j), direction },
            'relative-weekday',
            0.9,
          );
    case Word.month: {
      if (!c.isUpper(j) && !isolated && (c.value(j) === 5 || c.value(j) === 3)) {
        // "this may be", "this march".
        return undefined;
      }
      const meaning = { type: 'calendar', month: c.value(j), direction } as const;
      const day = c.day(j + 1);
      return day && c.kind(j + 1) === Word.digits
        ? made(i, day.next, { ...meaning, day: day.value }, 'month-day', 0.85)
        : made(i, j + 1, meaning, 'relative-month', 0.9);
    }
    case Word.season:
      return made(i, j + 1, { type: 'calendar', part: c.value(j), direction }, 'relative-season', 0.9);
    case Word.dayPart:
      return word === 'this' ? made(i, j + 1, shift('day', 0), 'near-day', 0.85) : undefined;
    case Word.night:
      return word === 'last' || word === 'this' ? made(i, j + 1, shift('day', direction), 'near-day', 0.9) : undefined;
    case Word.digits:
    case Word.number:
      return undefined;
    default:
      return undefined;
  }
}

function afterAbbreviation(c: CursorEn, i: number): number {
  return c.kind(i + 1) === Word.dot && c.glued(i + 1) && c.length(i) <= 5 && c.isWord(i + 2) && !c.isUpper(i + 2)
    ? i + 2
    : i + 1;
}

/** "last week", "next quarter", "last week's Sunday". */
function directedUnit(c: CursorEn, i: number, j: number, direction: Direction, from: CountsFrom): Reading | undefined {
  const unit = shiftUnit(c.unit(j), direction);
  if (!unit || (c.text(j).endsWith('s') && c.lower(j) !== 's')) {
    return undefined;
  }
  let next = j + 1;
  if (
    c.kind(next) === Word.of &&
    c.kind(next + 1) !== Word.line &&
    (c.kind(next + 1) === Word.the || c.kind(next + 1) === Word.month)
  ) {
    // "the last week of March", "this year of the war": the month speaks for itself.
    return undefined;
  }
  if (c.kind(next) === Word.apostrophe && c.kind(next + 1) === Word.s) {
    next += 2;
    if (unit.unit === 'week' && c.kind(next) === Word.weekday) {
      return made(i, next + 1, { type: 'weekday', weekday: c.value(next), week: direction }, 'relative-weekday', 0.9);
    }
    next -= 2;
  }
  if (unit.unit === 'decade' && c.kind(i - 1) === Word.the) {
    return undefined;
  }
  const counted = from === 'focus' ? 'counted-from-text' : 'relative-unit';
  return made(i, next, { type: 'shift', ...unit, from }, counted, from === 'focus' ? 0.7 : 0.92);
}

/** "that year", "the same month". */
function same(c: CursorEn, i: number): Reading | undefined {
  if (!c.isUnit(i + 1) || c.text(i + 1).endsWith('s') || (c.lower(i) === 'that' && c.unit(i + 1) === 'quarter')) {
    return undefined;
  }
  const unit = shiftUnit(c.unit(i + 1), 0);
  return unit && made(i, i + 2, { type: 'shift', ...unit, from: 'focus' }, 'same-as-before', 0.75);
}

/** "Monday", "mon.", "Friday morning", "wednesday of next week", "monday of this week". */
function weekday(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const short = c.length(i) <= 5;
  const before = c.kind(i - 1);
  if (before === Word.every || (before === Word.article && !isolated)) {
    return undefined;
  }
  if (
    !isolated &&
    short &&
    !(c.isUpper(i) && c.length(i) >= 3 && (before === Word.preposition || c.kind(i + 1) === Word.dot))
  ) {
    return undefined;
  }
  if (weekdayNameBefore.has(c.lower(i - 1)) || (c.isUpper(i + 1) && weekdayNameAfter.has(c.lower(i + 1)))) {
    return undefined;
  }
  let next = short && c.kind(i + 1) === Word.dot && c.glued(i + 1) ? i + 2 : i + 1;
  const of = c.kind(next) === Word.of ? next + 1 : next;
  if (c.kind(of) === Word.direction && c.isUnit(of + 1) && c.unit(of + 1) === 'week') {
    const week = c.direction(of);
    return made(i, of + 2, { type: 'weekday', weekday: c.value(i), week }, 'relative-weekday', 0.95);
  }
  next = skipDayPart(c, next);
  return made(i, next, { type: 'weekday', weekday: c.value(i) }, 'weekday', 0.85);
}

const weekdayNameBefore = new Set(['super', 'bloody', 'black', 'fat', 'cyber', 'giving', 'ruby', 'manic']);
const weekdayNameAfter = new Set([
  'times',
  'mirror',
  'telegraph',
  'express',
  'post',
  'mail',
  'herald',
  'agreement',
  'addams',
]);

/** "over the weekend". */
function theWeekend(c: CursorEn, i: number): Reading | undefined {
  const led =
    c.unit(i) === 'weekend' &&
    c.kind(i - 1) === Word.the &&
    /^(?:over|during|on|at|by|for|until)$/.test(c.lower(i - 2));
  return led && c.lower(i) === 'weekend' && c.kind(i + 1) !== Word.of
    ? made(
        i,
        i + 1,
        { type: 'shift', unit: 'weekend', count: 0, from: 'published', byTense: true },
        'relative-unit',
        0.6,
      )
    : undefined;
}

/** "later this month", "earlier in the year", "the end of the year", "late last year". */
function partOfPeriod(c: CursorEn, i: number): Reading | undefined {
  let j = i + 1;
  if (c.kind(j) === Word.of || c.kind(j) === Word.in) {
    j++;
  }
  if (c.kind(j) !== Word.the || j === i + 1 || !c.isUnit(j + 1) || c.text(j + 1).endsWith('s')) {
    return undefined;
  }
  const unit = shiftUnit(c.unit(j + 1), 0);
  if (!unit || c.kind(j + 2) === Word.of || /^(?:day|century|decade|quarter|half)$/.test(unit.unit)) {
    return undefined;
  }
  return made(j, j + 2, { type: 'shift', ...unit, from: 'published' }, 'relative-unit', 0.6);
}
