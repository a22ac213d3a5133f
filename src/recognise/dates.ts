import type { DateMention, Language, Publication } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import type { RecogniseContext } from './context';

/** The article's own publication date: told, or in front matter, dateline, byline, source line or file name. */
export function findPublication(_tokens: Tokens, _language: Language, _context: RecogniseContext): Publication | null {
  return null;
}

/** Expressions that name a point or span of the calendar; relative ones count from `published`. */
export function findDates(_tokens: Tokens, _language: Language, _published: Publication | null): DateMention[] {
  return [];
}
