import assert from 'node:assert/strict';
import { webAnnotationExporter } from '../../../src/export/webAnnotation';
import { fullClaim, plainClaim, sampleArticle, sampleInput, textFile } from './samples';

describe('W3C Web Annotation', () => {
  const text = '😀 Orlova said:\r\nPier e\u0301tage 2 opens.\r\nAnd more.';
  const input = sampleInput([
    sampleArticle('news/port: one.txt', text, [fullClaim('aa', 'Pier e\u0301tage 2 opens'), plainClaim('bb', 'gone')]),
  ]);
  const output = webAnnotationExporter.export(input);
  const collection = JSON.parse(textFile(output, 'claims.jsonld'));
  const [claim, link, orphan] = collection.first.items;

  it('counts positions in code points of the text with line ends LF', () => {
    const [quote, position] = claim.target.selector;
    const points = [...text.replaceAll('\r\n', '\n')];
    assert.equal(points.slice(position.start, position.end).join(''), 'Pier e\u0301tage 2 opens');
    assert.equal(quote.exact, 'Pier e\u0301tage 2 opens');
  });

  it('gives orphans their quote and no place', () => {
    assert.deepEqual(
      orphan.target.selector.map((selector: { type: string }) => selector.type),
      ['TextQuoteSelector'],
    );
    assert.equal(orphan['ec:state'], 'orphan');
  });

  it('makes links annotations with the motivation linking', () => {
    assert.equal(link.motivation, 'linking');
    assert.equal(link.target, claim.id);
    assert.equal(link['ec:article'], 'urn:editorial-claims:article:news/other.txt');
  });

  it('appends paths to a base address, encoded', () => {
    const based = webAnnotationExporter.export({ ...input, options: { baseIri: 'https://paper.example/' } });
    const items = JSON.parse(textFile(based, 'claims.jsonld')).first.items;
    assert.equal(items[0].target.source, 'https://paper.example/news/port%3A%20one.txt');
  });
});
