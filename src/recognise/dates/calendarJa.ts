import { UnitSet, Words } from '../../text/units';
import { countedAway } from './countedJa';
import { type CursorJa, made, type NumberJa, type ReadingJa } from './cursorJa';
import { centuryReading } from './decadesJa';
import type { Meaning } from './meaning';
import { afterDay, monthDay } from './monthsJa';
import { yearSign } from './yearsJa';

const monthCounters = new Words(['ヶ月', 'か月', 'カ月', 'ヵ月', 'ケ月', '箇月', '個月', 'ｶ月', 'ヵ月']);

/** A date that begins with a number at `at`: 2025年12月4日, 12月, ４日, 2025/12/4, 3年前, 17世紀. */
export function readNumber(
  c: CursorJa,
  at: number,
  number: NumberJa,
  lastYear: number | undefined,
): ReadingJa | undefined {
  if (isTail(c, at)) {
    return undefined;
  }
  const { value, end } = number;
  switch (c.char(end)) {
    case '年':
      return yearSign(c, at, number, lastYear);
    case '月':
      return c.char(at - 1) === '年' && /毎/.test(c.char(at - 2)) ? undefined : monthDay(c, at, at, {});
    case '日':
      return dayAlone(c, at, number) ?? countedAway(c, at, value, 'day', end + 1);
    case '世':
      return c.char(end + 1) === '紀' && value >= 1 && value <= 30 ? centuryReading(c, at, value, end + 2) : undefined;
    case '週':
      return countedAway(c, at, value, 'week', c.char(end + 1) === '間' ? end + 2 : end + 1);
    case '/':
    case '／':
    case '-':
    case '.':
    case '．':
    case '－':
      return numericDate(c, at, number);
    default: {
      const counter = c.skip(end, monthCounters);
      return counter > end ? countedAway(c, at, value, 'month', counter) : undefined;
    }
  }
}

const numberMarks = new UnitSet('.,．，:：/／-');
const beforeTail = new UnitSet('数幾0123456789０１２３４５６７８９〇一二三四五六七八九十百千万');

/** Whether the number goes on before `at`, or counts something else: 1,234日, 3.5年, A4. */
function isTail(c: CursorJa, at: number): boolean {
  return beforeTail.at(c.text, at - 1) || (numberMarks.at(c.text, at - 1) && c.isDigit(at - 2));
}

const notADay =
  /^(?:間|後|前|ぶり|振り|以[上内下]|目|連続|続[伸落騰]|半|分|余|程|ほど|あた|当たり|弱|強|超|かけ|かか|が?かり|ごと|毎|単位|置き|おき|本[^日紙社館]|平均|経|過ぎ|もすれ|もた|もか|たら|たつ|経過|[0-9０-９一二三]|に[0-9０-９一]|で[0-9０-９]|中に|がた|が経|を要|を経|に[わ及]|くらい|ぐらい|程度|足らず|未満|の間|の猶予|の日程|の休|の工程|券|遅|米|韓|中関|仏|独|系|テレ|ハム|産|立|清|英|銀|経)/;
const noDayBefore =
  /(?:約|計|残り?|あと|わずか|まる|丸|満|全|各|毎月|延べ|最[短長大低]|第|も|創業|たった|ほんの|およそ|ざっと|わずか)$/;

/** 13日, 20日夜: a day of a month that the text or the publication date tells. */
function dayAlone(c: CursorJa, at: number, number: NumberJa): ReadingJa | undefined {
  const { value, end, length, kanji } = number;
  if (value < 1 || value > 31 || length > 3 || (!kanji && length > 2)) {
    return undefined;
  }
  const next = end + 1;
  const after = c.text.slice(next, next + 5);
  if (notADay.test(after) || noDayBefore.test(c.text.slice(Math.max(0, at - 3), at))) {
    return undefined;
  }
  const tail = afterDay(c, next);
  const timed = tail.end > next || /^(?:付|午[前後]|夜|朝|未明)/.test(after);
  if ((kanji && value <= 10 && !timed) || (after.startsWith('で') && value < 15)) {
    return undefined;
  }
  return made(
    at,
    tail.end,
    { type: 'calendar', day: value, weekday: tail.weekday },
    'day-of-month',
    timed ? 0.85 : 0.75,
  );
}

/** 2014/2/28, 2014-02-28, 2014.2.28; 2/28 before a weekday or alone on its line. */
function numericDate(c: CursorJa, at: number, first: NumberJa): ReadingJa | undefined {
  const mark = c.char(first.end);
  const second = first.kanji ? undefined : c.number(first.end + 1);
  if (!second || second.kanji || /[A-Za-z#$¥￥vV.]/.test(c.char(at - 1))) {
    return undefined;
  }
  const third = c.char(second.end) === mark ? c.number(second.end + 1) : undefined;
  if (third && !third.kanji) {
    if (
      c.isDigit(third.end) ||
      (c.char(third.end) === mark && c.isDigit(third.end + 1)) ||
      second.length > 2 ||
      third.length > 4
    ) {
      return undefined;
    }
    const yearFirst = first.length === 4 && first.value >= 1500 && first.value < 2200 && third.length <= 2;
    if (yearFirst && isMonthDay(second.value, third.value)) {
      const tail = afterDay(c, third.end);
      const meaning: Meaning = { type: 'calendar', year: first.value, month: second.value, day: third.value };
      return made(at, tail.end, meaning, 'numeric-date', 0.95);
    }
    const yearLast = third.length === 4 && first.length <= 2 && third.value >= 1500 && third.value < 2200;
    if (yearLast && isMonthDay(first.value, second.value)) {
      return made(
        at,
        third.end,
        { type: 'calendar', year: third.value, month: first.value, day: second.value },
        'numeric-date',
        0.8,
      );
    }
    return undefined;
  }
  if (mark === '/' || mark === '／') {
    return slashed(c, at, first, second);
  }
  return undefined;
}

function slashed(c: CursorJa, at: number, first: NumberJa, second: NumberJa): ReadingJa | undefined {
  if (first.length === 4 && second.length <= 2 && first.value >= 1500 && second.value >= 1 && second.value <= 12) {
    return made(at, second.end, { type: 'calendar', year: first.value, month: second.value }, 'numeric-month', 0.75);
  }
  const tail = afterDay(c, second.end);
  const alone = isLineEdge(c.char(at - 1)) && isLineEdge(c.char(second.end));
  if (
    first.length > 2 ||
    second.length > 2 ||
    !isMonthDay(first.value, second.value) ||
    (!alone && tail.weekday === undefined)
  ) {
    return undefined;
  }
  const meaning: Meaning = { type: 'calendar', month: first.value, day: second.value, weekday: tail.weekday };
  return made(at, tail.end, meaning, 'numeric-month-day', 0.7);
}

function isLineEdge(char: string): boolean {
  return char === '' || char === '\n' || char === '\r';
}

function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
