import { unguardCell } from '../export/csvCell';
import type { Problem } from '../model/problem';
import { csvTable } from './csvRows';
import { decodeText } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, Importer, ImportFile } from './importer';
import { importProblem } from './importProblem';

/** Our own table, from CSV, TSV or a spreadsheet that saved it again. Columns are found by name, in any order. */
export const csvImporter: Importer = {
  id: 'csv',
  label: 'CSV table',
  extensions: ['csv', 'tsv', 'txt'],
  import(files) {
    const problems: Problem[] = [];
    return { claims: files.flatMap((file) => readTable(file, problems)), problems };
  },
};

function readTable(file: ImportFile, problems: Problem[]): ImportedClaim[] {
  const text = decodeText(file, problems);
  if (text === undefined) {
    return [];
  }
  const { columns, records } = csvTable(text);
  if (!columns.includes('quote')) {
    const message = `${file.path} has no column "quote", so it is no table of claims.`;
    problems.push(importProblem('import-no-table', 'error', message, { args: [file.path] }));
    return [];
  }
  const claims: ImportedClaim[] = [];
  for (const { line, record } of records) {
    const cell = (name: string): string => unguardCell(record.get(name) ?? '');
    const exact = cell('quote');
    const id = cell('id');
    if (exact === '' || cell('article') === '') {
      const message = 'A row without article or quote is left out.';
      problems.push(importProblem('import-row', 'warning', message, { line, item: id }));
      continue;
    }
    const start = wholeNumber(cell('start_utf16'));
    const end = wholeNumber(cell('end_utf16'));
    claims.push({
      article: cell('article'),
      ...(id === '' ? {} : { id }),
      selector: {
        exact,
        prefix: cell('prefix'),
        suffix: cell('suffix'),
        ...(start === undefined ? {} : { hint: start }),
      },
      ...(start === undefined || end === undefined ? {} : { position: { start, end, unit: 'utf16' as const } }),
      details: importedDetails(cell, problems, { line, item: id }),
      ...(cell('source_name') === '' ? {} : { sourceName: cell('source_name') }),
    });
  }
  return claims;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
