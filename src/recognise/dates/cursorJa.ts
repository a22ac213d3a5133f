import { UnitSet, type Words } from '../../text/units';
import type { DateRule } from '../dateReading';
import type { Meaning } from './meaning';

/** What a rule read: code units `start` to `end`. */
export interface ReadingJa {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly rule: DateRule;
  readonly confidence: number;
}

export function made(start: number, end: number, meaning: Meaning, rule: DateRule, confidence: number): ReadingJa {
  return { start, end, meaning, rule, confidence };
}

export interface NumberJa {
  readonly value: number;
  readonly end: number;
  /** How many characters it is written with. */
  readonly length: number;
  /** Written in kanji: 十二, 二〇二四. */
  readonly kanji: boolean;
}

/** 1 + value of a kanji digit, 10 times the value of 十, 百, 千. */
const kanjiValues = new Uint16Array(65536);
for (const [value, sign] of [...'〇一二三四五六七八九'].entries()) {
  kanjiValues[sign.charCodeAt(0)] = value + 1;
}
const scales = [100, 1000, 10_000];
for (const [i, sign] of [...'十百千'].entries()) {
  kanjiValues[sign.charCodeAt(0)] = scales[i]!;
}
const longestNumber = 9;
const spaces = new UnitSet(' \t\u3000');

/** Value of an ASCII or full-width digit, else -1. */
function digitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) {
    return unit - 0x30;
  }
  return unit >= 0xff10 && unit <= 0xff19 ? unit - 0xff10 : -1;
}

const characters: string[] = [];

/** One string per code unit, kept: `charAt` makes a new one of every character that is not Latin. */
function characterOf(unit: number): string {
  characters[unit] ??= String.fromCharCode(unit);
  return characters[unit];
}

/** Reads numbers and fixed words of a Japanese text. */
export class CursorJa {
  constructor(readonly text: string) {}

  char(at: number): string {
    return at < 0 || at >= this.text.length ? '' : characterOf(this.text.charCodeAt(at));
  }

  has(at: number, word: string): boolean {
    return this.text.startsWith(word, at);
  }

  isDigit(at: number): boolean {
    return at >= 0 && at < this.text.length && digitAt(this.text, at) >= 0;
  }

  /** A number in digits of any width or in kanji; `undefined` where it is longer than nine characters. */
  number(at: number): NumberJa | undefined {
    let value = 0;
    let end = at;
    while (end < this.text.length && end - at <= longestNumber) {
      const digit = digitAt(this.text, end);
      if (digit < 0) {
        break;
      }
      value = value * 10 + digit;
      end++;
    }
    if (end > at) {
      return end - at > longestNumber ? undefined : { value, end, length: end - at, kanji: false };
    }
    return this.kanjiNumber(at);
  }

  /** 十二 adds up, 二〇二四 is written digit by digit. */
  private kanjiNumber(at: number): NumberJa | undefined {
    let end = at;
    let positional = 0;
    let sum = 0;
    let digit = 0;
    let scaled = false;
    for (; end < this.text.length && end - at <= longestNumber; end++) {
      const value = kanjiValues[this.text.charCodeAt(end)]!;
      if (value === 0) {
        break;
      }
      if (value <= 10) {
        digit = value - 1;
        positional = positional * 10 + digit;
        continue;
      }
      sum += ((digit || 1) * value) / 10;
      digit = 0;
      scaled = true;
    }
    if (end === at || end - at > longestNumber) {
      return undefined;
    }
    return { value: scaled ? sum + digit : positional, end, length: end - at, kanji: true };
  }

  /** End of the first of `words` that stands at `at`, else `at`. */
  skip(at: number, words: Words): number {
    return at + (words.find(this.text, at)?.length ?? 0);
  }

  /** Past spaces, also the full-width one. */
  skipSpaces(at: number): number {
    let end = at;
    while (end < at + 3 && spaces.at(this.text, end)) {
      end++;
    }
    return end;
  }
}
