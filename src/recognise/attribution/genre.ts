import { compareRanges } from '../../model/range';
import type { AttributedClaim, Language } from '../../model/recognition';
import type { BlockClaims } from './claimReader';

/** Reports quote in at least this share of their sentences, and say what must be done in hardly any. */
const reportShare = 0.3;
const mixedShare = 0.18;
const demandShare = 0.08;
const firmest = 3;

/**
 * All claims of a text in order. How much of the author's own voice counts depends on the text: in an editorial
 * every argument does, in a report only what is plainly a demand.
 */
export function chooseClaims(blocks: readonly BlockClaims[], language: Language): AttributedClaim[] {
  const least = leastStrength(blocks, language);
  const claims: AttributedClaim[] = [];
  for (const block of blocks) {
    const before = claims.length;
    for (const claim of block.attributed) {
      claims.push(claim);
    }
    for (const { claim, strength } of block.judgements) {
      if (strength >= least) {
        claims.push(claim);
      }
    }
    sortFrom(claims, before);
  }
  return claims;
}

/**
 * The strength from which a judgement is a claim in this text: 1 in opinion, 3 in reports. Japanese reports close with
 * a judgement of their own more often, so there 2 is enough.
 */
function leastStrength(blocks: readonly BlockClaims[], language: Language): number {
  let sentences = 0;
  let reported = 0;
  let demands = 0;
  let judged = 0;
  for (const block of blocks) {
    sentences += block.sentences;
    reported += block.reported;
    for (const { strength } of block.judgements) {
      demands += strength === firmest ? 1 : 0;
      judged += strength > 1 ? 1 : 0;
    }
  }
  const share = sentences === 0 ? 0 : reported / sentences;
  const argues = sentences <= 3 || (demands > 1 && demands > demandShare * sentences) || judged > reported;
  if (argues || share < mixedShare) {
    return 1;
  }
  return share >= reportShare && language === 'en' ? firmest : 2;
}

/** Puts the claims of one paragraph in order; they are few and nearly are. */
function sortFrom(claims: AttributedClaim[], first: number): void {
  for (let i = first + 1; i < claims.length; i++) {
    if (compareRanges(claims[i - 1]!, claims[i]!) > 0) {
      const sorted = claims.splice(first).sort(compareRanges);
      for (const claim of sorted) {
        claims.push(claim);
      }
      return;
    }
  }
}
