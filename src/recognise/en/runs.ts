import { lookUp } from './knownNames';
import { type Reading, Shape } from './reading';
import { gapBefore, isCapital, isPossessive } from './tokenForms';
import { Word } from './wordClasses';

const period = 0x2e;
const hyphen = 0x2d;
const apostrophe = 0x27;
const ampersand = 0x26;
const comma = 0x2c;

/** Longest run of capitalised words that is read as one; longer ones are cut, which keeps hostile input linear. */
const longestRun = 30;

/**
 * The token after the last of the run of name words that begins at `from`: capitalised words, with the small words,
 * hyphens, apostrophes and full stops that hold names together.
 */
export function runEnd(reading: Reading, from: number): number {
  const { tokens, firsts, flags, shapes } = reading;
  const count = Math.min(tokens.count, from + longestRun);
  let last = from;
  let hasOf = false;
  for (;;) {
    const next = last + 1;
    if (next >= count) {
      return next;
    }
    const gap = gapBefore(reading, next);
    if (gap > 2) {
      return next;
    }
    const mark = firsts[next]!;
    let joined = 0;
    if (isCapital(reading, next)) {
      joined = gap > 0 ? next : 0;
    } else if (mark === period && gap === 0) {
      const shape = shapes[last];
      const shortForm = shape === Shape.initial || (flags[last]! & Word.abbreviation) !== 0;
      if (shortForm && next + 1 < count && isCapital(reading, next + 1) && gapBefore(reading, next + 1) <= 1) {
        const stays = shape !== Shape.initial || (flags[next + 1]! & Word.function) === 0;
        joined = stays ? next + 1 : 0;
      } else if ((flags[last]! & Word.corp) !== 0 && next + 2 < count && firsts[next + 1] === comma) {
        // "Co., Ltd."
        joined = (flags[next + 2]! & Word.corp) !== 0 && isCapital(reading, next + 2) ? next + 2 : 0;
      }
    } else if (mark === hyphen && gap === 0) {
      joined = afterHyphen(reading, last, next, count);
    } else if (mark === apostrophe && gap === 0) {
      joined = afterApostrophe(reading, last, next, count);
    } else if (mark === ampersand && next + 1 < count && isCapital(reading, next + 1)) {
      joined = next + 1;
    } else if (mark === comma && gap === 0 && next + 1 < count) {
      const suffix = flags[next + 1]!;
      const tied = (suffix & Word.corp) !== 0 || ((suffix & Word.degree) !== 0 && isJunior(reading, next + 1));
      joined = tied && isCapital(reading, next + 1) ? next + 1 : hasOf ? portfolioEnd(reading, last, count) : 0;
    } else if (hasOf && opensCampus(reading, from, next, count)) {
      joined = next + 1;
    } else if (shapes[next] === Shape.lower && gap > 0) {
      joined = afterSmallWord(reading, next, count, hasOf || opensPhrase(reading, last), hasOf);
      hasOf ||= joined > 0 && (flags[last]! & Word.orgstart) !== 0;
    }
    if (joined === 0) {
      return next;
    }
    last = joined;
  }
}

/** "University of North Carolina at Chapel Hill" */
function opensCampus({ tokens, flags }: Reading, from: number, at: number, count: number): boolean {
  const { text, starts, ends } = tokens;
  return (
    at + 1 < count &&
    ends[at]! - starts[at]! === 2 &&
    text.startsWith('at', starts[at]) &&
    text.startsWith('University', starts[from]) &&
    (flags[at + 1]! & Word.calendar) === 0 &&
    /^\p{Lu}/u.test(text.charAt(starts[at + 1]!))
  );
}

const mostPortfolios = 14;

/** "Ministry of Environment, Forest and Climate Change": last word of the list that goes on at `last`, 0 where none does. */
function portfolioEnd(reading: Reading, last: number, count: number): number {
  const { tokens, flags, firsts } = reading;
  const plain = (token: number): boolean =>
    isCapital(reading, token) && (flags[token]! & (Word.common | Word.place)) === Word.common;
  let and = false;
  let at = last + 1;
  for (; at < count && at - last < mostPortfolios; at++) {
    if (firsts[at] === comma && !and) {
      continue;
    }
    if (tokens.ends[at]! - tokens.starts[at]! === 3 && tokens.text.startsWith('and', tokens.starts[at]) && !and) {
      and = true;
    } else if (!plain(at)) {
      break;
    }
  }
  return plain(last) && and && plain(at - 1) ? at - 1 : 0;
}

