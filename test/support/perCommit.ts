/** How often each property is tried at each commit; the seeded scripts in `test/property` take larger counts by hand. */
export const perCommit = {
  sidecarEdits: 1000,
  sidecarMerges: 1000,
  sidecarMutations: 5000,
  storeSequences: 10_000,
  storeKills: 50,
} as const;
