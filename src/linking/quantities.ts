import { foldForSearch } from '../base/searchFold';
import { numberWords } from '../text/numberWords';
import { stemEnglish } from './stem';
import { stopWords } from './stopWords';

/** A number with what it counts. */
export interface Quantity {
  readonly value: number;
  /** What is counted, comparable: the stem of an English noun, a Japanese counter, `%`. */
  readonly unit: string;
  /** The words as they stand: "28 points". */
  readonly words: string;
  /** What is counted, as it stands: "points". */
  readonly noun: string;
  /** Where the words stand; UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
}

/** The unit of ages, which are comparable only where one person is meant. */
export const ageUnit = '歳';

const multipliers: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['千', 1e3],
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
]);
/** Behind a currency sign only: elsewhere 10m are metres. */
const shortMultipliers: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
]);

/** "One" is as often a pronoun. */
const spelled: ReadonlyMap<string, number> = new Map([...numberWords].filter(([, value]) => value > 1));

const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'ドル'],
  ['€', 'ユーロ'],
  ['¥', '円'],
  ['£', 'ポンド'],
]);

/** Units that mean the same in both languages, or by another name. */
const sameUnits: ReadonlyMap<string, string> = new Map([
  ['percent', '%'],
  ['パーセント', '%'],
  ['per', '%'],
  ['peopl', '人'],
  ['person', '人'],
  ['名', '人'],
  ['dollar', 'ドル'],
  ['yen', '円'],
  ['euro', 'ユーロ'],
  ['pound', 'ポンド'],
  ['point', '項目'],
  ['項', '項目'],
  ['country', 'カ国'],
  ['countri', 'カ国'],
  ['ヵ国', 'カ国'],
  ['か国', 'カ国'],
  ['year', '年間'],
  ['day', '日間'],
  ['month', 'カ月'],
  ['ヵ月', 'カ月'],
  ['か月', 'カ月'],
  ['week', '週間'],
  ['hour', '時間'],
  ['kilomet', 'キロ'],
  ['kilometr', 'キロ'],
  ['km', 'キロ'],
  ['vehicl', '台'],
  ['car', '台'],
]);

/** "31 years ago" is a day, no length of time. Code units looked at. */
const longestAfter = 12;

/** Measures, which end a noun phrase without an s: 600m, 120 mph, 170,000 square foot. */
const measures: ReadonlySet<string> = new Set('m km cm mm ft foot feet mph kph kg mw gw percent people yen'.split(' '));
/** A number with one of these counts what is beside something else, or an area. */
const notAlone: ReadonlySet<string> = new Set('other more another additional further extra square cubic'.split(' '));

