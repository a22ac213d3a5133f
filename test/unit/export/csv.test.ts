import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { csvExporter, excelCsvExporter, tsvExporter } from '../../../src/export/csv';
import { csvCell, guardCell, looksLikeFormula, unguardCell } from '../../../src/export/csvCell';
import { fullClaim, plainClaim, sampleArticle, sampleInput, textFile } from './samples';

function rows(text: string, delimiter = ','): Record<string, string>[] {
  return parse(text, { columns: true, delimiter, bom: true });
}

describe('CSV', () => {
  const text = '😀 Orlova said: "Pier one, e\u0301tage 2;\r\nopens".\r\nミナは否定した。';
  const claims = [
    fullClaim('aa', 'Pier one, e\u0301tage 2;\r\nopens'),
    plainClaim('bb', 'ミナは否定した。'),
    plainClaim('cc', 'gone'),
  ];
  const input = sampleInput([sampleArticle('news/port.txt', text, claims)]);

  it('gives one row a claim with places in both units', () => {
    const [first, second, third] = rows(textFile(csvExporter.export(input), 'claims.csv'));
    assert.ok(first && second && third);
    assert.equal(first.quote, 'Pier one, e\u0301tage 2;\nopens');
    const folded = text.replaceAll('\r\n', '\n');
    assert.equal(folded.slice(Number(first.start_utf16), Number(first.end_utf16)), first.quote);
    const points = [...folded].slice(Number(first.start_codepoint), Number(first.end_codepoint));
    assert.equal(points.join(''), first.quote);
    assert.equal(Number(first.start_utf16) - Number(first.start_codepoint), 1);
    assert.deepEqual([second.line, second.column], ['3', '1']);
    assert.deepEqual([third.state, third.start_utf16, third.quote], ['orphan', '', 'gone']);
    assert.equal(first.source_name, 'Mina Orlova');
    assert.equal(first.concepts, 'port reopening|strike \\| pay');
  });

  it('is the same table with tabs, and with a mark for Excel', () => {
    const plain = rows(textFile(csvExporter.export(input), 'claims.csv'));
    assert.deepEqual(rows(textFile(tsvExporter.export(input), 'claims.tsv'), '\t'), plain);
    const excel = textFile(excelCsvExporter.export(input), 'claims.csv');
    assert.ok(excel.startsWith('\uFEFFid,'));
    assert.deepEqual(rows(excel), plain);
  });

  it('loses no field', () => assert.deepEqual(csvExporter.export(input).losses, []));
});

describe('CSV cells', () => {
  const formulas = [
    '=1+1',
    '+A1',
    '-A1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1',
    '"=1',
    "'=1",
    '\n=1',
    '＝1',
    '＋1',
    '\u00a0=1',
    '-1+1',
    '“=1',
    '\ufeff=1',
    '-',
  ];
  for (const text of formulas) {
    it(`guards ${JSON.stringify(text)}`, () => {
      assert.ok(looksLikeFormula(text));
      assert.equal(guardCell(text)[0], "'");
      assert.equal(unguardCell(guardCell(text)), text);
    });
  }
  for (const text of ['', '-1', '+2.5', 'a=b', '3-1', "it's", "'tis", '東京', '1e3']) {
    it(`leaves ${JSON.stringify(text)} alone`, () => {
      assert.equal(guardCell(text), text);
      assert.equal(unguardCell(text), text);
    });
  }
  it('quotes by RFC 4180', () => {
    assert.equal(csvCell('a"b'), '"a""b"');
    assert.equal(csvCell('a,b'), '"a,b"');
    assert.equal(csvCell('a\nb'), '"a\nb"');
    assert.equal(csvCell('ab'), 'ab');
  });
});
