import { type Candidate, Clue } from './candidates';
import { afterTitle, chunkEnd, isSmallName, isTitle, lastWord } from './chunks';
import { cluesAt } from './clues';
import { judgeChunk } from './judge';
import { pushKnown, takeKnown } from './knownInRun';
import { lookUp } from './knownNames';
import { type Reading, Shape } from './reading';
import { runEnd } from './runs';
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
