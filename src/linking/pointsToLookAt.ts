import type { ClaimStatus, Stance } from '../model/claim';
import type { ActorId } from '../model/recognition';
import { areOpposite, conceptName } from './concepts';
import { eachItsOwn, type LinkableClaim, sharedActors } from './linkable';
import type { PolarConcept } from './polarity';
import { ageUnit } from './quantities';
import { type QuoteReading, readingOf } from './quoteReading';
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

/** Two claims that a person should compare, and why. */
export interface PointToLookAt<C> {
  readonly reason: PointReason;
  /** Actors that both claims share. */
  readonly actors: readonly ActorId[];
  readonly claim: C;
  readonly other: C;
}

/** Claims must share this much before their numbers or their polarity are compared; see `RelatedClaim.words`. */
const leastShared = 0.25;
/** The same for polarity where no actor tells that both are about the same. */
const leastSharedAlone = 0.5;
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
  const own = readingOf(claim.quote);
  const found: PointToLookAt<C>[] = [];
  for (const { claim: other, words } of related) {
    const actors = sharedActors(claim, other, same);
    const alike = words >= leastShared;
    // Where one names nobody, both may be about the same.
    const isOpen = claim.actors.length * other.actors.length === 0;
    const reason =
      turnedStance(claim, other) ??
      (alike && (actors.length > 0 || (isOpen && words >= leastSharedAlone))
        ? turnedPolarity(own, readingOf(other.quote))
        : undefined) ??
      (alike ? otherNumber(own, readingOf(other.quote), words, actors.length > 0 || isOpen ? 1 : 2) : undefined) ??
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
 * (it accepts one thing and refuses another) is not compared, and words next to it must tell that both are about the
 * same: one where the claims share a topic, else two.
 */
function turnedPolarity(mine: QuoteReading, other: QuoteReading): PointReason | undefined {
  const own = mine.polar;
  const others = other.polar;
  const theirs = new Set(others.map(({ concept }) => concept));
  const isAbout = (name: string): boolean => !turning.has(name) && !commonplace.has(name);
  const isSameMatter = own.some(({ concept }) => theirs.has(concept) && isAbout(conceptName(concept)));
  for (const here of own.filter((one) => isAct(one) && isClear(one, own))) {
    for (const there of others.filter((one) => isAct(one) && isClear(one, others))) {
      const same = here.concept === there.concept;
      const opposite = areOpposite(here.concept, there.concept);
      const isTurned = same ? here.negated !== there.negated : opposite && here.negated === there.negated;
      if (isTurned && sharedNextTo(mine, here, other, there) >= (isSameMatter ? 1 : 2)) {
        return { kind: 'polarity', here: here.words, there: there.words };
      }
    }
  }
  return undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** How many words next to the one mean what words next to the other mean. */
function sharedNextTo(mine: QuoteReading, here: Place, other: QuoteReading, there: Place): number {
  return mine.context.shared(here.start, here.end, other.context, there.start, there.end);
}

/** Whether the words tell of something done or said, not of who does it: a climber is no rise. */
function isAct({ concept, words }: PolarConcept): boolean {
  return (
    turning.has(conceptName(concept)) &&
    (!/(?:er|or)s?$/i.test(words) || /^(?:bolster|hinder|hamper|better)s?$/i.test(words))
  );
}

/** Whether the claim has the concept one way only. */
function isClear(one: PolarConcept, all: readonly PolarConcept[]): boolean {
  return all.every(({ concept, negated }) =>
    concept === one.concept ? negated === one.negated : !(areOpposite(concept, one.concept) && negated === one.negated),
  );
}

/** Counts of time and distance are in every second claim: the claims must share more before these are compared. */
const commonUnits: ReadonlySet<string> = new Set(
  ['年間', '日間', 'カ月', '週間', '時間', '分間', 'キロ'].concat(
    'season minut mile metr meter feet foot ft m mm cm'.split(' '),
  ),
);
const leastSharedOfCommon = 0.5;
/** Sums of money are of many things: more than one word must tell that they are of the same. */
const moneyUnits: ReadonlySet<string> = new Set(['ドル', '円', 'ユーロ', 'ポンド']);
/** What is counted up over time differs from what is counted once; a total catch or a total ban is no count. */
const cumulative =
  /\b(?:totals? (?:of|to|is|was|now|since|reached|rose)|total(?:l?ed|l?ing)|in total|so far|thus far|to date|overall|altogether|cumulative)\b|合計|累計|通算|総計|これまでに/i;

/**
 * Two numbers for one unit that both claims give only once, each next to at least so many words of the same meaning: more
 * where different people are named. Not where the other claim has this claim's number too: it compares.
 */
function otherNumber(
  mine: QuoteReading,
  other: QuoteReading,
  words: number,
  leastNextTo: number,
): PointReason | undefined {
  const own = mine.quantities;
  const others = other.quantities;
  if (own.length * others.length === 0 || cumulative.test(mine.text) !== cumulative.test(other.text)) {
    return undefined;
  }
  for (const here of own) {
    const theirs = others.filter(({ unit }) => unit === here.unit);
    const [there] = theirs;
    const isSingle = theirs.length === 1 && own.filter(({ unit }) => unit === here.unit).length === 1;
    if (!isSingle || !there || here.unit === ageUnit || has(others, here.value) || has(own, there.value)) {
      continue;
    }
    const shared = sharedNextTo(mine, here, other, there);
    const isEnough = commonUnits.has(here.unit)
      ? words >= leastSharedOfCommon
      : shared > 1 || !moneyUnits.has(here.unit);
    if (shared >= leastNextTo && isEnough) {
      return { kind: 'number', here: here.words, there: there.words, of: here.noun };
    }
  }
  return undefined;
}

function has(quantities: readonly { readonly value: number }[], value: number): boolean {
  return quantities.some((one) => one.value === value);
}
