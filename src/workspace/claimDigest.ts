import type { DaySpan } from '../linking/edtfDays';
import type { LinkableClaim } from '../linking/linkable';
import type { ActorId } from '../model/recognition';

/** What has to be known of the claims of an article to file it, so that they need not be read before somebody asks. */
export interface ClaimDigest {
  /** In how many claims each actor takes part. */
  readonly actors: ReadonlyMap<ActorId, number>;
  /** Claims that are about some time. */
  readonly dated: readonly DatedPlace[];
  /** Places of claims that a person recorded. */
  readonly recorded: readonly number[];
}

export interface DatedPlace {
  /** Of the claim among all of its article. */
  readonly place: number;
  readonly days: readonly DaySpan[];
}

interface DigestedClaim extends Pick<LinkableClaim, 'actors' | 'days'> {
  readonly record?: unknown;
}

export function digestOf(entry: {
  readonly digest?: ClaimDigest | undefined;
  readonly claims: readonly DigestedClaim[];
}): ClaimDigest {
  return entry.digest ?? digestClaims(entry.claims);
}

function digestClaims(claims: readonly DigestedClaim[]): ClaimDigest {
  const actors = new Map<ActorId, number>();
  const dated: DatedPlace[] = [];
  const recorded: number[] = [];
  for (const [place, claim] of claims.entries()) {
    for (let i = 0; i < claim.actors.length; i++) {
      const actor = claim.actors[i]!;
      if (claim.actors.indexOf(actor) === i) {
        actors.set(actor, (actors.get(actor) ?? 0) + 1);
      }
    }
    if (claim.days.length > 0) {
      dated.push({ place, days: claim.days });
    }
    if (claim.record) {
      recorded.push(place);
    }
  }
  return { actors, dated, recorded };
}
