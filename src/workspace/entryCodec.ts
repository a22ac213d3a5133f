import { shared } from '../base/sharedText';
import type { DaySpan } from '../linking/edtfDays';
import type { AnchorState, Claim, ClaimStatus, Stance } from '../model/claim';
import { type ActorId, type ClaimKind, claimKinds, type DateMention, type Publication } from '../model/recognition';
import { type ClaimDigest, digestOf } from './claimDigest';
import type { ActorOccurrences, DocumentEntry, IndexedClaim } from './documentEntry';
import type { Uri } from './host';

/** A claim as storage holds it: a row of values, with names in place of long keys, for a workspace has a million of them. */
type ClaimRow = [
  id: string,
  start: number,
  end: number,
  quote: string,
  source: string | null,
  /** Indices into `taking` of the head. */
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

/** An entry as storage and messages hold it: what files it, and its claims apart, which most of it is. */
export interface PackedEntry {
  /** A `StoredHead`, as JSON. */
  readonly head: string;
  /** `ClaimRow`s, as JSON in UTF-8. */
  readonly claims: Uint8Array;
}

interface StoredHead {
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
  /** Actors of claims, those of `actors` by their place there, and of how many claims. */
  readonly taking: readonly [string | number, number][];
  /** Place of a claim that is about some time, and its days. */
  readonly dated: readonly [number, number[]][];
  readonly recorded: readonly number[];
}

/** Infinity is no JSON: open ends are stored as this. */
const openEnd = 1e9;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function packEntry(entry: DocumentEntry): PackedEntry {
  const { actors, dated, recorded } = digestOf(entry);
  const named = new Map(entry.actors.map(({ actor }, i) => [actor, i]));
  const head: StoredHead = {
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
    taking: Array.from(actors, ([actor, claims]) => [named.get(actor) ?? actor, claims]),
    dated: dated.map(({ place, days }) => [place, packDays(days)]),
    recorded,
  };
  const packed = entry instanceof UnreadEntry ? entry.packedClaims : undefined;
  return { head: JSON.stringify(head), claims: packed ?? packClaims(entry.claims, [...actors.keys()]) };
}

function packClaims(claims: readonly IndexedClaim[], taking: readonly ActorId[]): Uint8Array {
  const place = new Map(taking.map((actor, i) => [actor, i]));
  return encoder.encode(JSON.stringify(claims.map((claim) => packClaim(claim, place))));
}

function packDays(days: readonly DaySpan[]): number[] {
  return days.flatMap(({ from, to }) => [Math.max(from, -openEnd), Math.min(to, openEnd)]);
}

function packClaim(claim: IndexedClaim, place: ReadonlyMap<string, number>): ClaimRow {
  const row: ClaimRow = [
    claim.id,
    claim.start,
    claim.end,
    claim.quote,
    claim.source,
    claim.actors.map((actor) => place.get(actor)!),
    packDays(claim.days),
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
export function unpackEntry(packed: PackedEntry): DocumentEntry {
  return new UnreadEntry(JSON.parse(packed.head) as StoredHead, packed.claims);
}

/** An entry whose claims are read when they are first asked for. */
class UnreadEntry implements DocumentEntry {
  readonly id: string;
  readonly fingerprint: string;
  readonly language: DocumentEntry['language'];
  readonly title: string;
  readonly length: number;
  readonly published: Publication | null;
  readonly publishedDay: number | null;
  readonly actors: readonly ActorOccurrences[];
  readonly dates: readonly DateMention[];
  #claims: readonly IndexedClaim[] | undefined;
  /** Until then. */
  #unread: { readonly digest: ClaimDigest; readonly bytes: Uint8Array } | undefined;

  constructor(head: StoredHead, bytes: Uint8Array) {
    this.id = head.id;
    this.fingerprint = head.fingerprint;
    this.language = head.language;
    this.title = head.title;
    this.length = head.length;
    this.published = head.published;
    this.publishedDay = head.day;
    this.actors = head.actors.map(([actor, kind, name, offsets, registered]) => {
      const occurrences = { actor: shared(actor), kind, name: shared(name), offsets };
      return registered ? { ...occurrences, registered } : occurrences;
    });
    this.dates = head.dates.map(([start, end, value, rule, confidence]): DateMention => {
      return { start, end, value, rule, confidence };
    });
    const digest = {
      actors: new Map(head.taking.map(([actor, claims]) => [this.#idOf(actor), claims])),
      dated: head.dated.map(([place, days]) => ({ place, days: unpackDays(days) })),
      recorded: head.recorded,
    };
    this.#unread = { digest, bytes };
  }

  #idOf(actor: string | number): ActorId {
    return typeof actor === 'number' ? this.actors[actor]!.actor : shared(actor);
  }

  get digest(): ClaimDigest | undefined {
    return this.#unread?.digest;
  }

  get packedClaims(): Uint8Array | undefined {
    return this.#unread?.bytes;
  }

  get claims(): readonly IndexedClaim[] {
    if (this.#claims === undefined && this.#unread) {
      const { digest, bytes } = this.#unread;
      const rows = JSON.parse(decoder.decode(bytes)) as ClaimRow[];
      const taking = [...digest.actors.keys()];
      const lists = new Map<string, readonly string[]>();
      this.#claims = rows.map((row) => unpackClaim(this.id, taking, row, lists));
      this.#unread = undefined;
    }
    return this.#claims ?? none;
  }
}

const none: readonly never[] = [];

function unpackClaim(
  article: Uri,
  taking: readonly ActorId[],
  row: ClaimRow,
  lists: Map<string, readonly ActorId[]>,
): IndexedClaim {
  const [id, start, end, quote, source, actors, days, date, kind, direct, recorded] = row;
  const key = actors.join();
  const names = lists.get(key) ?? actors.map((i) => taking[i]!);
  lists.set(key, names);
  const claim: IndexedClaim = {
    article,
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
