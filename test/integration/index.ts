import { createRun } from '../host/in-host.mjs';

/** What VS Code calls to run the tests in its extension host. */
export const run = createRun({ ui: 'bdd', timeout: 20_000 }, async () => {
  await import('./mainJob.test');
  await import('./navigation.test');
  await import('./editing.test');
  await import('./betweenClaims.test');
  await import('./folders.test');
});
