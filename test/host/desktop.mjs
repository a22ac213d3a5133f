// VS Code desktop through @vscode/test-electron, where it can be had. Throws Unavailable with the reason where it cannot.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Writable } from 'node:stream';
import { QUIET_SETTINGS, tempFolder } from './host.mjs';
import { Report } from './report.mjs';

export class Unavailable extends Error {}

/** Finds or downloads VS Code desktop. `timeout` bounds each request, so a network that swallows packets costs that much and no more. */
export async function desktopVSCode({ version = 'stable', timeout = 5000 } = {}) {
  if (process.env.VSCODE_PATH) {
    return process.env.VSCODE_PATH;
  } // an installed VS Code, or one downloaded by hand
  let electron;
  try {
    electron = createRequire(path.resolve('package.json'))('@vscode/test-electron');
  } catch (e) {
    throw new Unavailable(`@vscode/test-electron cannot be loaded (${e.code ?? e.message}); it needs Node 22 or later`);
  }
  try {
    return await electron.downloadAndUnzipVSCode({ version, timeout, reporter: { report() {}, error() {} } });
  } catch (e) {
    throw new Unavailable(`VS Code ${version} could not be downloaded: ${e.message ?? e}`);
  }
}

export async function runDesktopTests(o, executable) {
  const { runTests } = createRequire(path.resolve('package.json'))('@vscode/test-electron');
  const temp = tempFolder();
  const workspace = path.join(temp, 'workspace');
  if (o.workspace) {
    fs.cpSync(o.workspace, workspace, { recursive: true });
  } else {
    fs.mkdirSync(workspace);
  }
  const user = path.join(temp, 'user', 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(
    path.join(user, 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...o.settings, 'vscodeHost.mocha': o.grep ? { grep: o.grep } : {} }),
  );
  const manifest = JSON.parse(fs.readFileSync(path.join(o.extension, 'package.json'), 'utf8'));
  const report = new Report({
    verbose: o.verbose,
    ours: [path.resolve(o.extension) + path.sep, path.basename(o.tests), `/${manifest.publisher}.${manifest.name}-`],
  });
  const raw = [];
  let rest = '';
  const lines = new Writable({
    write(chunk, _, done) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop();
      for (const l of parts) {
        raw.push(l);
        report.line('info', l.replace(/^.*?(?=@@vscode-host@@)/, ''));
      }
      done();
    },
  });
  let code = 0;
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: path.resolve(o.extension),
      extensionTestsPath: path.resolve(o.tests),
      launchArgs: [
        workspace,
        '--user-data-dir',
        path.join(temp, 'user'),
        '--extensions-dir',
        path.join(temp, 'extensions'),
        '--disable-extensions',
        '--disable-telemetry',
      ],
      stdout: lines,
      stderr: new Writable({
        write(c, _, done) {
          raw.push(String(c));
          done();
        },
      }),
    });
  } catch (e) {
    code = e.code ?? 1;
  }
  if (!report.ended && !report.failures && code === 0) {
    process.stdout.write(raw.join('\n') + '\n');
    return code;
  } // no marked lines got through: VS Code's own verdict
  return report.finish(code);
}

/** Electron needs a display. True if there is one, else the xvfb-run command to put in front, else Unavailable. */
export function display() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    return true;
  }
  if (spawnSync('xvfb-run', ['--help']).status === 0) {
    return ['xvfb-run', '-a'];
  }
  throw new Unavailable('there is no display, and no xvfb-run to make one');
}
