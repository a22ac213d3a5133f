import jsonld from 'jsonld';

const oa = 'http://www.w3.org/ns/oa#';
const as = 'http://www.w3.org/ns/activitystreams#';

/**
 * The terms of http://www.w3.org/ns/anno.jsonld that the exports use, written down from the vocabulary of
 * https://www.w3.org/TR/annotation-vocab/ (2017-02-23), section 2 and appendix A, so that no test needs the network.
 */
const annotationContext = {
  '@context': {
    oa,
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    as,
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: { '@type': '@id', '@id': '@id' },
    type: { '@type': '@id', '@id': '@type' },
    Annotation: `${oa}Annotation`,
    SpecificResource: `${oa}SpecificResource`,
    TextualBody: `${oa}TextualBody`,
    TextPositionSelector: `${oa}TextPositionSelector`,
    TextQuoteSelector: `${oa}TextQuoteSelector`,
    AnnotationCollection: `${as}OrderedCollection`,
    AnnotationPage: `${as}OrderedCollectionPage`,
    Person: 'http://xmlns.com/foaf/0.1/Person',
    Motivation: `${oa}Motivation`,
    commenting: `${oa}commenting`,
    classifying: `${oa}classifying`,
    describing: `${oa}describing`,
    identifying: `${oa}identifying`,
    linking: `${oa}linking`,
    tagging: `${oa}tagging`,
    body: { '@type': '@id', '@id': `${oa}hasBody` },
    target: { '@type': '@id', '@id': `${oa}hasTarget` },
    source: { '@type': '@id', '@id': `${oa}hasSource` },
    selector: { '@type': '@id', '@id': `${oa}hasSelector` },
    motivation: { '@type': '@vocab', '@id': `${oa}motivatedBy` },
    purpose: { '@type': '@vocab', '@id': `${oa}hasPurpose` },
    exact: `${oa}exact`,
    prefix: `${oa}prefix`,
    suffix: `${oa}suffix`,
    start: { '@type': 'xsd:nonNegativeInteger', '@id': `${oa}start` },
    end: { '@type': 'xsd:nonNegativeInteger', '@id': `${oa}end` },
    value: 'rdf:value',
    format: 'dc:format',
    created: { '@type': 'xsd:dateTime', '@id': 'dcterms:created' },
    modified: { '@type': 'xsd:dateTime', '@id': 'dcterms:modified' },
    creator: { '@type': '@id', '@id': 'dcterms:creator' },
    name: 'foaf:name',
    label: 'rdfs:label',
    total: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:totalItems' },
    first: { '@type': '@id', '@id': 'as:first' },
    last: { '@type': '@id', '@id': 'as:last' },
    partOf: { '@type': '@id', '@id': 'as:partOf' },
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
    startIndex: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:startIndex' },
  },
};

const schemaOrgContext = {
  '@context': { '@vocab': 'http://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' } },
};

const contexts: Readonly<Record<string, unknown>> = {
  'http://www.w3.org/ns/anno.jsonld': annotationContext,
  'https://schema.org': schemaOrgContext,
};

/** Expands JSON-LD offline. Fails on any other context, on dropped terms, and on relative addresses. */
export async function expandOffline(document: unknown): Promise<unknown[]> {
  return jsonld.expand(document, { documentLoader, safe: true });
}

/** The statements as N-Quads, offline. */
export async function triplesOf(document: unknown): Promise<string[]> {
  const text = await jsonld.toRDF(document, { documentLoader, safe: true, format: 'application/n-quads' });
  return text.split('\n').filter((line) => line !== '');
}

async function documentLoader(url: string) {
  const document = contexts[url];
  if (!document) {
    throw new Error(`nothing may be fetched: ${url}`);
  }
  return { document, documentUrl: url };
}
