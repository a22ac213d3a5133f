// The front door: runs the tests in VS Code desktop where that can be had, else in the npm-provisioned host, and says which and why.
//   node test/host/test.mjs --tests dist-test/integration.js [--kind node] [the options of run-tests.mjs]
//   VSCODE_HOST=desktop   no falling back (for a CI job that is there to prove desktop)
//   VSCODE_HOST=npm       no trying (saves the attempt where one knows)
//   VSCODE_PATH=/path/to/code   this VS Code
import { spawnSync } from 'node:child_process';
import { desktopVSCode, display, runDesktopTests, Unavailable } from './desktop.mjs';
import { options, runTests } from './run-tests.mjs';

const o = options();
const want = process.env.VSCODE_HOST ?? 'auto';
let code;
if (o.kind === 'node' && !o.vsix && want !== 'npm') {
  try {
    const prefix = display();
    const executable = await desktopVSCode();
    if (Array.isArray(prefix)) {
      // start over under a virtual display
      code =
        spawnSync(prefix[0], [...prefix.slice(1), process.execPath, ...process.argv.slice(1)], {
          stdio: 'inherit',
          env: { ...process.env, VSCODE_PATH: executable },
        }).status ?? 2;
    } else {
      code = await runDesktopTests(o, executable);
    }
  } catch (e) {
    if (!(e instanceof Unavailable) || want === 'desktop') {
      console.error(`vscode-host: ${e.message}`);
      process.exit(2);
    }
    console.error(
      `vscode-host: no VS Code desktop here - ${e.message}.\nvscode-host: running in the npm-provisioned VS Code server and web workbench instead: the same extension host code, but no Electron window.`,
    );
  }
}
process.exit(code ?? (await runTests(o)));
