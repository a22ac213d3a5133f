import assert from 'node:assert/strict';
import { parseW3CTextAnnotation } from '@recogito/text-annotator';
import { webAnnotationExporter } from '../../../src/export/webAnnotation';
import { expandOffline, triplesOf } from './linkedData';
import { sampleInput, textFile, twoArticles } from './samples';

type Fields = Record<string, unknown>;

function exported(options = {}) {
  const file = textFile(webAnnotationExporter.export(sampleInput(twoArticles(), options)), 'claims.jsonld');
  const collection = JSON.parse(file) as Fields;
  const page = collection.first as Fields;
  return { collection, page, items: page.items as Fields[] };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** RFC 3986: a scheme, and no character that must be encoded. */
function isIri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(value);
}

const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'reviewing',
  'tagging',
];

/** What the model says an annotation MUST and, where the export can, SHOULD be; sections of the Recommendation. */
const rules: Readonly<Record<string, (annotation: Fields) => boolean>> = {
  '3.1 has exactly one id, an IRI': ({ id }) => isIri(id),
  '3.1 has a type, Annotation among them': ({ type }) => asList(type).includes('Annotation'),
  '3.1 has at least one target': ({ target }) => asList(target).length > 0,
  '3.2.4 bodyValue excludes body': ({ body, bodyValue }) => body === undefined || bodyValue === undefined,
  '3.2.4 textual bodies have exactly one value': ({ body }) =>
    asList(body).every((item) => (item as Fields).type !== 'TextualBody' || typeof (item as Fields).value === 'string'),
  '3.3.1 created ends in Z': ({ created }) =>
    created === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(created)),
  '3.3.2 the creator has a type and at most one name': ({ creator }) =>
    creator === undefined || ((creator as Fields).type === 'Person' && typeof (creator as Fields).name === 'string'),
  '3.3.5 motivations and purposes are of the list': ({ motivation, body }) =>
    [...asList(motivation), ...asList(body).flatMap((item) => asList((item as Fields).purpose))].every((name) =>
      motivations.includes(String(name)),
    ),
  '4.1 a specific resource has exactly one source, an IRI': ({ target, body }) =>
    [...asList(target), ...asList(body)].every(
      (item) =>
        typeof item === 'string' || (item as Fields).type !== 'SpecificResource' || isIri((item as Fields).source),
    ),
  '4.2.4 a quote has exactly one exact': ({ target }) =>
    selectorsOf(target, 'TextQuoteSelector').every(({ exact }) => typeof exact === 'string' && exact !== ''),
  '4.2.5 positions are whole numbers, start before end': ({ target }) =>
    selectorsOf(target, 'TextPositionSelector').every(
      ({ start, end }) =>
        Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(start) < Number(end),
    ),
};

function selectorsOf(target: unknown, type: string): Fields[] {
  return asList(target)
    .flatMap((item) => asList((item as Fields).selector) as Fields[])
    .filter((selector) => selector.type === type);
}

describe('W3C Web Annotation, by the Recommendation', () => {
  for (const [name, holds] of Object.entries(rules)) {
    it(name, () => {
      for (const annotation of exported().items) {
        assert.ok(holds(annotation), JSON.stringify(annotation));
      }
    });
  }

  it('the rules tell a broken annotation', () => {
    const broken = {
      id: 'x y',
      type: [],
      body: [{ type: 'TextualBody' }],
      bodyValue: '',
      created: '2031',
      creator: {},
      motivation: 'x',
      target: [],
    };
    const failed = Object.entries(rules).filter(([, holds]) => !holds(broken));
    assert.equal(failed.length, 8);
  });

  it('5.1 the collection has context, id, type, label, total and its page', () => {
    const { collection, page, items } = exported();
    assert.equal(asList(collection['@context'])[0], 'http://www.w3.org/ns/anno.jsonld');
    assert.ok(isIri(collection.id) && isIri(page.id));
    assert.equal(collection.type, 'AnnotationCollection');
    assert.equal(typeof collection.label, 'string');
    assert.equal(collection.total, items.length);
    assert.deepEqual([page.type, page.startIndex], ['AnnotationPage', 0]);
    const { id, type, label, total } = collection;
    assert.deepEqual(page.partOf, { id, type, label, total }, '5.2 the page tells of its collection');
  });

  it('4.2.5 positions count code points and cut no grapheme cluster', () => {
    const texts = new Map(twoArticles().map(({ path, text }) => [path, text.replaceAll('\r\n', '\n')]));
    let checked = 0;
    for (const { target } of exported({ baseIri: 'https://paper.example/' }).items) {
      const [position] = selectorsOf(target, 'TextPositionSelector');
      if (position) {
        const source = decodeURIComponent(String((target as Fields).source).slice('https://paper.example/'.length));
        const points = [...(texts.get(source) ?? '')];
        const quote = points.slice(Number(position.start), Number(position.end)).join('');
        assert.equal(quote, selectorsOf(target, 'TextQuoteSelector')[0]?.exact);
        const clusters = [...new Intl.Segmenter('en').segment(points.join(''))].map(({ segment }) => segment);
        assert.ok(
          clusters
            .join('\u0000')
            .includes([...new Intl.Segmenter('en').segment(quote)].map(({ segment }) => segment).join('\u0000')),
        );
        checked++;
      }
    }
    assert.equal(checked, 4);
  });

  it('expands as JSON-LD without the network, with nothing dropped', async () => {
    const { collection, items } = exported();
    const [expanded] = await expandOffline(collection);
    const text = JSON.stringify(expanded);
    assert.ok(text.includes('http://www.w3.org/ns/oa#hasSelector') && text.includes('urn:editorial-claims:status'));
    const triples = await triplesOf(collection);
    const annotations = triples.filter((line) => line.endsWith('<http://www.w3.org/ns/oa#Annotation> .'));
    assert.equal(annotations.length, items.length);
    assert.equal(triples.filter((line) => line.includes('oa#hasTarget')).length, items.length);
  });

  it('is read by Recogito, every claim that has a place', () => {
    const placed = exported().items.filter(({ target }) => selectorsOf(target, 'TextPositionSelector').length > 0);
    for (const annotation of placed) {
      const { parsed, error } = parseW3CTextAnnotation(
        annotation as unknown as Parameters<typeof parseW3CTextAnnotation>[0],
      );
      assert.equal(error, undefined);
      const [selector] = parsed?.target.selector ?? [];
      assert.equal(selector?.quote, selectorsOf(annotation.target, 'TextQuoteSelector')[0]?.exact);
      assert.equal(selector?.start, selectorsOf(annotation.target, 'TextPositionSelector')[0]?.start);
    }
    assert.equal(placed.length, 4);
  });
});
