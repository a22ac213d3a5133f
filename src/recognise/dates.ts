import type { DateMention, Edtf, Language, Publication } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import { expressionsOf } from './dates/expressions';
import { valuesByListOrder } from './dates/listOrder';
import type { DateExpression, Meaning } from './dates/meaning';
import { resolveMeaning } from './dates/resolve';
import { type PartialDate, partialDateOf } from './dates/surroundings';

/**
 * Expressions that name a point or span of the calendar, in order; relative ones count from `published` or, like
 * "two days later" and 同日, from the date last spoken of. What nothing tells is `null`.
 */
export function findDates(tokens: Tokens, language: Language, published: Publication | null): DateMention[] {
  const expressions = expressionsOf(tokens, language);
  const own = published ? partialDateOf(published.value) : null;
  const listed = own ? undefined : valuesByListOrder(expressions, tokens.text);
  const reader = new Reader(tokens.text, language, own, listed, tellsHistory(expressions, own));
  const found: DateMention[] = [];
  for (let i = 0; i < expressions.length; i++) {
    const { start, end, rule, confidence } = expressions[i]!;
    const value = reader.read(expressions[i]!, i);
    if (value === undefined) {
      continue;
    }
    found.push({ start, end, value, rule, confidence: value === null ? Math.min(confidence, 0.4) : confidence });
  }
  return found;
}

/** Whether a text speaks mostly of years long past rather than of days around its own. */
function tellsHistory(expressions: readonly DateExpression[], published: PartialDate | null): boolean {
  let past = 0;
  let present = 0;
  for (const { meaning } of expressions) {
    if (meaning.type === 'calendar' && meaning.year !== undefined && !meaning.yearFrom) {
      past += meaning.year < (published?.year ?? 0) - 2 ? 1 : 0;
    } else if (meaning.type === 'weekday' || (meaning.type === 'shift' && meaning.from === 'published')) {
      present++;
    }
  }
  return past > 2 * present;
}

/** Reads expressions one after the other, keeping the date last spoken of. */
class Reader {
  private focus: PartialDate | null = null;
  private focusEnd = 0;
  /** The day last spoken of, for "the following day" after a year that was only named. */
  private dayFocus: PartialDate | null = null;
  /** First line end at or after the last expression read; so that finding paragraphs costs one pass. */
  private lineEnd = -1;
  private paragraphStart = 0;

  constructor(
    private readonly text: string,
    private readonly language: Language,
    private readonly published: PartialDate | null,
    private readonly listed: ReadonlyMap<number, Edtf> | undefined,
    private readonly isHistory: boolean,
  ) {}

  /** `undefined` where an expression turns out to be none. */
  read(expression: DateExpression, i: number): Edtf | null | undefined {
    const { meaning, tense } = expression;
    if (!this.published && isVagueToday(expression, this.text)) {
      return undefined;
    }
    if (this.language === 'en' && !this.focus && hangsOnFocus(expression) && !isAlone(expression, this.text)) {
      return undefined;
    }
    this.moveParagraph(expression.start);
    const sameParagraph = this.paragraphStart < this.focusEnd;
    const around = {
      published: this.published,
      focus: needsDay(meaning) && this.focus?.day === undefined ? (this.dayFocus ?? this.focus) : this.focus,
      focusIsNear: this.focusIsNear(expression, sameParagraph),
      tense,
    };
    const hanging = !this.focus && countsFromText(meaning) && tense !== 'future' && !isAlone(expression, this.text);
    const value = this.listed?.get(i) ?? (hanging && this.language === 'ja' ? null : resolveMeaning(meaning, around));
    this.moveFocus(expression, value);
    return value === null && meaning.type === 'holiday' ? undefined : value;
  }

  private moveParagraph(start: number): void {
    while (this.lineEnd < start) {
      if (this.lineEnd >= 0) {
        this.paragraphStart = this.lineEnd + 1;
      }
      const next = this.text.indexOf('\n', this.lineEnd + 1);
      this.lineEnd = next < 0 ? this.text.length : next;
    }
  }

  /** A history's dates belong to what was told before; a report's to its own day. */
  private focusIsNear({ meaning, tense }: DateExpression, sameParagraph: boolean): boolean {
    const { focus, published } = this;
    if (!focus || !published) {
      // A year named in passing dates no other paragraph.
      return !!focus && (focus.month !== undefined || sameParagraph);
    }
    if (meaning.type === 'calendar' && meaning.month === undefined && meaning.part === undefined) {
      // What has happened by now is not of a month to come.
      const toCome = tense === 'past' && isAfter(focus, published);
      return sameParagraph && focus.day !== undefined && !toCome;
    }
    const far = published.year - focus.year;
    if (far >= 3 && this.isHistory) {
      return true;
    }
    return far !== 0 && sameParagraph && focus.month !== undefined;
  }

  private moveFocus({ meaning, end }: DateExpression, value: Edtf | null): void {
    // A business year begins in April, but what is said of it needs not.
    const businessYear = meaning.type === 'shift' && meaning.unit === 'fiscalYear';
    if (value === null || meaning.type === 'fixed' || businessYear) {
      return;
    }
    const date = partialDateOf(value);
    if (date) {
      this.focus = date;
      this.dayFocus = date.day === undefined ? this.dayFocus : date;
      this.focusEnd = end;
    }
  }
}

function needsDay(meaning: Meaning): boolean {
  return meaning.type === 'shift' && meaning.unit === 'day' && meaning.from === 'focus';
}

function isAfter(date: PartialDate, other: PartialDate): boolean {
  const months = (date.year - other.year) * 12 + (date.month ?? 1) - (other.month ?? 12);
  return months > 0 || (months === 0 && (date.day ?? 1) > (other.day ?? 31));
}

/** "that day", "the next day" of a text that has named no day; "the previous day" may count from its own. */
function hangsOnFocus({ meaning }: DateExpression): boolean {
  return meaning.type === 'shift' && meaning.from === 'focus' && meaning.count >= 0;
}

/** 翌年, 同日: without a date before them they say nothing. */
function countsFromText(meaning: Meaning): boolean {
  return (
    (meaning.type === 'shift' && meaning.from === 'focus') ||
    (meaning.type === 'calendar' && (meaning.yearFrom === 'focus' || meaning.monthFrom === 'focus'))
  );
}

/** Whether the line holds little else. */
function isAlone({ start, end }: DateExpression, text: string): boolean {
  const before = start < 12 || text.slice(start - 12, start).includes('\n');
  return before && (end + 12 > text.length || text.slice(end, end + 12).includes('\n'));
}

/** "Today" of an essay without a date is no day. */
function isVagueToday({ rule, start, end }: DateExpression, text: string): boolean {
  return rule === 'near-day' && /^today$/i.test(text.slice(start, end));
}
