// Pure-JavaScript stand-ins for the native modules of the VS Code server that a test host can do without.
// They are written into the provisioned host only: nothing here ships with the extension.
import fs from 'node:fs';
import path from 'node:path';

/** name → source of its index.js (CommonJS; `exports.x =` so that `import()` sees named exports) */
export const STUBS = {
  // Log files (exthost log, remoteagent.log ...). The real one is a C++ addon without prebuilt binaries.
  '@vscode/spdlog': `
const fs = require('fs'), path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
class Logger {
	constructor(file) { this.file = file; this.level = 2; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); }
	getLevel() { return this.level; }
	setLevel(n) { this.level = n; }
	setPattern() { }
	clearFormatters() { this.raw = true; }
	flush() { }
	drop() { }
	_w(n, m) {
		if (n < this.level) { return; }
		const stamp = this.raw ? '' : new Date().toISOString().replace('T', ' ').replace('Z', '') + ' [' + NAMES[n] + '] ';
		try { fs.appendFileSync(this.file, stamp + m + (this.raw ? '' : '\\n')); } catch { /* the log folder may be gone at shutdown */ }
	}
	trace(m) { this._w(0, m); } debug(m) { this._w(1, m); } info(m) { this._w(2, m); }
	warn(m) { this._w(3, m); } error(m) { this._w(4, m); } critical(m) { this._w(5, m); }
}
exports.version = 0;
exports.setLevel = () => { };
exports.setFlushOn = () => { };
exports.shutdown = () => { };
exports.createRotatingLogger = async (name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
exports.Logger = Logger;
`,
  // Kills the extension host when its parent dies even if its loop is blocked; a timer covers the rest.
  '@vscode/native-watchdog': `
exports.start = pid => { setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 3000).unref(); };
exports.exit = code => process.exit(code);
`,
  'native-watchdog': `
exports.start = pid => { setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 3000).unref(); };
exports.exit = code => process.exit(code);
`,
  // Telemetry only.
  '@vscode/deviceid': `exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';`,
  // Used by the built-in git extension.
  '@vscode/fs-copyfile': `
const fs = require('fs');
exports.copyFile = (a, b, mode) => fs.promises.copyFile(a, b, mode);
exports.copyFileSync = (a, b, mode) => fs.copyFileSync(a, b, mode);
exports.isCloneSupported = async () => false;
exports.isCloneSupportedSync = () => false;
`,
  // Hosts before 1.13x ask for @vscode/ripgrep, whose install script downloads from GitHub;
  // @vscode/ripgrep-universal carries the binaries.
  '@vscode/ripgrep': `exports.rgPath = require('@vscode/ripgrep-universal').rgPath;`,
};

/** Writes each stub that the host does not already have for real. */
export function writeStubs(nodeModules) {
  const written = [];
  for (const [name, source] of Object.entries(STUBS)) {
    const dir = path.join(nodeModules, name);
    const manifest = path.join(dir, 'package.json');
    if (fs.existsSync(manifest) && !JSON.parse(fs.readFileSync(manifest, 'utf8')).vscodeHostStub) {
      continue;
    }
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(manifest, JSON.stringify({ name, version: '0.0.0', main: 'index.js', vscodeHostStub: true }));
    fs.writeFileSync(path.join(dir, 'index.js'), `'use strict';\n${source}`);
    written.push(name);
  }
  return written;
}
