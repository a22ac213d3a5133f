import { Clue } from './candidates';
import { LineStyle, type Reading, Shape } from './reading';
import { gapBefore, isCapital, isPossessive } from './tokenForms';
import { Word } from './wordClasses';

const comma = 0x2c;

/** What stands around the tokens that speaks for a kind of name. */
export function cluesAt(reading: Reading, from: number, to: number): number {
  const { tokens, flags, shapes, starts, styles, firsts } = reading;
  const count = tokens.count;
  let clues = 0;
  if (starts[from]) {
    clues |= Clue.sentenceStart;
  }
  if (styles[from] !== LineStyle.prose) {
    clues |= Clue.headline;
  }
  const before = from - 1;
  if (before >= 0 && !starts[from]) {
    const flag = flags[before]!;
    if (shapes[before] === Shape.lower) {
      if ((flag & Word.role) !== 0) {
        clues |= Clue.role;
      }
      if ((flag & Word.orgrole) !== 0) {
        clues |= Clue.corporate;
      }
      if ((flag & Word.placeprep) !== 0) {
        clues |= isEmployer(reading, before, from) ? Clue.corporate : Clue.located;
      }
      const length = tokens.ends[before]! - tokens.starts[before]!;
      const at = tokens.starts[before]!;
      if ((length === 2 && tokens.text.startsWith('by', at)) || (length === 4 && tokens.text.startsWith('with', at))) {
        clues |= Clue.agent;
      } else if (length === 2 && tokens.text.startsWith('as', at) && wordBefore(reading, before) === 'known') {
        clues |= Clue.role;
      } else if (length === 3 && tokens.text.startsWith('the', at)) {
        clues |= Clue.article;
      } else if ((length === 1 && firsts[before] === 0x61) || (length === 2 && tokens.text.startsWith('an', at))) {
        clues |= Clue.indefinite;
      }
    } else if (firsts[before] === comma && before > 0 && shapes[before - 1] !== Shape.none) {
      const spokenTo = ['you', 'Thanks', 'Hello', 'Hi', 'Sorry'];
      const role = (flags[before - 1]! & Word.role) !== 0 && shapes[before - 1] === Shape.lower;
      const word = tokens.text.slice(tokens.starts[before - 1], tokens.ends[before - 1]);
      clues |= role || spokenTo.includes(word) ? Clue.role : 0;
    } else if (firsts[before] === 0x28) {
      clues |= Clue.bracketed;
    }
  } else if (before >= 0 && (flags[before]! & Word.function) !== 0 && shapes[before] !== Shape.lower) {
    clues |= tokens.text.startsWith('The', tokens.starts[before]) ? Clue.article : 0;
  }
  if (
    before >= 0 &&
    shapes[before] === Shape.capitalised &&
    tokens.text.startsWith('The', tokens.starts[before]) &&
    tokens.ends[before]! - tokens.starts[before]! === 3
  ) {
    clues |= Clue.article;
  }
  if (before >= 0 && isByline(reading, before)) {
    clues |= Clue.byline;
  }
  if (to < count) {
    const flag = flags[to]!;
    if (shapes[to] === Shape.digits && gapBefore(reading, to) === 1) {
      clues |= Clue.numbered;
    }
    if (isPossessive(reading, to) || (firsts[to] === 0x27 && gapBefore(reading, to) === 0)) {
      clues |= Clue.possessive;
    } else if (isCitation(reading, to)) {
      clues |= Clue.cited;
    } else if (shapes[to] === Shape.lower && gapBefore(reading, to) > 0) {
      if ((flag & Word.speech) !== 0) {
        clues |= Clue.speaks;
      } else if ((flag & Word.verb) !== 0) {
        clues |= Clue.acts;
      } else if ((flag & Word.function) === 0) {
        clues |= Clue.attributive;
      }
    } else if (firsts[to] === comma && to + 1 < count) {
      const next = to + 1;
      const age = shapes[next] === Shape.digits && tokens.ends[next]! - tokens.starts[next]! === 2;
      const who = firsts[next] === 0x77 && tokens.text.startsWith('who', tokens.starts[next]);
      if (isCitation(reading, to)) {
        clues |= Clue.cited;
      }
      const initial = shapes[next] === Shape.initial && next + 1 < count && firsts[next + 1] === 0x2e;
      if (initial && to - from === 1 && !starts[next]) {
        clues |= Clue.cited;
      }
      if ((age && to + 2 < count && firsts[to + 2] === comma) || who) {
        clues |= Clue.personal;
      } else if (roleAfter(reading, next)) {
        clues |= Clue.role;
      } else if (isCompanyAfter(reading, next)) {
        clues |= Clue.corporate;
      }
    }
  }
  return clues;
}

