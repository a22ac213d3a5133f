import { foldForSearch } from '../base/searchFold';
import { stemEnglish } from './stem';

/** A number with what it counts. */
export interface Quantity {
  readonly value: number;
  /** What is counted, comparable: the stem of an English noun, a Japanese counter, `%`. */
  readonly unit: string;
  /** The words as they stand: "28 points". */
  readonly words: string;
  /** What is counted, as it stands: "points". */
  readonly noun: string;
}

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

const spelled: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 2]),
);

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
  ['hour', '時間'],
  ['kilomet', 'キロ'],
  ['kilometr', 'キロ'],
]);

/** Words between a number and its noun that are stepped over: "23 armed Somali pirates" counts pirates. */
const mostAdjectives = 2;
const notCounted: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december am pm and or to of in on at the a by for from with th st nd rd'.split(
    ' ',
  ),
);

const piece = /\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+|[千万億兆]|%|[ァ-ヶー]{1,6}|[一-龠]{1,2}/g;

/** The quantities that a text names. Years and days of the month are not taken. Linear, never throws. */
export function findQuantities(text: string): Quantity[] {
  const folded = foldForSearch(text);
  const pieces = [...folded.matchAll(piece)];
  const found: Quantity[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const first = pieces[i]![0];
    let value = /^\d/.test(first) ? Number(first.replaceAll(',', '')) : (spelled.get(first) ?? Number.NaN);
    if (Number.isNaN(value)) {
      continue;
    }
    const isPlain = /^\d{4}$/.test(first) && value >= 1500 && value < 2200;
    let k = i + 1;
    while (k < pieces.length && multipliers.has(pieces[k]![0]) && joined(folded, pieces[k - 1]!, pieces[k]!)) {
      value *= multipliers.get(pieces[k]![0])!;
      k++;
    }
    const unit = isPlain && k === i + 1 ? undefined : unitAfter(folded, pieces, k);
    if (unit) {
      const start = pieces[i]!.index;
      found.push({
        value,
        unit: unit.unit,
        words: text.slice(start, unit.end),
        noun: text.slice(unit.start, unit.end),
      });
    }
  }
  return found;
}

function joined(text: string, left: RegExpExecArray, right: RegExpExecArray): boolean {
  const between = text.slice(left.index + left[0].length, right.index);
  return between === '' || between === ' ' || between === '-';
}

function unitAfter(
  text: string,
  pieces: RegExpExecArray[],
  from: number,
): { unit: string; start: number; end: number } | undefined {
  const first = pieces[from];
  const before = pieces[from - 1];
  if (!first || !before || /^\d/.test(first[0]) || !joined(text, before, first)) {
    return undefined;
  }
  if (!/^[a-z]/.test(first[0])) {
    const isCalendar =
      /^[年月日時分]/.test(first[0]) && !/^(?:年間|日間|時間)/.test(text.slice(first.index, first.index + 2));
    const counter = sameUnits.get(first[0]) ?? sameUnits.get(first[0].slice(0, 1)) ?? first[0];
    return isCalendar ? undefined : { unit: counter, start: first.index, end: first.index + first[0].length };
  }
  let at = from;
  for (let k = from; k <= from + mostAdjectives && k < pieces.length; k++) {
    const word = pieces[k]![0];
    if (!/^[a-z]/.test(word) || notCounted.has(word) || (k > from && !joined(text, pieces[k - 1]!, pieces[k]!))) {
      break;
    }
    at = k;
    // A plural ends the noun phrase.
    if (/s$/.test(word) || sameUnits.has(stemEnglish(word))) {
      break;
    }
  }
  const noun = pieces[at]!;
  if (notCounted.has(noun[0])) {
    return undefined;
  }
  const stem = stemEnglish(noun[0]);
  return { unit: sameUnits.get(stem) ?? stem, start: noun.index, end: noun.index + noun[0].length };
}
