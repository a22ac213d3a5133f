import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import markdownIt from 'markdown-it';
import type { ExportOutput } from '../../../src/export/exporter';
import { exporterOf, exporters } from '../../../src/export/exporters';
import { lossReportMarkdown } from '../../../src/export/lossReport';
import { inputFullOf } from './hostileInput';
import { hostilePayloads } from './hostilePayloads';
import { expandOffline } from './linkedData';
import { readArgdown } from './readArgdown';
import { schemaErrors, xpathTexts } from './xmlSchemas';

/** As every format must treat all texts: the same article full of a word that means nothing anywhere. */
const harmless = 'harmless';

function texts(output: ExportOutput): string[] {
  return output.files.map(({ content }) =>
    typeof content === 'string' ? content : strFromU8(unzipSync(content)['project.qde'] ?? new Uint8Array()),
  );
}

/** Names of tags and attributes with how often each occurs: what a browser or an XML parser would act on. */
function markup(html: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, tag = '', rest = ''] of html.matchAll(/<([!/?a-z][\w:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi)) {
    const attributes = [...rest.matchAll(/([^\s"'=/]+)=(?:"[^"]*"|'[^']*')/g)].map(([, name]) => name);
    for (const name of [`<${tag}`, ...attributes.map((attribute) => `${tag} ${attribute}`)]) {
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** The keys and list lengths of a JSON value, without its texts. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shape);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : typeof value;
}

/** Independent of the escaping module: what starts a formula, after all that spreadsheets are known to skip. */
function startsFormula(cell: string): boolean {
  return /^[\s\p{Cf}\p{Pi}\p{Pf}"]*[=+\-@＝＋－＠]/u.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell);
}

const markdown = markdownIt({ html: true, linkify: false });

/** What in one output would act: empty where the hostile one has no more and no other parts than the harmless one. */
const inert: Readonly<Record<string, (hostile: string, calm: string, payload: string) => Promise<void> | void>> = {
  csv: (hostile, calm) => table(hostile, calm, ','),
  'csv-excel': (hostile, calm) => table(hostile, calm, ','),
  tsv: (hostile, calm) => table(hostile, calm, '\t'),
  dna: (hostile, calm) => table(hostile, calm, ','),
  markdown: (hostile, calm) => sameMarkup(markdown.render(hostile), markdown.render(calm)),
  html: (hostile, calm) => sameMarkup(hostile, calm),
  'web-annotation': linkedData,
  claimreview: linkedData,
  hypothesis: sameShape,
  pubannotation: sameShape,
  ndjson: (hostile, calm) => {
    const lines = (text: string): unknown[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => shape(JSON.parse(line)));
    assert.deepEqual(lines(hostile), lines(calm));
  },
  brat: (hostile, calm, payload) => {
    if (calm.startsWith('T1')) {
      const lines = (text: string): string[] =>
        text
          .trimEnd()
          .split('\n')
          .map((line) => line.split(/[\t ]/, 2).join(' '));
      const wanted = payload.trim() === '' ? lines(calm).slice(-3) : lines(calm);
      assert.equal(lines(hostile).length, wanted.length);
      assert.deepEqual(
        lines(hostile).map((line) => line[0]),
        wanted.map((line) => line[0]),
      );
    }
  },
  tei: (hostile, calm) => {
    assert.deepEqual(schemaErrors(hostile, 'tei-standoff.rng'), []);
    sameMarkup(hostile, calm);
  },
  'refi-qda': (hostile, calm) => {
    assert.deepEqual(schemaErrors(hostile, 'refi-qda.rng'), []);
    sameMarkup(hostile, calm);
  },
  graphml: (hostile, calm) => {
    assert.equal(xpathTexts(hostile, '//x:node', 'http://graphml.graphdrawing.org/xmlns').length > 0, true);
    sameMarkup(hostile, calm);
  },
  argdown: (hostile, calm) => {
    const read = readArgdown(hostile);
    const wanted = readArgdown(calm);
    assert.equal(read.statements.length, wanted.statements.length);
    assert.deepEqual(
      read.relations.map(([type]) => type),
      wanted.relations.map(([type]) => type),
    );
    assert.deepEqual(
      read.statements.map(({ data }) => shape(data)),
      wanted.statements.map(({ data }) => shape(data)),
    );
  },
};

function table(hostile: string, calm: string, delimiter: string): void {
  const rows: string[][] = parse(hostile, { delimiter, bom: true });
  const wanted: string[][] = parse(calm, { delimiter, bom: true });
  assert.deepEqual(
    rows.map(({ length }) => length),
    wanted.map(({ length }) => length),
  );
  assert.deepEqual(rows.flat().filter(startsFormula), []);
}

function sameMarkup(hostile: string, calm: string): void {
  assert.deepEqual(markup(hostile), markup(calm));
}

function sameShape(hostile: string, calm: string): void {
  assert.deepEqual(shape(JSON.parse(hostile)), shape(JSON.parse(calm)));
}

async function linkedData(hostile: string): Promise<void> {
  const document = JSON.parse(hostile);
  const contexts = JSON.stringify(document['@context']);
  assert.match(
    contexts,
    /^(\["http:\/\/www\.w3\.org\/ns\/anno\.jsonld",\{"ec":"urn:editorial-claims:"\}\]|"https:\/\/schema\.org")$/,
  );
  assert.doesNotMatch(hostile, /^ +"@(context|type)": "?.*Evil/m);
  await expandOffline(document);
}

describe('hostile text in every field (bad input 82)', function () {
  // 1,600 exports each: seconds where nothing else runs, many where much does; a hang still fails.
  this.timeout(60_000);

  it('covers every format', () => assert.deepEqual(Object.keys(inert).sort(), exporters.map(({ id }) => id).sort()));

  for (const { id } of exporters) {
    it(`${id}: ${hostilePayloads.length} texts do nothing`, async () => {
      const exporter = exporterOf(id)!;
      const calm = texts(exporter.export(inputFullOf(harmless)));
      assert.equal(hostilePayloads.length, 100);
      for (const payload of hostilePayloads) {
        const output = exporter.export(inputFullOf(payload));
        const hostile = texts(output);
        assert.equal(hostile.length, calm.length, payload);
        for (const [index, text] of hostile.entries()) {
          try {
            await inert[id]?.(text, calm[index] ?? '', payload);
          } catch (error) {
            throw new Error(`${JSON.stringify(payload)} in ${output.files[index]?.path}`, { cause: error });
          }
        }
      }
    });
  }

  it('names files so that every system can store them, inside the folder of the export', () => {
    for (const payload of hostilePayloads) {
      for (const exporter of exporters) {
        const { files } = exporter.export(inputFullOf(payload));
        for (const { path } of files) {
          assert.doesNotMatch(
            path,
            /^\/|^[a-z]:|\\|(^|\/)\.\.?(\/|$)|[<>:"|?*\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|[. ](\/|$)/iu,
            payload,
          );
        }
        assert.equal(new Set(files.map(({ path }) => path.toLowerCase())).size, files.length);
      }
    }
  });

  it('gives well-formed text: no lone surrogate leaves', () => {
    const surrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
    for (const exporter of exporters) {
      for (const text of texts(exporter.export(inputFullOf('a\ud800b\udc00c')))) {
        assert.doesNotMatch(text, surrogates, exporter.id);
      }
    }
  });

  it('keeps the loss report to text', () => {
    const dna = exporterOf('dna')!;
    for (const payload of hostilePayloads) {
      const html = markdown.render(lossReportMarkdown(payload, dna.export(inputFullOf(payload)).losses));
      const tags = new Set(Object.keys(markup(html)).map((name) => name.replace(/^<\/?/, '')));
      assert.deepEqual(
        [...tags].filter((name) => !['h1', 'h2', 'ul', 'li'].includes(name)),
        [],
        payload,
      );
    }
  });
});
