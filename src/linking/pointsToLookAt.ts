import type { ClaimStatus, Stance } from '../model/claim';
import type { ActorId } from '../model/recognition';
import { areOpposite, conceptName } from './concepts';
import { eachItsOwn, type LinkableClaim, sharedActors } from './linkable';
import { type PolarConcept, polarConcepts } from './polarity';
import { findQuantities, type Quantity } from './quantities';
import type { RelatedClaim } from './relatedClaims';

/** Why a pair of claims deserves a second look. Never a verdict. `here` and `there` are the claims' own words. */
export type PointReason =
  /** People recorded opposite stances toward one concept. */
  | { readonly kind: 'stance'; readonly concept: string; readonly here: Stance; readonly there: Stance }
  /** One says what the other denies, or the opposite: accept and refuse, must and must not. */
  | { readonly kind: 'polarity'; readonly here: string; readonly there: string }
  /** Different numbers for the same thing, `of` in this claim's word. */
  | { readonly kind: 'number'; readonly here: string; readonly there: string; readonly of: string }
  /** The other claim was recorded as superseded. */
  | { readonly kind: 'superseded' };

export interface PointToLookAt<C> {
  readonly reason: PointReason;
  /** Actors that both claims share. */
  readonly actors: readonly ActorId[];
  readonly claim: C;
  readonly other: C;
}

/** Claims must share this much before their numbers or their polarity are compared; see `RelatedClaim.words`. */
const leastShared = 0.25;
/**
 * What one does or says toward something, where the opposite is a turn. Topics have opposites too (war and ceasefire),
 * and a text about one is a text about the other: these are not compared, but tell what both claims are about.
 */
const turning: ReadonlySet<string> = new Set(
  `acceptance refusal support opposition permission ban agreement denial promise continuation cancellation increase decrease reduction
  strengthening weakening success failure improvement worsening participation absence membership`.split(/\s+/),
);
/** Nearly every claim has one of these: they tell nothing of what it is about. */
const commonplace: ReadonlySet<string> = new Set(
  `necessity impossibility report announcement hope concern warning assertion urging demand cabinet explanation analysis
  prediction change`.split(/\s+/),
);

/** Compares a claim with those related to it; the most telling reason of each pair. */
export function pointsToLookAt<C extends LinkableClaim & { readonly status?: ClaimStatus }>(
  claim: C,
  related: readonly RelatedClaim<C>[],
  same = eachItsOwn,
): PointToLookAt<C>[] {
  const own = polarConcepts(claim.quote);
  const quantities = findQuantities(claim.quote);
  const found: PointToLookAt<C>[] = [];
  for (const { claim: other, words } of related) {
    const actors = sharedActors(claim, other, same);
    const alike = words >= leastShared;
    const reason =
      turnedStance(claim, other) ??
      (alike && actors.length > 0 ? turnedPolarity(own, polarConcepts(other.quote)) : undefined) ??
      (alike ? otherNumber(quantities, findQuantities(other.quote)) : undefined) ??
      (other.status === 'superseded' && claim.status !== 'superseded' ? { kind: 'superseded' as const } : undefined);
    if (reason) {
      found.push({ reason, actors, claim, other });
    }
  }
  return found;
}

function turnedStance(claim: LinkableClaim, other: LinkableClaim): PointReason | undefined {
  const concept = claim.concepts.find((name) => other.concepts.includes(name));
  const { stance: here } = claim;
  const { stance: there } = other;
  const turned = (here === 'support' && there === 'oppose') || (here === 'oppose' && there === 'support');
  return concept !== undefined && here && there && turned ? { kind: 'stance', concept, here, there } : undefined;
}

/**
 * The first thing done or said in one claim that the other denies or does the opposite of. What a claim has both ways
 * (it accepts one thing and refuses another) is not compared, and both must share a concept that they are about.
 */
function turnedPolarity(own: readonly PolarConcept[], others: readonly PolarConcept[]): PointReason | undefined {
  const theirs = new Set(others.map(({ concept }) => concept));
  const isAbout = (name: string): boolean => !turning.has(name) && !commonplace.has(name);
  if (!own.some(({ concept }) => theirs.has(concept) && isAbout(conceptName(concept)))) {
    return undefined;
  }
  for (const here of own.filter((one) => turning.has(conceptName(one.concept)) && isClear(one, own))) {
    for (const there of others.filter((one) => turning.has(conceptName(one.concept)) && isClear(one, others))) {
      const same = here.concept === there.concept;
      const opposite = areOpposite(here.concept, there.concept);
      if (same ? here.negated !== there.negated : opposite && here.negated === there.negated) {
        return { kind: 'polarity', here: here.words, there: there.words };
      }
    }
  }
  return undefined;
}

/** Whether the claim has the concept one way only. */
function isClear(one: PolarConcept, all: readonly PolarConcept[]): boolean {
  return all.every(({ concept, negated }) =>
    concept === one.concept ? negated === one.negated : !(areOpposite(concept, one.concept) && negated === one.negated),
  );
}

/** Two numbers for one unit that both claims give only once. */
function otherNumber(own: readonly Quantity[], others: readonly Quantity[]): PointReason | undefined {
  for (const here of own) {
    const theirs = others.filter(({ unit }) => unit === here.unit);
    const [there] = theirs;
    const single = theirs.length === 1 && own.filter(({ unit }) => unit === here.unit).length === 1;
    if (single && there && there.value !== here.value) {
      return { kind: 'number', here: here.words, there: there.words, of: here.noun };
    }
  }
  return undefined;
}
