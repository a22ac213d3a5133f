import type { Claim, ClaimLink, Correction } from '../model/claim';
import { allKeysBut, claimFields, isList } from './claimFields';
import { type ClaimRecord, recordOf } from './claimRecord';
import type { Exporter, ExportInput } from './exporter';
import { articleIri, claimIri, correctionIri, isDateTime, vocabulary } from './iri';
import { lossesOf } from './losses';
import {
  actorName,
  type PreparedArticle,
  type PreparedClaim,
  type PreparedCorrection,
  type PreparedPlace,
  prepare,
} from './prepare';
import { linkedArticle } from './relativePath';
import { splitList } from './textList';
import { wellFormedJson } from './wellFormedJson';

type Json = string | number | readonly Json[] | { readonly [key: string]: Json };
type Node = Record<string, Json>;

/** Kept as properties of ours; links are annotations of their own, note and author have a place in the standard. */
const ownKeys = allKeysBut('note', 'links', 'author', 'created');

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), as one collection. Positions count code
 * points of the text with line ends LF and are given only where the claim's place is certain; the quote always is.
 */
export const webAnnotationExporter: Exporter = {
  id: 'web-annotation',
  label: 'W3C Web Annotation (JSON-LD)',
  purpose: 'For annotation tools and linked data (Recogito, Apache Annotator, archives); can be imported again.',
  layout: 'file',
  extension: 'jsonld',
  mimeType: 'application/ld+json',
  export(input) {
    const articles = prepare(input);
    const items = articles.flatMap((article) => [
      ...article.claims.flatMap((placed) => [
        claimAnnotation(input, article, placed),
        ...placed.claim.links.map((link, index) => linkAnnotation(input, article, placed, link, index)),
      ]),
      ...article.corrections.map((placed) => correctionAnnotation(input, article, placed)),
    ]);
    const about = {
      id: `${vocabulary}collection`,
      type: 'AnnotationCollection',
      label: 'Editorial Claims',
      total: items.length,
    };
    // A page can be taken out of its collection, so it tells of it what section 5.2 asks for.
    const page = { id: `${about.id}:1`, type: 'AnnotationPage', partOf: about, startIndex: 0, items };
    const collection = {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { ec: vocabulary }],
      ...about,
      ...(input.options.now ? { modified: input.options.now } : {}),
      first: page,
      last: page.id,
    };
    return {
      files: [{ path: 'claims.jsonld', content: `${wellFormedJson(collection)}\n` }],
      losses: lossesOf(articles, { fields: new Set(claimFields), unplaced: true, context: true, corrections: true }),
    };
  },
};

function claimAnnotation(input: ExportInput, article: PreparedArticle, placed: PreparedClaim): Node {
  const { claim } = placed;
  const record = recordOf(claim);
  return {
    id: claimIri(claim.id),
    type: 'Annotation',
    motivation: claim.note === undefined ? 'describing' : ['describing', 'commenting'],
    ...madeBy(claim),
    body: bodiesOf(input, article, record),
    target: targetOf(input, article, placed),
    'ec:state': placed.state,
    ...ownProperties(record),
  };
}

function targetOf(input: ExportInput, article: PreparedArticle, { selector, certain, range }: PreparedPlace): Node {
  const { exact, prefix, suffix } = selector;
  const selectors: Node[] = [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
  if (certain && range) {
    selectors.push({
      type: 'TextPositionSelector',
      start: article.offsets.toCodePoint(range.start),
      end: article.offsets.toCodePoint(range.end),
    });
  }
  return { type: 'SpecificResource', source: articleIri(input.options, article.path), selector: selectors };
}

function madeBy({ author, created }: Claim | Correction): Node {
  return {
    ...(author ? { creator: { type: 'Person', name: author } } : {}),
    ...(isDateTime(created) ? { created } : created ? { 'ec:created': created } : {}),
  };
}

/** What a person decided about a recognised name or date; the body says it in words, properties of ours exactly. */
function correctionAnnotation(input: ExportInput, article: PreparedArticle, placed: PreparedCorrection): Node {
  const { correction } = placed;
  const { about, decision } = correction;
  const said =
    decision === 'reject'
      ? `not ${about === 'actor' ? 'an actor' : 'a date'}`
      : correction.about === 'date'
        ? (correction.value ?? 'unknown date')
        : actorName(input.actors, correction.actor, article.language);
  return {
    id: correctionIri(correction.id),
    type: 'Annotation',
    motivation: decision === 'reject' ? 'moderating' : 'identifying',
    ...madeBy(correction),
    body: [{ type: 'TextualBody', purpose: decision === 'reject' ? 'moderating' : 'identifying', value: said }],
    target: targetOf(input, article, placed),
    'ec:state': placed.state,
    'ec:correction': about,
    'ec:decision': decision,
    ...(correction.about === 'actor' && correction.decision === 'set'
      ? { 'ec:actor': correction.actor, 'ec:nameKind': correction.kind }
      : {}),
    ...(correction.about === 'date' && correction.decision === 'set' && correction.value !== null
      ? { 'ec:value': correction.value }
      : {}),
  };
}

function bodiesOf(input: ExportInput, article: PreparedArticle, record: ClaimRecord): Node[] {
  const text = (purpose: string, value: string, extra: Node = {}): Node => ({
    type: 'TextualBody',
    purpose,
    value,
    ...extra,
  });
  // Readers such as Recogito expect a body, so there is always one: what kind of claim it is.
  const bodies: Node[] = [text('classifying', record.kind ?? '')];
  if (record.statement) {
    bodies.push(text('describing', record.statement, { format: 'text/plain' }));
  }
  if (record.note) {
    bodies.push(text('commenting', record.note, { format: 'text/markdown' }));
  }
  if (record.source && record.source !== 'author') {
    bodies.push(text('identifying', actorName(input.actors, record.source, article.language)));
  }
  for (const concept of splitList(record.concepts)) {
    bodies.push(text('classifying', concept));
  }
  for (const tag of splitList(record.tags)) {
    bodies.push(text('tagging', tag));
  }
  return bodies;
}

function ownProperties(record: ClaimRecord): Node {
  const own: Node = {};
  for (const key of ownKeys) {
    const value = record[key];
    if (value !== undefined) {
      own[`ec:${key}`] = isList(key) ? splitList(value) : value;
    }
  }
  return own;
}

function linkAnnotation(
  input: ExportInput,
  article: PreparedArticle,
  placed: PreparedClaim,
  link: ClaimLink,
  index: number,
): Node {
  return {
    id: `${claimIri(placed.claim.id)}:link:${index + 1}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: claimIri(link.claim) },
      { type: 'TextualBody', purpose: 'tagging', value: link.relation },
      ...(link.note ? [{ type: 'TextualBody', purpose: 'commenting', value: link.note }] : []),
    ],
    target: claimIri(placed.claim.id),
    'ec:relation': link.relation,
    'ec:article': articleIri(input.options, linkedArticle(article.path, link.article)),
    'ec:quote': link.quote,
  };
}
