import type { GazetteerMatch } from '../gazetteer';
import { lookUp } from './knownNames';
import { LineStyle, type Reading, Shape } from './reading';
import { isCapital, isPossessive } from './tokenForms';
import { Word } from './wordClasses';

const naming = Word.given | Word.surname | Word.place;

/** Whether the word is a title of what follows in the run. */
export function isTitle(reading: Reading, at: number, to: number): boolean {
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
  // "Supreme Council of Antiquities"
  if (
    next === at + 1 &&
    (after & (Word.orgstart | Word.given | Word.title)) === Word.orgstart &&
    isOf(reading, next + 1)
  ) {
    return false;
  }
  const last = reading.flags[lastWord(reading, at, chunkEnd(reading, at + 1, to))]!;
  return (
    (last & (Word.orgend | Word.placeend | Word.corp)) === 0 || (after & Word.given) !== 0 || (after & Word.title) !== 0
  );
}

export function isOf(reading: Reading, token: number): boolean {
  const { text, starts, ends, count } = reading.tokens;
  return token < count && ends[token]! - starts[token]! === 2 && text.startsWith('of', starts[token]);
}

/** The first capitalised word after a title, `to` where there is none. */
export function afterTitle(reading: Reading, at: number, to: number): number {
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
export function chunkEnd(reading: Reading, at: number, to: number): number {
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
    const helper = (i + 1 < to && (flags[i + 1]! & Word.orgend) !== 0) || ownsOffice(reading, i, to);
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
    if ((flag & Word.function) !== 0 && !isInitial(reading, i, to)) {
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
export function isSmallName(reading: Reading, at: number, to: number): boolean {
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

/** The A of "John A. Moss". */
function isInitial({ shapes, firsts }: Reading, at: number, to: number): boolean {
  return shapes[at] === Shape.initial && at + 2 < to && firsts[at + 1] === 0x2e;
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

/** "Essex County Prosecutor's Office" */
function ownsOffice(reading: Reading, title: number, to: number): boolean {
  const office = title + 3;
  return (
    office < to && isPossessive(reading, title + 1) && (reading.flags[office]! & (Word.orgend | Word.orgstart)) !== 0
  );
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
