import type { AnchorState, AnnotationSet, ItemId, QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId } from '../model/recognition';

/** An article of the workspace as the import meets it. */
export interface ImportTarget {
  readonly path: string;
  readonly text: string;
  readonly annotations: AnnotationSet;
}

/** What the plan needs from its host. */
export interface ImportTools {
  /** Finds quotes in a text with line ends folded to LF, in the order given; `annotations/anchor.ts` does it. */
  anchor(
    text: string,
    selectors: readonly QuoteSelector[],
  ): readonly { readonly state: AnchorState; readonly range?: TextRange }[];
  /** A new random id. */
  newId(): ItemId;
  /** The actor of a name, where the workspace knows one. */
  actorOf(name: string): ActorId | undefined;
}
