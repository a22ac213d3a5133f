import type { Recognition } from '../model/recognition';
import { applyCorrections, type PlacedCorrection, personRule } from '../recognise/applyCorrections';
import type { RecogniseContext } from '../recognise/context';
import { recognise } from '../recognise/recognise';
import type { AnchoredAnnotations } from './anchoredAnnotations';

/** What recognition is told, with the publication date that a person set, if any. */
export function decidedContext(context: RecogniseContext, { published }: AnchoredAnnotations): RecogniseContext {
  return published === undefined ? context : { ...context, published };
}

/**
 * What was recognised with {@link decidedContext}, and what people decided about this article in its place: names and
 * dates that they corrected, and claims as they follow from these.
 */
export function withDecisions(
  text: string,
  recognition: Recognition,
  annotations: AnchoredAnnotations,
  { registry }: RecogniseContext,
): Recognition {
  const placed = annotations.corrections.flatMap(({ correction, range }): PlacedCorrection[] =>
    range ? [{ ...correction, ...range }] : [],
  );
  const { language, published } = recognition;
  const isSet = published !== null && annotations.published !== undefined;
  return applyCorrections(
    text,
    isSet ? { ...recognition, published: { ...published, rule: personRule } } : recognition,
    placed,
    (actor) => registry?.actors.find(({ id }) => id === actor)?.names[language],
  );
}

/** Everything recognised in an article; what people decided wins. For the index, exports and the command line alike. */
export function recogniseDecided(
  text: string,
  context: RecogniseContext,
  annotations: AnchoredAnnotations = { claims: [], corrections: [] },
): Recognition {
  return withDecisions(text, recognise(text, decidedContext(context, annotations)), annotations, context);
}
