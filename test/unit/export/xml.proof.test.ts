import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import Graph from 'graphology';
import graphml from 'graphology-graphml';
import { graphmlExporter } from '../../../src/export/graphml';
import { refiQdaExporter } from '../../../src/export/refiQda';
import { teiExporter } from '../../../src/export/tei';
import { plainClaim, sampleArticle, sampleInput, textFile, twoArticles } from './samples';
import { schemaErrors, xpathTexts } from './xmlSchemas';

const tei = 'http://www.tei-c.org/ns/1.0';
const qda = 'urn:QDA-XML:project:1.0';

describe('TEI, by RELAX NG and libxml2', () => {
  const output = teiExporter.export(sampleInput(twoArticles()));

  it('is valid, with claims and without', () => {
    for (const { path } of output.files) {
      assert.deepEqual(schemaErrors(textFile(output, path), 'tei-standoff.rng'), [], path);
    }
    const empty = teiExporter.export(sampleInput([sampleArticle('a.txt', 'No claims.', [])]));
    assert.deepEqual(schemaErrors(textFile(empty, 'a.txt.xml'), 'tei-standoff.rng'), []);
    assert.notDeepEqual(
      schemaErrors(textFile(empty, 'a.txt.xml').replace('<text>', '<standOff/><text>'), 'tei-standoff.rng'),
      [],
    );
  });

  it('points to the quotes in characters of the text', () => {
    const xml = textFile(output, 'news/port.txt.xml');
    const [text = ''] = xpathTexts(xml, '//x:ab', tei);
    assert.equal(text, twoArticles()[0]?.text.replaceAll('\r\n', '\n'));
    const quotes = xpathTexts(xml, '//x:annotation/@target', tei).map((target) => {
      const [, start, length] = /,(\d+),(\d+)\)$/.exec(target) ?? [];
      return [...text].slice(Number(start), Number(start) + Number(length)).join('');
    });
    assert.deepEqual(quotes, ['Pier one, e\u0301tage 2;\nopens in May', 'opens in May".\nThe union {said} no']);
  });

  it('links to ids that are there, in this file and the other', () => {
    const ids = output.files.flatMap(({ path }) =>
      xpathTexts(textFile(output, path), '//x:annotation/@xml:id', tei).map((id) => `${path}#${id}`),
    );
    const targets = output.files.flatMap(({ path }) =>
      xpathTexts(textFile(output, path), '//x:ref/@target', tei).map((target) => {
        const url = new URL(target, `file:///${path.split('/').map(encodeURIComponent).join('/')}`);
        return decodeURIComponent(url.pathname.slice(1)) + url.hash;
      }),
    );
    assert.equal(targets.length, 3);
    for (const target of targets) {
      assert.ok(ids.includes(target), `${target} of ${ids.join(' ')}`);
    }
  });

  it('replaces what XML forbids, keeps all offsets, and says so', () => {
    const article = sampleArticle('a.txt', 'a\u0001b 😀 quote', [plainClaim('q', 'quote')]);
    const { files, losses } = teiExporter.export(sampleInput([article]));
    const xml = String(files[0]?.content);
    assert.equal(xpathTexts(xml, '//x:ab', tei)[0], 'a\uFFFDb 😀 quote');
    assert.deepEqual(xpathTexts(xml, '//x:annotation/@target', tei), ['#string-range(text,6,5)']);
    assert.deepEqual(
      losses.map(({ kind }) => kind),
      ['characters'],
    );
  });
});

describe('REFI-QDA, by RELAX NG and libxml2', () => {
  const output = refiQdaExporter.export(sampleInput(twoArticles()));
  const zip = unzipSync(output.files[0]?.content as Uint8Array);
  const project = strFromU8(zip['project.qde']!);

  it('is valid, with claims and without', () => {
    assert.deepEqual(schemaErrors(project, 'refi-qda.rng'), []);
    const empty = refiQdaExporter.export(sampleInput([])).files[0]?.content as Uint8Array;
    assert.deepEqual(schemaErrors(strFromU8(unzipSync(empty)['project.qde']!), 'refi-qda.rng'), []);
    assert.notDeepEqual(schemaErrors(project.replace('startPosition', 'start'), 'refi-qda.rng'), []);
  });

  it('has every source as text with line ends LF, and selections in code points of it', () => {
    const paths = xpathTexts(project, '//x:TextSource/@plainTextPath', qda);
    const texts = paths.map((path) => strFromU8(zip[path.replace('internal://', 'sources/')]!));
    assert.ok(texts.length === 2 && texts.every((text) => text !== '' && !text.includes('\r')));
    const [start = '', end = ''] = ['start', 'end'].map(
      (side) => xpathTexts(project, `//x:PlainTextSelection[1]/@${side}Position`, qda)[0],
    );
    assert.equal([...texts[0]!].slice(Number(start), Number(end)).join(''), 'Pier one, e\u0301tage 2;\nopens in May');
  });

  it('has each GUID once and no reference to one that is not there', () => {
    const guids = xpathTexts(project, '//@guid', qda);
    assert.equal(new Set(guids).size, guids.length);
    const references = xpathTexts(project, '//@targetGUID | //@originGUID | //@creatingUser', qda);
    assert.deepEqual(
      references.filter((guid) => !guids.includes(guid)),
      [],
    );
    assert.equal(xpathTexts(project, '//x:Link', qda).length, 3);
  });

  it('is the same file every time', () => {
    const again = refiQdaExporter.export(sampleInput(twoArticles().reverse()));
    assert.deepEqual(again.files[0]?.content, output.files[0]?.content);
  });
});

describe('GraphML, by graphology', () => {
  it('has actors, claims and concepts with their edges', () => {
    const output = graphmlExporter.export(sampleInput(twoArticles()));
    const graph = graphml.parse(Graph, textFile(output, 'claims.graphml'));
    const count = (type: string): number => graph.filterNodes((_, { type: own }) => own === type).length;
    assert.deepEqual([count('actor'), count('claim'), count('concept')], [3, 6, 2]);
    const kinds = new Map<string, number>();
    graph.forEachEdge((_, { kind, weight }) => kinds.set(kind, (kinds.get(kind) ?? 0) + Number(weight)));
    assert.deepEqual(Object.fromEntries([...kinds].sort()), {
      about: 4,
      contradicts: 1,
      mentions: 1,
      oppose: 1,
      says: 4,
      support: 2,
      supports: 1,
      updates: 1,
    });
    const union = graph.findNode((_, { label }) => label === 'Port Union');
    assert.equal(graph.getNodeAttribute(union, 'kind'), 'organization');
  });

  it('cuts time into windows and keeps what has no date apart', () => {
    const windows = (timeWindow: 'year' | 'quarter' | 'month'): string[] =>
      graphmlExporter
        .export(
          sampleInput(
            [
              sampleArticle('a.txt', 'one two three four', [
                plainClaim('a', 'one', { date: '2031-03-31' }),
                plainClaim('b', 'two', { date: '2031-04' }),
                plainClaim('c', 'three', { date: '2030' }),
                plainClaim('d', 'four', { date: '2031-02-27/2031-04-03' }),
              ]),
              sampleArticle('b.txt', 'undated', [plainClaim('e', 'undated')]),
            ],
            { timeWindow },
          ),
        )
        .files.map(({ path }) => path.replace(/^claims-|\.graphml$/g, ''));
    assert.deepEqual(windows('year'), ['2030', '2031', 'undated']);
    assert.deepEqual(windows('quarter'), ['2031-Q1', '2031-Q2', 'undated']);
    assert.deepEqual(windows('month'), ['2031-02', '2031-03', '2031-04', 'undated']);
  });
});
