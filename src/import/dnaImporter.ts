import { unguardCell } from '../export/csvCell';
import type { Stance } from '../model/claim';
import type { Problem } from '../model/problem';
import { csvTable } from './csvRows';
import { decodeText } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, Importer, ImportFile } from './importer';
import { importProblem } from './importProblem';

/** Discourse Network Analyzer's table; lines of one statement become one claim with several concepts. */
export const dnaImporter: Importer = {
  id: 'dna',
  label: 'Discourse Network Analyzer table',
  extensions: ['csv'],
  import(files) {
    const problems: Problem[] = [];
    return { claims: files.flatMap((file) => readTable(file, problems)), problems };
  },
};

const agreements: Readonly<Record<string, Stance>> = {
  yes: 'support',
  '1': 'support',
  true: 'support',
  no: 'oppose',
  '0': 'oppose',
  false: 'oppose',
};

function readTable(file: ImportFile, problems: Problem[]): ImportedClaim[] {
  const text = decodeText(file, problems);
  const claims = new Map<string, ImportedClaim>();
  for (const { line, record } of text === undefined ? [] : csvTable(text).records) {
    const cell = (...names: string[]): string =>
      unguardCell(names.map((name) => record.get(name) ?? '').find((value) => value !== '') ?? '');
    const article = cell('document_id', 'document_title', 'document');
    const concept = cell('concept');
    const exact = cell('text', 'statement_text', 'quote');
    const statement = cell('statement_id', 'id') || `${article}\u0000${exact}\u0000${line}`;
    if (article === '' || exact === '') {
      const message = 'A statement without document or text cannot be placed; it is left out.';
      problems.push(importProblem('import-row', 'warning', message, { line, item: cell('statement_id', 'id') }));
      continue;
    }
    const stance = agreements[cell('agreement').toLowerCase()];
    const key = `${article}\u0000${statement}\u0000${stance ?? ''}`;
    const known = claims.get(key);
    if (known) {
      claims.set(key, {
        ...known,
        details: { ...known.details, concepts: [...known.details.concepts, ...(concept === '' ? [] : [concept])] },
      });
      continue;
    }
    const name = cell('person', 'organization');
    const start = cell('start');
    claims.set(key, {
      article,
      ...(/^[a-z0-9-]{16,}$/.test(statement) ? { id: statement } : {}),
      selector: { exact, prefix: '', suffix: '' },
      ...(/^\d{1,15}$/.test(start)
        ? { position: { start: Number(start), end: Number(start) + [...exact].length, unit: 'codepoint' as const } }
        : {}),
      details: {
        ...importedDetails((recordKey) => (recordKey === 'stance' ? stance : undefined), problems, { line }),
        concepts: concept === '' ? [] : [concept],
      },
      ...(name === '' ? {} : { sourceName: name }),
    });
  }
  return [...claims.values()];
}
