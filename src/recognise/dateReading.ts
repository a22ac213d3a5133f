import type { DateMention, Publication } from '../model/recognition';

/**
 * How each rule reads a date, in a short English sentence. The key is the rule's name as {@link DateMention.rule} and
 * {@link Publication.rule} carry it; hosts translate by it.
 */
export const dateRules = {
  'full-date': 'Day, month and year stand in the text.',
  'numeric-date': 'Day, month and year stand in the text as numbers.',
  'numeric-month': 'Month and year stand in the text as numbers.',
  'numeric-month-day': 'Month and day stand in the text as numbers; the year is the nearest that fits.',
  'month-year': 'Month and year stand in the text.',
  'month-day': 'Month and day stand in the text; the year is the nearest that fits the sentence.',
  month: 'The month stands in the text; the year is the nearest that fits the sentence.',
  'day-of-month': 'The day stands in the text; the month is the nearest that fits the sentence.',
  'day-of-relative-month': 'A day of a month that is counted from the publication date.',
  'day-of-relative-year': 'A day of a year that is counted from the publication date.',
  'month-of-relative-year': 'A month of a year that is counted from the publication date.',
  year: 'The year stands in the text.',
  era: 'A year of a Japanese era, in the Western count.',
  decade: 'A decade.',
  century: 'A century.',
  season: 'A season, as in the northern half of the world.',
  quarter: 'A quarter of a calendar year.',
  half: 'A half of a calendar year.',
  'fiscal-year': 'A business year.',
  range: 'From the first to the last day of two dates.',
  holiday: 'The day on which this feast falls.',
  weekday: 'The nearest such weekday that fits the sentence.',
  'relative-weekday': 'A weekday counted from the publication date.',
  'relative-month': 'A month counted from the publication date.',
  'relative-season': 'A season counted from the publication date.',
  'relative-unit': 'Counted from the publication date.',
  'near-day': 'A day next to the publication date.',
  ago: 'Counted back from the publication date.',
  'from-now': 'Counted on from the publication date.',
  'counted-from-text': 'Counted from the date last named in the text.',
  'same-as-before': 'The date last named in the text.',
  offset: 'Counted from the date beside it.',
  pick: 'A day or week picked from the span beside it.',
} as const;

export type DateRule = keyof typeof dateRules;

/** How an article's own date was found. */
export const publicationRules = {
  told: 'Set by a person or the host.',
  'front-matter': 'From the front matter.',
  'published-line': 'From the line that says when it was published.',
  dateline: 'From the dateline.',
  'source-line': 'From the line that names the source.',
  byline: 'From the byline.',
  url: 'From the address in the text.',
  'file-name': 'From the file name.',
  folders: 'From the folders that the file lies in.',
} as const;

export type PublicationRule = keyof typeof publicationRules;

/** What a hover says of a date; plain data, to be worded in any language. */
export interface DateReading {
  readonly rule: string;
  /** English sentence of the rule; the rule's name where it is not known, as in data of another version. */
  readonly sentence: string;
  /** Whether a change of the publication date could change the value. */
  readonly needsPublication: boolean;
  /** No value because the publication date is unknown. */
  readonly unresolved: boolean;
  readonly sure: 'sure' | 'likely' | 'unsure';
}

const absolute: ReadonlySet<string> = new Set<DateRule>([
  'full-date',
  'numeric-date',
  'numeric-month',
  'month-year',
  'year',
  'era',
  'decade',
  'century',
  'fiscal-year',
]);

/** How a date was read. */
export function readingOf({ rule, value, confidence }: DateMention): DateReading {
  return {
    rule,
    sentence: sentenceOf(rule),
    needsPublication: !absolute.has(rule),
    unresolved: value === null,
    sure: confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure',
  };
}

/** English sentence of a rule of either table. */
export function sentenceOf(rule: string): string {
  const all: Readonly<Record<string, string>> = { ...dateRules, ...publicationRules };
  return all[rule] ?? rule;
}
