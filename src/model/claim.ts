import type { ActorId, ClaimKind, ClaimSource, DateMention, Edtf, NameKind } from './recognition';

/** Random lower-case id of at least 80 bits, unique in the workspace. */
export type ItemId = string;

/**
 * Where an annotation is attached: the quote itself, what stands around it, and a hint. After the W3C
 * TextQuoteSelector. Offsets count UTF-16 code units of the normalised text: decoded, without byte order mark,
 * CRLF and CR folded to LF.
 */
export interface QuoteSelector {
  readonly exact: string;
  /** At most 32 graphemes before and after. */
  readonly prefix: string;
  readonly suffix: string;
  /** Start when last touched; only a hint. */
  readonly hint?: number;
  /** How often `exact` stood in the text when last touched, where more than once. */
  readonly copies?: number;
}

/** How well an annotation is attached to the text as it is now. */
export type AnchorState = 'exact' | 'moved' | 'review' | 'orphan';

export const directnesses = ['direct', 'indirect', 'paraphrase'] as const;
export type Directness = (typeof directnesses)[number];

/** Toward the concept that a claim is tagged with. */
export const stances = ['support', 'oppose', 'neutral'] as const;
export type Stance = (typeof stances)[number];

export const claimStatuses = ['unverified', 'in-progress', 'supported', 'disputed', 'refuted', 'superseded'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

export const linkRelations = ['supports', 'contradicts', 'updates', 'repeats', 'quotes', 'same-event'] as const;
export type LinkRelation = (typeof linkRelations)[number];

/** Something a verdict rests on. */
export interface Evidence {
  readonly url: string;
  readonly title?: string;
  readonly quote?: string;
  readonly accessed?: Edtf;
}

/** What a reviewer found; the end of a fact-check. */
export interface Verdict {
  readonly rating: string;
  readonly summary?: string;
  readonly reviewer?: string;
  readonly date?: Edtf;
  readonly evidence: readonly Evidence[];
}

/**
 * Two people changed the same field in different ways; the field itself holds one value, this the others. `null` for
 * "removed". `field` is the key in the sidecar, nested keys joined by a dot ("verdict.rating"); `item` when one side
 * deleted the whole item while the other changed it.
 */
export interface FieldConflict {
  readonly field: string;
  readonly others: readonly ConflictValue[];
}

export type ConflictValue =
  | null
  | boolean
  | number
  | string
  | readonly ConflictValue[]
  | { readonly [key: string]: ConflictValue };

/** From the claim that holds it to a claim of this or another article. */
export interface ClaimLink {
  readonly relation: LinkRelation;
  /** Path of the other article relative to this one's folder, with `/`; empty for the same article. */
  readonly article: string;
  readonly claim: ItemId;
  /** The other side's quote, so that the link outlives its target and can be repaired. */
  readonly quote: string;
  readonly note?: string;
}

/** A claim as a person recorded it. */
export interface Claim {
  readonly id: ItemId;
  readonly selector: QuoteSelector;
  readonly source: ClaimSource;
  /** The source's role as printed: "U.S. special envoy". */
  readonly role?: string;
  /** The claim in the editor's own words, where the quote alone would not be understood. */
  readonly statement?: string;
  readonly kind: ClaimKind;
  readonly directness: Directness;
  readonly cue?: string;
  readonly addressee?: ActorId;
  readonly concepts: readonly string[];
  readonly stance?: Stance;
  /** What time the claim is about, distinct from the article's date. */
  readonly date?: Edtf;
  readonly status: ClaimStatus;
  readonly verdict?: Verdict;
  readonly note?: string;
  readonly tags: readonly string[];
  /** Everyone taking part. */
  readonly actors: readonly ActorId[];
  readonly links: readonly ClaimLink[];
  /** Left by a merge, until a person chooses. */
  readonly conflicts?: readonly FieldConflict[];
  /** Who recorded it, and when (ISO 8601, UTC). */
  readonly author?: string;
  readonly created?: string;
}

/** That a recognised name or date is none, or what it is in truth. */
export type CorrectionDecision =
  | { readonly about: 'actor'; readonly decision: 'reject' }
  | { readonly about: 'actor'; readonly decision: 'set'; readonly actor: ActorId; readonly kind: NameKind }
  | { readonly about: 'date'; readonly decision: 'reject' }
  | { readonly about: 'date'; readonly decision: 'set'; readonly value: DateMention['value'] };

/** What a person decided about a name or a date in one place of one article; wins over recognition. */
export type Correction = {
  readonly id: ItemId;
  readonly selector: QuoteSelector;
  readonly conflicts?: readonly FieldConflict[];
  readonly author?: string;
  readonly created?: string;
} & CorrectionDecision;

/** Everything that a person decided about one article: the content of its sidecar. */
export interface AnnotationSet {
  /** When the article appeared, where a person said so; wins over what its text and name say. */
  readonly published?: Edtf;
  readonly claims: readonly Claim[];
  readonly corrections: readonly Correction[];
}

export const emptyAnnotations: AnnotationSet = { claims: [], corrections: [] };
