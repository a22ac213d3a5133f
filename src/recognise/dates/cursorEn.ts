import { CharClass } from '../../text/charClass';
import type { DateRule } from '../dateReading';
import type { CalendarUnit, Direction, Meaning } from './meaning';
import type { DateWords } from './sentenceEn';
import { unitNames, Word } from './wordsEn';

/** What a rule read: tokens `first` to `next`. */
export interface Reading {
  readonly first: number;
  readonly next: number;
  readonly meaning: Meaning;
  readonly rule: DateRule;
  readonly confidence: number;
}

export function made(first: number, next: number, meaning: Meaning, rule: DateRule, confidence: number): Reading {
  return { first, next, meaning, rule, confidence };
}

export interface NumberRead {
  readonly value: number;
  readonly next: number;
  /** "3rd", "third". */
  readonly ordinal?: boolean;
}

export interface YearRead {
  readonly year: number;
  readonly yearFrom?: 'published' | 'focus';
  readonly next: number;
}

/** Reads numbers, days and years at a token. */
export class CursorEn {
  constructor(readonly words: DateWords) {}

  kind(i: number): number {
    return i < 0 ? Word.line : i >= this.words.tokens.count ? Word.line : this.words.kinds[i]!;
  }

  value(i: number): number {
    return this.words.values[i]!;
  }

  unit(i: number): (typeof unitNames)[number] {
    return this.kind(i) === Word.day ? 'day' : unitNames[this.value(i)]!;
  }

  isUnit(i: number): boolean {
    return this.kind(i) === Word.unit || this.kind(i) === Word.day;
  }

  /** Whether token `i` follows the one before without a space. */
  glued(i: number): boolean {
    const { starts, ends, count } = this.words.tokens;
    return i > 0 && i < count && ends[i - 1] === starts[i];
  }

  isUpper(i: number): boolean {
    return i >= 0 && this.words.tokens.classes[i] === CharClass.upper;
  }

  isWord(i: number): boolean {
    const kind = this.words.tokens.classes[i];
    return i >= 0 && i < this.words.tokens.count && (kind === CharClass.upper || kind === CharClass.lower);
  }

  length(i: number): number {
    return i < 0 || i >= this.words.tokens.count ? 0 : this.words.tokens.ends[i]! - this.words.tokens.starts[i]!;
  }

  text(i: number): string {
    const { text, starts, ends, count } = this.words.tokens;
    return i < 0 || i >= count ? '' : text.slice(starts[i], ends[i]);
  }

  lower(i: number): string {
    return this.length(i) > 24 ? '' : this.text(i).toLowerCase();
  }

