import type { TextRange } from './range';

export type Language = 'en' | 'ja';

/** Who can say or do something. */
export type ActorKind = 'person' | 'organization' | 'country';

/** Places and other names (wars, treaties, prizes, ships) are recognised so that they are not taken for actors. */
export const nameKinds = ['person', 'organization', 'country', 'place', 'misc'] as const;
export type NameKind = (typeof nameKinds)[number];

/**
 * Canonical id of an actor, the same in every document and language: for countries the lower-case ISO 3166-1
 * alpha-2 code, for persons and organisations a kebab-case key ("vladimir-putin", "nato").
 */
export type ActorId = string;

/** A date or interval in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1, with seasons 21-24). */
export type Edtf = string;

/** A name in the text; its range is the name only, without title, honorific, article or possessive. */
export interface Mention extends TextRange {
  readonly kind: NameKind;
  readonly actor: ActorId;
  /** Canonical name, for people to read, in the language of the text. */
  readonly name: string;
}

/** An expression that names a point or a span of the calendar. */
export interface DateMention extends TextRange {
  /** `null` where it cannot be resolved, as with "last month" in a text of unknown date. */
  readonly value: Edtf | null;
  /** Name of the rule that read it, for the hover. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export const claimKinds = ['statement', 'demand', 'prediction', 'denial', 'position', 'judgement'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Who a claim comes from: an actor, the author of the article, or nobody that is known. */
export type ClaimSource = ActorId | 'author' | null;

/** A sentence or clause that reports what somebody said, demanded, promised or denied, or that the author judges. */
export interface AttributedClaim extends TextRange {
  readonly source: ClaimSource;
  /** Where the source is named; `null` for the author, a pronoun's range for a pronoun. */
  readonly sourceSpan: TextRange | null;
  /** The words that signal it: "said", "must", と述べ. */
  readonly cue: TextRange | null;
  readonly direct: boolean;
  readonly kind: ClaimKind;
  /** What time the claim is about, where it says so. */
  readonly date: Edtf | null;
  /** Everyone taking part, the source included. */
  readonly actors: readonly ActorId[];
}

/** The article's own publication date and how it was found. */
export interface Publication {
  readonly value: Edtf;
  /** `undefined` where it was told from outside the text (file name, host). */
  readonly range?: TextRange;
  readonly rule: string;
}

/** All that was recognised in one text, in order of start. */
export interface Recognition {
  readonly language: Language;
  readonly published: Publication | null;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly claims: readonly AttributedClaim[];
}
