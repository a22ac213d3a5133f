import assert from 'node:assert/strict';
import type { ExportAnchor, ExportArticle } from '../../../src/export/exporter';
import { exporters } from '../../../src/export/exporters';
import { webAnnotationExporter } from '../../../src/export/webAnnotation';
import { planCorrections } from '../../../src/import/correctionPlan';
import type { ImportedCorrection } from '../../../src/import/importer';
import type { ImportTools } from '../../../src/import/importTarget';
import { webAnnotationImporter } from '../../../src/import/webAnnotationImporter';
import type { Correction } from '../../../src/model/claim';
import { sampleInput, textFile } from '../export/samples';

const text = '😀 May spoke to Orlova in May.\r\nThe Star sailed on the second.\r\n';

function correction(id: string, exact: string, decision: object): Correction {
  const selector = { exact, prefix: '', suffix: '' };
  return { id, selector, author: 'rin', created: '2031-05-03T10:00:00Z', ...decision } as Correction;
}

const corrections: readonly Correction[] = [
  correction('correctionaaaaaa1', 'Orlova', { about: 'actor', decision: 'set', actor: 'mina-orlova', kind: 'person' }),
  correction('correctionaaaaaa2', 'The Star', { about: 'actor', decision: 'reject' }),
  correction('correctionaaaaaa3', 'in May', { about: 'date', decision: 'set', value: '2031-05' }),
  correction('correctionaaaaaa4', 'the second', { about: 'date', decision: 'reject' }),
  correction('correctionaaaaaa5', 'sailed', { about: 'date', decision: 'set', value: null }),
  correction('correctionaaaaaa6', 'a name that is gone', { about: 'actor', decision: 'reject' }),
];

function article(of: readonly Correction[] = corrections): ExportArticle {
  const anchors = new Map<string, ExportAnchor>(
    of.map(({ id, selector: { exact } }) => {
      const start = text.indexOf(exact);
      return [id, start < 0 ? { state: 'orphan' } : { state: 'exact', range: { start, end: start + exact.length } }];
    }),
  );
  return { path: 'news/star.txt', language: 'en', text, annotations: { claims: [], corrections: of }, anchors };
}

function imported(of = corrections): readonly ImportedCorrection[] {
  const file = textFile(webAnnotationExporter.export(sampleInput([article(of)])), 'claims.jsonld');
  const output = webAnnotationImporter.import([{ path: 'claims.jsonld', bytes: new TextEncoder().encode(file) }]);
  assert.deepEqual([output.claims, output.problems], [[], []]);
  return output.corrections ?? [];
}

const tools: ImportTools = {
  anchor: (body, selectors) =>
    selectors.map(({ exact }) => {
      const start = body.indexOf(exact);
      return start < 0 ? { state: 'orphan' } : { state: 'exact', range: { start, end: start + exact.length } };
    }),
  newId: () => 'newidnewidnewid01',
  actorOf: () => undefined,
};

function actions(existing: readonly Correction[], items: readonly ImportedCorrection[]): string[] {
  const target = { path: 'news/star.txt', text, annotations: { claims: [], corrections: existing } };
  return planCorrections([target], items, tools).map(({ action }) => action);
}

describe('corrections in exports', () => {
  for (const exporter of exporters) {
    it(`${exporter.id} carries all of them or counts them as lost`, () => {
      const { losses, files } = exporter.export(sampleInput([article()]));
      const lost = losses.filter(({ kind }) => kind === 'corrections').map(({ item }) => item);
      const carried = ['ndjson', 'web-annotation'].includes(exporter.id);
      assert.deepEqual(lost, carried ? [] : corrections.map(({ id }) => id));
      const written = files.map(({ content }) => String(content)).join('');
      assert.deepEqual(
        corrections.filter(({ id }) => written.includes(id)),
        carried ? corrections : [],
      );
    });
  }

  it('come back from W3C annotations as they were', () => {
    const back = imported().map(({ id, selector, decision, author, created }) => {
      return { id, selector: { ...selector, prefix: '', suffix: '' }, author, created, ...decision };
    });
    assert.deepEqual(back, corrections);
  });

  it('have their place in code points of the text with line ends LF', () => {
    const [first] = imported();
    const points = [...text.replaceAll('\r\n', '\n')];
    const { start = 0, end = 0, unit } = first?.position ?? {};
    assert.deepEqual([points.slice(start, end).join(''), unit], ['Orlova', 'codepoint']);
  });

  it('that are damaged are left out and told', () => {
    const file = textFile(webAnnotationExporter.export(sampleInput([article()])), 'claims.jsonld');
    const damaged = file
      .replace('"ec:nameKind": "person"', '"ec:nameKind": "ghost"')
      .replace('"ec:value": "2031-05"', '"ec:value": "soon"')
      .replace('"ec:decision": "reject"', '"ec:decision": "maybe"');
    const bytes = new TextEncoder().encode(damaged);
    const output = webAnnotationImporter.import([{ path: 'a.jsonld', bytes }]);
    assert.equal(output.corrections?.length, 3);
    assert.deepEqual(
      output.problems.map(({ item }) => item),
      [1, 2, 3].map((n) => `urn:editorial-claims:correction:correctionaaaaaa${n}`),
    );
  });
});

describe('import of corrections', () => {
  it('adds what is found and leaves out what is not', () =>
    assert.deepEqual(actions([], imported()), ['add', 'add', 'add', 'add', 'add', 'orphan']));

  it('recognises its own', () => assert.deepEqual(actions(corrections, imported()), Array(6).fill('duplicate')));

  it('recognises the same decision under another id', () => {
    const other = correction('othersid000000001', 'Orlova', {
      about: 'actor',
      decision: 'set',
      actor: 'mina-orlova',
      kind: 'person',
    });
    assert.deepEqual(actions([other], imported().slice(0, 1)), ['duplicate']);
  });

  it('never overrules a decision that is there', () => {
    const other = correction('othersid000000001', 'Orlova', { about: 'actor', decision: 'reject' });
    assert.deepEqual(actions([other], imported().slice(0, 1)), ['conflict']);
    const sameId = correction('correctionaaaaaa2', 'sailed', { about: 'date', decision: 'reject' });
    assert.deepEqual(actions([sameId], imported().slice(1, 2)), ['conflict']);
  });

  it('adds one decision for one place, and none to an article that is not there', () => {
    const [first] = imported();
    assert.ok(first);
    assert.deepEqual(actions([], [first, { ...first, id: 'othersid000000001' }]), ['add', 'duplicate']);
    assert.deepEqual(actions([], [{ ...first, article: 'else.txt' }]), ['no-article']);
  });

  it('gives a foreign id no way into a sidecar', () => {
    const [first] = imported();
    const target = { path: 'news/star.txt', text, annotations: { claims: [], corrections: [] } };
    const [planned] = planCorrections([target], [{ ...first!, id: '__proto__' }], tools);
    assert.equal(planned?.correction.id, 'newidnewidnewid01');
  });
});
