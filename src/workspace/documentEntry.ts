import type { LinkableClaim, LinkableDocument } from '../linking/linkable';
import type { AnchorState, Claim, ClaimStatus } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId, ClaimKind, DateMention, NameKind, Publication } from '../model/recognition';
import type { NamedActor } from '../recognise/namedActor';
import type { EntryDigest } from './entryDigest';
import type { Uri } from './host';

/** All places of one article where one actor is named. */
export interface ActorOccurrences extends NamedActor {
  /** The kind it is most often read as in this article. */
  readonly kind: NameKind;
  /** Canonical name in the article's language. */
  readonly name: string;
  /** start, end, start, end, ... in order; UTF-16 offsets in the article's text as the host shows it. */
  readonly offsets: readonly number[];
}

/** A claim as the index holds it, recognised or recorded. Offsets are those of the text as the host shows it. */
export interface IndexedClaim extends LinkableClaim, TextRange {
  readonly article: Uri;
  readonly kind: ClaimKind;
  readonly direct: boolean;
  readonly status: ClaimStatus;
  /** The record, where a person made one; then `id` is its id. A recognised claim's id is `~` and its start. */
  readonly record?: Claim;
  /** How well the record is attached; `orphan` has an empty range at 0. */
  readonly anchor?: AnchorState;
}

/** What the index keeps of one article; the text is not kept. */
export interface DocumentEntry extends LinkableDocument {
  /** The article's URI. */
  readonly id: Uri;
  /** Fingerprint of all that the entry was made from; an equal one needs no new reading. */
  readonly fingerprint: string;
  /** UTF-16 code units. */
  readonly length: number;
  readonly published: Publication | null;
  readonly actors: readonly ActorOccurrences[];
  readonly dates: readonly DateMention[];
  /** By start, end, id. An entry that came from storage or another thread reads them when they are first asked for. */
  readonly claims: readonly IndexedClaim[];
  /** Dates and claims as JSON, as long as nobody has asked for them. */
  readonly unreadClaims?: { readonly text: string; readonly isAscii: boolean } | undefined;
  /** What files the article; absent where it is to be taken from the rest. */
  readonly digest?: EntryDigest;
  /** Where the article names an actor; absent where `actors` tells as quickly. */
  occurrencesOf?(actor: ActorId): ActorOccurrences | undefined;
}
