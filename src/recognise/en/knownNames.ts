import type { GazetteerMatch } from '../gazetteer';
import { type Reading, Shape } from './reading';
import { gapBefore } from './tokenForms';

const hyphen = 0x2d;
const period = 0x2e;

/** The longest known name that begins at the token. */
export function lookUp(reading: Reading, from: number): GazetteerMatch | null {
  const { tokens, shapes, firsts, folded, lexicon } = reading;
  const match = lexicon.gazetteer.longest(tokens, folded, reading.smalls, from);
  if (!match || match.end >= tokens.count) {
    return match?.entry.prefix ? null : match;
  }
  // "U.S.G." is not the U.S.
  if (firsts[match.end - 1] === period && shapes[match.end] === Shape.initial && gapBefore(reading, match.end) === 0) {
    return null;
  }
  const glued = firsts[match.end] === hyphen && gapBefore(reading, match.end) === 0;
  return match.entry.prefix && !glued ? null : match;
}
