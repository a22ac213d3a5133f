import { CharClass } from '../../text/charClass';
import { Scratch } from '../../text/scratch';
import { Voice } from './opinionWordsEn';
import type { Reading } from './reading';
import { wordsEn } from './wordsEn';

/** The words of one text with their roles (Role) and voices (Voice); index = token. */
export interface EnglishReading extends Reading {
  /** Index into `mentions` per token, -1 where it belongs to none. */
  readonly mentionOf: Int32Array;
  /** First token of each mention. */
  readonly firstToken: Int32Array;
  readonly codes: Int32Array;
  readonly voices: Uint8Array;
}

const keptCodes = new Scratch((length) => new Int32Array(length));
const keptVoices = new Scratch((length) => new Uint8Array(length));

/** Good until the next text is read. */
export function englishReadingOf(reading: Reading): EnglishReading {
  const { tokens, mentions, dates } = reading;
  const codes = keptCodes.take(tokens.count);
  const voices = keptVoices.take(tokens.count);
  wordsEn().read(tokens, codes, voices);
  const mentionOf = new Int32Array(tokens.count).fill(-1);
  const firstToken = new Int32Array(mentions.length);
  let at = 0;
  for (let index = 0; index < mentions.length; index++) {
    const { start, end } = mentions[index]!;
    while (at > 0 && tokens.ends[at - 1]! > start) {
      at--;
    }
    while (at < tokens.count && tokens.ends[at]! <= start) {
      at++;
    }
    firstToken[index] = at;
    for (; at < tokens.count && tokens.starts[at]! < end; at++) {
      mentionOf[at] = index;
    }
  }
  return { tokens, mentions, dates, mentionOf, firstToken, codes, voices };
}

/** The word of a token; empty outside of the text. */
export function wordAt(reading: Reading, i: number): string {
  const { tokens } = reading;
  return i >= 0 && i < tokens.count ? tokens.text.slice(tokens.starts[i], tokens.ends[i]) : '';
}

/** The first code unit of a token; 0 outside of the text. */
export function unitAt(reading: Reading, i: number): number {
  const { tokens } = reading;
  return i >= 0 && i < tokens.count ? tokens.text.charCodeAt(tokens.starts[i]!) : 0;
}

/** Code units of punctuation. */
export const Unit = {
  comma: 0x2c,
  dot: 0x2e,
  colon: 0x3a,
  semicolon: 0x3b,
  apostrophe: 0x27,
  curly: 0x2019,
  hyphen: 0x2d,
  dash: 0x2014,
  enDash: 0x2013,
  openParen: 0x28,
  closeParen: 0x29,
} as const;

export function isApostrophe(reading: Reading, i: number): boolean {
  const unit = unitAt(reading, i);
  return unit === Unit.apostrophe || unit === Unit.curly;
}

export function isLetter(reading: Reading, i: number): boolean {
  const kind = reading.tokens.classes[i];
  return kind === CharClass.lower || kind === CharClass.upper || kind === CharClass.other;
}

/** Whether tokens i, i+1 are the possessive ending 's, or i the bare apostrophe after a plural. */
export function isPossessiveAt(reading: Reading, i: number): boolean {
  if (!isApostrophe(reading, i)) {
    return false;
  }
  const { tokens } = reading;
  return (
    tokens.starts[i] === tokens.ends[i - 1] && (wordAt(reading, i + 1) === 's' || wordAt(reading, i - 1).endsWith('s'))
  );
}

export function isCapital(reading: Reading, i: number): boolean {
  return reading.tokens.classes[i] === CharClass.upper;
}

/** The first token of the mention that token `i` is in. */
export function startOfMention(reading: EnglishReading, i: number): number {
  const index = reading.mentionOf[i]!;
  let start = i;
  while (start > 0 && reading.mentionOf[start - 1] === index) {
    start--;
  }
  return start;
}

/** "Many do hope", "some say": a number of people. */
export function isQuantity(reading: EnglishReading, i: number): boolean {
  return (reading.voices[i]! & Voice.quantity) !== 0 && reading.mentionOf[i]! < 0;
}
