/** Branches that no unit test runs, each with the reason. `text` is how the branch begins, as `coverage.mjs` tells it. */
export const gaps = [];
