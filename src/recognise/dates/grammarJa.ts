import { UnitSet, Words } from '../../text/units';
import { Trigger, type Triggers } from '../triggers';
import { readNumber } from './calendarJa';
import { countedAway } from './countedJa';
import { CursorJa, made, type NumberJa, type ReadingJa } from './cursorJa';
import { readEra, readEraLetter } from './erasJa';
import type { CalendarMeaning, DateExpression, Meaning } from './meaning';
import { afterDay, listJoints, monthDay, rangeJoints } from './monthsJa';
import { relative, weekday, yearOfEra } from './relativeJa';
import { TenseJa } from './tenseJa';
import { type Head, headKey, headTable, letterSigns, numberSigns, prefixSigns } from './wordsJa';
import { quarterAt } from './yearsJa';

/** What a character can do in a date. */
const Sign = {
  /** Begins a number. */
  number: 1,
  /** Begins a word of {@link headTable}. */
  head: 2,
  /** R, H, S: an era's letter. */
  letter: 4,
  /** Stands after the number of a date: 年, 月, 日, 〜, /. */
  follower: 8,
  /** 前 and 第, which say something only before a number. */
  prefix: 16,
} as const;

let signs: Uint8Array | undefined;

function signTable(): Uint8Array {
  if (!signs) {
    signs = new Uint8Array(65536);
    for (const key of headTable().keys()) {
      signs[Math.floor(key / 65536)]! |= Sign.head;
    }
    const flags: [flag: number, chars: string][] = [
      [Sign.number, numberSigns],
      [Sign.letter, letterSigns],
      [Sign.follower, '年月日世週四両ヶかカヵケ箇個ｶ/／-.．〜～~－–—ー−―‐よ→、・,，と'],
      [Sign.prefix, prefixSigns],
    ];
    for (const [flag, chars] of flags) {
      for (const char of chars) {
        signs[char.charCodeAt(0)]! |= flag;
      }
    }
  }
  return signs;
}

/** The expressions of a Japanese text in order; nothing is resolved yet. */
export function readDatesJa(text: string, { at: places, bits, count }: Triggers): DateExpression[] {
  const table = signTable();
  const c = new CursorJa(text);
  const found: DateExpression[] = [];
  const sentences = new TenseJa(text);
  let lastYear: number | undefined;
  let resume = 0;
  for (let i = 0; i < count; i++) {
    const at = places[i]!;
    if ((bits[i]! & Trigger.date) === 0 || at < resume) {
      continue;
    }
    const flags = table[text.charCodeAt(at)]!;
    const first = readPoint(c, at, flags, lastYear);
    if (!first) {
      resume = flags & Sign.number ? skipNumber(c, at) : at + 1;
      continue;
    }
    const read = readRange(c, first, lastYear) ?? first;
    const { start, end, meaning, rule, confidence } = read;
    found.push({ start, end, meaning, rule, confidence, tense: sentences.after(end) });
    if (read.meaning.type === 'calendar' && !read.meaning.yearFrom) {
      lastYear = read.meaning.year ?? lastYear;
    }
    resume = Math.max(read.end, at + 1);
  }
  return found;
}

/** Past the number at `at`, however long; one that begins a word, as in 一昨日, was tried before. */
function skipNumber(c: CursorJa, at: number): number {
  const table = signTable();
  let end = at + 1;
  while (end < c.text.length) {
    const flags = table[c.text.charCodeAt(end)]!;
    if (!(flags & Sign.number) || flags & Sign.head) {
      break;
    }
    end++;
  }
  return end;
}