  /** Value of at most nine digits, of any width; -1 where there are more or other digits. */
  digits(i: number): number {
    if (this.kind(i) !== Word.digits || this.length(i) > 9) {
      return -1;
    }
    const { text, starts, ends } = this.words.tokens;
    let value = 0;
    for (let at = starts[i]!; at < ends[i]!; at++) {
      const unit = text.charCodeAt(at);
      const digit = unit >= 0xff10 ? unit - 0xff10 : unit - 0x30;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Whether the digits at `i` are part of something longer: 1,234, 3.5, 10:30, 50%, $5, A4. */
  isPartOfNumber(i: number): boolean {
    const before = this.words.tokens.text.charAt(this.words.tokens.starts[i]! - 1);
    if (this.glued(i) && (/[$€£¥#@=+_\\]/.test(before) || this.isWord(i - 1))) {
      return true;
    }
    if (this.glued(i) && /[.,:/]/.test(before) && this.kind(i - 2) === Word.digits && this.glued(i - 1)) {
      return true;
    }
    const after = this.glued(i + 1) ? this.text(i + 1) : '';
    if (/^[%:°$€£¥]/.test(after)) {
      return true;
    }
    return /^[.,]$/.test(after) && this.glued(i + 2) && this.kind(i + 2) === Word.digits;
  }

  /** "3", "3rd", "third", "twenty-third": 1 to 31. */
  day(i: number): NumberRead | undefined {
    if (this.kind(i) === Word.digits) {
      const value = this.length(i) <= 2 ? this.digits(i) : 0;
      if (value < 1 || value > 31 || this.isTailOfNumber(i)) {
        return undefined;
      }
      const ordinal = this.kind(i + 1) === Word.ordinalSuffix && this.glued(i + 1);
      return { value, next: ordinal ? i + 2 : i + 1, ordinal };
    }
    const ordinal = this.ordinal(i);
    return ordinal && ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : undefined;
  }

  private isTailOfNumber(i: number): boolean {
    const after = this.glued(i + 1) ? this.text(i + 1) : '';
    if (after === '%' || after === ':') {
      return true;
    }
    return /^[.,]$/.test(after) && this.glued(i + 2) && this.kind(i + 2) === Word.digits && this.length(i + 2) === 3;
  }

  /** "third", "twenty-third", "21st". */
  ordinal(i: number): NumberRead | undefined {
    if (this.kind(i) === Word.digits) {
      const isOrdinal = this.kind(i + 1) === Word.ordinalSuffix && this.glued(i + 1);
      return isOrdinal ? { value: this.digits(i), next: i + 2, ordinal: true } : undefined;
    }
    if (this.kind(i) === Word.ordinal) {
      return { value: this.value(i), next: i + 1, ordinal: true };
    }
    if (this.kind(i) === Word.number && this.value(i) >= 20 && this.value(i) <= 30) {
      const j = this.kind(i + 1) === Word.hyphen ? i + 2 : i + 1;
      if (this.kind(j) === Word.ordinal && this.value(j) < 10) {
        return { value: this.value(i) + this.value(j), next: j + 1, ordinal: true };
      }
    }
    return undefined;
  }

  /** "a", "three", "25", "twenty-five", "a couple of", "ten thousand": something to count units with. */
  count(i: number): NumberRead | undefined {
    switch (this.kind(i)) {
      case Word.digits: {
        const value = this.digits(i);
        return value < 0 || this.isPartOfNumber(i) ? undefined : { value, next: i + 1 };
      }
      case Word.article:
        if (this.kind(i + 1) === Word.couple) {
          return { value: 2, next: this.kind(i + 2) === Word.of ? i + 3 : i + 2 };
        }
        return { value: 1, next: i + 1 };
      case Word.couple:
        return { value: 2, next: this.kind(i + 1) === Word.of ? i + 2 : i + 1 };
      case Word.number: {
        const j = this.kind(i + 1) === Word.hyphen ? i + 2 : i + 1;
        if (this.value(i) >= 20 && this.kind(j) === Word.number && this.value(j) < 10) {
          return { value: this.value(i) + this.value(j), next: j + 1 };
        }
        if (this.kind(i + 1) === Word.scale) {
          return { value: this.value(i) * 10 ** this.value(i + 1), next: i + 2 };
        }
        return { value: this.value(i), next: i + 1 };
      }
      default:
        return undefined;
    }
  }

  /** "2025", "'96", "347 AD". */
  year(i: number): YearRead | undefined {
    if (this.kind(i) === Word.apostrophe && this.glued(i + 1) && this.length(i + 1) === 2) {
      const value = this.digits(i + 1);
      return value < 0 ? undefined : { year: century(value), next: i + 2 };
    }
    const length = this.length(i);
    if (this.kind(i) !== Word.digits || length > 4) {
      return undefined;
    }
    const value = this.digits(i);
    const era = this.era(i + 1);
    if (era) {
      return { year: era.sign > 0 ? value : 1 - value, next: era.next };
    }
    return length === 4 && value >= 1000 && value < 3000 && !this.isTailOfNumber(i)
      ? { year: value, next: i + 1 }
      : undefined;
  }

  /** "AD", "B.C.": 1 after, -1 before. */
  era(i: number): { sign: 1 | -1; next: number } | undefined {
    if (this.kind(i) === Word.era && this.isUpper(i)) {
      return { sign: this.value(i) ? 1 : -1, next: i + 1 };
    }
    const initials = this.text(i) + this.text(i + 2);
    if ((initials === 'BC' || initials === 'AD') && this.kind(i + 1) === Word.dot && this.kind(i + 3) === Word.dot) {
      return { sign: initials === 'AD' ? 1 : -1, next: i + 4 };
    }
    return undefined;
  }

  /** The year that follows a month or day: ", 2025", " of 2025", " last year", " of that year", " '96". */
  yearAfter(i: number): YearRead | undefined {
    let j = this.kind(i) === Word.dot && this.glued(i) ? i + 1 : this.skipClock(i);
    if (this.kind(j) === Word.comma || this.kind(j) === Word.of || this.kind(j) === Word.in) {
      j++;
    }
    if (this.kind(j) === Word.the) {
      j++;
    }
    const year = this.year(j) ?? this.oldYear(j);
    if (year && !this.countsThings(year.next)) {
      return year;
    }
    if (this.kind(j + 1) === Word.unit && this.unit(j + 1) === 'year' && this.text(j + 1).length === 4) {
      if (this.kind(j) === Word.direction) {
        return { year: this.direction(j), yearFrom: 'published', next: j + 2 };
      }
      if (this.kind(j) === Word.same) {
        return { year: 0, yearFrom: 'focus', next: j + 2 };
      }
    }
    return undefined;
  }

  /** Past "10:30:00" or "10:30 PST" between a day and its year, as computers print dates. */
  private skipClock(i: number): number {
    if (this.kind(i) !== Word.digits || this.length(i) > 2 || this.text(i + 1) !== ':' || !this.glued(i + 1)) {
      return i;
    }
    let j = i + 3;
    if (this.text(j) === ':' && this.glued(j)) {
      j += 2;
    }
    if (this.isUpper(j) && this.length(j) <= 4) {
      j++;
    }
    return this.length(j) === 4 && this.digits(j) > 1900 ? j : i;
  }

  /** Three digits before punctuation: "30 September 420)". */
  oldYear(i: number): YearRead | undefined {
    const old = this.kind(i) === Word.digits && this.length(i) === 3 && !this.isWord(i + 1) && !this.isPartOfNumber(i);
    return old && this.digits(i) >= 100 ? { year: this.digits(i), next: i + 1 } : undefined;
  }

  direction(i: number): Direction {
    return (this.value(i) - 1) as Direction;
  }

  /** Whether a word that numbers count stands at `i`: 2000 people, 1500 km. */
  countsThings(i: number): boolean {
    return this.isWord(i) && !this.isUpper(i) && countNouns.has(this.lower(i));
  }
}

const countNouns = new Set(
  (
    'people persons men women children troops soldiers civilians deaths victims refugees km kilometers kilometres miles ' +
    'meters metres feet yards tons tonnes kg dollars euros yen pounds points votes copies words jobs homes houses years ' +
    'hours days weeks months minutes seconds employees workers students members times acres shares units calories ' +
    'cases families schools companies stores square degrees mm cm mph rpm hp watts volts percent million billion ' +
    'thousand hundred residents protesters prisoners species items pages households voters visitors guests fans'
  ).split(' '),
);

/** Two digits of a year: those up to 49 are of this century. */
export function century(value: number): number {
  return value < 50 ? 2000 + value : 1900 + value;
}

/** Unit and factor of a shift; a fortnight is two weeks. */
export function shiftUnit(
  name: (typeof unitNames)[number],
  count: number,
): { unit: CalendarUnit; count: number } | undefined {
  if (name === 'clock') {
    return undefined;
  }
  return name === 'fortnight' ? { unit: 'week', count: count * 2 } : { unit: name, count };
}
