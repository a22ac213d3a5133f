import { type CursorJa, made, type ReadingJa } from './cursorJa';
import { centuryReading } from './decadesJa';
import type { CalendarMeaning, Meaning } from './meaning';
import { afterDay } from './monthsJa';
import { partsOfMonth, type RelativeWord, weekdayEnds, weekdaySigns } from './wordsJa';
import { withYear } from './yearsJa';

/** Characters after which a relative word is part of another: 今日的, 前年比, 本日記. */
const notRelative = /^(?:曜|比|同期比|同月比|同期|的|性|割れ|並み|葉|香|菜|檜|架|美|海|希|法師|記|号|誌)/;

/** A date from a word such as 昨日 or 来月 at `at`; `next` is past the word. `undefined` where it is part of another. */
export function relative(c: CursorJa, at: number, next: number, word: RelativeWord): ReadingJa | undefined {
  const { unit, count, from } = word;
  const after = c.text.slice(next, next + 3);
  if (word.word === '今日' && /^(?:では|でも|に至)/.test(after)) {
    // "Nowadays".
    return undefined;
  }
  if (notRelative.test(after) || !standsFree(c, at, next)) {
    return undefined;
  }
  switch (unit) {
    case 'season':
      return made(
        at,
        next,
        { type: 'calendar', year: count, yearFrom: from, part: word.part! },
        'relative-season',
        0.9,
      );
    case 'year': {
      const reading = withYear(c, at, next, { year: count, yearFrom: from });
      return from === 'focus'
        ? { ...reading, rule: count ? 'counted-from-text' : 'same-as-before', confidence: 0.8 }
        : reading;
    }
    case 'month':
      return monthReading(c, at, next, word);
    case 'week':
      return week(c, at, next, word);
    case 'day': {
      const rule = from === 'published' ? 'near-day' : count ? 'counted-from-text' : 'same-as-before';
      return made(
        at,
        afterDay(c, next).end,
        { type: 'shift', unit, count, from },
        rule,
        from === 'published' ? 0.93 : 0.8,
      );
    }
    default:
      return made(at, next, { type: 'shift', unit, count, from }, 'relative-unit', 0.85);
  }
}

/** Words in hiragana stand free only at the start of a run and before a particle or another script. */
function standsFree(c: CursorJa, at: number, next: number): boolean {
  if (!/[ぁ-ん]/.test(c.char(at)) || c.char(at) === 'こ') {
    return true;
  }
  const before = c.char(at - 1);
  const after = c.char(next);
  return (
    (!/[ぁ-ん]/.test(before) || /[はがをにのもと]/.test(before)) &&
    (!/[ぁ-ん]/.test(after) || /[はがをにのもとでまよへ]/.test(after) || c.has(next, 'から'))
  );
}

/** 先月, 今月19日, 来月上旬. */
function monthReading(c: CursorJa, at: number, next: number, { count, from }: RelativeWord): ReadingJa {
  const dayAt = c.char(next) === 'の' && c.isDigit(next + 1) ? next + 1 : next;
  const day = c.number(dayAt);
  if (day && day.value >= 1 && day.value <= 31 && c.char(day.end) === '日' && !/[間目]/.test(c.char(day.end + 1))) {
    const tail = afterDay(c, day.end + 1);
    const meaning: Meaning = { type: 'calendar', month: count, monthFrom: from, day: day.value };
    return made(at, tail.end, meaning, 'day-of-relative-month', 0.93);
  }
  const end = c.skip(next, partsOfMonth);
  const rule = from === 'published' ? 'relative-unit' : count ? 'counted-from-text' : 'same-as-before';
  return made(at, end, { type: 'shift', unit: 'month', count, from }, rule, from === 'published' ? 0.92 : 0.8);
}

/** 来週, 先週末, 来週の火曜日. */
function week(c: CursorJa, at: number, next: number, { count, from }: RelativeWord): ReadingJa {
  if (c.char(next) === '末') {
    return made(at, next + 1, { type: 'shift', unit: 'weekend', count, from }, 'relative-unit', 0.85);
  }
  const dayAt = c.char(next) === 'の' ? next + 1 : next;
  const day = weekdaySigns.indexOf(c.char(dayAt) || '-');
  const end = day < 0 ? dayAt : c.skip(dayAt + 1, weekdayEnds);
  if (day >= 0 && end > dayAt + 1 && from === 'published') {
    return made(at, end, { type: 'weekday', weekday: day, week: count }, 'relative-weekday', 0.95);
  }
  return made(
    at,
    next,
    { type: 'shift', unit: 'week', count, from },
    from === 'published' ? 'relative-unit' : 'counted-from-text',
    0.9,
  );
}

/** 月曜日, 次の日曜; not 毎週月曜日. */
export function weekday(c: CursorJa, at: number, next: number, day: number): ReadingJa | undefined {
  const before = c.text.slice(Math.max(0, at - 3), at);
  if (/毎週$|各$|第[0-9０-９一二三四]$|毎$|[曜・]$/.test(before) && !/曜日?[・]$/.test(before)) {
    return undefined;
  }
  if (before.endsWith('最終') || /^(?:版|夕刊|朝刊|ロード|劇場|洋画)/.test(c.text.slice(next, next + 3))) {
    return undefined;
  }
  if (/次の$|今度の$/.test(before)) {
    const start = at - (before.endsWith('次の') ? 2 : 3);
    return made(start, next, { type: 'weekday', weekday: day, direction: 1 }, 'relative-weekday', 0.85);
  }
  return made(at, afterDay(c, next).end, { type: 'weekday', weekday: day }, 'weekday', 0.8);
}

/** 西暦2021年, 紀元前221年, 前221年, 紀元前5世紀. */
export function yearOfEra(c: CursorJa, at: number, next: number, sign: 1 | -1, short: boolean): ReadingJa | undefined {
  const number = c.number(next);
  if (!number || (short && (number.length < 2 || /[午以]/.test(c.char(at - 1))))) {
    return undefined;
  }
  if (c.has(number.end, '世紀') && number.value >= 1 && number.value <= 60) {
    const first = -100 * number.value + 1;
    return sign > 0
      ? centuryReading(c, at, number.value, number.end + 2)
      : made(
          at,
          number.end + 2,
          { type: 'fixed', value: `${printYear(first)}/${printYear(first + 99)}` },
          'century',
          0.9,
        );
  }
  if (c.char(number.end) !== '年' || number.value < 1 || number.value > 9999 || (short && number.length < 3)) {
    return undefined;
  }
  if (sign > 0) {
    return withYear(c, at, number.end + 1, { year: number.value });
  }
  const year: CalendarMeaning = { type: 'calendar', year: 1 - number.value };
  return made(at, number.end + 1, year, 'year', 0.9);
}

function printYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}