function readPoint(c: CursorJa, at: number, flags: number, lastYear: number | undefined): ReadingJa | undefined {
  const { text } = c;
  if (flags & Sign.head) {
    const heads = headTable().get(headKey(text.charCodeAt(at), text.charCodeAt(at + 1)));
    for (let i = 0; heads && i < heads.length; i++) {
      const read = c.has(at, heads[i]!.word) ? readHead(c, at, heads[i]!) : undefined;
      if (read) {
        return read;
      }
    }
  }
  if (flags & Sign.number) {
    const number = c.number(at);
    if (!number || !(signTable()[text.charCodeAt(number.end)]! & Sign.follower)) {
      return undefined;
    }
    return bareRange(c, at, number) ?? readNumber(c, at, number, lastYear);
  }
  const next = signTable()[text.charCodeAt(at + 1)]!;
  if (flags & Sign.prefix && next & Sign.number) {
    return c.char(at) === '第' ? quarterReading(c, at) : yearOfEra(c, at, at + 1, -1, true);
  }
  return flags & Sign.letter ? readEraLetter(c, at) : undefined;
}

function readHead(c: CursorJa, at: number, head: Head): ReadingJa | undefined {
  const next = at + head.word.length;
  switch (head.kind) {
    case 'relative':
      return relative(c, at, next, head.relative);
    case 'era':
      return readEra(c, at, next, head.offset);
    case 'weekday':
      return weekday(c, at, next, head.weekday);
    case 'year-sign':
      return yearOfEra(c, at, next, head.sign, false);
    case 'holiday':
      return /[ァ-ヶー・]/.test(c.char(next))
        ? undefined
        : made(at, next, { type: 'holiday', holiday: head.holiday }, 'holiday', 0.7);
    case 'fixed':
      return /毎$/.test(c.char(at - 1)) || /[婚]/.test(c.char(next))
        ? undefined
        : made(at, next, head.meaning, head.rule, 0.7);
    case 'half-year':
      return countedAway(c, at, 6, 'month', next);
  }
}

function quarterReading(c: CursorJa, at: number): ReadingJa | undefined {
  const quarter = quarterAt(c, at);
  return quarter && made(at, quarter.end, { type: 'calendar', part: quarter.part }, 'quarter', 0.75);
}

const insideNumber = new UnitSet('0123456789０１２３４５６７８９一二三四五六七八九十百千万.．,');

