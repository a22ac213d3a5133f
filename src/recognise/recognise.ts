import type { Recognition } from '../model/recognition';
import { detectLanguage } from '../text/language';
import { type SpentTokens, tokenise } from '../text/tokens';
import { findActorsEn } from './actorsEn';
import { findActorsJa } from './actorsJa';
import { applyRegistry } from './applyRegistry';
import { findClaims } from './claims';
import type { RecogniseContext } from './context';
import { findDates } from './dates';
import { findPublication } from './publication';

/** Code units; the arrays of a longer text are not kept. */
const longestKept = 1 << 17;
/** Written over by the next text: what {@link recognise} answers holds no tokens. */
let spent: SpentTokens | undefined;

/** Reads one article: who, when, and who says what. Pure, linear in the length of the text, never throws. */
export function recognise(text: string, context: RecogniseContext = {}): Recognition {
  const language = context.language ?? detectLanguage(text);
  const tokens = tokenise(text, 0, text.length, spent);
  const names = language === 'ja' ? findActorsJa(tokens, context) : findActorsEn(tokens, context);
  const mentions = context.registry ? applyRegistry(text, names, context.registry, language) : names;
  const published = findPublication(tokens, language, context);
  const dates = findDates(tokens, language, published);
  const claims = findClaims(tokens, language, mentions, dates);
  if (text.length <= longestKept) {
    spent = { starts: tokens.starts, ends: tokens.ends, classes: tokens.classes, hashes: tokens.hashes };
  }
  return { language, published, mentions, dates, claims };
}
