import type { AnchorState, AnnotationSet, ItemId } from '../model/claim';
import type { TextRange } from '../model/range';
import type { DateMention, Edtf, Language, Mention } from '../model/recognition';
import type { RecogniseContext } from '../recognise/context';
import type { AnchoredAnnotations } from './anchoredAnnotations';
import { titleOf } from './articleTitle';
import { recogniseDecided } from './decidedRecognition';

/** An article with what is recognised in it and what people decided about it, as exports take it. */
export interface AnnotatedArticle {
  readonly title: string;
  readonly language: Language;
  readonly text: string;
  readonly published?: Edtf;
  readonly annotations: AnnotationSet;
  /** By id of claim or correction. Ranges count in `text`; orphans have none. */
  readonly anchors: ReadonlyMap<ItemId, { readonly state: AnchorState; readonly range?: TextRange }>;
  /** As people decided. */
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
}

/** Reads an article anew and brings it together with its annotations, which `attached` holds with their places. */
export function annotatedArticle(
  text: string,
  annotations: AnnotationSet,
  attached: AnchoredAnnotations,
  context: RecogniseContext,
): AnnotatedArticle {
  const { language, published, mentions, dates } = recogniseDecided(text, context, attached);
  const places = [
    ...attached.claims.map(({ claim, range, state }) => ({ id: claim.id, range, state })),
    ...attached.corrections.map(({ correction, range }) => {
      return { id: correction.id, range, state: range ? ('exact' as const) : ('orphan' as const) };
    }),
  ];
  return {
    title: titleOf(text),
    language,
    text,
    ...(published ? { published: published.value } : {}),
    annotations,
    anchors: new Map(places.map(({ id, range, state }) => [id, range ? { state, range } : { state }])),
    mentions,
    dates,
  };
}