/** "chief economist at X": what is no known place employs. */
function isEmployer(reading: Reading, at: number, from: number): boolean {
  const { tokens, flags, shapes } = reading;
  return (
    tokens.ends[at]! - tokens.starts[at]! === 2 &&
    tokens.text.startsWith('at', tokens.starts[at]) &&
    at > 0 &&
    shapes[at - 1] === Shape.lower &&
    (flags[at - 1]! & Word.role) !== 0 &&
    (flags[from]! & Word.place) === 0
  );
}

/** "X et al.", "X (2012)", "X and Y (2012)", "(X, 2012)" */
function isCitation(reading: Reading, at: number): boolean {
  const { tokens, firsts, shapes } = reading;
  const { text, starts, ends, count } = tokens;
  const year = (token: number): boolean =>
    token < count && shapes[token] === Shape.digits && ends[token]! - starts[token]! === 4;
  if (shapes[at] === Shape.lower) {
    if (text.startsWith('et', starts[at]) && ends[at]! - starts[at]! === 2) {
      return at + 1 < count && text.startsWith('al', starts[at + 1]);
    }
    const and = text.startsWith('and', starts[at]) && ends[at]! - starts[at]! === 3;
    return and && at + 3 < count && isCapital(reading, at + 1) && firsts[at + 2] === 0x28 && year(at + 3);
  }
  const open = firsts[at] === 0x28 && at + 2 < count && (firsts[at + 2] === 0x29 || firsts[at + 2] === comma);
  return (
    (open && year(at + 1)) ||
    (firsts[at] === comma && year(at + 1) && at + 2 < count && (firsts[at + 2] === 0x29 || firsts[at + 2] === 0x3b))
  );
}

/** "By X", "Author: X", "Photo by X", at the beginning of a line or bracket. */
function isByline(reading: Reading, before: number): boolean {
  const { tokens, firsts, shapes } = reading;
  let at = before;
  if (firsts[at] === 0x3a && at > 0) {
    at--;
  }
  const word = tokens.text.slice(tokens.starts[at]!, tokens.ends[at]!);
  if (shapes[at] === Shape.lower && at === before) {
    return (
      word === 'by' &&
      at > 0 &&
      isCapital(reading, at - 1) &&
      bylineWords.has(tokens.text.slice(tokens.starts[at - 1]!, tokens.ends[at - 1]!))
    );
  }
  return isCapital(reading, at) && bylineWords.has(word);
}

const bylineWords = new Set([
  'By',
  'BY',
  'Author',
  'Authors',
  'Photo',
  'Photograph',
  'Text',
  'Story',
  'Written',
  'Reporter',
  'Editor',
  'Dear',
  'Sincerely',
  'Interviewer',
  'Interviewee',
  'Translator',
  'Illustration',
  'Image',
  'Credit',
]);

function wordBefore({ tokens }: Reading, at: number): string {
  return at > 0 ? tokens.text.slice(tokens.starts[at - 1], tokens.ends[at - 1]) : '';
}

/** ", the Taiwanese company", ", a far-right party": an article and within four words what organisations are. */
function isCompanyAfter(reading: Reading, from: number): boolean {
  const { tokens, flags, shapes, firsts } = reading;
  const article = tokens.text.slice(tokens.starts[from], tokens.ends[from]);
  if (article !== 'a' && article !== 'an' && article !== 'the') {
    return false;
  }
  for (let i = from + 1; i < tokens.count && i < from + 5; i++) {
    if (shapes[i] === Shape.lower) {
      if ((flags[i]! & Word.orgrole) !== 0) {
        return true;
      }
      if ((flags[i]! & (Word.verb | Word.speech | Word.function | Word.role)) !== 0) {
        return false;
      }
    } else if (!isCapital(reading, i) && firsts[i] !== 0x2d) {
      return false;
    }
  }
  return false;
}

/** ", a historian", ", the former Ukrainian president", ", head of": a role within four words after the comma. */
function roleAfter(reading: Reading, from: number): boolean {
  const { tokens, flags, shapes } = reading;
  for (let i = from; i < tokens.count && i < from + 5; i++) {
    if (shapes[i] === Shape.lower) {
      if ((flags[i]! & Word.role) !== 0) {
        return true;
      }
      if ((flags[i]! & (Word.verb | Word.speech)) !== 0) {
        return false;
      }
    } else if (!isCapital(reading, i) && !isPossessive(reading, i)) {
      return false;
    } else if (isPossessive(reading, i)) {
      i++;
    }
  }
  return false;
}
