import type { ClaimField } from './claimFields';

/** What the reports show of a claim. */
export const reportedFields: ReadonlySet<ClaimField> = new Set<ClaimField>([
  'source',
  'role',
  'statement',
  'kind',
  'directness',
  'concepts',
  'stance',
  'date',
  'status',
  'verdict',
  'note',
  'links',
]);
