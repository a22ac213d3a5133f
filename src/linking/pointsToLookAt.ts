import type { ClaimStatus, Stance } from '../model/claim';
import type { ActorId } from '../model/recognition';
import type { LinkableClaim } from './linkable';
import type { RelatedClaim } from './relatedClaims';

/** Why a pair of claims deserves a second look. Never a verdict. */
export type PointReason =
  | { readonly kind: 'stance'; readonly concept: string; readonly here: Stance; readonly there: Stance }
  | { readonly kind: 'polarity'; readonly here: string; readonly there: string }
  | { readonly kind: 'number'; readonly here: string; readonly there: string; readonly of: string }
  | { readonly kind: 'superseded' };

export interface PointToLookAt<C> {
  readonly reason: PointReason;
  /** Actors that both claims share. */
  readonly actors: readonly ActorId[];
  readonly claim: C;
  readonly other: C;
}

/** Compares a claim with those related to it. */
export function pointsToLookAt<C extends LinkableClaim & { readonly status?: ClaimStatus }>(
  claim: C,
  related: readonly RelatedClaim<C>[],
): PointToLookAt<C>[] {
  const found: PointToLookAt<C>[] = [];
  for (const { claim: other } of related) {
    const actors = claim.actors.filter((actor) => other.actors.includes(actor));
    const concept = claim.concepts.find((name) => other.concepts.includes(name));
    if (
      concept !== undefined &&
      ((claim.stance === 'support' && other.stance === 'oppose') ||
        (claim.stance === 'oppose' && other.stance === 'support'))
    ) {
      found.push({
        reason: { kind: 'stance', concept, here: claim.stance, there: other.stance },
        actors,
        claim,
        other,
      });
    }
    if (other.status === 'superseded' && claim.status !== 'superseded') {
      found.push({ reason: { kind: 'superseded' }, actors, claim, other });
    }
  }
  return found;
}
