import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { csvColumns, csvExporter } from '../../../src/export/csv';
import { dnaColumns, dnaTableExporter } from '../../../src/export/dnaTable';
import { hypothesisExporter } from '../../../src/export/hypothesis';
import { ndjsonExporter } from '../../../src/export/ndjson';
import { sampleInput, textFile, twoArticles } from './samples';

const input = sampleInput(twoArticles());

describe('tables, by two CSV parsers', () => {
  const files: [string, string, readonly string[]][] = [
    ['claims.csv', textFile(csvExporter.export(input), 'claims.csv'), csvColumns],
    ['dna.csv', textFile(dnaTableExporter.export(input), 'dna.csv'), dnaColumns],
  ];
  for (const [name, text, columns] of files) {
    it(`${name} reads the same in both, every row as long as the header`, () => {
      const rows: string[][] = parse(text);
      const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
      assert.deepEqual(errors, []);
      assert.deepEqual(data, rows);
      assert.deepEqual(rows[0], columns);
      assert.ok(rows.length > 2 && rows.every((row) => row.length === columns.length));
    });
  }

  it('codes persons and organizations for and against, as DNA does', () => {
    const rows: Record<string, string>[] = parse(files[1]![1], { columns: true });
    assert.deepEqual(
      rows.map(({ time, person, organization, concept, agreement }) => [
        time,
        person,
        organization,
        concept,
        agreement,
      ]),
      [
        ['2031-05-02', 'Mina Orlova', '', 'port reopening', 'yes'],
        ['2031-05-02', 'Mina Orlova', '', 'strike | pay', 'yes'],
        ['2031-05-02', '', 'Port Union', 'port reopening', 'no'],
      ],
    );
  });
});

/** From the schema in https://h.readthedocs.io/en/latest/api-reference/v1/ (Annotation) and the client's export file. */
const hypothesisSchema = {
  type: 'object',
  required: ['export_date', 'export_userid', 'client_version', 'annotations'],
  properties: {
    export_date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT' },
    export_userid: { type: 'string', pattern: '^acct:.+@.+$' },
    annotations: {
      type: 'array',
      items: {
        type: 'object',
        required: [
          'id',
          'created',
          'updated',
          'user',
          'uri',
          'text',
          'tags',
          'group',
          'permissions',
          'target',
          'document',
          'links',
        ],
        properties: {
          id: { type: 'string' },
          created: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT' },
          user: { type: 'string', pattern: '^acct:.+@.+$' },
          uri: { type: 'string', pattern: '^[a-z]+:' },
          text: { type: 'string' },
          tags: { type: 'array', items: { type: 'string' } },
          permissions: { type: 'object', required: ['read', 'admin', 'update', 'delete'] },
          target: {
            type: 'array',
            minItems: 1,
            maxItems: 1,
            items: {
              type: 'object',
              required: ['source', 'selector'],
              properties: {
                selector: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    oneOf: [
                      { properties: { type: { const: 'TextQuoteSelector' } }, required: ['type', 'exact'] },
                      {
                        properties: {
                          type: { const: 'TextPositionSelector' },
                          start: { type: 'integer', minimum: 0 },
                          end: { type: 'integer' },
                        },
                        required: ['type', 'start', 'end'],
                      },
                    ],
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

describe('Hypothesis JSON, by the schema of its API', () => {
  const file = JSON.parse(textFile(hypothesisExporter.export(input), 'hypothesis.json'));

  it('is valid', () => {
    const validate = new Ajv({ strict: false }).compile(hypothesisSchema) as (value: unknown) => boolean;
    assert.ok(validate(file));
    assert.ok(!validate({ ...file, annotations: [{ ...file.annotations[0], target: [] }] }));
  });

  it('counts UTF-16, as Hypothesis does in a browser', () => {
    const first = file.annotations.find(({ id }: { id: string }) => id === 'claimaaaaaaaaaaaaa1');
    const [position, quote] = first.target[0].selector;
    const text = twoArticles()[0]?.text.replaceAll('\r\n', '\n') ?? '';
    assert.equal(text.slice(position.start, position.end), quote.exact);
  });
});

describe('NDJSON', () => {
  it('is one object a line, with offsets into its own text', () => {
    const lines = textFile(ndjsonExporter.export(input), 'claims.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ id, lang }) => [id, lang]),
      [
        ['news/port.txt', 'en'],
        ['news/東/港.txt', 'ja'],
      ],
    );
    for (const { text, claims } of lines) {
      for (const { start, end, state, selector } of claims) {
        assert.equal(
          state === 'orphan' ? selector.exact : text.slice(start, end),
          selector.exact.replaceAll('\r\n', '\n'),
        );
      }
    }
  });
});
