import type { GazetteerEntry, GazetteerMatch } from '../gazetteer';
import { type Candidate, Clue } from './candidates';
import { cluesAt } from './clues';
import { judgeChunk } from './judge';
import { LineStyle, type Reading, Shape } from './reading';
import { gapBefore, isCapital, runEnd } from './runs';
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

/** The longest known name that begins at the token. */
function lookUp(reading: Reading, from: number): GazetteerMatch | null {
  const { tokens, shapes, firsts, folded, lexicon } = reading;
  const match = lexicon.gazetteer.longest(tokens, folded, reading.smalls, from);
  if (!match || match.end >= tokens.count) {
    return match?.entry.prefix ? null : match;
  }
  // "U.S.G." is not the U.S.
  if (firsts[match.end - 1] === 0x2e && shapes[match.end] === Shape.initial && gapBefore(reading, match.end) === 0) {
    return null;
  }
  const glued = firsts[match.end] === hyphen && gapBefore(reading, match.end) === 0;
  return match.entry.prefix && !glued ? null : match;
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
    if ((flag & Word.calendar) !== 0 && (flag & naming) === 0 && at + 1 >= to) {
      at++;
      continue;
    }
    // A common word that only the beginning of the sentence made capital: "Former Treasury officials", "Yesterday Smith".
    if (
      starts[at] &&
      (flag & Word.common) !== 0 &&
      (flag & (naming | headNouns | Word.orgstart)) === 0 &&
      at + 1 < to &&
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

/** Whether the word is a title of what follows in the run. */
function isTitle(reading: Reading, at: number, to: number): boolean {
  const flag = reading.flags[at]!;
  if (at + 1 < to && reading.firsts[at + 1] === 0x27) {
    return false;
  }
  if ((flag & Word.honorific) !== 0) {
    return true;
  }
  if ((flag & Word.title) === 0) {
    // "Mathematician Hermann Weyl", "Then-candidate Barack Obama"
    const next = at + 1;
    const role = (flag & Word.role) !== 0 && (flag & Word.given) === 0 && next < to && isCapital(reading, next);
    return role && (reading.flags[next]! & (Word.given | Word.common)) === Word.given;
  }
  // "Ford Foundation President", "General Motors", "Prime Video": a title needs a name after it, not a head noun.
  const next = nextWord(reading, at, to);
  if (next >= to) {
    return true;
  }
  const after = reading.flags[next]!;
  if (isOf(reading, at + 1)) {
    return false;
  }
  const last = reading.flags[lastWord(reading, at, chunkEnd(reading, at + 1, to))]!;
  return (
    (last & (Word.orgend | Word.placeend | Word.corp)) === 0 || (after & Word.given) !== 0 || (after & Word.title) !== 0
  );
}

function isOf(reading: Reading, token: number): boolean {
  const { text, starts, ends, count } = reading.tokens;
  return token < count && ends[token]! - starts[token]! === 2 && text.startsWith('of', starts[token]);
}

function afterTitle(reading: Reading, at: number, to: number): number {
  let next = at + 1;
  while (next < to && !isCapital(reading, next)) {
    next++;
  }
  return next;
}

function nextWord(reading: Reading, at: number, to: number): number {
  let next = at + 1;
  while (next < to && !isCapital(reading, next)) {
    next++;
  }
  return next;
}

/** The last capitalised word before `to`. */
export function lastWord(reading: Reading, from: number, to: number): number {
  let last = to - 1;
  while (last > from && !isCapital(reading, last)) {
    last--;
  }
  return last;
}

/** Where the name that begins at `at` ends: before a title or a country that opens another name. */
function chunkEnd(reading: Reading, at: number, to: number): number {
  const { flags, styles } = reading;
  for (let i = at + 1; i < to; i++) {
    if (!isCapital(reading, i) || !isCapital(reading, i - 1)) {
      continue;
    }
    const flag = flags[i]!;
    if ((flag & Word.honorific) !== 0) {
      return i;
    }
    // "Office of the Under Secretary of Defense" goes on.
    const helper = i + 1 < to && (flags[i + 1]! & Word.orgend) !== 0;
    if ((flag & Word.title) !== 0 && (flag & Word.orgend) === 0 && !helper && !isOfOffice(reading, at, i)) {
      const named = (flag & (Word.given | Word.surname)) !== 0;
      if (
        !named ||
        (i + 1 < to && isCapital(reading, i + 1) && (flags[i + 1]! & (Word.given | Word.common)) === Word.given)
      ) {
        return i;
      }
    }
    // A heading's verb: "Ms. Park Left Samsung".
    const titled = at > 1 && ((flags[at - 1]! | flags[at - 2]!) & Word.honorific) !== 0;
    const verb = (flag & (Word.verb | Word.speech)) !== 0 || (titled && (flag & Word.common) !== 0);
    if (styles[i] !== LineStyle.prose && verb && (flag & naming) === 0) {
      return i;
    }
    if ((flag & Word.calendar) !== 0 && (flag & (Word.given | Word.common)) === 0) {
      return i;
    }
    if ((flag & Word.function) !== 0) {
      return isRegnal(reading, i) ? i + 1 : i;
    }
    if ((flag & Word.gazetteer) !== 0) {
      const match = lookUp(reading, i);
      const title = match?.entry.kind === 'title' && !isOfOffice(reading, at, i);
      if (match && (title || (match.entry.kind !== 'title' && opensAnother(reading, at, i, match, to)))) {
        return i;
      }
    }
  }
  return to;
}

/** "Will Smith", but not "Will you". */
function isSmallName(reading: Reading, at: number, to: number): boolean {
  const { flags } = reading;
  const next = at + 1;
  const pronoun = reading.firsts[at] === 0x68;
  return (
    (flags[at]! & Word.ambiguous) !== 0 &&
    (pronoun || !reading.starts[at]) &&
    reading.styles[at] === LineStyle.prose &&
    next < to &&
    isCapital(reading, next) &&
    ((!pronoun && (flags[next]! & (Word.given | Word.surname)) !== 0) ||
      (flags[next]! & (Word.common | Word.function | Word.gazetteer)) === 0)
  );
}

/** The I of "Norton I," after a name. */
function isRegnal(reading: Reading, at: number): boolean {
  const { tokens, shapes, firsts, flags } = reading;
  const next = at + 1;
  const one = shapes[at] === Shape.initial && firsts[at] === 0x69;
  const ends = next >= tokens.count || (shapes[next] === Shape.none && firsts[next] !== 0x27) || isOf(reading, next);
  return one && ends && (flags[at - 1]! & (Word.given | Word.surname)) !== 0;
}

/** Whether a known name inside a run is one of its own: "Allow Russia", "Backs Witkoff", "With Trump". */
function opensAnother(reading: Reading, at: number, i: number, match: GazetteerMatch, to: number): boolean {
  const { flags, styles, starts } = reading;
  if (match.entry.kind !== 'place' && starts[at] && allCommon(reading, at, i)) {
    return true;
  }
  // "Volker Türk", "Michael Jordan"
  const before = flags[i - 1]!;
  const first = (before & Word.given) !== 0 || ((before & Word.surname) !== 0 && (flags[i]! & Word.surname) !== 0);
  if (match.end - i === 1 && match.end >= to && first && (before & Word.common) === 0) {
    return false;
  }
  if (styles[at] !== LineStyle.prose) {
    return match.entry.kind !== 'place' || match.end - i > 2;
  }
  if (match.entry.kind !== 'country' || match.entry.seat || match.entry.prefix) {
    return false;
  }
  const head = flags[lastWord(reading, at, to)]!;
  return (head & (Word.corp | Word.orgend)) === 0 || match.end >= to;
}

function allCommon(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((reading.flags[i]! & (Word.common | naming)) !== Word.common) {
      return false;
    }
  }
  return true;
}

function isOfOffice(reading: Reading, at: number, title: number): boolean {
  if ((reading.flags[at]! & Word.orgstart) === 0) {
    return false;
  }
  for (let i = at + 1; i < title; i++) {
    if (isOf(reading, i)) {
      return true;
    }
  }
  return false;
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
  if (end < to && end - at === 1 && isFirstName(reading, at, end, to, entry, titled)) {
    return 0;
  }
  if (end < to && end - at === 1 && entry.kind === 'person' && goesOn(reading, end)) {
    return 0;
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
  if ((head & (Word.orgend | Word.corp)) !== 0 && entry.kind !== 'person') {
    return chunk;
  }
  const adjacent = reading.styles[at] === LineStyle.prose || chunk - end === 1;
  if (adjacent && (head & (Word.orgend | Word.placeend | Word.miscend)) !== 0 && (head & naming) === 0) {
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

/** A capital that acts, owns, is dealt with or is urged means its government. */
function standsForGovernment(reading: Reading, from: number, to: number, clues: number): boolean {
  const { flags, firsts, tokens, shapes } = reading;
  if ((clues & Clue.located) !== 0) {
    return false;
  }
  if (to >= tokens.count) {
    return (clues & Clue.agent) !== 0;
  }
  if (firsts[to] === 0x2c && to + 1 < tokens.count && isCapital(reading, to + 1)) {
    return false;
  }
  if ((clues & (Clue.possessive | Clue.agent)) !== 0) {
    return true;
  }
  if (shapes[to] !== Shape.lower || gapBefore(reading, to) === 0) {
    return false;
  }
  if ((flags[to]! & Word.verb) !== 0) {
    return !describes(reading, to);
  }
  const { text, starts, ends } = tokens;
  const word = text.slice(starts[to], ends[to]);
  // "wants Beijing to buy", but "from Beijing to Xi'an"
  if (word === 'to') {
    return from > 0 && shapes[from - 1] === Shape.lower && (flags[from - 1]! & Word.function) === 0;
  }
  // "Washington and Beijing agreed"
  if (word === 'and' && to + 2 < tokens.count && (flags[to + 1]! & Word.gazetteer) !== 0) {
    const other = lookUp(reading, to + 1);
    const verb =
      other && other.entry.kind === 'country' && other.end < tokens.count ? flags[other.end]! & Word.verb : 0;
    return verb !== 0;
  }
  return false;
}

/** "is the capital", "has 2 million": said of a city. */
function describes(reading: Reading, verb: number): boolean {
  const { tokens, shapes } = reading;
  const { text, starts, ends } = tokens;
  const word = text.slice(starts[verb], ends[verb]);
  const next = verb + 1;
  if (!['is', 'was', 'has', 'had', 'became', 'remains'].includes(word) || next >= tokens.count) {
    return false;
  }
  const after = text.slice(starts[next], ends[next]);
  return (
    shapes[next] === Shape.digits ||
    ['the', 'a', 'an', 'located', 'situated', 'home', 'known', 'one', 'famous'].includes(after)
  );
}