/** Words between a number and its noun that are stepped over: "23 armed Somali pirates" counts pirates. */
const mostAdjectives = 2;
const notCounted: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec monday tuesday wednesday thursday friday saturday sunday am pm a p hrs st nd rd th worth`.split(
    /\s+/,
  ),
);

const piece = /\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+|[千万億兆]|%|[ァ-ヶー]{1,6}|[一-龠]{1,2}/g;

interface Counted {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** The quantities that a text names. Years, days of the month, clock times and names (AK-47) are not taken. Linear, never throws. */
export function findQuantities(text: string): Quantity[] {
  const folded = foldForSearch(text);
  const pieces = [...folded.matchAll(piece)];
  const found: Quantity[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const number = numberAt(folded, pieces, i);
    if (!number) {
      continue;
    }
    const counted =
      (number.currency ? { unit: number.currency, start: number.start, end: number.end } : undefined) ??
      (number.isYear ? undefined : unitAfter(text, folded, pieces, number.next));
    if (counted) {
      found.push({
        value: number.value,
        unit: counted.unit,
        words: text.slice(number.start, counted.end),
        noun: text.slice(counted.start, counted.end),
        start: number.start,
        end: counted.end,
      });
    }
    i = number.next - 1;
  }
  return found;
}

interface ReadNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The piece after the number and its multipliers. */
  readonly next: number;
  readonly currency: string | undefined;
  /** Four digits that may be a year. */
  readonly isYear: boolean;
}

function numberAt(text: string, pieces: readonly RegExpExecArray[], at: number): ReadNumber | undefined {
  const first = pieces[at]![0];
  const isDigits = /^\d/.test(first);
  let value = isDigits ? Number(first.replaceAll(',', '')) : (spelled.get(first) ?? Number.NaN);
  if (Number.isNaN(value) || (isDigits && isPartOfName(text, pieces[at]!))) {
    return undefined;
  }
  let next = at + 1;
  if (value >= 20 && !isDigits && next < pieces.length && text.slice(endOf(pieces[at]!), pieces[next]!.index) === '-') {
    const ones = spelled.get(pieces[next]![0]) ?? 0;
    value += ones < 10 ? ones : 0;
    next += ones > 0 && ones < 10 ? 1 : 0;
  }
  const start = pieces[at]!.index;
  const currency = isDigits ? currencySigns.get(text.charAt(start - 1)) : undefined;
  for (; next < pieces.length && joined(text, pieces[next - 1]!, pieces[next]!); next++) {
    const word = pieces[next]![0];
    const isAttached = endOf(pieces[next - 1]!) === pieces[next]!.index;
    const factor = multipliers.get(word) ?? (currency && isAttached ? shortMultipliers.get(word) : undefined);
    if (factor === undefined) {
      break;
    }
    value *= factor;
  }
  const isYear = /^\d{4}$/.test(first) && value >= 1500 && value < 2200 && next === at + 1;
  return { value, start: currency ? start - 1 : start, end: endOf(pieces[next - 1]!), next, currency, isYear };
}

/** AK-47, 20:09, and the second half of a number that a space has broken: 2, 000. */
function isPartOfName(text: string, { 0: digits, index }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 3), index);
  const after = text.charAt(index + digits.length);
  return (
    /[a-z]-$|:$|\d, $|[a-z]$/.test(before) ||
    after === ':' ||
    (after === ',' && /^, \d{3}/.test(text.slice(index + digits.length)))
  );
}

function endOf(one: RegExpExecArray): number {
  return one.index + one[0].length;
}

function joined(text: string, left: RegExpExecArray, right: RegExpExecArray): boolean {
  const between = text.slice(endOf(left), right.index);
  return between === '' || between === ' ' || between === '-';
}

function unitAfter(
  text: string,
  folded: string,
  pieces: readonly RegExpExecArray[],
  from: number,
): Counted | undefined {
  const first = pieces[from];
  const before = pieces[from - 1];
  if (!first || !before || /^\d/.test(first[0]) || !joined(folded, before, first)) {
    return undefined;
  }
  return /^[a-z]/.test(first[0]) ? englishUnit(text, folded, pieces, from) : japaneseUnit(folded, first);
}

function japaneseUnit(text: string, first: RegExpExecArray): Counted | undefined {
  const isCalendar =
    /^[年月日時分]/.test(first[0]) && !/^(?:年間|日間|時間)/.test(text.slice(first.index, first.index + 2));
  const unit = sameUnits.get(first[0]) ?? sameUnits.get(first[0].slice(0, 1)) ?? first[0];
  return isCalendar ? undefined : { unit, start: first.index, end: endOf(first) };
}

/** "39-year-old", "armed pirates", "miles". A name among the words says which of them: "11 Yemeni pirates" are not all. */
function englishUnit(
  text: string,
  folded: string,
  pieces: readonly RegExpExecArray[],
  from: number,
): Counted | undefined {
  for (let k = from; k <= from + mostAdjectives && k < pieces.length; k++) {
    const { 0: word, index } = pieces[k]!;
    const isName = text.charAt(index) !== folded.charAt(index);
    const isBroken = !/^[a-z]/.test(word) || (k > from && !joined(folded, pieces[k - 1]!, pieces[k]!));
    if (isBroken || isName || notCounted.has(word) || notAlone.has(word) || (stopWords.has(word) && word !== 'per')) {
      return undefined;
    }
    const end = endOf(pieces[k]!);
    if (word === 'year' && folded.startsWith('-old', end)) {
      return { unit: ageUnit, start: index, end: end + '-old'.length };
    }
    const stem = stemEnglish(word);
    // A plural ends the noun phrase.
    if (/[^s]s$/.test(word) || sameUnits.has(stem) || measures.has(word)) {
      if (/^ (?:ago|earlier|later)\b/.test(folded.slice(end, end + longestAfter))) {
        return undefined;
      }
      return { unit: sameUnits.get(stem) ?? stem, start: index, end };
    }
  }
  return undefined;
}
