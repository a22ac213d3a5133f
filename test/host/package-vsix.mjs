// Packages the extension from a clean staging folder: node test/host/package-vsix.mjs <out.vsix> [what else to take ...]
// vsce walks everything below the folder it packages, ignored or not: beside .vscode-test/ and other big folders that takes many seconds.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { tempFolder } from './host.mjs';

const [out = 'extension.vsix', ...more] = process.argv.slice(2);
const stage = tempFolder('vsix-');
for (const f of [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'LICENSE.txt',
  'icon.png',
  '.vscodeignore',
  'package.nls.json',
  'package.nls.ja.json',
  'dist',
  'media',
  'l10n',
  'syntaxes',
  'schemas',
  ...more,
]) {
  if (fs.existsSync(f)) {
    fs.cpSync(f, path.join(stage, f), { recursive: true });
  }
}
const manifest = JSON.parse(fs.readFileSync(path.join(stage, 'package.json'), 'utf8'));
delete manifest.scripts?.['vscode:prepublish']; // the build has been done, here are only its results
delete manifest.devDependencies;
delete manifest.files; // npm's list, for the command line; vsce takes .vscodeignore only
fs.writeFileSync(path.join(stage, 'package.json'), JSON.stringify(manifest, undefined, '\t'));
const vsce = createRequire(path.resolve('package.json')).resolve('@vscode/vsce/vsce');
const r = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', path.resolve(out)], {
  cwd: stage,
  stdio: 'inherit',
});
process.exit(r.status ?? 1);