/** "Bank", "University", "Treaty", "Isle": what an "of" after it may belong to. */
function opensPhrase(reading: Reading, token: number): boolean {
  const { flags } = reading;
  const heads = Word.orgstart | Word.misclead | Word.miscend | Word.placestart | Word.placeend | Word.orgend;
  if ((flags[token]! & heads) === 0) {
    return false;
  }
  // "Robert Hill of Boston"
  const surname = (flags[token]! & Word.surname) !== 0 && token > 0 && isCapital(reading, token - 1);
  return !(surname && (flags[token - 1]! & (Word.given | Word.common)) === Word.given);
}

export function isJunior(reading: Reading, token: number): boolean {
  const word = word2(reading, token);
  return word === 'Jr' || word === 'Sr';
}

function word2(reading: Reading, token: number): string {
  const { text, starts, ends } = reading.tokens;
  return ends[token]! - starts[token]! === 2 ? text.slice(starts[token], ends[token]) : '';
}

/** "Jean-Luc", "al-Assad", "Jong-un"; not "Tokyo-based". Answers the last token joined, 0 for none. */
function afterHyphen(reading: Reading, last: number, mark: number, count: number): number {
  const next = mark + 1;
  if (next >= count || gapBefore(reading, next) !== 0) {
    return 0;
  }
  if (isCapital(reading, next)) {
    return next;
  }
  if (reading.shapes[next] !== Shape.lower) {
    return 0;
  }
  const length = reading.tokens.ends[next]! - reading.tokens.starts[next]!;
  // "al" in "Dar al-Salam"
  if ((reading.flags[next]! & Word.particle) !== 0 && reading.firsts[next + 1] === hyphen && next + 2 < count) {
    return isCapital(reading, next + 2) && gapBefore(reading, next + 2) === 0 ? next + 2 : 0;
  }
  const known = reading.flags[next]! & (Word.common | Word.function | Word.verb | Word.role);
  if ((reading.flags[next]! & Word.function) !== 0 && !(length === 2 && reading.firsts[next] === 0x69)) {
    return 0;
  }
  const word = reading.tokens.text.slice(reading.tokens.starts[next], reading.tokens.ends[next]);
  if (word === 'led' || word === 'run' || word === 'era' || (length > 4 && word.endsWith('ed'))) {
    return 0;
  }
  const afterName = last > 0 && isCapital(reading, last - 1) && gapBefore(reading, last) === 1;
  // "Hyun-ah Moon", "Li-yi Chen"
  const beforeName =
    length === 2 && next + 1 < count && isCapital(reading, next + 1) && gapBefore(reading, next + 1) === 1;
  return length <= 6 && (known === 0 || (afterName && length <= 3) || beforeName) ? next : 0;
}

/** "O'Neill", "L'Enfant", "Women's Hospital", "King's College"; not "Russia's". */
function afterApostrophe(reading: Reading, last: number, mark: number, count: number): number {
  const { tokens, flags } = reading;
  const next = mark + 1;
  if (next >= count) {
    return 0;
  }
  if (isCapital(reading, next) && gapBefore(reading, next) === 0) {
    if (reading.shapes[next] === Shape.initial) {
      return 0;
    }
    return tokens.ends[last]! - tokens.starts[last]! <= 2 ? next : 0;
  }
  const owner = (flags[last]! & Word.owner) !== 0;
  if (owner && isPossessive(reading, mark) && next + 1 < count && isCapital(reading, next + 1)) {
    const head = flags[next + 1]! & (Word.orgend | Word.orgstart | Word.placeend | Word.common);
    return head !== 0 && gapBefore(reading, next + 1) === 1 ? next + 1 : 0;
  }
  // Teachers' Union, Prosecutors' Office
  if (owner && isCapital(reading, next) && gapBefore(reading, next) === 1) {
    return (flags[next]! & (Word.orgend | Word.orgstart)) !== 0 ? next : 0;
  }
  // "Petrucci's Deli": a business that bears its owner's name
  const shop = next + 1;
  const owned =
    isPossessive(reading, mark) && shop < count && isCapital(reading, shop) && (flags[shop]! & Word.shop) !== 0;
  return owned && gapBefore(reading, shop) === 1 ? shop : 0;
}

