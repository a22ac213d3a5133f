import type { AttributedClaim, DateMention, Language, Mention } from '../model/recognition';
import type { Tokens } from '../text/tokens';

/** Sentences and clauses that report what somebody said, or in which the author judges or demands. */
export function findClaims(
  _tokens: Tokens,
  _language: Language,
  _mentions: readonly Mention[],
  _dates: readonly DateMention[],
): AttributedClaim[] {
  return [];
}
