import type { AnchorState, AnnotationSet, ItemId } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId, DateMention, Edtf, Language, Mention, NameKind } from '../model/recognition';
import type { Loss } from './loss';

/** Where an item stands in the text as it is now, as the anchoring found it. */
export interface ExportAnchor {
  readonly state: AnchorState;
  /** In UTF-16 code units of {@link ExportArticle.text}; absent for orphans. */
  readonly range?: TextRange;
}

/** One article with everything that a person decided about it. */
export interface ExportArticle {
  /** Relative to what is exported, with `/`, never absolute: "2024/peace-talks.txt". */
  readonly path: string;
  readonly title?: string;
  readonly language: Language;
  /** Decoded, without byte order mark; line ends may be any. Ranges count in exactly this text. */
  readonly text: string;
  readonly published?: Edtf;
  readonly annotations: AnnotationSet;
  /** By id of claim or correction; an item that is missing here is taken for an orphan. */
  readonly anchors: ReadonlyMap<ItemId, ExportAnchor>;
  readonly mentions?: readonly Mention[];
  readonly dates?: readonly DateMention[];
}

export interface ExportActor {
  readonly names: Partial<Record<Language, string>>;
  readonly kind?: NameKind;
  /** "Q7747". */
  readonly wikidata?: string;
}

/** How networks over time are cut; `all` gives one for the whole time. */
export type TimeWindow = 'all' | 'year' | 'quarter' | 'month';

export interface ExportOptions {
  /** Language of headings and labels in reports; English where it is absent. */
  readonly language?: Language;
  /** ISO 8601, UTC. Without it no export tells when it was made, so that equal input gives equal bytes. */
  readonly now?: string;
  /** Absolute IRI that article paths are appended to where a format wants IRIs: "https://paper.example/archive/". */
  readonly baseIri?: string;
  readonly timeWindow?: TimeWindow;
  /** Only these claims; all where absent. */
  readonly claims?: ReadonlySet<ItemId>;
}

export interface ExportInput {
  readonly articles: readonly ExportArticle[];
  /** Names for ids; an id that is missing here is shown as it is. */
  readonly actors: ReadonlyMap<ActorId, ExportActor>;
  readonly options: ExportOptions;
}

export interface ExportFile {
  /** Relative, with `/`, safe as a file name on every system. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Files in a fixed order, the first being the main one, and what could not be carried. */
export interface ExportOutput {
  readonly files: readonly ExportFile[];
  readonly losses: readonly Loss[];
}

/** One format to export to. Pure: equal input gives equal output, on every host. Never throws on any text. */
export interface Exporter {
  /** Stable, in kebab case; what `--format` takes. */
  readonly id: string;
  /** English name for people; hosts translate by `export.<id>.label`. */
  readonly label: string;
  /** Who wants this format and for what, one sentence; hosts translate by `export.<id>.purpose`. */
  readonly purpose: string;
  /** `folder` for formats of one file an article: their files refer to each other, so their paths must be kept. */
  readonly layout: 'file' | 'folder';
  /** Of the main file, without the dot. */
  readonly extension: string;
  readonly mimeType: string;
  export(input: ExportInput): ExportOutput;
}
