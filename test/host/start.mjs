// Builds the extension and opens VS Code with it on a folder: an installed `code` where there is one, else VS Code from
// npm, served on localhost and opened in the browser.
//   npm start [folder]
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startServer } from './host.mjs';
import { provision } from './provision.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..', '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'test', 'fixtures', 'sample-workspace'));
if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
  console.error(`${folder} is not a folder. Use: npm start [folder]`);
  process.exit(2);
}
if (spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' }).status !== 0) {
  process.exit(1);
}

const code = process.platform === 'win32' ? 'code.cmd' : 'code';
const shell = process.platform === 'win32';
if (spawnSync(code, ['--version'], { shell }).status === 0) {
  console.log(`Opening VS Code on ${folder}`);
  spawnSync(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder], { shell, stdio: 'inherit' });
} else {
  console.log('No "code" on the path: using VS Code from npm, in the browser.');
  const host = await provision('latest', { cacheDir: path.join(root, '.vscode-test') });
  const server = await startServer(host, {
    dataDir: path.join(root, '.vscode-test', 'start'),
    settings: { 'workbench.startupEditor': 'none' },
    // Reading on after a pause must not find the server gone.
    lasting: true,
  });
  const url = server.url({ folder, payload: [['extensionDevelopmentPath', server.uri(root)]] });
  console.log(`\nVS Code is ready. Open this address in a browser:\n\n  ${url}\n\nPress Ctrl+C to end.`);
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true }).on('error', () => {});
}
