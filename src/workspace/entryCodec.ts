import { type DocumentFeatures, packFeatures, unpackFeatures } from '../linking/documentFeatures';
import { readDocumentFeatures } from '../linking/readFeatures';
import type { AnchorState, Claim, ClaimStatus, Stance } from '../model/claim';
import { type ActorId, claimKinds, type DateMention, type Publication } from '../model/recognition';
import type { ActorOccurrences, DocumentEntry, IndexedClaim } from './documentEntry';
import { daysOfRow, daysRow, digestOf, type EntryDigest } from './entryDigest';
import type { Uri } from './host';
import { PackedHead, packHead } from './packedHead';
import { TextTable } from './textTable';

/** A claim as storage holds it: a row of values, with names in place of long keys, for a workspace has a million of them. */
type ClaimRow = [
  id: string,
  start: number,
  end: number,
  quote: string,
  source: string | null,
  /** Places among the actors of the head. */
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

type DateRow = [start: number, end: number, value: string | null, rule: string, confidence: number];

/** An entry as storage and messages hold it, and the index of an article that nobody has open. */
export interface PackedEntry {
  /** What files it; see `packedHead.ts`. */
  readonly head: Int32Array;
  /** Texts that the head names by their place; entries that were packed together have theirs together. */
  readonly texts: string[];
  /** What the claims share with others; see `packFeatures`. */
  readonly features: Uint8Array;
  /** Dates and claims, which are most of it: `[DateRow[], ClaimRow[]]` as JSON in UTF-8. */
  readonly details: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The entry as it is stored and sent between threads; its texts go into `table`, which several entries may share. */
export function packEntry(entry: DocumentEntry, table = new TextTable()): PackedEntry {
  if (entry instanceof UnpackedEntry) {
    const { features, details } = entry.packed;
    return { head: entry.head.packedInto(table), texts: table.texts, features, details };
  }
  return {
    head: packHead(entry, table),
    texts: table.texts,
    features: packFeatures(entry.features ?? readDocumentFeatures(entry)),
    details: packDetails(entry),
  };
}

function packDetails(entry: DocumentEntry): Uint8Array {
  const places = new Map(digestOf(entry).actors.map(({ actor }, i) => [actor, i]));
  const dates = entry.dates.map(
    ({ start, end, value, rule, confidence }): DateRow => [start, end, value, rule, confidence],
  );
  return encoder.encode(JSON.stringify([dates, entry.claims.map((claim) => packClaim(claim, places))]));
}

function packClaim(claim: IndexedClaim, places: ReadonlyMap<string, number>): ClaimRow {
  const row: ClaimRow = [
    claim.id,
    claim.start,
    claim.end,
    claim.quote,
    claim.source,
    claim.actors.map((actor) => places.get(actor)!),
    claim.days.flatMap(daysRow),
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

/**
 * The entry again. What was stored has been checked against its checksum, so its shape is taken as written. `done` is not
 * 0 for texts that an entry unpacked before has shared.
 */
export function unpackEntry(packed: PackedEntry, done = new Uint8Array(packed.texts.length)): DocumentEntry {
  return new UnpackedEntry(packed, done);
}

/**
 * The same entry, packed: most articles are never asked for their claims, and packed these take a third of the memory.
 * Texts are copied, for a part of the article's text would keep all of it.
 */
export function repacked(entry: DocumentEntry): DocumentEntry {
  const packed = packEntry(entry);
  return unpackEntry({ ...packed, texts: JSON.parse(JSON.stringify(packed.texts)) as string[] });
}

interface Details {
  readonly dates: readonly DateMention[];
  readonly claims: readonly IndexedClaim[];
}

/** An entry whose dates and claims are read when they are first asked for. */
class UnpackedEntry implements DocumentEntry {
  readonly head: PackedHead;
  readonly id: string;
  readonly publishedDay: number | null;
  readonly packed: PackedEntry;
  #details: Details | undefined;

  constructor(packed: PackedEntry, done: Uint8Array) {
    this.packed = packed;
    this.head = new PackedHead(packed.head, packed.texts);
    this.head.shareNames(done);
    this.id = this.head.id;
    this.publishedDay = this.head.publishedDay;
  }

  get fingerprint(): string {
    return this.head.fingerprint;
  }

  get language(): DocumentEntry['language'] {
    return this.head.language;
  }

  get title(): string {
    return this.head.title;
  }

  get length(): number {
    return this.head.length;
  }

  get published(): Publication | null {
    return this.head.published;
  }

  get actors(): readonly ActorOccurrences[] {
    return this.head.occurrences;
  }

  get digest(): EntryDigest {
    return this.head;
  }

  get features(): DocumentFeatures {
    return unpackFeatures(this.packed.features);
  }

  get dates(): readonly DateMention[] {
    return this.#read().dates;
  }

  get claims(): readonly IndexedClaim[] {
    return this.#read().claims;
  }

  get unreadClaims(): DocumentEntry['unreadClaims'] {
    if (this.#details) {
      return undefined;
    }
    const text = decoder.decode(this.packed.details);
    return { text, isAscii: text.length === this.packed.details.length };
  }

  occurrencesOf(actor: ActorId): ActorOccurrences | undefined {
    return this.head.occurrencesOf(actor);
  }

  #read(): Details {
    if (!this.#details) {
      const [dates, rows] = JSON.parse(decoder.decode(this.packed.details)) as [DateRow[], ClaimRow[]];
      const { taking } = this.head;
      const lists = new Map<string, readonly ActorId[]>();
      this.#details = {
        dates: dates.map(([start, end, value, rule, confidence]) => ({ start, end, value, rule, confidence })),
        claims: rows.map((row) => unpackClaim(this.id, taking, row, lists)),
      };
    }
    return this.#details;
  }
}

const none: readonly never[] = [];

/** `lists` has the lists of actors that were met before: most claims of an article have the same few. */
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
    days: days.length > 0 ? daysOfRow(days) : none,
    date,
    concepts: none,
    kind: claimKinds[kind]!,
    direct: direct === 1,
    status: 'unverified',
  };
  if (!recorded) {
    return claim;
  }
  const { claim: record, anchor, status, stance, concepts } = recorded;
  return { ...claim, status, concepts, record, anchor, ...(stance === undefined ? {} : { stance }) };
}
