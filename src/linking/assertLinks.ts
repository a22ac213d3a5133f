import type { RelatedClaim } from './relatedClaims';

/** From here on a suggestion is more likely right than wrong; see `docs` of the development figures in the tests. */
export const assertedScore = 0.62;

/** Whether the two claims are taken to speak of the same without a person having looked. */
export function isAsserted(related: RelatedClaim): boolean {
  return related.score >= assertedScore;
}
