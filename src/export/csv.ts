import { claimFields, recordKeys } from './claimFields';
import { recordOf } from './claimRecord';
import { csvCell } from './csvCell';
import type { Exporter, ExportInput, ExportOutput } from './exporter';
import { lossesOf } from './losses';
import { wellFormed } from './offsets';
import { actorName, type PreparedArticle, type PreparedClaim, prepare } from './prepare';

const placeColumns = [
  'id',
  'article',
  'title',
  'published',
  'language',
  'state',
  'line',
  'column',
  'start_utf16',
  'end_utf16',
  'start_codepoint',
  'end_codepoint',
  'quote',
  'prefix',
  'suffix',
  'source_name',
] as const;

/** One line a claim; offsets count in the article with line ends LF, lines and columns from 1. */
export const csvColumns: readonly string[] = [...placeColumns, ...recordKeys];

function cellsOf(input: ExportInput, article: PreparedArticle, placed: PreparedClaim): string[] {
  const { claim, range, selector } = placed;
  const record = recordOf(claim);
  const position = range && article.position(range.start);
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const place: Record<(typeof placeColumns)[number], string> = {
    id: claim.id,
    article: article.path,
    title: article.title,
    published: article.published ?? '',
    language: article.language,
    state: placed.state,
    line: number(position && position.line + 1),
    column: number(position && position.column + 1),
    start_utf16: number(range?.start),
    end_utf16: number(range?.end),
    start_codepoint: number(range && article.offsets.toCodePoint(range.start)),
    end_codepoint: number(range && article.offsets.toCodePoint(range.end)),
    quote: selector.exact,
    prefix: selector.prefix,
    suffix: selector.suffix,
    source_name:
      claim.source && claim.source !== 'author' ? actorName(input.actors, claim.source, article.language) : '',
  };
  return [...placeColumns.map((key) => place[key]), ...recordKeys.map((key) => record[key] ?? '')];
}

function table(input: ExportInput, separator: string): { readonly text: string; readonly articles: PreparedArticle[] } {
  const articles = prepare(input);
  const lines = [csvColumns.join(separator)];
  for (const article of articles) {
    for (const placed of article.claims) {
      lines.push(cellsOf(input, article, placed).map(csvCell).join(separator));
    }
  }
  return { text: wellFormed(`${lines.join('\r\n')}\r\n`), articles };
}

function exportTable(input: ExportInput, name: string, separator: string, mark: string): ExportOutput {
  const { text, articles } = table(input, separator);
  return {
    files: [{ path: name, content: mark + text }],
    losses: lossesOf(articles, { fields: new Set(claimFields), unplaced: true, context: true }),
  };
}

/** Comma-separated values by RFC 4180. */
export const csvExporter: Exporter = {
  id: 'csv',
  label: 'CSV table',
  purpose: 'For spreadsheets, databases and scripts: one line a claim, every field, can be imported again.',
  layout: 'file',
  extension: 'csv',
  mimeType: 'text/csv',
  export: (input) => exportTable(input, 'claims.csv', ',', ''),
};

/** The same table, with tabs. */
export const tsvExporter: Exporter = {
  id: 'tsv',
  label: 'TSV table',
  purpose: 'The CSV table with tabs, for command-line tools and programs that trip over commas.',
  layout: 'file',
  extension: 'tsv',
  mimeType: 'text/tab-separated-values',
  export: (input) => exportTable(input, 'claims.tsv', '\t', ''),
};

/** The same table with a byte order mark: without it, Excel reads UTF-8 as the system's legacy encoding. */
export const excelCsvExporter: Exporter = {
  id: 'csv-excel',
  label: 'CSV for Excel',
  purpose: 'The CSV table so that Excel opens it with Japanese and accents intact.',
  layout: 'file',
  extension: 'csv',
  mimeType: 'text/csv',
  export: (input) => exportTable(input, 'claims.csv', ',', '\uFEFF'),
};
