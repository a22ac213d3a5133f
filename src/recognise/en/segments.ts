import type { GazetteerEntry } from '../gazetteer';
import { type Candidate, Clue } from './candidates';
import { afterTitle, chunkEnd, isOf, isSmallName, isTitle, lastWord } from './chunks';
import { cluesAt } from './clues';
import { judgeChunk } from './judge';
import { lookUp } from './knownNames';
import { LineStyle, type Reading, Shape } from './reading';
import { runEnd } from './runs';
import { standsForGovernment } from './seats';
import { gapBefore, isCapital } from './tokenForms';
import { Word } from './wordClasses';

const hyphen = 0x2d;
const naming = Word.given | Word.surname | Word.place;
const headNouns = Word.orgend | Word.placeend | Word.miscend;

/** All stretches that may be names, in order. */
export function findCandidates(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  const { tokens, flags, shapes } = reading;
  const count = tokens.count;
  for (let i = 0; i < count; ) {
    if (isCapital(reading, i)) {
      const end = runWithTitle(reading, i);
      i = Math.max(end, splitRun(reading, i, end, found));
    } else if (shapes[i] !== Shape.none && (flags[i]! & (Word.gazetteer | Word.particle)) !== 0) {
      i = smallStart(reading, i, found);
    } else {
      i++;
    }
  }
  return found;
}

/** The run, and what follows a title of several words in it: "Secretary of State" and the name. */
function runWithTitle(reading: Reading, from: number): number {
  const end = runEnd(reading, from);
  let last = end - 1;
  while (last > from && !isCapital(reading, last)) {
    last--;
  }
  // The title can begin with any of the last two words: "U.S. Secretary", "Secretary".
  const match = (reading.flags[last]! & Word.gazetteer) !== 0 ? lookUp(reading, last) : null;
  if (match && match.end > end) {
    const next = match.end;
    const goesOn = next < reading.tokens.count && isCapital(reading, next) && gapBefore(reading, next) === 1;
    return match.entry.kind === 'title' && goesOn ? runEnd(reading, next) : match.end;
  }
  return end;
}

/** Names that begin with a small letter or a digit: "van Gogh", "al-Qaeda", "3M", "20th Century Fox". */
function smallStart(reading: Reading, at: number, found: Candidate[]): number {
  const { tokens, flags, firsts } = reading;
  const match = (flags[at]! & Word.gazetteer) !== 0 ? lookUp(reading, at) : null;
  if (match && match.end > at) {
    pushKnown(reading, at, match.end, match.entry, 0, found);
    return match.end;
  }
  if ((flags[at]! & Word.particle) !== 0 && tokens.ends[at]! - tokens.starts[at]! > 1) {
    let next = at + 1;
    if (next < tokens.count && firsts[next] === 0x2d && gapBefore(reading, next) === 0) {
      next++;
    } else if (next < tokens.count && reading.shapes[next] === Shape.lower && (flags[next]! & Word.particle) !== 0) {
      next++;
    }
    if (next < tokens.count && isCapital(reading, next) && (flags[next]! & (Word.function | Word.common)) === 0) {
      const end = runEnd(reading, next);
      judgeChunk(reading, at, end, cluesAt(reading, at, end), found);
      return end;
    }
  }
  return at + 1;
}

