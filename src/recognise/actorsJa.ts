import type { Mention } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import type { RecogniseContext } from './context';

/** Names of persons, organisations, countries, and of the places and other things that are not actors. */
export function findActorsJa(_tokens: Tokens, _context: RecogniseContext): Mention[] {
  return [];
}
