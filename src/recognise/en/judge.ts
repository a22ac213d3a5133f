import { type Candidate, Clue } from './candidates';
import { kindOfSeveral } from './kindOfName';
import { isDegree, lastWordEnd, withArticle, withFullStop, withOrdinal } from './nameSpan';
import { type Reading, Shape } from './reading';
import { isCapital } from './tokenForms';
import { Word } from './wordClasses';

/** Judges a stretch of name words that no list has as a whole, and adds it if it may be a name. */
export function judgeChunk(reading: Reading, from: number, to: number, clues: number, found: Candidate[]): void {
  const { flags } = reading;
  let end = to;
  // Degrees after a name are no part of it: "Jane Roe, PhD"; Jr. is.
  while (end > from + 1 && isDegree(reading, end - 1)) {
    end = lastWordEnd(reading, from, end - 1);
  }
  const words = countWords(reading, from, end);
  if (words === 0) {
    return;
  }
  if (words === 1) {
    // "Su-35", "Covid-19": a thing
    if (reading.firsts[end] === 0x2d && reading.shapes[end + 1] === Shape.digits) {
      return;
    }
    const numbered = isCapital(reading, from) ? withOrdinal(reading, from, end) : from;
    const kind = numbered < from && numbered === from - 2 ? 'organization' : null;
    found.push({ from: kind ? numbered : from, to: end, kind, entry: null, clues, sure: kind !== null });
    return;
  }
  if ((clues & Clue.cited) !== 0 && splitCitation(reading, from, end, clues, found)) {
    return;
  }
  const opening = afterParty(reading, from, end) || personInside(reading, from, end);
  if (opening > from) {
    judgeChunk(reading, from, opening, (clues & ~Clue.speaks) | Clue.attributive, found);
    judgeChunk(reading, opening, end, clues | Clue.role, found);
    return;
  }
  if (isAffiliation(reading, from)) {
    return;
  }
  const kind = isPartisan(reading, from, end) ? 'misc' : kindOfSeveral(reading, from, end, clues, words);
  if (!kind) {
    // A heading capitalises everything: only the words that the rest of the document knows are names.
    for (let i = from; i < end; i++) {
      if (isCapital(reading, i) && (flags[i]! & Word.function) === 0) {
        found.push({ from: i, to: i + 1, kind: null, entry: null, clues: clues | Clue.headline, sure: false });
      }
    }
    return;
  }
  found.push({
    from: kind === 'organization' ? withArticle(reading, withOrdinal(reading, from, end), end) : from,
    to: withFullStop(reading, end),
    kind,
    entry: null,
    clues,
    sure: kind !== 'person' || isSurePerson(reading, from, clues),
  });
}

/** "Virginia Republican Bob Moss": where the person begins, 0 where no party stands before one. */
function afterParty({ tokens, flags }: Reading, from: number, end: number): number {
  for (let i = from + 1; i + 1 < end; i++) {
    const party = /^(?:Democrat|Republican)$/.test(tokens.text.slice(tokens.starts[i], tokens.ends[i]));
    if (party) {
      return (flags[i + 1]! & Word.given) !== 0 ? i + 1 : 0;
    }
  }
  return 0;
}

/** "the Florida Republican", "Texas Democrats": members of a party, by their state. */
function isPartisan({ tokens, flags }: Reading, from: number, end: number): boolean {
  const place = (flags[from]! & (Word.place | Word.placestart)) !== 0;
  return place && /^(?:Democrat|Republican)s?$/.test(tokens.text.slice(tokens.starts[end - 1], tokens.ends[end - 1]));
}

/** "(John & Srivastava, 1999)" names two. */
function splitCitation(reading: Reading, from: number, to: number, clues: number, found: Candidate[]): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    if (reading.firsts[i] === 0x26) {
      judgeChunk(reading, from, i, clues, found);
      judgeChunk(reading, i + 1, to, clues, found);
      return true;
    }
  }
  return false;
}

/** "(R-Maine)", "D-Ga." */
function isAffiliation(reading: Reading, from: number): boolean {
  const { firsts, shapes } = reading;
  const letter = firsts[from]!;
  const party = letter === 0x72 || letter === 0x64 || letter === 0x69;
  return (
    party && shapes[from] === Shape.initial && firsts[from + 1] === 0x2d && from > 0 && shapes[from - 1] === Shape.none
  );
}

/** "Chargers Tackle Jamal Roe", "County Undersheriff James Roe": where the person begins after other words, or `from`. */
function personInside(reading: Reading, from: number, to: number): number {
  const { flags, shapes } = reading;
  const heads = Word.orgend | Word.corp | Word.placeend | Word.miscend;
  const names = Word.given | Word.surname;
  const last = flags[to - 1]!;
  if (((last & heads) !== 0 && (last & Word.surname) === 0) || (flags[from]! & Word.misclead) !== 0) {
    return from;
  }
  for (let i = from; i < to - 1; i++) {
    const flag = flags[i]!;
    if (shapes[i]! < Shape.capitalised || shapes[i] === Shape.digits) {
      return from;
    }
    const first = (flag & (Word.given | Word.common | Word.place)) === Word.given;
    if (first) {
      const second = shapes[i + 1]!;
      return i > from && second >= Shape.capitalised && second <= Shape.mixed && (flags[i + 1]! & heads) === 0
        ? i
        : from;
    }
    if ((flag & names) !== 0 && (flag & Word.common) === 0) {
      return from;
    }
    if ((flag & Word.common) === 0 && shapes[i] !== Shape.capitals) {
      return from;
    }
  }
  return from;
}

function countWords(reading: Reading, from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) {
    if (reading.shapes[i] !== Shape.none && reading.shapes[i] !== Shape.digits) {
      words++;
    }
  }
  return words;
}

function isSurePerson(reading: Reading, from: number, clues: number): boolean {
  return (clues & (Clue.titled | Clue.role | Clue.personal)) !== 0 || (reading.flags[from]! & Word.given) !== 0;
}