/** Cuts a run into titles, countries before names, known names and the rest. Answers where it came to. */
function splitRun(reading: Reading, from: number, to: number, found: Candidate[]): number {
  const { flags, starts, firsts, shapes } = reading;
  let at = from;
  let titled = 0;
  while (at < to) {
    const flag = flags[at]!;
    // "221B": a letter glued to a figure
    if (!isCapital(reading, at) || (at > 0 && shapes[at - 1] === Shape.digits && gapBefore(reading, at) === 0)) {
      at++;
      continue;
    }
    if ((flag & Word.gazetteer) !== 0) {
      const match = lookUp(reading, at);
      if (match) {
        const end = takeKnown(reading, at, match.end, to, match.entry, titled, found);
        if (end > at) {
          titled = match.entry.kind === 'title' ? Clue.titled : 0;
          at = end;
          continue;
        }
      }
    }
    if ((flag & Word.function) !== 0 && !isSmallName(reading, at, to)) {
      titled = 0;
      at++;
      continue;
    }
    if (isTitle(reading, at, to)) {
      titled = Clue.titled;
      at = afterTitle(reading, at, to);
      continue;
    }
    // "Q. Mayor Adeyemi, why sell?"
    if (starts[at] && at === from && firsts[at] === 0x71 && shapes[at] === Shape.initial && firsts[at + 1] === 0x2e) {
      at += 2;
      continue;
    }
    // "14:05 BST Kallas"
    if ((flag & Word.noacronym) !== 0 && shapes[at] === Shape.capitals && at > 0 && shapes[at - 1] === Shape.digits) {
      at++;
      continue;
    }
    if ((flag & Word.calendar) !== 0 && (flag & naming) === 0 && (at + 1 >= to || isDayBeforeName(reading, at))) {
      at++;
      continue;
    }
    if (isHouseBefore(reading, at, to)) {
      const clues = cluesAt(reading, at, at + 1);
      found.push({ from: at, to: at + 1, kind: null, entry: null, clues, sure: false });
      at++;
      continue;
    }
    // A common word that only the beginning of the sentence made capital: "Former Treasury officials", "Yesterday Smith".
    if (
      (starts[at] || followsDash(reading, at)) &&
      (flag & Word.common) !== 0 &&
      (flag & (headNouns | Word.orgstart)) === 0 &&
      at + 1 < to &&
      ((flag & naming) === 0 || ((flag & naming) === Word.surname && isKnownPerson(reading, at + 1))) &&
      firsts[at + 1] !== 0x2d
    ) {
      const rest = chunkEnd(reading, at, to);
      if ((flags[lastWord(reading, at, rest)]! & headNouns) === 0) {
        at++;
        continue;
      }
    }
    const end = chunkEnd(reading, at, to);
    const clues = cluesAt(reading, at, end) | titled;
    judgeChunk(reading, at, end, clues, found);
    titled = 0;
    at = end;
  }
  return at;
}

/** "On Thursday Trump", "Last Monday Ames": the day is no part of the name. */
function isDayBeforeName(reading: Reading, at: number): boolean {
  const { tokens, flags } = reading;
  if (!tokens.text.startsWith('day', tokens.ends[at]! - 3) || !isCapital(reading, at + 1)) {
    return false;
  }
  const name = flags[at + 1]!;
  if ((name & Word.gazetteer) !== 0 && lookUp(reading, at + 1)) {
    return true;
  }
  return (name & (Word.title | Word.given | Word.surname)) !== 0 && (name & (Word.common | headNouns)) === 0;
}

/** "OSLO — Top aides": the sentence begins after its dateline. */
function followsDash({ firsts }: Reading, at: number): boolean {
  const dash = at > 0 ? firsts[at - 1]! : 0;
  return dash === 0x2014 || dash === 0x2013 || (dash === hyphen && firsts[at - 2] === hyphen);
}

/** "Top Merkel aides" */
function isKnownPerson(reading: Reading, at: number): boolean {
  return (reading.flags[at]! & Word.gazetteer) !== 0 && lookUp(reading, at)?.entry.kind === 'person';
}

/** "House Democrats": the chamber and its members. */
function isHouseBefore({ tokens }: Reading, at: number, to: number): boolean {
  const { text, starts, ends } = tokens;
  return (
    at + 1 < to &&
    ends[at]! - starts[at]! === 5 &&
    text.startsWith('House', starts[at]) &&
    /^(?:Democrats?|Republicans?|GOP|Speaker)$/.test(text.slice(starts[at + 1], ends[at + 1]))
  );
}

/** Takes a known name out of the run, unless it is only the beginning of a longer one. Answers where to go on. */
function takeKnown(
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
  if (firsts[end] === 0x2d && entry.kind === 'country') {
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

function pushKnown(
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
