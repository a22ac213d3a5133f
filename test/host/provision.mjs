// Provisions a VS Code test host from npm, without compiling anything, into <project>/.vscode-test/.
//   node test/host/provision.mjs [latest|v1.117|v1.96] [--force]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownEnv } from './host.mjs';
import { STUBS, writeStubs } from './stubs.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`; // "latest" brings the Node that its server asks for, for Linux; elsewhere ours is tried
const LAYOUT = 5; // raise when the steps below change, so that older caches are not reused

/**
 * Built-in extensions that no test of ours uses and that cost disk (some 100 MB together) or start-up work. None with a `browser`
 * entry that anything activates by itself: the page has those in a list of its own and would tell of each that is missing.
 */
const DROP_EXTENSIONS = [
  'copilot',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
];

/**
 * @param {string} name a folder beside this file that holds package.json and package-lock.json
 * @returns {Promise<{name:string, root:string, vscodeRoot:string, serverMain:string, node:string, env:Record<string,string>, version:string, commit:string, seconds:number}>}
 */
export async function provision(
  name = 'latest',
  { cacheDir = path.resolve('.vscode-test'), force = false, log = console.error } = {},
) {
  const source = path.join(here, 'versions', name);
  const lock = path.join(source, 'package-lock.json');
  if (!fs.existsSync(lock)) {
    throw new Error(`no such host: ${source} holds no package-lock.json`);
  }
  const key = createHash('sha256')
    .update(fs.readFileSync(lock))
    .update(JSON.stringify(STUBS))
    .update(JSON.stringify(DROP_EXTENSIONS))
    .update(`${LAYOUT} ${process.platform} ${process.arch}`)
    .digest('hex')
    .slice(0, 12);
  const root = path.join(cacheDir, `host-${name}-${key}`);
  const stamp = path.join(root, 'ready.json');
  if (fs.existsSync(stamp) && !force) {
    return { ...describe(name, root), seconds: 0 };
  }

  const started = Date.now();
  const work = path.join(cacheDir, `.partial-${name}-${process.pid}-${Date.now().toString(36)}`);
  fs.mkdirSync(work, { recursive: true });
  try {
    for (const f of ['package.json', 'package-lock.json']) {
      fs.copyFileSync(path.join(source, f), path.join(work, f));
    }
    log(
      `vscode-host: installing "${name}" into ${path.relative(process.cwd(), root)} (about 150 MB from the npm registry) ...`,
    );
    await npmCi(work);
    prepare(work);
    smoke(describe(name, work));
    fs.writeFileSync(path.join(work, 'ready.json'), JSON.stringify({ name, key, created: new Date().toISOString() }));
    if (force) {
      fs.rmSync(root, { recursive: true, force: true });
    }
    try {
      fs.renameSync(work, root); // atomic: a half-made host is never seen, and of two parallel runs one wins
    } catch (e) {
      if (!fs.existsSync(stamp)) {
        throw e;
      }
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  const seconds = (Date.now() - started) / 1000;
  log(`vscode-host: "${name}" ready after ${seconds.toFixed(1)} s`);
  return { ...describe(name, root), seconds };
}

/** `npm ci` from the lockfile. --ignore-scripts: no compiler, no postinstall (code-server's insists on its own Node version). */
function npmCi(cwd) {
  return new Promise((resolve, reject) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const child = spawn(
      npm,
      ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'],
      { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' },
    );
    let out = '';
    child.stdout.on('data', (d) => (out += d));
    child.stderr.on('data', (d) => (out += d));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ci failed (${code}) in ${cwd}\n${out}`)),
    );
  });
}

function prepare(root) {
  const modules = path.join(root, 'node_modules');
  const vscodeRoot = path.join(modules, 'code-server', 'lib', 'vscode');
  // The server resolves its imports from out/, and the page asks it for static/node_modules/...: both end here.
  fs.rmSync(path.join(vscodeRoot, 'node_modules'), { recursive: true, force: true });
  fs.symlinkSync(path.join('..', '..', '..'), path.join(vscodeRoot, 'node_modules'), 'junction');
  writeStubs(modules);
  for (const e of DROP_EXTENSIONS) {
    fs.rmSync(path.join(vscodeRoot, 'extensions', e), { recursive: true, force: true });
  }
  for (const p of ['include', 'share', 'CHANGELOG.md']) {
    fs.rmSync(path.join(modules, NODE_PACKAGE, p), { recursive: true, force: true });
  }
  const rgBin = path.join(modules, '@vscode', 'ripgrep-universal', 'bin');
  const mine = `${process.platform}-${process.arch}`;
  for (const d of fs.existsSync(rgBin) ? fs.readdirSync(rgBin) : []) {
    if (d !== mine) {
      fs.rmSync(path.join(rgBin, d), { recursive: true, force: true });
    }
  }
  for (const f of [path.join(rgBin, mine, 'rg'), path.join(modules, NODE_PACKAGE, 'bin', 'node')]) {
    if (fs.existsSync(f)) {
      fs.chmodSync(f, 0o755);
    }
  }
}

function describe(name, root) {
  const modules = path.join(root, 'node_modules');
  const vscodeRoot = path.join(modules, 'code-server', 'lib', 'vscode');
  const bundled = path.join(modules, NODE_PACKAGE, 'bin', 'node');
  const node = fs.existsSync(bundled) ? bundled : process.execPath;
  const product = JSON.parse(fs.readFileSync(path.join(vscodeRoot, 'product.json'), 'utf8'));
  const manifest = JSON.parse(fs.readFileSync(path.join(vscodeRoot, 'package.json'), 'utf8'));
  /** @type {Record<string,string>} */
  const env = {};
  // VS Code 1.103+ reads the global WebSocket at extension host start; Node 20 has it behind a flag.
  if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 22) {
    env.NODE_OPTIONS = '--experimental-websocket';
  }
  return {
    name,
    root,
    vscodeRoot,
    serverMain: path.join(vscodeRoot, 'out', 'server-main.js'),
    node,
    env,
    version: manifest.version,
    commit: product.commit,
  };
}

function smoke(host) {
  const r = spawnSync(host.node, [host.serverMain, '--version'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...ownEnv(), ...host.env },
  });
  if (r.status !== 0) {
    throw new Error(
      `the installed server does not start under ${host.node} (${host.name === 'latest' ? 'it asks for Node 24; packages with that Node exist for Linux x64 and arm64' : 'it asks for Node 20 or later'}):\n${(r.stdout + r.stderr).slice(-2000)}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  provision(
    args.find((a) => !a.startsWith('--')),
    { force: args.includes('--force') },
  ).then(
    (h) => console.log(JSON.stringify(h, undefined, 1)),
    (e) => {
      console.error(e.message);
      process.exit(1);
    },
  );
}
