import type { DaySpan } from '../linking/edtfDays';
import type { AnchorState, Claim, ClaimStatus, Stance } from '../model/claim';
import { type ClaimKind, claimKinds, type DateMention, type Publication } from '../model/recognition';
import type { ActorOccurrences, DocumentEntry, IndexedClaim } from './documentEntry';

/** A claim as storage holds it: a row of values, with names in place of long keys, for a workspace has a million of them. */
type ClaimRow = [
  id: string,
  start: number,
  end: number,
  quote: string,
  source: string | null,
  /** Indices into the actors of the entry. */
  actors: number[],
  days: number[],
  date: string | null,
  kind: number,
  direct: 0 | 1,
  recorded?: Recorded,
];

interface Recorded {
  readonly claim: Claim;
  readonly anchor: AnchorState;
  readonly status: ClaimStatus;
  readonly stance?: Stance;
  readonly concepts: readonly string[];
}

/** An entry as storage holds it. */
export interface StoredEntry {
  readonly id: string;
  readonly fingerprint: string;
  readonly language: DocumentEntry['language'];
  readonly title: string;
  readonly length: number;
  readonly published: Publication | null;
  readonly day: number | null;
  readonly actors: readonly [
    string,
    ActorOccurrences['kind'],
    string,
    readonly number[],
    ActorOccurrences['registered']?,
  ][];
  readonly dates: readonly [number, number, string | null, string, number][];
  /** Actors of claims. */
  readonly taking: readonly string[];
  readonly claims: readonly ClaimRow[];
}

/** Infinity is no JSON: open ends are stored as this. */
const openEnd = 1e9;

export function packEntry(entry: DocumentEntry): StoredEntry {
  const taking = [...new Set(entry.claims.flatMap(({ actors }) => actors))];
  const place = new Map(taking.map((actor, i) => [actor, i]));
  return {
    id: entry.id,
    fingerprint: entry.fingerprint,
    language: entry.language,
    title: entry.title,
    length: entry.length,
    published: entry.published,
    day: entry.publishedDay,
    actors: entry.actors.map(({ actor, kind, name, offsets, registered }) =>
      registered ? [actor, kind, name, offsets, registered] : [actor, kind, name, offsets],
    ),
    dates: entry.dates.map(({ start, end, value, rule, confidence }) => [start, end, value, rule, confidence]),
    taking,
    claims: entry.claims.map((claim) => packClaim(claim, place)),
  };
}

function packClaim(claim: IndexedClaim, place: ReadonlyMap<string, number>): ClaimRow {
  const row: ClaimRow = [
    claim.id,
    claim.start,
    claim.end,
    claim.quote,
    claim.source,
    claim.actors.map((actor) => place.get(actor)!),
    claim.days.flatMap(({ from, to }) => [Math.max(from, -openEnd), Math.min(to, openEnd)]),
    claim.date,
    claimKinds.indexOf(claim.kind),
    claim.direct ? 1 : 0,
  ];
  if (claim.record && claim.anchor) {
    const { record, anchor, status, stance, concepts } = claim;
    row.push({ claim: record, anchor, status, ...(stance === undefined ? {} : { stance }), concepts });
  }
  return row;
}

/** The entry again. What was stored has been checked against its checksum, so its shape is taken as written. */
export function unpackEntry(stored: StoredEntry): DocumentEntry {
  const shared = new Map<string, readonly string[]>();
  return {
    id: stored.id,
    fingerprint: stored.fingerprint,
    language: stored.language,
    title: stored.title,
    length: stored.length,
    published: stored.published,
    publishedDay: stored.day,
    actors: stored.actors.map(([actor, kind, name, offsets, registered]) =>
      registered ? { actor, kind, name, offsets, registered } : { actor, kind, name, offsets },
    ),
    dates: stored.dates.map(
      ([start, end, value, rule, confidence]): DateMention => ({ start, end, value, rule, confidence }),
    ),
    claims: stored.claims.map((row) => unpackClaim(stored, row, shared)),
  };
}

const none: readonly never[] = [];

function unpackClaim(stored: StoredEntry, row: ClaimRow, shared: Map<string, readonly string[]>): IndexedClaim {
  const [id, start, end, quote, source, actors, days, date, kind, direct, recorded] = row;
  const key = actors.join();
  const names = shared.get(key) ?? actors.map((i) => stored.taking[i]!);
  shared.set(key, names);
  const claim: IndexedClaim = {
    article: stored.id,
    id,
    start,
    end,
    quote,
    source,
    actors: names,
    days: days.length > 0 ? unpackDays(days) : none,
    date,
    concepts: none,
    kind: claimKinds[kind] as ClaimKind,
    direct: direct === 1,
    status: 'unverified',
  };
  if (!recorded) {
    return claim;
  }
  const { claim: record, anchor, status, stance, concepts } = recorded;
  return { ...claim, status, concepts, record, anchor, ...(stance === undefined ? {} : { stance }) };
}

function unpackDays(days: readonly number[]): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let i = 0; i + 1 < days.length; i += 2) {
    const [from, to] = [days[i]!, days[i + 1]!];
    spans.push({
      from: from === -openEnd ? Number.NEGATIVE_INFINITY : from,
      to: to === openEnd ? Number.POSITIVE_INFINITY : to,
    });
  }
  return spans;
}
