import { readCalendar } from './calendarEn';
import { type CursorEn, made, type Reading, shiftUnit } from './cursorEn';
import type { Meaning } from './meaning';
import { readPeriod } from './periodEn';
import { readRelative } from './relativeEn';
import { Word } from './wordsEn';

/** Dates made of another date: "the first Tuesday of October", "two days before Christmas", "the week of June 6". */
export function readComposed(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  switch (c.kind(i)) {
    case Word.ordinal:
      return pick(c, i) ?? dayOfMonth(c, i);
    case Word.direction:
      return pick(c, i) ?? (isolated ? stretch(c, i) : undefined);
    case Word.unit:
    case Word.day:
      return weekOf(c, i) ?? afterNext(c, i);
    case Word.weekday:
      return afterNext(c, i);
    case Word.digits:
      return pick(c, i) ?? offset(c, i) ?? dayOfMonth(c, i);
    case Word.number:
    case Word.article:
    case Word.couple:
      return offset(c, i);
    default:
      return undefined;
  }
}

/** "first Tuesday of October 2014", "last day of next month", "second week of June". */
function pick(c: CursorEn, i: number): Reading | undefined {
  const ordinal = c.kind(i) === Word.direction ? undefined : c.ordinal(i);
  const isLast = c.kind(i) === Word.direction && c.lower(i) === 'last';
  if ((!ordinal && !isLast) || (ordinal && ordinal.value > 5 && c.kind(ordinal.next) === Word.weekday)) {
    return undefined;
  }
  const j = ordinal?.next ?? i + 1;
  const isWeekday = c.kind(j) === Word.weekday;
  const unit = c.isUnit(j) && !c.text(j).endsWith('s') ? c.unit(j) : undefined;
  if (!isWeekday && unit !== 'day' && unit !== 'week') {
    return undefined;
  }
  if (c.kind(j + 1) !== Word.of && c.lower(j + 1) !== 'in') {
    return undefined;
  }
  const at = c.kind(j + 2) === Word.the ? j + 3 : j + 2;
  const of = readOuter(c, at);
  if (!of) {
    return undefined;
  }
  const nth = ordinal?.value ?? -1;
  const meaning: Meaning = isWeekday
    ? { type: 'pick', weekday: c.value(j), nth, of: of.meaning }
    : { type: 'pick', unit: unit === 'week' ? 'week' : 'day', nth, of: of.meaning };
  return made(i, of.next, meaning, 'pick', 0.88);
}

/** A month, year or the like that a day can be picked from. */
function readOuter(c: CursorEn, at: number): Reading | undefined {
  const kind = c.kind(at);
  if (kind === Word.month) {
    const month = readCalendar(c, at, true);
    return month?.meaning.type === 'calendar' && month.meaning.day === undefined ? month : undefined;
  }
  if (kind === Word.direction) {
    return readRelative(c, at, false);
  }
  if (kind === Word.digits && c.length(at) === 4) {
    return readPeriod(c, at, false);
  }
  const isThis = c.isUnit(at) && c.kind(at - 1) === Word.the && !c.text(at).endsWith('s');
  const unit = isThis ? shiftUnit(c.unit(at), 0) : undefined;
  return unit && (unit.unit === 'month' || unit.unit === 'year')
    ? made(at, at + 1, { type: 'shift', ...unit, from: 'published' }, 'relative-unit', 0.6)
    : undefined;
}

/** "week of October 6", "week beginning 3 May". */
function weekOf(c: CursorEn, i: number): Reading | undefined {
  if (c.kind(i) !== Word.unit || c.unit(i) !== 'week' || c.text(i).endsWith('s')) {
    return undefined;
  }
  const opens = /^(?:beginning|starting|commencing|ending)$/.test(c.lower(i + 1)) && !isRate(c, i);
  if (c.kind(i + 1) !== Word.of && !opens) {
    return undefined;
  }
  const at = c.kind(i + 2) === Word.the ? i + 3 : i + 2;
  const of = readCalendar(c, at, false);
  return of?.meaning.type === 'calendar' && of.meaning.day !== undefined
    ? made(i, of.next, { type: 'pick', unit: 'week', nth: 0, of: of.meaning }, 'pick', 0.85)
    : undefined;
}

