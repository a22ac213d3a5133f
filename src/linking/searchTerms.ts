import { foldForSearch, foldUnit } from '../base/searchFold';
import { CharClass, charClassTable } from '../text/charClass';
import { hashText } from '../text/tokens';
import { stemEnglish } from './stem';
import { stopWords } from './stopWords';

/**
 * The words of a text as linking compares them, in order: English words stemmed, numbers without thousands separators,
 * katakana words, kanji words of two, longer kanji runs as overlapping pairs. Parallel arrays.
 */
export interface SearchTerms {
  /** Hash of the folded term; see {@link foldUnit}. */
  readonly hashes: number[];
  /** Offsets in UTF-16 code units, half open. */
  readonly starts: number[];
  readonly ends: number[];
  /** 0 for words that carry nothing by themselves, else 1 for words, 2 for numbers, 3 for names (inner capitals). */
  readonly kinds: number[];
}

export const TermKind = { empty: 0, word: 1, number: 2, name: 3 } as const;

/** Stem hashes of words met before, by the hash of the word; a word that carries nothing is below zero. */
const stems = new Map<number, number>();
/** Emptied when it grows beyond this, so that a hostile text cannot fill the memory. */
const mostStems = 100_000;

/** The hash of the stem of a lower-case word whose own hash is known; `word` is asked for new words only. */
function stemOf(hash: number, word: () => string): number {
  const known = stems.get(hash);
  if (known !== undefined) {
    return known;
  }
  if (stems.size >= mostStems) {
    stems.clear();
  }
  const text = word();
  const stem = hashText(stemEnglish(text));
  const found = stopWords.has(text) || text.length < 2 ? -1 - stem : stem;
  stems.set(hash, found);
  return found;
}

/** The hash by which {@link searchTerms} knows an English word in lower case. */
export function englishTerm(word: string): number {
  const stem = stemOf(hashText(word), () => word);
  return stem < 0 ? -1 - stem : stem;
}

const apostrophe = 0x27;

/** Reads the terms from `start` to `end`. Linear time, never throws. */
export function searchTerms(text: string, start = 0, end = text.length): SearchTerms {
  const classOf = charClassTable();
  const terms: SearchTerms = { hashes: [], starts: [], ends: [], kinds: [] };
  let at = start;
  while (at < end) {
    const kind = classOf[text.charCodeAt(at)]!;
    const from = at;
    if (kind === CharClass.lower || kind === CharClass.upper) {
      at = wordEnd(text, at, end, classOf);
      pushWord(terms, text, from, at, kind === CharClass.upper);
    } else if (kind === CharClass.digit) {
      at = numberEnd(text, at, end, classOf);
      push(terms, hashFolded(text, from, at, true), from, at, TermKind.number);
    } else if (kind === CharClass.katakana) {
      at = runEnd(text, at, end, classOf, CharClass.katakana);
      if (at - from > 1) {
        push(terms, hashFolded(text, from, at, false), from, at, TermKind.word);
      }
    } else if (kind === CharClass.kanji) {
      at = runEnd(text, at, end, classOf, CharClass.kanji);
      pushKanji(terms, text, from, at);
    } else {
      at++;
    }
    if (at === from) {
      at++;
    }
  }
  return terms;
}

function push(terms: SearchTerms, hash: number, start: number, end: number, kind: number): void {
  terms.hashes.push(hash);
  terms.starts.push(start);
  terms.ends.push(end);
  terms.kinds.push(kind);
}

/** Longer words are cut: no name or word is that long, and a megabyte of letters must cost no megabyte of keys. */
const longestWord = 40;

function pushWord(terms: SearchTerms, text: string, start: number, end: number, capital: boolean): void {
  let last = Math.min(end, start + longestWord);
  let hash = 0x811c9dc5;
  for (let i = start; i < last; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit === apostrophe) {
      last = i;
    } else {
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  const stem = stemOf(hash >>> 0, () => foldForSearch(text.slice(start, last)));
  if (stem < 0) {
    push(terms, -1 - stem, start, end, TermKind.empty);
  } else {
    push(terms, stem, start, end, capital ? TermKind.name : TermKind.word);
  }
}

/** Two kanji make a word; of a longer run every pair is taken, of a single kanji nothing. */
function pushKanji(terms: SearchTerms, text: string, start: number, end: number): void {
  for (let i = start; i + 2 <= end; i++) {
    push(terms, hashFolded(text, i, i + 2, false), i, i + 2, TermKind.word);
  }
}

function hashFolded(text: string, start: number, end: number, number: boolean): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (!(number && unit === 0x2c)) {
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
  return hash >>> 0;
}

function wordEnd(text: string, start: number, end: number, classOf: Uint8Array): number {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    const kind = classOf[unit]!;
    const inner = (unit === apostrophe || unit === 0x2019) && at > start && at + 1 < end;
    if (kind === CharClass.lower || kind === CharClass.upper) {
      at++;
    } else if (inner && classOf[text.charCodeAt(at + 1)] === CharClass.lower) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** Digits, with single commas and points between them. */
function numberEnd(text: string, start: number, end: number, classOf: Uint8Array): number {
  let at = start;
  while (at < end) {
    const unit = foldUnit(text.charCodeAt(at));
    const separates = (unit === 0x2c || unit === 0x2e) && at > start && at + 1 < end;
    if (classOf[unit] === CharClass.digit) {
      at++;
    } else if (separates && classOf[foldUnit(text.charCodeAt(at + 1))] === CharClass.digit) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** The middle dot stands between the parts of a foreign name, so that the parts are terms of their own. */
function runEnd(text: string, start: number, end: number, classOf: Uint8Array, kind: number): number {
  let at = start;
  while (at < end && classOf[text.charCodeAt(at)] === kind && text.charCodeAt(at) !== 0x30fb) {
    at++;
  }
  return at;
}
