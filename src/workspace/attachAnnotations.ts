import { anchorAll } from '../annotations/anchor';
import type { AnnotationSet } from '../model/claim';
import { normalise } from '../text/normalise';
import type { AnchoredAnnotations } from './anchoredAnnotations';

/** Finds the place of every annotation in an article's text; ranges count in `text` as it is given. */
export function attachAnnotations(annotations: AnnotationSet, text: string): AnchoredAnnotations {
  const { published, claims, corrections } = annotations;
  const normalised = normalise(text);
  const anchors = anchorAll(
    normalised.text,
    [...claims, ...corrections].map(({ selector }) => selector),
  );
  const placed = anchors.map(({ range, state }) => ({
    state,
    range: range && { start: normalised.toOriginal(range.start), end: normalised.toOriginal(range.end) },
  }));
  return {
    ...(published === undefined ? {} : { published }),
    claims: claims.map((claim, i) => ({ claim, ...placed[i]! })),
    corrections: corrections.map((correction, i) => ({ correction, range: placed[claims.length + i]!.range })),
  };
}
