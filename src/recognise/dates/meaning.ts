import type { TextRange } from '../../model/range';
import type { Edtf } from '../../model/recognition';
import type { DateRule } from '../dateReading';

/** What a relative expression counts from: the article's own date, or the date last spoken of in the text. */
export type CountsFrom = 'published' | 'focus';

export type CalendarUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'fiscalYear'
  | 'decade'
  | 'century';

/** -1 last, 0 this, 1 next. */
export type Direction = -1 | 0 | 1;

/** Fields of a calendar date, as many as the text gives; the rest is found by the resolver. */
export interface CalendarMeaning {
  readonly type: 'calendar';
  /** The year, or with `yearFrom` a number of years to add. */
  readonly year?: number;
  readonly yearFrom?: CountsFrom;
  /** 1 to 12, or with `monthFrom` a number of months to add. */
  readonly month?: number;
  readonly monthFrom?: CountsFrom;
  readonly day?: number;
  /** 0 Monday to 6 Sunday: which year a day is of may depend on it. */
  readonly weekday?: number;
  /** EDTF code of a season (21-24), quarter (33-36) or half (40-41) instead of a month. */
  readonly part?: number;
  /** "last July", "next summer". */
  readonly direction?: Direction;
}

/** A value that depends on nothing. */
export interface FixedMeaning {
  readonly type: 'fixed';
  readonly value: Edtf | null;
}

/** A number of units away: "three days ago", 来週. */
export interface ShiftMeaning {
  readonly type: 'shift';
  readonly unit: CalendarUnit;
  readonly count: number;
  readonly from: CountsFrom;
  /** "the weekend": the last one in a sentence about the past. */
  readonly byTense?: boolean;
}

/** "the first Tuesday of October", "the last day of next month", "the week of June 6": a day or week inside `of`. */
export interface PickMeaning {
  readonly type: 'pick';
  /** A weekday, or a whole day or week. */
  readonly weekday?: number;
  readonly unit?: 'day' | 'week';
  /** 1 the first, -1 the last; 0 the week that holds the day `of`. */
  readonly nth: number;
  readonly of: Meaning;
}

/** "two days before Christmas". */
export interface OffsetMeaning {
  readonly type: 'offset';
  readonly unit: CalendarUnit;
  readonly count: number;
  readonly base: Meaning;
}

/** Whole units up to or from the publication date: "the last two weeks". */
export interface StretchMeaning {
  readonly type: 'stretch';
  readonly unit: CalendarUnit;
  readonly count: number;
  readonly direction: Direction;
}

export interface WeekdayMeaning {
  readonly type: 'weekday';
  readonly weekday: number;
  /** Weeks from the current one; `undefined` where tense decides. */
  readonly week?: number;
  /** "last Friday": the latest one before. */
  readonly direction?: Direction;
}

/** A feast, by its index in the table of holidays. */
export interface HolidayMeaning {
  readonly type: 'holiday';
  readonly holiday: number;
  readonly year?: number;
  readonly yearFrom?: CountsFrom;
  readonly direction?: Direction;
}

/** The first day of `from` to the last of `to`; missing fields of one are taken from the other. */
export interface RangeMeaning {
  readonly type: 'range';
  readonly from: Meaning;
  readonly to: Meaning;
}

export type Meaning =
  | CalendarMeaning
  | FixedMeaning
  | ShiftMeaning
  | WeekdayMeaning
  | HolidayMeaning
  | PickMeaning
  | OffsetMeaning
  | StretchMeaning
  | RangeMeaning;

/** Which way the clause around an expression looks. */
export type Tense = 'past' | 'future' | 'unknown';

/** A date as the grammar read it, before anything that depends on other dates is known. */
export interface DateExpression extends TextRange {
  readonly meaning: Meaning;
  readonly rule: DateRule;
  readonly confidence: number;
  readonly tense: Tense;
}
