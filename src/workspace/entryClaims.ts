import { compareText } from '../base/textOrder';
import { type DaySpan, edtfDays } from '../linking/edtfDays';
import type { ActorRegistry } from '../model/actorRegistry';
import { overlaps, type TextRange } from '../model/range';
import type { ActorId, AttributedClaim, DateMention, Edtf, Recognition } from '../model/recognition';
import type { AnchoredClaim } from './anchoredAnnotations';
import type { IndexedClaim } from './documentEntry';
import type { Uri } from './host';

/** The lists of actors of one article, each once; most claims have the same few. */
class ActorLists {
  readonly #lists = new Map<string, readonly ActorId[]>();
  readonly #merged: ReadonlyMap<ActorId, ActorId>;

  constructor(registry: ActorRegistry) {
    this.#merged = new Map(registry.actors.flatMap(({ id, merged }) => merged.map((old) => [old, id] as const)));
  }

  /** The actor that an id stands for by now. */
  idOf(actor: ActorId): ActorId {
    return this.#merged.get(actor) ?? actor;
  }

  of(actors: readonly ActorId[]): readonly ActorId[] {
    const key = actors.join('\n');
    let list = this.#lists.get(key);
    if (!list) {
      list = [...new Set(actors.map((actor) => this.idOf(actor)))];
      this.#lists.set(key, list);
    }
    return list;
  }
}

/** The claims of one article, by start, end, id. Recorded ones replace the recognised ones that they overlap. */
export function entryClaims(
  uri: Uri,
  text: string,
  recognition: Recognition,
  anchored: readonly AnchoredClaim[],
  registry: ActorRegistry,
): IndexedClaim[] {
  const { dates } = recognition;
  const lists = new ActorLists(registry);
  const recorded = anchored.map((item) => recordedClaim(uri, text, item, dates, lists));
  const taken = recorded.filter((claim) => claim.end > claim.start);
  const recognised = recognition.claims
    .filter((claim) => !taken.some((other) => overlaps(claim, other)))
    .map((claim) => recognisedClaim(uri, text, claim, dates, lists));
  return [...recognised, ...recorded].sort((a, b) => a.start - b.start || a.end - b.end || compareText(a.id, b.id));
}

function recognisedClaim(
  uri: Uri,
  text: string,
  claim: AttributedClaim,
  dates: readonly DateMention[],
  lists: ActorLists,
): IndexedClaim {
  return {
    article: uri,
    id: `~${claim.start}`,
    start: claim.start,
    end: claim.end,
    quote: text.slice(claim.start, claim.end),
    source: claim.source && lists.idOf(claim.source),
    actors: lists.of(claim.actors),
    days: daysOf(claim.date, claim, dates),
    date: claim.date,
    concepts: none,
    kind: claim.kind,
    direct: claim.direct,
    status: 'unverified',
  };
}

function recordedClaim(
  uri: Uri,
  text: string,
  { claim, range, state }: AnchoredClaim,
  dates: readonly DateMention[],
  lists: ActorLists,
): IndexedClaim {
  const place = range ?? { start: 0, end: 0 };
  const source = claim.source && lists.idOf(claim.source);
  const sourceIsActor = source !== null && source !== 'author' && !claim.actors.includes(source);
  return {
    article: uri,
    id: claim.id,
    start: place.start,
    end: place.end,
    quote: range ? text.slice(place.start, place.end) : claim.selector.exact,
    source,
    actors: lists.of(sourceIsActor ? [source, ...claim.actors] : claim.actors),
    days: daysOf(claim.date ?? null, place, dates),
    date: claim.date ?? null,
    concepts: claim.concepts,
    ...(claim.stance === undefined ? {} : { stance: claim.stance }),
    kind: claim.kind,
    direct: claim.directness === 'direct',
    status: claim.status,
    record: claim,
    anchor: state,
  };
}

/** One empty list for all, as most claims name no date and no concept. */
const none: readonly never[] = [];

function daysOf(own: Edtf | null, range: TextRange, dates: readonly DateMention[]): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  const see = (value: Edtf | null): void => {
    const days = value ? edtfDays(value) : null;
    if (days) {
      spans.push(days);
    }
  };
  if (own) {
    see(own);
    return spans;
  }
  for (const date of dates) {
    // In order of start: none further on can overlap.
    if (date.start >= range.end) {
      break;
    }
    if (overlaps(date, range)) {
      see(date.value);
    }
  }
  return spans.length > 0 ? spans : none;
}
