import { type RecordKey, recordKeys } from '../export/claimFields';
import { type ClaimDetails, detailsOf } from '../export/claimRecord';
import type { Problem } from '../model/problem';
import { shortened } from '../text/shortened';
import { importProblem } from './importProblem';

/** Details from named text values; values that are not of the model become problems and are left out. */
export function importedDetails(
  value: (key: RecordKey) => string | undefined,
  problems: Problem[],
  place: { readonly line?: number; readonly item?: string } = {},
): ClaimDetails {
  const record: Partial<Record<RecordKey, string>> = {};
  for (const key of recordKeys) {
    const text = value(key);
    if (text) {
      record[key] = text;
    }
  }
  return detailsOf(record, (key, text) => {
    const message = `"${shortened(text, 60)}" is no ${key} of ours; it is left out.`;
    problems.push(importProblem('import-value', 'warning', message, { ...place, args: [key, shortened(text, 60)] }));
  });
}
