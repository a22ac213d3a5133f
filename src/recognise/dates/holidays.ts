import { type CalendarDate, daysInMonth, toDayNumber, weekdayOf } from '../../model/calendar';

/** When a feast falls: a fixed day, the n-th weekday of a month (-1 the last), or days from Easter Sunday. */
type Rule =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly easter: number };

interface Holiday {
  /** Lower-case words, the apostrophe written `'`. */
  readonly names: readonly string[];
  readonly rule: Rule;
  /** Whether the name by itself is hardly ever anything but the day. */
  readonly sure?: boolean;
}

const monday = 0;
const thursday = 3;
const sunday = 6;

/** Feasts that English and Japanese news date things by. Longer names first where one begins another. */
const holidays: readonly Holiday[] = [
  { names: ["new year's eve", 'new years eve', '大みそか', '大晦日'], rule: { month: 12, day: 31 }, sure: true },
  { names: ["new year's day", 'new years day', '元日', '元旦'], rule: { month: 1, day: 1 }, sure: true },
  {
    names: ["valentine's day", 'valentine day', 'valentines day', 'バレンタインデー'],
    rule: { month: 2, day: 14 },
    sure: true,
  },
  { names: ["saint patrick's day", "st patrick's day", "st. patrick's day"], rule: { month: 3, day: 17 }, sure: true },
  {
    names: ["april fool's day", 'april fools day', "april fools' day", 'エープリルフール'],
    rule: { month: 4, day: 1 },
    sure: true,
  },
  {
    names: ['christmas eve', 'クリスマスイブ', 'クリスマス・イブ', 'クリスマスイヴ'],
    rule: { month: 12, day: 24 },
    sure: true,
  },
  { names: ['christmas day', 'xmas day'], rule: { month: 12, day: 25 }, sure: true },
  { names: ['christmas', 'xmas', 'クリスマス'], rule: { month: 12, day: 25 } },
  { names: ['boxing day'], rule: { month: 12, day: 26 }, sure: true },
  { names: ['halloween', 'halloween day', 'ハロウィーン', 'ハロウィン'], rule: { month: 10, day: 31 } },
  { names: ['independence day'], rule: { month: 7, day: 4 } },
  { names: ['veterans day', "veteran's day", "veterans' day"], rule: { month: 11, day: 11 }, sure: true },
  { names: ['earth day'], rule: { month: 4, day: 22 }, sure: true },
  { names: ['groundhog day', 'ground hog day'], rule: { month: 2, day: 2 }, sure: true },
  { names: ['thanksgiving day', 'thanksgiving'], rule: { month: 11, weekday: thursday, nth: 4 } },
  { names: ['labor day'], rule: { month: 9, weekday: monday, nth: 1 }, sure: true },
  { names: ['memorial day'], rule: { month: 5, weekday: monday, nth: -1 }, sure: true },
  {
    names: ['martin luther king day', 'mlk day', "martin luther king's day"],
    rule: { month: 1, weekday: monday, nth: 3 },
    sure: true,
  },
  {
    names: ["presidents' day", "president's day", 'presidents day'],
    rule: { month: 2, weekday: monday, nth: 3 },
    sure: true,
  },
  { names: ['columbus day'], rule: { month: 10, weekday: monday, nth: 2 }, sure: true },
  {
    names: ["mother's day", 'mothers day', "mothers' day", '母の日'],
    rule: { month: 5, weekday: sunday, nth: 2 },
    sure: true,
  },
  {
    names: ["father's day", 'fathers day', "fathers' day", '父の日'],
    rule: { month: 6, weekday: sunday, nth: 3 },
    sure: true,
  },
  { names: ['ash wednesday'], rule: { easter: -46 }, sure: true },
  { names: ['palm sunday'], rule: { easter: -7 }, sure: true },
  { names: ['maundy thursday'], rule: { easter: -3 }, sure: true },
  { names: ['good friday'], rule: { easter: -2 }, sure: true },
  { names: ['holy saturday'], rule: { easter: -1 }, sure: true },
  { names: ['easter sunday'], rule: { easter: 0 }, sure: true },
  { names: ['easter monday'], rule: { easter: 1 }, sure: true },
  { names: ['easter'], rule: { easter: 0 } },
  { names: ['pentecost', 'whit sunday'], rule: { easter: 49 } },
  { names: ['建国記念の日'], rule: { month: 2, day: 11 }, sure: true },
  { names: ['昭和の日'], rule: { month: 4, day: 29 }, sure: true },
  { names: ['憲法記念日'], rule: { month: 5, day: 3 }, sure: true },
  { names: ['みどりの日'], rule: { month: 5, day: 4 }, sure: true },
  { names: ['こどもの日'], rule: { month: 5, day: 5 }, sure: true },
  { names: ['文化の日'], rule: { month: 11, day: 3 }, sure: true },
  { names: ['勤労感謝の日'], rule: { month: 11, day: 23 }, sure: true },
  { names: ['終戦記念日', '終戦の日'], rule: { month: 8, day: 15 }, sure: true },
  { names: ['成人の日'], rule: { month: 1, weekday: monday, nth: 2 }, sure: true },
  { names: ['海の日'], rule: { month: 7, weekday: monday, nth: 3 }, sure: true },
  { names: ['敬老の日'], rule: { month: 9, weekday: monday, nth: 3 }, sure: true },
  { names: ['スポーツの日', '体育の日'], rule: { month: 10, weekday: monday, nth: 2 }, sure: true },
];

export interface HolidayName {
  /** Words or characters as in the table. */
  readonly name: string;
  readonly holiday: number;
  readonly sure: boolean;
}

/** All names, the longer first. */
export const holidayNames: readonly HolidayName[] = holidays
  .flatMap(({ names, sure }, holiday) => names.map((name) => ({ name, holiday, sure: sure ?? false })))
  .sort((a, b) => b.name.length - a.name.length);

/** The day a feast falls on in a year. */
export function holidayDate(holiday: number, year: number): CalendarDate {
  const rule = holidays[holiday]!.rule;
  if ('easter' in rule) {
    return shifted(easterSunday(year), rule.easter);
  }
  if ('day' in rule) {
    return { year, month: rule.month, day: rule.day };
  }
  if (rule.nth > 0) {
    const first = weekdayOf(toDayNumber(year, rule.month, 1));
    return { year, month: rule.month, day: 1 + ((rule.weekday - first + 7) % 7) + 7 * (rule.nth - 1) };
  }
  const end = daysInMonth(year, rule.month);
  const last = weekdayOf(toDayNumber(year, rule.month, end));
  return { year, month: rule.month, day: end - ((last - rule.weekday + 7) % 7) };
}

function shifted({ year, month, day }: CalendarDate, days: number): CalendarDate {
  let at = { year, month, day: day + days };
  while (at.day < 1) {
    at = { year, month: at.month - 1, day: at.day + daysInMonth(year, at.month - 1) };
  }
  while (at.day > daysInMonth(year, at.month)) {
    at = { year, month: at.month + 1, day: at.day - daysInMonth(year, at.month) };
  }
  return at;
}

/** Gregorian Easter, the anonymous algorithm of Nature 13 (1876), p. 487, as in Meeus, Astronomical Algorithms, ch. 8. */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 };
}
