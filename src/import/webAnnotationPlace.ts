import { articleOfIri } from '../export/iri';
import type { ImportedPlace, ImportedPosition } from './importer';
import { countField, fieldsOf, itemsOf, type JsonFields, textField } from './jsonFields';

/** Where a W3C annotation belongs; `undefined` for one without source or text selector. */
export function annotationPlace(annotation: JsonFields): ImportedPlace | undefined {
  const target = fieldsOf(itemsOf(annotation.target)[0]);
  const source = textField(target, 'source') ?? textField(fieldsOf(target?.source), 'id');
  const selectors = itemsOf(target?.selector).flatMap(withRefinements);
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const exact = textField(quote, 'exact') ?? '';
  const position = positionOf(selectors);
  if (!source || (exact === '' && !position)) {
    return undefined;
  }
  return {
    article: articleOfIri(source),
    selector: { exact, prefix: textField(quote, 'prefix') ?? '', suffix: textField(quote, 'suffix') ?? '' },
    ...(position ? { position } : {}),
  };
}

export function annotationAuthor(annotation: JsonFields): string | undefined {
  return textField(fieldsOf(itemsOf(annotation.creator)[0]), 'name');
}

function withRefinements(selector: unknown): JsonFields[] {
  const fields = fieldsOf(selector);
  return fields ? [fields, ...itemsOf(fields.refinedBy).flatMap((inner): JsonFields[] => [fieldsOf(inner) ?? {}])] : [];
}

function positionOf(selectors: readonly JsonFields[]): ImportedPosition | undefined {
  const fields = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const start = countField(fields, 'start');
  const end = countField(fields, 'end');
  return start === undefined || end === undefined || start >= end ? undefined : { start, end, unit: 'codepoint' };
}
