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

const kanjiDigits = '〇一二三四五六七八九';
const longestNumber = 9;

/** Value of an ASCII or full-width digit, else -1. */
function digitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) {
    return unit - 0x30;
  }
  return unit >= 0xff10 && unit <= 0xff19 ? unit - 0xff10 : -1;
}

/** Reads numbers and fixed words of a Japanese text. */
export class CursorJa {
  constructor(readonly text: string) {}

  char(at: number): string {
    return at < 0 ? '' : this.text.charAt(at);
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
      const char = this.text.charAt(end);
      const value = kanjiDigits.indexOf(char);
      if (value >= 0) {
        positional = positional * 10 + value;
        digit = value;
        continue;
      }
      const scale = char === '十' ? 10 : char === '百' ? 100 : char === '千' ? 1000 : 0;
      if (!scale) {
        break;
      }
      sum += (digit || 1) * scale;
      digit = 0;
      scaled = true;
    }
    if (end === at || end - at > longestNumber) {
      return undefined;
    }
    return { value: scaled ? sum + digit : positional, end, length: end - at, kanji: true };
  }

  /** End of the first of `words` that stands at `at`, else `at`. */
  skip(at: number, words: readonly string[]): number {
    for (const word of words) {
      if (this.has(at, word)) {
        return at + word.length;
      }
    }
    return at;
  }

  /** Past spaces, also the full-width one. */
  skipSpaces(at: number): number {
    let end = at;
    while (end < at + 3 && /^[ \t\u3000]$/.test(this.char(end))) {
      end++;
    }
    return end;
  }
}