/** Small words inside names: van, de, of, and, for the. Answers the last token joined, 0 for none. */
function afterSmallWord(reading: Reading, small: number, count: number, head: boolean, hasOf: boolean): number {
  const { tokens, flags, firsts } = reading;
  const next = small + 1;
  if (next >= count) {
    return 0;
  }
  const { text } = tokens;
  const length = tokens.ends[small]! - tokens.starts[small]!;
  const at = tokens.starts[small]!;
  const two = length === 2 ? text.slice(at, at + 2) : '';
  if (two === 'of' || (head && two === 'on')) {
    if (!head) {
      return 0;
    }
    if (two !== 'of' && (flags[small - 1]! & Word.orgstart) === 0) {
      return 0;
    }
    if (isCapital(reading, next)) {
      const ends = two === 'of' ? Word.function : Word.function | Word.calendar;
      // "Arden Consulting of Budapest" is in Budapest.
      const heads = Word.orgstart | Word.placeend | Word.placestart | Word.miscend | Word.misclead;
      const seated =
        (flags[small - 1]! & (Word.orgend | heads)) === Word.orgend &&
        (flags[next]! & (Word.place | Word.common)) === Word.place &&
        !(next + 1 < count && isCapital(reading, next + 1));
      return (flags[next]! & ends) === 0 && !seated && !opensPerson(reading, next, count) ? next : 0;
    }
    const the = tokens.ends[next]! - tokens.starts[next]! === 3 && text.startsWith('the', tokens.starts[next]);
    return the && two === 'of' && next + 1 < count && isCapital(reading, next + 1) ? next + 1 : 0;
  }
  const three = length === 3 ? text.slice(at, at + 3) : '';
  if (three === 'and' || three === 'for') {
    const after = next + 1;
    if (three === 'for' && after < count && text.startsWith('the', tokens.starts[next]) && isCapital(reading, after)) {
      return (flags[small - 1]! & Word.orgstart) !== 0 ? after : 0;
    }
    if (!isCapital(reading, next) || gapBefore(reading, next) !== 1) {
      return 0;
    }
    if (three === 'for') {
      return (flags[small - 1]! & Word.orgstart) !== 0 ? next : 0;
    }
    return joinsByAnd(reading, small, count, hasOf) ? next : 0;
  }
  if ((flags[small]! & Word.particle) === 0 || length === 1) {
    return 0;
  }
  if (two === 'al' || two === 'el' || two === 'ul' || two === 'ad') {
    const glued = firsts[next] === hyphen && gapBefore(reading, next) === 0 && next + 1 < count;
    if (glued && isCapital(reading, next + 1)) {
      return next + 1;
    }
  }
  if (isCapital(reading, next)) {
    return next;
  }
  const again = (flags[next]! & Word.particle) !== 0 && next + 1 < count && isCapital(reading, next + 1);
  return again ? next + 1 : 0;
}

/** "the Congress of Mamata Rao", "II Corps of Major General Ames": what follows "of" is a person in full. */
function opensPerson(reading: Reading, first: number, count: number): boolean {
  const { flags } = reading;
  const second = first + 1;
  if (second >= count || !isCapital(reading, second) || gapBefore(reading, second) !== 1) {
    return false;
  }
  const heads = Word.orgend | Word.orgstart | Word.placeend | Word.miscend | Word.function;
  const others = Word.common | Word.place | Word.gazetteer | Word.surname | heads;
  const given = (flags[first]! & others) === 0;
  const surname = (flags[second]! & Word.surname) !== 0 && (flags[second]! & (heads | Word.place | Word.common)) === 0;
  const known = (flags[first]! & Word.gazetteer) !== 0 ? lookUp(reading, first) : null;
  if (known?.entry.kind === 'person' && known.end > second) {
    return true;
  }
  const rank = (flags[first]! & (Word.title | heads)) === Word.title && (flags[second]! & Word.title) !== 0;
  return (given && surname) || rank;
}

function opensKnownName(reading: Reading, token: number): boolean {
  return (reading.flags[token]! & Word.gazetteer) !== 0 && lookUp(reading, token) !== null;
}

/** "Food and Drug Administration", "Ministry of Health and Welfare"; not "Clinton and Congress". */
function joinsByAnd(reading: Reading, and: number, count: number, insideOf: boolean): boolean {
  const { flags } = reading;
  const stop = Word.honorific | Word.given | Word.surname | Word.place;
  const before = flags[and - 1]!;
  const after = flags[and + 1]!;
  const plain = (flag: number): boolean =>
    (flag & (Word.common | Word.function)) === Word.common && (flag & stop & ~Word.surname & ~Word.given) === 0;
  if (!plain(before) || !plain(after)) {
    return false;
  }
  // "Office of X and Division of Y" are two.
  const opens = (after & Word.orgstart) !== 0 && reading.tokens.text.startsWith('of', reading.tokens.starts[and + 2]);
  if (opens) {
    return false;
  }
  if (insideOf) {
    return true;
  }
  if (opensKnownName(reading, and + 1)) {
    return false;
  }
  for (let i = and + 2; i < count && i < and + 5 && isCapital(reading, i); i++) {
    if ((flags[i]! & Word.orgend) !== 0 || (flags[i]! & Word.miscend) !== 0) {
      return true;
    }
  }
  return false;
}