/** 28〜29日, 4〜6月期, 2020〜2021年, 28、29両日: the first number lacks the sign that the second has. */
function bareRange(c: CursorJa, at: number, first: NumberJa): ReadingJa | undefined {
  if (insideNumber.at(c.text, at - 1)) {
    return undefined;
  }
  const joint = c.skip(first.end, rangeJoints);
  const list = joint > first.end ? first.end : c.skip(first.end, listJoints);
  const to = joint > first.end ? joint : list;
  if (to === first.end) {
    return undefined;
  }
  const last = c.number(to);
  if (!last || (list > first.end && last.value !== first.value + 1)) {
    return undefined;
  }
  const sign = c.has(last.end, '両日') ? '日' : c.char(last.end);
  const end = last.end + (c.has(last.end, '両日') ? 2 : 1);
  const range = (from: CalendarMeaning, until: CalendarMeaning, stop: number) =>
    made(at, stop, { type: 'range', from, to: until }, 'range', 0.9);
  if (
    sign === '日' &&
    isBetween(first.value, 1, 31) &&
    isBetween(last.value, 1, 31) &&
    !/^(?:間|前|後|目|以|ほど|程|くらい)/.test(c.text.slice(end, end + 2))
  ) {
    return range({ type: 'calendar', day: first.value }, { type: 'calendar', day: last.value }, afterDay(c, end).end);
  }
  if (sign === '月' && isBetween(first.value, 1, 12) && isBetween(last.value, 1, 12) && list === first.end) {
    const stop = c.char(end) === '期' ? end + 1 : end;
    return range({ type: 'calendar', month: first.value }, { type: 'calendar', month: last.value }, stop);
  }
  if (
    sign === '年' &&
    first.length === 4 &&
    first.value > 1000 &&
    list === first.end &&
    c.char(end) !== '代' &&
    c.char(end) !== '前'
  ) {
    const until = last.length === 2 ? Math.floor(first.value / 100) * 100 + last.value : last.value;
    return until > first.value
      ? range({ type: 'calendar', year: first.value }, { type: 'calendar', year: until }, end)
      : undefined;
  }
  return undefined;
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

const rangeEnds = new Words(['までの間', 'まで', 'の間', 'にかけて']);

/** A range where the end shares a field with `first`, or where the line holds nothing else. */
function readRange(c: CursorJa, first: ReadingJa, lastYear: number | undefined): ReadingJa | undefined {
  const from = first.meaning;
  if (from.type === 'range') {
    return undefined;
  }
  const spaced = c.skipSpaces(first.end);
  const joint = c.skip(spaced, rangeJoints);
  const list = joint > spaced ? spaced : c.skip(spaced, listJoints);
  const at = c.skipSpaces(Math.max(joint, list));
  if (at === spaced) {
    return undefined;
  }
  const last = lastPoint(c, at, from, lastYear);
  if (!last || (list > spaced && !isNextDay(from, last.meaning))) {
    return undefined;
  }
  const shared = from.type === 'calendar' && last.meaning.type === 'calendar' && lacks(from, last.meaning);
  const alone = isLineEdge(c.char(first.start - 1)) && isLineEdge(c.char(c.skip(last.end, rangeEnds)));
  return shared || (alone && !(spaced > first.end && areLifeDates(from, last.meaning)))
    ? made(first.start, last.end, { type: 'range', from, to: last.meaning }, 'range', 0.93)
    : undefined;
}

const shortestLife = 10;

/** 1820年11月28日 - 1895年8月5日: somebody's birth and death, or a firm's, are two dates. */
function areLifeDates(from: Meaning, to: Meaning): boolean {
  return (
    from.type === 'calendar' &&
    to.type === 'calendar' &&
    from.year !== undefined &&
    to.year !== undefined &&
    to.year - from.year >= shortestLife
  );
}

/** The end of a range: a date, or after 12月28 only 29日. */
function lastPoint(c: CursorJa, at: number, from: Meaning, lastYear: number | undefined): ReadingJa | undefined {
  const number = c.number(at);
  const bareDay = number && c.char(number.end) === '日' && isBetween(number.value, 1, 31);
  if (from.type === 'calendar' && from.day !== undefined && bareDay) {
    return /^[間目後前]/.test(c.char(number.end + 1))
      ? undefined
      : made(at, afterDay(c, number.end + 1).end, { type: 'calendar', day: number.value }, 'range', 0.9);
  }
  if (number && from.type === 'calendar' && from.day !== undefined && /[/／]/.test(c.char(number.end))) {
    const day = c.number(number.end + 1);
    const fits = day && isBetween(number.value, 1, 12) && isBetween(day.value, 1, 31) && !/[/／]/.test(c.char(day.end));
    if (fits) {
      const tail = afterDay(c, day.end);
      return made(at, tail.end, { type: 'calendar', month: number.value, day: day.value }, 'range', 0.85);
    }
  }
  if (number && c.char(number.end) === '月') {
    return monthDay(c, at, at, {});
  }
  return readPoint(c, at, signTable()[c.text.charCodeAt(at)] ?? 0, lastYear);
}

function isNextDay(from: Meaning, to: Meaning): boolean {
  return from.type === 'calendar' && to.type === 'calendar' && to.month === undefined && to.day === (from.day ?? 0) + 1;
}

function lacks(from: CalendarMeaning, to: CalendarMeaning): boolean {
  const year = from.year !== undefined && to.year === undefined && !to.monthFrom;
  const month = from.month !== undefined && to.month === undefined && to.day !== undefined;
  const bare = from.year === undefined && to.year === undefined && from.month !== undefined && to.month !== undefined;
  // 28日から4月3日: the month before.
  const days = from.day !== undefined && from.month === undefined && to.day !== undefined;
  return year || month || bare || days;
}

function isLineEdge(char: string): boolean {
  return char === '' || char === '\n' || char === '\r';
}