/** "Friday after next", "the week before last". */
function afterNext(c: CursorEn, i: number): Reading | undefined {
  const ahead = c.lower(i + 1) === 'after' && c.lower(i + 2) === 'next';
  const behind = c.lower(i + 1) === 'before' && c.lower(i + 2) === 'last';
  if ((!ahead && !behind) || c.isUnit(i + 3) || c.kind(i + 3) === Word.weekday || c.kind(i + 3) === Word.month) {
    return undefined;
  }
  const count = ahead ? 2 : -2;
  if (c.kind(i) === Word.weekday) {
    return made(i, i + 3, { type: 'weekday', weekday: c.value(i), week: count }, 'relative-weekday', 0.85);
  }
  const unit = c.text(i).endsWith('s') ? undefined : shiftUnit(c.unit(i), count);
  return unit && made(i, i + 3, { type: 'shift', ...unit, from: 'published' }, 'relative-unit', 0.9);
}

/** "two days before Christmas", "a week after March 3", "two weeks from Friday". */
function offset(c: CursorEn, i: number): Reading | undefined {
  const amount = c.count(i);
  if (!amount || !c.isUnit(amount.next)) {
    return undefined;
  }
  const j = amount.next + 1;
  const word = c.lower(j);
  const sign =
    word === 'before' || (word === 'prior' && c.kind(j + 1) === Word.to)
      ? -1
      : /^(?:after|from|following)$/.test(word)
        ? 1
        : 0;
  if (!sign || amount.value > 1000) {
    return undefined;
  }
  const to = word === 'prior' ? j + 2 : j + 1;
  const at = c.kind(to) === Word.the ? to + 1 : to;
  if (c.kind(at) === Word.number || c.kind(at) === Word.article || (c.kind(at) === Word.nearDay && word === 'from')) {
    return undefined;
  }
  const base = readCalendar(c, at, false) ?? readRelative(c, at, false) ?? readPeriod(c, at, false);
  const unit = shiftUnit(c.unit(amount.next), sign * amount.value);
  // "a month after the Oct. 7 attack": the day names the attack, and is not counted from.
  const names =
    at > to && base && c.isWord(base.next) && !c.isUpper(base.next) && !mayFollowDay.has(c.lower(base.next));
  const fine = base && !names && base.rule !== 'year' && base.rule !== 'counted-from-text';
  return fine && unit ? made(i, base.next, { type: 'offset', ...unit, base: base.meaning }, 'offset', 0.8) : undefined;
}

/** "last 2 weeks", "next three days" alone on a line; in a sentence they are lengths of time. */
function stretch(c: CursorEn, i: number): Reading | undefined {
  const direction = c.direction(i);
  const amount = c.kind(i + 1) === Word.article ? undefined : c.count(i + 1);
  if (direction === 0 || !amount || !c.isUnit(amount.next) || amount.value < 1 || c.length(amount.next) < 3) {
    return undefined;
  }
  const unit = shiftUnit(c.unit(amount.next), amount.value);
  return unit && made(i, amount.next + 1, { type: 'stretch', ...unit, direction }, 'relative-unit', 0.5);
}

const mayFollowDay = new Set('and or at in to when but because as for with that he she they it we this'.split(' '));

/** "on the 15th": an ordinal in digits that no noun follows. */
function dayOfMonth(c: CursorEn, i: number): Reading | undefined {
  const day = c.kind(i) === Word.digits ? c.ordinal(i) : undefined;
  if (!day || day.value < 1 || day.value > 31) {
    return undefined;
  }
  const led = c.kind(i - 1) === Word.the && /^(?:on|by|until|since|before|after)$/.test(c.lower(i - 2));
  const of = c.kind(day.next) === Word.of && c.kind(day.next + 1) === Word.direction && c.isUnit(day.next + 2);
  if (of && c.unit(day.next + 2) === 'month') {
    const month = c.direction(day.next + 1);
    const meaning: Meaning = { type: 'calendar', month, monthFrom: 'published', day: day.value };
    return made(i, day.next + 3, meaning, 'day-of-relative-month', 0.9);
  }
  const free = !c.isWord(day.next) || mayFollowDay.has(c.lower(day.next));
  const hyphen = c.kind(day.next) === Word.hyphen || c.kind(day.next) === Word.apostrophe;
  return led && free && !hyphen && c.kind(day.next) !== Word.digits
    ? made(i, day.next, { type: 'calendar', day: day.value }, 'day-of-month', 0.6)
    : undefined;
}

/** "three times a week starting July 1": how often, and from when. */
function isRate(c: CursorEn, i: number): boolean {
  return c.kind(i - 1) === Word.article && /^(?:days?|times|hours|nights|mornings|once|twice)$/.test(c.lower(i - 2));
}
