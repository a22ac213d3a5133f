import { type CursorJa, made, type ReadingJa } from './cursorJa';
import { shades } from './decadesJa';
import { eraLetters } from './wordsJa';
import { withYear } from './yearsJa';

/** 令和6年5月1日, 昭和64年, 平成元年度, 昭和30年代; `at` is past the era's name. */
export function readEra(c: CursorJa, start: number, at: number, offset: number): ReadingJa | undefined {
  const first = c.char(at) === '元' ? { value: 1, end: at + 1, length: 1 } : c.number(at);
  if (!first || first.value < 1 || first.value > 99) {
    return undefined;
  }
  const { value, end } = first;
  if (c.char(end) !== '年') {
    return dottedEra(c, start, value + offset, end);
  }
  if (c.char(end + 1) === '間') {
    return undefined;
  }
  if (c.char(end + 1) === '代' && value % 10 === 0) {
    const year = value + offset;
    return made(start, c.skip(end + 2, shades), { type: 'fixed', value: `${year}/${year + 9}` }, 'decade', 0.85);
  }
  const reading = withYear(c, start, end + 1, { year: value + offset });
  if (
    /^(?:法律|政令|勅令|省令|条約|条例|規則|告示|太政官|.{1,6}省令)第?/.test(
      c.text.slice(reading.end, reading.end + 10),
    )
  ) {
    // 昭和23年法律第186号 is the number of a law.
    return undefined;
  }
  return { ...reading, rule: reading.rule === 'fiscal-year' ? reading.rule : 'era', confidence: 0.97 };
}

/** 令和3.7.18, R3/7/18. */
function dottedEra(c: CursorJa, start: number, year: number, at: number): ReadingJa | undefined {
  const mark = c.char(at);
  const month = /[./．／-]/.test(mark) ? c.number(at + 1) : undefined;
  const day = month && c.char(month.end) === mark ? c.number(month.end + 1) : undefined;
  if (!month || !day || month.value > 12 || month.value < 1 || day.value < 1 || day.value > 31) {
    return undefined;
  }
  return made(start, day.end, { type: 'calendar', year, month: month.value, day: day.value }, 'era', 0.9);
}

/** R3年, H31.4.30, S64年; not part of a word or number. */
export function readEraLetter(c: CursorJa, at: number): ReadingJa | undefined {
  const offset = eraLetters[c.char(at).normalize('NFKC')];
  if (
    offset === undefined ||
    /[A-Za-zＡ-Ｚａ-ｚ0-9-]/.test(c.char(at - 1)) ||
    !(c.isDigit(at + 1) || c.char(at + 1) === '元')
  ) {
    return undefined;
  }
  return readEra(c, at, at + 1, offset);
}
