import type { GazetteerEntry } from '../gazetteer';
import type { Candidate } from './candidates';
import { chunkEnd, isOf, lastWord } from './chunks';
import { cluesAt } from './clues';
import { judgeChunk } from './judge';
import { lookUp } from './knownNames';
import { LineStyle, type Reading, Shape } from './reading';
import { standsForGovernment } from './seats';
import { gapBefore, isCapital } from './tokenForms';
import { Word } from './wordClasses';

const hyphen = 0x2d;
const naming = Word.given | Word.surname | Word.place;
const headNouns = Word.orgend | Word.placeend | Word.miscend;

/** Takes a known name out of the run, unless it is only the beginning of a longer one. Answers where to go on. */
export function takeKnown(
  reading: Reading,
  at: number,
  end: number,
  to: number,
  entry: GazetteerEntry,
  titled: number,
  found: Candidate[],
): number {
  if (entry.kind === 'title') {
    return end;
  }
  const rest = end < to ? longerName(reading, at, end, to, entry) : 0;
  if (rest > 0) {
    judgeChunk(reading, at, rest, cluesAt(reading, at, rest) | titled, found);
    return rest;
  }
  // "Army Signal Corps Collection" is more than the Army.
  const plain = entry.kind === 'organization' && (reading.flags[at]! & Word.common) !== 0;
  if (end < to && end - at === 1 && plain && isCapital(reading, end) && chunkEnd(reading, at, to) > end) {
    return 0;
  }
  if (end < to && end - at === 1 && isFirstName(reading, at, end, to, entry, titled)) {
    return 0;
  }
  if (
    end < to &&
    entry.kind === 'person' &&
    (end - at === 1 ? goesOn(reading, end) : isLongerPerson(reading, end, to))
  ) {
    return 0;
  }
  // "Ms. Monaco"
  const honoured = titled !== 0 && end - at === 1 && entry.kind === 'country' && !entry.adjective;
  if (honoured && isHonoured(reading, at)) {
    found.push({ from: at, to: end, kind: null, entry: null, clues: cluesAt(reading, at, end) | titled, sure: false });
    return end;
  }
  pushKnown(reading, at, end, entry, titled, found);
  return end;
}

/** "Russian Defense Ministry", "Vietnam War", "Trump Tower": where the longer name ends, 0 where there is none. */
function longerName(reading: Reading, at: number, end: number, to: number, entry: GazetteerEntry): number {
  const { flags, firsts } = reading;
  if (firsts[end] === 0x27) {
    return 0;
  }
  // Countries joined by a hyphen stay apart: Russia-Ukraine.
  if (
    firsts[end] === 0x2d &&
    (entry.kind === 'country' || (entry.kind === 'organization' && joinsBody(reading, end + 1)))
  ) {
    return 0;
  }
  const chunk = chunkEnd(reading, at, to);
  if (chunk <= end) {
    return 0;
  }
  for (let i = end; i < chunk; i++) {
    const flag = flags[i]!;
    // "Defense Ministry", "Foreign Office": helper words of titles before a head noun
    const helper = i + 1 < chunk && (flags[i + 1]! & Word.orgend) !== 0;
    if (isCapital(reading, i) && (flag & Word.title) !== 0 && (flag & Word.orgend) === 0 && !helper) {
      return 0;
    }
  }
  const head = flags[lastWord(reading, at, chunk)]!;
  // "Ministry of Health" goes on: "and Welfare".
  if (entry.kind === 'organization' && reading.shapes[end] === Shape.lower) {
    return chunk;
  }
  // "Slovenian Red Cross": the rest is a known organisation of several words.
  if (entry.kind === 'country' && (flags[end]! & Word.gazetteer) !== 0) {
    const match = lookUp(reading, end);
    if (match?.entry.kind === 'organization' && match.end - end > 1 && match.end >= chunk) {
      return chunk;
    }
  }
  // "the Trump Administration" is Trump.
  if (entry.kind === 'person' && ((head & Word.regime) !== 0 || lookUp(reading, end)?.entry.kind === 'organization')) {
    return 0;
  }
  // "Max Planck Institute for Astronomy" is no person.
  if (entry.kind === 'person' && end - at > 1 && reading.styles[at] === LineStyle.prose && isCapital(reading, end)) {
    const body = Word.orgend | Word.orgstart;
    if ((flags[end]! & body) === body && (flags[end]! & (Word.regime | Word.title | Word.unit)) === 0) {
      return chunk;
    }
  }
  if ((head & (Word.orgend | Word.corp)) !== 0 && entry.kind !== 'person') {
    // "Japan-U.S. Alliance"
    return firsts[at - 1] === 0x2d && entry.kind === 'country' ? 0 : chunk;
  }
  if (
    reading.styles[at] === LineStyle.prose &&
    (head & (Word.orgend | Word.placeend | Word.miscend)) !== 0 &&
    (head & naming) === 0
  ) {
    return chunk;
  }
  // "Bank of England Governor" was cut at the title; "European Union Agency for Asylum" has its head first.
  for (let i = end; i < chunk; i++) {
    if ((flags[i]! & Word.orgstart) !== 0 && isOf(reading, i + 1)) {
      return chunk;
    }
  }
  return 0;
}

