import { HashTable } from '../base/hashTable';
import { foldUnit } from '../base/searchFold';
import { numberWords } from '../text/numberWords';
import { hashText } from '../text/tokens';
import { englishTerm, type SearchTerms, TermKind } from './searchTerms';

const spelled = tableOf([...numberWords].filter(([, value]) => value > 0));
/** 1 for the letters, by their place in the alphabet, that a number in words begins with. */
const firstLetters = new Uint8Array(32);
for (const letter of 'efnost') {
  firstLetters[letter.charCodeAt(0) & 0x1f] = 1;
}
/** Powers of ten that an English word multiplies by. */
const powers = tableOf([
  ['decade', 1],
  ['century', 2],
  ['centuries', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
]);
/** The same in Japanese; 7割 is 70 percent. */
const japanesePowers: Readonly<Record<string, number>> = { 割: 1, 千: 3, 万: 4, 億: 8, 兆: 12 };
/** Smaller numbers in words tell little. */
const leastSpelled = 3;

function tableOf(pairs: readonly (readonly [string, number])[]): HashTable {
  const table = new HashTable(pairs.length);
  for (const [word, value] of pairs) {
    table.set(englishTerm(word), value);
  }
  return table;
}

/**
 * Shows `see` the numbers that a text does not write in digits alone, by the hash that the terms give the same number in
 * digits: 1兆3000億, 1.3 trillion, ninety-five, 7割, three decades.
 */
export function visitAmounts(text: string, terms: SearchTerms, see: (hash: number) => void): void {
  const { units, starts, hashes, kinds, count } = terms;
  for (let i = 0; i < count; i++) {
    const isNumber = kinds[i] === TermKind.number;
    if (!isNumber && firstLetters[units[starts[i]!]! & 0x1f] === 0) {
      continue;
    }
    if (isNumber && japanesePowers[text.charAt(terms.ends[i]!)] !== undefined) {
      const { value, last } = japaneseAmount(text, terms, i);
      see(hashOf(value));
      i = last;
      continue;
    }
    let value = isNumber ? 0 : spelled.get(hashes[i]!);
    if (value < 0) {
      continue;
    }
    let last = i;
    const ones = value >= 20 && follows(text, terms, i, '-') ? spelled.get(terms.hashes[i + 1]!) : -1;
    if (ones > 0 && ones < 10) {
      value += ones;
      last++;
    }
    const power =
      follows(text, terms, last, ' ') || follows(text, terms, last, '-') ? powers.get(terms.hashes[last + 1]!) : -1;
    if (power > 0) {
      see(hashOf((isNumber ? digitsOf(text, terms, i) : value) * 10 ** power));
    } else if (!isNumber && value >= leastSpelled) {
      see(hashOf(value));
    }
    i = last;
  }
}

/** 1兆3000億, 5千万, 7割: the amount that begins with the term at `first`, and the last number in it. */
function japaneseAmount(text: string, terms: SearchTerms, first: number): { value: number; last: number } {
  let value = 0;
  let last = first;
  for (let term = first; term < terms.count && terms.kinds[term] === TermKind.number; ) {
    let part = digitsOf(text, terms, term);
    let next = terms.ends[term]!;
    for (
      let power = japanesePowers[text.charAt(next)];
      power !== undefined;
      power = japanesePowers[text.charAt(next)]
    ) {
      part *= 10 ** power;
      next++;
    }
    value += part;
    last = term;
    // 千万 is a term of its own, as every pair of kanji.
    do {
      term++;
    } while (term < terms.count && terms.starts[term]! < next);
    if (terms.starts[term] !== next) {
      break;
    }
  }
  return { value, last };
}

/** Whether the next term comes after just this character. */
function follows(text: string, terms: SearchTerms, at: number, gap: string): boolean {
  const end = terms.ends[at]!;
  return at + 1 < terms.count && text.charAt(end) === gap && terms.starts[at + 1] === end + 1;
}

function digitsOf(text: string, terms: SearchTerms, at: number): number {
  let digits = '';
  for (let i = terms.starts[at]!; i < terms.ends[at]!; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    digits += unit === 0x2c ? '' : String.fromCharCode(unit);
  }
  return Number(digits);
}

/** Rounded, so that 1.3 times a trillion is what 13 times 100 billion is. */
function hashOf(value: number): number {
  return hashText(String(Number(value.toPrecision(12))));
}
