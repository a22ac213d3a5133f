/** How often each property is tried with every commit; `npm run unit` takes about two minutes on two cores with these. */
export const perCommit = {
  sidecarEdits: 300,
  sidecarMerges: 300,
  sidecarMutations: 1000,
  storeSequences: 1000,
  storeKills: 12,
} as const;