/** "House-Senate", "GOP-White House": two bodies. */
function joinsBody(reading: Reading, at: number): boolean {
  return (reading.flags[at]! & Word.gazetteer) !== 0 && lookUp(reading, at)?.entry.kind === 'organization';
}

/** "Jordan Smith", "Chad Brown", "Paris Hilton": the known word is the first name of a person. */
function isFirstName(
  reading: Reading,
  at: number,
  end: number,
  to: number,
  entry: GazetteerEntry,
  titled: number,
): boolean {
  if (entry.adjective || (reading.flags[at]! & Word.given) === 0 || !isCapital(reading, end)) {
    return false;
  }
  const next = reading.flags[end]!;
  if (end + 1 < to || ((next & Word.surname) === 0 && titled === 0) || (next & (Word.common | Word.title)) !== 0) {
    return false;
  }
  const match = (next & Word.gazetteer) !== 0 ? lookUp(reading, end) : null;
  return !match || match.entry.kind === 'person';
}

/** Whether a name word follows the last name of somebody known: "Lincoln Steffens" is not Lincoln. */
function goesOn(reading: Reading, next: number): boolean {
  const flag = reading.flags[next]!;
  if (!isCapital(reading, next)) {
    return reading.firsts[next] === hyphen && gapBefore(reading, next) === 0;
  }
  if ((flag & (Word.common | Word.function | Word.title)) !== 0 && (flag & naming) === 0) {
    return false;
  }
  const match = (flag & Word.gazetteer) !== 0 ? lookUp(reading, next) : null;
  return !(match && match.end === next + 1 && match.entry.kind === 'person');
}

/** "Juan Carlos Peinado" is not Juan Carlos. */
function isLongerPerson(reading: Reading, next: number, to: number): boolean {
  const plain = Word.common | Word.function | Word.title | Word.gazetteer | headNouns | Word.verb;
  return (
    next + 1 === to &&
    isCapital(reading, next) &&
    gapBefore(reading, next) === 1 &&
    reading.styles[next] === LineStyle.prose &&
    (reading.flags[next]! & plain) === 0
  );
}

/** Whether Mr., Ms. or the like stands right before. */
function isHonoured(reading: Reading, at: number): boolean {
  const before = at > 1 && reading.firsts[at - 1] === 0x2e ? at - 2 : at - 1;
  return before >= 0 && (reading.flags[before]! & Word.honorific) !== 0;
}

/** Adds a known name as a candidate; a seat of government is a place where nothing tells that the government is meant. */
export function pushKnown(
  reading: Reading,
  from: number,
  to: number,
  entry: GazetteerEntry,
  titled: number,
  found: Candidate[],
): void {
  if (entry.kind === 'title') {
    return;
  }
  const clues = cluesAt(reading, from, to) | titled;
  const kind = entry.seat && !standsForGovernment(reading, from, to, clues) ? 'place' : entry.kind;
  found.push({ from: entry.afterArticle ? from + 1 : from, to, kind, entry, clues, sure: true });
}
