import type { Mention } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import type { RecogniseContext } from './context';
import { lexiconEn } from './en/lexiconEn';
import { readEnglish } from './en/reading';
import { resolveCandidates } from './en/resolve';
import { findCandidates } from './en/segments';

/** Names of persons, organisations, countries, and of the places and other things that are not actors. */
export function findActorsEn(tokens: Tokens, _context: RecogniseContext): Mention[] {
  const reading = readEnglish(tokens, lexiconEn());
  return resolveCandidates(reading, findCandidates(reading));
}
