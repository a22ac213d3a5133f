/**
 * How often each property is tried by `npm run unit`. The sizes asked for each commit are 1,000 edits, 1,000 merges, 5,000
 * mutations, 10,000 sequences, 50 kills: about two minutes of processor time, started beside the other tests.
 */
export const perCommit = {
  sidecarEdits: 300,
  sidecarMerges: 300,
  sidecarMutations: 1000,
  storeSequences: 1000,
  storeKills: 12,
} as const;
