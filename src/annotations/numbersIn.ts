import { numberWords } from '../text/numberWords';

const numerals =
  /\p{Nd}+(?:(?:[.,:/]|[兆億万千百]{1,2})\p{Nd}+)*[兆億万千百]{0,2}|(?<![〇一二三四五六七八九十百千万億兆])[〇一二三四五六七八九十百千万億兆]+(?=[年月日人回件円％度位倍時分秒歳国社台票席])|[A-Za-z]+/gu;
/** Figures in groups of three, as they are written with commas. */
const grouped = /^\d{1,3}(?:,\d{3})+(?!\d)/;
const mostFigures = 15;

/** English words that say how many. "One" is as often a pronoun, "second" a measure of time. */
const words = new Map<string, string>([
  ...[...numberWords].filter(([name]) => name !== 'one').map(([name, value]) => [name, String(value)] as const),
  ...[
    'hundred',
    'thousand',
    'million',
    'billion',
    'trillion',
    'dozen',
    'half',
    'third',
    'quarter',
    'twice',
    'double',
  ].flatMap((name) => [[name, name] as const, [`${name}s`, name] as const]),
]);

const kanjiDigits = '〇一二三四五六七八九';
const kanjiUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 億: 1e8, 兆: 1e12 };

/**
 * The numbers of a text in compatibility composition, one after the other: 1,200 is 1200, 三十人 is 30, "two" is 2;
 * million and billion stand for themselves.
 */
export function numbersIn(text: string): string[] {
  const found: string[] = [];
  for (const [numeral] of text.matchAll(numerals)) {
    if (/^[A-Za-z]/.test(numeral)) {
      const number = words.get(numeral.toLowerCase());
      if (number !== undefined) {
        found.push(number);
      }
    } else {
      found.push(reading(numeral.replace(grouped, (figures) => figures.replaceAll(',', ''))));
    }
  }
  return found;
}

/** The value of figures and kanji together, 1億2000万 or 三十; as it stands where it has none. */
function reading(numeral: string): string {
  const figures = [...numeral].map((char) => {
    const digit = kanjiDigits.indexOf(char);
    return digit < 0 ? char : String(digit);
  });
  const plain = figures.join('');
  if (!/^[\d.]*[十百千万億兆][\d.十百千万億兆]*$/.test(plain) || plain.length > mostFigures) {
    return plain;
  }
  let sum = 0;
  let section = 0;
  let digits = '';
  for (const char of figures) {
    const unit = kanjiUnits[char];
    if (unit === undefined) {
      digits += char;
    } else if (unit < 1e4) {
      section += (digits === '' ? 1 : Number(digits)) * unit;
      digits = '';
    } else {
      sum += (section + Number(digits === '' && section === 0 ? 1 : digits)) * unit;
      section = 0;
      digits = '';
    }
  }
  const value = sum + section + Number(digits);
  return Number.isNaN(value) ? plain : String(value);
}
