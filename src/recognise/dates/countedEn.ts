import { type CursorEn, made, type Reading, shiftUnit } from './cursorEn';
import { tenseAround } from './sentenceEn';
import { Word } from './wordsEn';

/** "three days ago", "two years later", "in two weeks", "a day from now", "ten years before". */
export function counted(c: CursorEn, i: number, isolated: boolean): Reading | undefined {
  const amount = c.count(i);
  if (!amount) {
    return undefined;
  }
  let j = amount.next;
  let factor = 1;
  if (c.kind(j) === Word.half) {
    // "half a" is read from "half".
    return undefined;
  }
  if (c.kind(j) === Word.hyphen && c.isUnit(j + 1)) {
    j++;
    if (c.kind(j + 1) !== Word.hyphen && c.kind(j + 1) !== Word.ago) {
      return undefined;
    }
  }
  if (!c.isUnit(j)) {
    return undefined;
  }
  const name = c.unit(j);
  let next = j + 1;
  if (c.kind(next) === Word.hyphen) {
    next++;
  }
  if (c.kind(next) === Word.and && c.kind(next + 1) === Word.article && c.kind(next + 2) === Word.half) {
    factor = 1 + 0.5 / amount.value;
    next += 3;
  }
  if (c.kind(next) === Word.apostrophe) {
    next += c.kind(next + 1) === Word.s && c.glued(next + 1) ? 2 : 1;
    if (c.lower(next) === 'time') {
      next++;
    }
  }
  const shifted = wholeShift(name, amount.value * factor);
  if (!shifted) {
    return undefined;
  }
  const back = { type: 'shift', unit: shifted.unit, count: -shifted.count } as const;
  const ahead = { type: 'shift', unit: shifted.unit, count: shifted.count } as const;
  switch (c.kind(next)) {
    case Word.ago:
      return made(i, next + 1, { ...back, from: 'published' }, 'ago', 0.9);
    case Word.later:
      if (c.lower(next) === 'after' && (c.isWord(next + 1) || c.kind(next + 1) === Word.digits)) {
        return undefined;
      }
      return made(i, next + 1, { ...ahead, from: 'focus' }, 'counted-from-text', 0.65);
    case Word.earlier:
      if (c.lower(next) === 'before' && c.isWord(next + 1)) {
        return undefined;
      }
      if (c.lower(next) === 'back') {
        return c.isWord(next + 1) && !isolated
          ? undefined
          : made(i, next + 1, { ...back, from: 'published' }, 'ago', 0.75);
      }
      return made(i, next + 1, { ...back, from: 'focus' }, 'counted-from-text', 0.65);
    case Word.hence:
      return made(i, next + 1, { ...ahead, from: 'published' }, 'from-now', 0.85);
    case Word.preposition:
      if (c.lower(next) === 'from' && (c.kind(next + 1) === Word.hence || c.kind(next + 1) === Word.nearDay)) {
        const near = c.kind(next + 1) === Word.nearDay && shifted.unit === 'day' ? c.value(next + 1) - 10 : 0;
        return made(i, next + 2, { ...ahead, count: ahead.count + near, from: 'published' }, 'from-now', 0.9);
      }
  }
  const inTime = c.kind(i - 1) === Word.in && c.lower(i - 1) === 'in';
  if (inTime && (isolated || looksAhead(c, i, next))) {
    const exact = ahead.unit === 'week' ? { unit: 'day' as const, count: ahead.count * 7 } : ahead;
    return made(i - 1, next, { type: 'shift', ...exact, from: 'published' }, 'from-now', 0.7);
  }
  return undefined;
}

const compared =
  /^(?:time|times|only|most|least|worst|best|highest|lowest|largest|biggest|deadliest|fastest|strongest)$/;

/** "in two weeks" of a clause about the future; not "the first time in two years". */
function looksAhead(c: CursorEn, i: number, next: number): boolean {
  for (let j = i - 2; j > i - 9 && c.kind(j) !== Word.line && c.kind(j) !== Word.dot; j--) {
    if (c.kind(j) === Word.ordinal || compared.test(c.lower(j))) {
      return false;
    }
  }
  return tenseAround(c.words, i - 1, next) === 'future' || c.kind(i - 2) === Word.line || c.lower(i - 3) === 'have';
}

/** A number of whole units: a year and a half is 18 months; `undefined` for hours and for ages that no archive reaches. */
function wholeShift(name: ReturnType<CursorEn['unit']>, count: number) {
  const whole = Number.isInteger(count);
  const shifted = shiftUnit(
    !whole && name === 'year' ? 'month' : name,
    Math.round(!whole && name === 'year' ? count * 12 : count),
  );
  if (!shifted || shifted.count > 3000 || (shifted.unit === 'century' && shifted.count > 19)) {
    return undefined;
  }
  return shifted;
}

/** "half a year ago". */
export function halfYearAgo(c: CursorEn, i: number): Reading | undefined {
  const isYear = c.kind(i + 1) === Word.article && c.isUnit(i + 2) && c.unit(i + 2) === 'year';
  return isYear && c.kind(i + 3) === Word.ago
    ? made(i, i + 4, { type: 'shift', unit: 'month', count: -6, from: 'published' }, 'ago', 0.8)
    : undefined;
}

/** "year-ago", "year-earlier", "year-end", "week from now". */
export function yearAgo(c: CursorEn, i: number): Reading | undefined {
  if (c.kind(i + 1) !== Word.hyphen || c.text(i).endsWith('s')) {
    return undefined;
  }
  const word = c.kind(i + 2);
  const unit = shiftUnit(c.unit(i), -1);
  if (!unit) {
    return undefined;
  }
  if (word === Word.ago || (word === Word.earlier && c.lower(i + 2) === 'earlier')) {
    return made(i, i + 3, { type: 'shift', ...unit, from: 'published' }, 'ago', 0.75);
  }
  return c.lower(i + 2) === 'end' && c.lower(i) === 'year'
    ? made(i, i + 3, { type: 'shift', unit: 'year', count: 0, from: 'published' }, 'relative-unit', 0.6)
    : undefined;
}
