import type { DaySpan } from '../linking/edtfDays';
import type { LinkableClaim } from '../linking/linkable';
import type { ActorId } from '../model/recognition';
import type { NamedActor } from '../recognise/namedActor';

/** What has to be known of an article to file it, so that its claims and dates need not be read before somebody asks. */
export interface EntryDigest {
  /** The actors of the entry in its order, then those who only take part in claims. */
  readonly actors: readonly ActorPart[];
  readonly dated: DatedRows;
  /** Places of claims that a person recorded. */
  readonly recorded: readonly number[];
}

/** One actor in one article. */
export interface ActorPart {
  readonly actor: ActorId;
  /** Claims that it makes or takes part in. */
  readonly claims: number;
  /** Places where it is named. */
  readonly mentions: number;
  /** Absent for one that is not named. */
  readonly named?: NamedActor;
}

/** Claims that are about some time: place among the claims of the article, first day, last day; place, ... by place. */
export type DatedRows = ArrayLike<number>;

/** The day of an open end: beyond any that EDTF values of four digits can name, and a small whole number. */
const openEnd = 1e9;

/** An entry of the index, as far as it takes to file it. */
export interface Fileable {
  readonly digest?: EntryDigest;
  readonly actors: readonly (NamedActor & { readonly offsets: readonly number[] })[];
  readonly claims: readonly (Pick<LinkableClaim, 'actors' | 'days'> & { readonly record?: unknown })[];
}

const made = new WeakMap<Fileable, EntryDigest>();

/** The digest that an entry brings along, else one made from the rest of it, once. */
export function digestOf(entry: Fileable): EntryDigest {
  let digest = entry.digest ?? made.get(entry);
  if (!digest) {
    digest = makeDigest(entry);
    made.set(entry, digest);
  }
  return digest;
}

function makeDigest({ actors, claims }: Fileable): EntryDigest {
  const taking = new Map<ActorId, number>();
  const dated: number[] = [];
  const recorded: number[] = [];
  for (const [place, claim] of claims.entries()) {
    for (let i = 0; i < claim.actors.length; i++) {
      const actor = claim.actors[i]!;
      if (claim.actors.indexOf(actor) === i) {
        taking.set(actor, (taking.get(actor) ?? 0) + 1);
      }
    }
    for (const days of claim.days) {
      dated.push(place, ...daysRow(days));
    }
    if (claim.record) {
      recorded.push(place);
    }
  }
  const parts = actors.map(({ offsets, ...named }): ActorPart => {
    const number = taking.get(named.actor) ?? 0;
    taking.delete(named.actor);
    return { actor: named.actor, claims: number, mentions: offsets.length / 2, named };
  });
  for (const [actor, number] of taking) {
    parts.push({ actor, claims: number, mentions: 0 });
  }
  return { actors: parts, dated, recorded };
}

/** First and last day as whole numbers; see {@link openEnd}. */
export function daysRow({ from, to }: DaySpan): [number, number] {
  return [Math.max(from, -openEnd), Math.min(to, openEnd)];
}

/** Of a list of first, last, first, last, ... the spans. */
export function daysOfRow(days: ArrayLike<number>): DaySpan[] {
  return Array.from({ length: days.length >> 1 }, (_, i) => {
    const [from, to] = [days[2 * i]!, days[2 * i + 1]!];
    return {
      from: from === -openEnd ? Number.NEGATIVE_INFINITY : from,
      to: to === openEnd ? Number.POSITIVE_INFINITY : to,
    };
  });
}
