import { HashTable } from '../base/hashTable';
import { foldForSearch, foldTable, foldUnit } from '../base/searchFold';
import { CharClass, charClassTable } from '../text/charClass';
import { hashText } from '../text/tokens';
import { stemEnglish } from './stem';
import { stopWords } from './stopWords';

/**
 * The words of a text as linking compares them, in order: English words stemmed, numbers without thousands separators,
 * katakana words, kanji words of two, longer kanji runs as overlapping pairs. Parallel arrays, of which the first `count`
 * are read.
 */
export interface SearchTerms {
  /** The text's code units, and 0 after the last: several readings of a string cost more than one and a copy. */
  units: Uint16Array;
  length: number;
  count: number;
  /** Hash of the folded term; see {@link foldUnit}. */
  hashes: Uint32Array;
  /** Offsets in UTF-16 code units, half open. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** 0 for words that carry nothing by themselves, else 1 for words, 2 for numbers, 3 for names (inner capitals). */
  kinds: Uint8Array;
}

export const TermKind = { empty: 0, word: 1, number: 2, name: 3 } as const;

/** English words met before, by hash, to their place in what follows. */
const known = new HashTable(4096);
let stems = new Uint32Array(4096);
/** 1 for words that carry nothing. */
let empty = new Uint8Array(4096);
/** Emptied when it grows beyond this, so that a hostile text cannot fill the memory. */
const mostKnown = 100_000;

/** Gives a lower-case word a place. */
function learn(hash: number, word: string): number {
  if (known.size >= mostKnown) {
    known.clear();
  }
  const place = known.size;
  known.set(hash, place);
  if (place === stems.length) {
    stems = longer(stems, new Uint32Array(place * 2));
    empty = longer(empty, new Uint8Array(place * 2));
  }
  stems[place] = hashText(stemEnglish(word));
  empty[place] = stopWords.has(word) || word.length < 2 ? 1 : 0;
  return place;
}

function longer<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The hash by which {@link searchTerms} knows an English word in lower case. */
export function englishTerm(word: string): number {
  const hash = hashText(word);
  const place = known.get(hash);
  return stems[place >= 0 ? place : learn(hash, word)]!;
}

const apostrophe = 0x27;

/** Room for the terms of most claims. */
export function emptyTerms(room = 64): SearchTerms {
  return {
    units: new Uint16Array(room),
    length: 0,
    count: 0,
    hashes: new Uint32Array(room),
    starts: new Uint32Array(room),
    ends: new Uint32Array(room),
    kinds: new Uint8Array(room),
  };
}

/** Reads the terms of a text. Linear time, never throws. Writes over `terms`, where nobody needs those any more. */
export function searchTerms(text: string, terms = emptyTerms()): SearchTerms {
  const classOf = charClassTable();
  const units = readUnits(text, terms);
  const end = text.length;
  terms.count = 0;
  let at = 0;
  while (at < end) {
    const kind = classOf[units[at]!]!;
    const from = at;
    if (kind === CharClass.lower || kind === CharClass.upper) {
      at = wordEnd(units, at, end, classOf);
      pushWord(terms, text, from, at, kind === CharClass.upper);
    } else if (kind === CharClass.digit) {
      at = numberEnd(units, at, end, classOf);
      push(terms, hashFolded(units, from, at, true), from, at, TermKind.number);
    } else if (kind === CharClass.katakana) {
      at = runEnd(units, at, end, classOf, CharClass.katakana);
      if (at - from > 1) {
        push(terms, hashFolded(units, from, at, false), from, at, TermKind.word);
      }
    } else if (kind === CharClass.kanji) {
      at = runEnd(units, at, end, classOf, CharClass.kanji);
      pushKanji(terms, units, from, at);
    } else {
      at++;
    }
    if (at === from) {
      at++;
    }
  }
  return terms;
}

function readUnits(text: string, terms: SearchTerms): Uint16Array {
  if (terms.units.length <= text.length) {
    terms.units = new Uint16Array(text.length * 2 + 1);
  }
  const { units } = terms;
  for (let i = 0; i < text.length; i++) {
    units[i] = text.charCodeAt(i);
  }
  units[text.length] = 0;
  terms.length = text.length;
  return units;
}

function push(terms: SearchTerms, hash: number, start: number, end: number, kind: number): void {
  const at = terms.count++;
  if (at === terms.hashes.length) {
    terms.hashes = longer(terms.hashes, new Uint32Array(at * 2));
    terms.starts = longer(terms.starts, new Uint32Array(at * 2));
    terms.ends = longer(terms.ends, new Uint32Array(at * 2));
    terms.kinds = longer(terms.kinds, new Uint8Array(at * 2));
  }
  terms.hashes[at] = hash;
  terms.starts[at] = start;
  terms.ends[at] = end;
  terms.kinds[at] = kind;
}

/** Longer words are cut: no name or word is that long, and a megabyte of letters must cost no megabyte of keys. */
const longestWord = 40;

function pushWord(terms: SearchTerms, text: string, start: number, end: number, capital: boolean): void {
  const { units } = terms;
  const folds = foldTable();
  let last = end - start > longestWord ? start + longestWord : end;
  let hash = 0x811c9dc5;
  for (let i = start; i < last; i++) {
    const unit = folds[units[i]!]!;
    if (unit === apostrophe) {
      last = i;
    } else {
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  let place = known.get(hash >>> 0);
  if (place < 0) {
    place = learn(hash >>> 0, foldForSearch(text.slice(start, last)));
  }
  push(terms, stems[place]!, start, end, empty[place] === 1 ? TermKind.empty : capital ? TermKind.name : TermKind.word);
}

/** Two kanji make a word; of a longer run every pair is taken, of a single kanji nothing. */
function pushKanji(terms: SearchTerms, units: Uint16Array, start: number, end: number): void {
  for (let i = start; i + 2 <= end; i++) {
    push(terms, hashFolded(units, i, i + 2, false), i, i + 2, TermKind.word);
  }
}

function hashFolded(units: Uint16Array, start: number, end: number, number: boolean): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = foldUnit(units[i]!);
    if (!(number && unit === 0x2c)) {
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  return hash >>> 0;
}

function wordEnd(units: Uint16Array, start: number, end: number, classOf: Uint8Array): number {
  let at = start;
  while (at < end) {
    const unit = units[at]!;
    const kind = classOf[unit]!;
    const inner = (unit === apostrophe || unit === 0x2019) && at > start && at + 1 < end;
    if (kind === CharClass.lower || kind === CharClass.upper) {
      at++;
    } else if (inner && classOf[units[at + 1]!] === CharClass.lower) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** Digits, with single commas and points between them. */
function numberEnd(units: Uint16Array, start: number, end: number, classOf: Uint8Array): number {
  let at = start;
  while (at < end) {
    const unit = foldUnit(units[at]!);
    const separates = (unit === 0x2c || unit === 0x2e) && at > start && at + 1 < end;
    if (classOf[unit] === CharClass.digit) {
      at++;
    } else if (separates && classOf[foldUnit(units[at + 1]!)] === CharClass.digit) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** The middle dot stands between the parts of a foreign name, so that the parts are terms of their own. */
function runEnd(units: Uint16Array, start: number, end: number, classOf: Uint8Array, kind: number): number {
  let at = start;
  while (at < end && classOf[units[at]!] === kind && units[at]! !== 0x30fb) {
    at++;
  }
  return at;
}
