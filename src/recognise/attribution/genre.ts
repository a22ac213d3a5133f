import { compareRanges } from '../../model/range';
import type { AttributedClaim, Language } from '../../model/recognition';
import type { BlockClaims } from './claimReader';

/** Reports quote in at least this share of their sentences. */
const reportShare = 0.3;
const mixedShare = 0.18;
const firmest = 3;

/**
 * All claims of a text in order. How much of the author's own voice counts depends on the text: in an editorial
 * every argument does, in a report only what is plainly a demand.
 */
export function chooseClaims(blocks: readonly BlockClaims[], language: Language): AttributedClaim[] {
  const least = leastStrength(blocks, language);
  const claims: AttributedClaim[] = [];
  for (const block of blocks) {
    const own = block.judgements.filter(({ strength }) => strength >= least).map(({ claim }) => claim);
    if (own.length === 0) {
      claims.push(...block.attributed);
    } else {
      claims.push(...[...block.attributed, ...own].sort(compareRanges));
    }
  }
  return claims;
}

/**
 * The strength from which a judgement is a claim in this text: 1 in opinion, 3 in reports. Japanese reports close with
 * a judgement of their own more often, so there 2 is enough.
 */
export function leastStrength(blocks: readonly BlockClaims[], language: Language): number {
  let sentences = 0;
  let reported = 0;
  for (const block of blocks) {
    sentences += block.sentences;
    reported += block.reported;
  }
  const share = sentences === 0 ? 0 : reported / sentences;
  if (share >= reportShare && sentences > 3) {
    return language === 'ja' ? 2 : firmest;
  }
  return share >= mixedShare && sentences > 3 ? 2 : 1;
}
