import { readLink } from '../export/claimRecord';
import { articleOfIri, claimOfIri } from '../export/iri';
import { pathFrom } from '../export/relativePath';
import { joinList } from '../export/textList';
import type { ClaimLink } from '../model/claim';
import type { Problem } from '../model/problem';
import { decodeJson } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, ImportedCorrection, Importer } from './importer';
import { importProblem } from './importProblem';
import { fieldsOf, itemsOf, type JsonFields, textField } from './jsonFields';
import { correctionOf, isCorrection } from './webAnnotationCorrection';
import { annotationAuthor, annotationPlace } from './webAnnotationPlace';

/** W3C Web Annotation: one annotation, a list, a page or a collection, ours or any other program's. */
export const webAnnotationImporter: Importer = {
  id: 'web-annotation',
  label: 'W3C Web Annotation (JSON-LD)',
  extensions: ['jsonld', 'json'],
  import(files) {
    const problems: Problem[] = [];
    const annotations = files.flatMap((file) => annotationsIn(decodeJson(file, problems)));
    const links = linksByClaim(annotations);
    const claims: ImportedClaim[] = [];
    const corrections: ImportedCorrection[] = [];
    for (const annotation of annotations.filter((candidate) => !isLink(candidate))) {
      if (isCorrection(annotation)) {
        corrections.push(...correctionOf(annotation, problems));
        continue;
      }
      const claim = claimOf(annotation, links, problems);
      if (claim) {
        claims.push(claim);
      }
    }
    return { claims, corrections, problems };
  },
};

function annotationsIn(value: unknown): JsonFields[] {
  return itemsOf(value).flatMap((item) => {
    const fields = fieldsOf(item);
    if (!fields) {
      return [];
    }
    const types = itemsOf(fields.type ?? fields['@type']);
    if (types.includes('AnnotationCollection')) {
      return annotationsIn(fields.first);
    }
    if (types.includes('AnnotationPage') || fields['@graph']) {
      return annotationsIn(fields.items ?? fields['@graph']);
    }
    return fields.target === undefined ? [] : [fields];
  });
}

function isLink(annotation: JsonFields): boolean {
  return itemsOf(annotation.motivation).includes('linking') && textField(annotation, 'ec:relation') !== undefined;
}

/** Links as they stand in the file: the other article by its whole path, to be made relative at its claim. */
function linksByClaim(annotations: readonly JsonFields[]): Map<string, ClaimLink[]> {
  const links = new Map<string, ClaimLink[]>();
  for (const annotation of annotations.filter(isLink)) {
    const bodies = itemsOf(annotation.body).map(fieldsOf);
    const other = bodies.find((body) => body?.type === 'SpecificResource');
    const comment = bodies.find((body) => body?.purpose === 'commenting');
    const target = textField(annotation, 'target');
    const link = readLink({
      relation: annotation['ec:relation'],
      article: articleOfIri(textField(annotation, 'ec:article') ?? ''),
      claim: claimOfIri(textField(other, 'source') ?? ''),
      quote: annotation['ec:quote'],
      note: comment?.value,
    });
    if (target && link) {
      links.set(target, [...(links.get(target) ?? []), link]);
    }
  }
  return links;
}

function claimOf(
  annotation: JsonFields,
  links: ReadonlyMap<string, readonly ClaimLink[]>,
  problems: Problem[],
): ImportedClaim | undefined {
  const iri = textField(annotation, 'id') ?? textField(annotation, '@id');
  const id = iri === undefined ? undefined : claimOfIri(iri);
  const place = annotationPlace(annotation);
  if (!place) {
    const message = 'An annotation without source or text selector is left out.';
    problems.push(importProblem('import-annotation', 'warning', message, { item: iri ?? '' }));
    return undefined;
  }
  const bodies = bodiesOf(annotation);
  const own = (key: string): string | undefined => {
    const value = annotation[`ec:${key}`];
    return Array.isArray(value)
      ? joinList(value.filter((item) => typeof item === 'string'))
      : textField(annotation, `ec:${key}`);
  };
  const isOurs = annotation['ec:kind'] !== undefined;
  const values: Readonly<Record<string, string | undefined>> = {
    note: bodies.note,
    author: annotationAuthor(annotation),
    created: textField(annotation, 'created'),
    ...(isOurs
      ? {}
      : { tags: joinList(bodies.tags), concepts: joinList(bodies.concepts), statement: bodies.statement }),
  };
  const details = importedDetails((key) => own(key) ?? values[key], problems, { item: iri ?? '' });
  return {
    ...place,
    ...(id === undefined ? {} : { id }),
    details: {
      ...details,
      links: (links.get(iri ?? '') ?? []).map((link) => ({ ...link, article: pathFrom(place.article, link.article) })),
    },
    ...(bodies.source ? { sourceName: bodies.source } : {}),
  };
}

interface Bodies {
  readonly note?: string;
  readonly statement?: string;
  readonly source?: string;
  readonly tags: readonly string[];
  readonly concepts: readonly string[];
}

function bodiesOf(annotation: JsonFields): Bodies {
  const byPurpose = new Map<string, string[]>();
  const bodies = [...itemsOf(annotation.body), ...itemsOf(annotation.bodyValue)];
  for (const body of bodies) {
    const fields = fieldsOf(body);
    const value = fields ? textField(fields, 'value') : typeof body === 'string' ? body : undefined;
    const purpose = textField(fields, 'purpose') ?? 'commenting';
    if (value !== undefined && (fields || body === annotation.bodyValue)) {
      byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), value]);
    }
  }
  const joined = (purpose: string): string | undefined => byPurpose.get(purpose)?.join('\n\n');
  const note = joined('commenting');
  const statement = joined('describing');
  const source = byPurpose.get('identifying')?.[0];
  return {
    ...(note === undefined ? {} : { note }),
    ...(statement === undefined ? {} : { statement }),
    ...(source === undefined ? {} : { source }),
    tags: byPurpose.get('tagging') ?? [],
    concepts: byPurpose.get('classifying') ?? [],
  };
}
