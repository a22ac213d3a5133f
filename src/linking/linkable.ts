import type { Stance } from '../model/claim';
import type { ActorId, ClaimSource, Edtf, Language } from '../model/recognition';
import type { DocumentFeatures } from './documentFeatures';
import type { DaySpan } from './edtfDays';

/** What linking looks at in one claim. Recognised and recorded claims look the same from here. */
export interface LinkableClaim {
  /** Unique in its document. */
  readonly id: string;
  /** The claim's words. */
  readonly quote: string;
  readonly source: ClaimSource;
  /** Everyone taking part, the source included. */
  readonly actors: readonly ActorId[];
  /** What time the claim is about: its own date, else the dates that it names. */
  readonly days: readonly DaySpan[];
  readonly date: Edtf | null;
  /** Concepts that a person tagged it with; those in its words are found by the lexicon. */
  readonly concepts: readonly string[];
  readonly stance?: Stance;
}

/** One article as linking sees it. */
export interface LinkableDocument {
  /** Unique in the corpus: a path, a URI. */
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** The day it was published, the first where only a month or year is known. */
  readonly publishedDay: number | null;
  /** What the whole article is about, claims or not; see `documentTerms`. */
  readonly terms?: readonly number[];
  /** In the order of the text: neighbours lend each other context. */
  readonly claims: readonly LinkableClaim[];
  /** What the claims can share with others; absent where it is to be read from them. */
  readonly features?: DocumentFeatures;
}

/** Which ids of actors are one actor: articles in two scripts may have a person under two. */
export interface SameActors {
  /** The id that stands for the actor. */
  idOf(actor: ActorId): ActorId;
  /** All ids of the actor. */
  idsOf(actor: ActorId): readonly ActorId[];
}

/** Every id is an actor of its own. */
export const eachItsOwn: SameActors = { idOf: (actor) => actor, idsOf: (actor) => [actor] };

/** The actors of one claim that take part in the other as well, under the ids of the first. */
export function sharedActors(a: LinkableClaim, b: LinkableClaim, same: SameActors = eachItsOwn): ActorId[] {
  const theirs = new Set(b.actors.map((actor) => same.idOf(actor)));
  return a.actors.filter((actor) => theirs.has(same.idOf(actor)));
}
