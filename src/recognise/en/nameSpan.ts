import { LineStyle, type Reading, Shape } from './reading';
import { isCapital } from './tokenForms';
import { Word } from './wordClasses';

/** PhD, MBE: after a name but no part of it, as Jr. and III are. */
export function isDegree(reading: Reading, token: number): boolean {
  if ((reading.flags[token]! & Word.degree) === 0) {
    return false;
  }
  const { text, starts, ends } = reading.tokens;
  const word = text.slice(starts[token], ends[token]);
  return word !== 'Jr' && word !== 'Sr' && !/^[IVX]+$/.test(word);
}

/** The token after the last capitalised word before `to`. */
export function lastWordEnd(reading: Reading, from: number, to: number): number {
  let end = to;
  while (end > from && !isCapital(reading, end - 1)) {
    end--;
  }
  return end;
}

/** "Inc." keeps its full stop. */
export function withFullStop(reading: Reading, end: number): number {
  const { flags, tokens, firsts } = reading;
  const last = end - 1;
  const short = (flags[last]! & Word.abbreviation) !== 0 && (flags[last]! & (Word.corp | Word.degree)) !== 0;
  return short && end < tokens.count && firsts[end] === 0x2e && tokens.starts[end] === tokens.ends[last]
    ? end + 1
    : end;
}

/** "6th Armoured Division": a military unit with its number. */
export function withOrdinal(reading: Reading, from: number, end: number): number {
  const { flags, shapes, tokens, starts } = reading;
  const number = from - 2;
  const ordinal =
    number >= 0 &&
    shapes[number] === Shape.digits &&
    shapes[from - 1] === Shape.lower &&
    tokens.ends[number] === tokens.starts[from - 1];
  const plain = from - 1 >= 0 && shapes[from - 1] === Shape.digits && !starts[from - 1];
  const unit = (flags[lastWordEnd(reading, from, end) - 1]! & Word.unit) !== 0;
  return !unit ? from : ordinal ? number : plain ? from - 1 : from;
}

const papers = new Set(
  'Post Times News Herald Tribune Gazette Journal Chronicle Observer Guardian Telegraph Globe Mail Mirror Shimbun Star Sun Register Examiner Inquirer Independent Standard Courier Dispatch Review'.split(
    ' ',
  ),
);

/** A newspaper keeps its article where the writer wrote it with a capital: "told The Denver Post". */
export function withArticle(reading: Reading, from: number, end: number): number {
  const { tokens, starts, styles, shapes } = reading;
  const { text } = tokens;
  const article = from - 1;
  const last = lastWordEnd(reading, from, end) - 1;
  return article > 0 &&
    shapes[article] === Shape.capitalised &&
    starts[article] === 0 &&
    styles[from] === LineStyle.prose &&
    text.slice(tokens.starts[article], tokens.ends[article]) === 'The' &&
    papers.has(text.slice(tokens.starts[last], tokens.ends[last]))
    ? article
    : from;
}
