// Runs a bundle of mocha tests inside a real VS Code extension host and exits with a right code.
//   node test/host/run-tests.mjs --tests dist-test/integration.js [--kind node|web|virtual] [--host latest]
//        [--workspace dir] [--extension dir | --vsix file.vsix] [--grep text] [--timeout seconds] [--setting key=json]...
//        [--env NAME=value]... [--screenshot file.png] [--keep-logs dir] [--measures file.json] [--verbose] [--headed]
//
//   node      the extension's `main`, in the Node extension host, workspace on disk
//   web       the extension's `browser`, in the web worker extension host, same workspace seen through vscode-remote:
//   virtual   the extension's `browser`, in VS Code for the Web with nothing behind it, workspace in memory (memfs:)
//
// Exit code: 0 all passed; 1 some failed; 2 the run itself went wrong (nothing ran, time-out, the host died ...).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installVsix, startBrowser, startServer, tempFolder } from './host.mjs';
import { provision } from './provision.mjs';
import { Report } from './report.mjs';
import { startWebHost } from './web-host.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

export async function runTests(o) {
  const t0 = Date.now();
  const mark = (what) => {
    if (o.verbose) {
      console.error(`[${((Date.now() - t0) / 1000).toFixed(1)} s] ${what}`);
    }
  };
  const host = await provision(o.host);
  mark(`host ${host.name} (VS Code ${host.version})`);
  const temp = tempFolder();
  const workspace = path.join(temp, 'workspace'); // a copy: tests may write
  if (o.workspace) {
    fs.cpSync(o.workspace, workspace, { recursive: true });
  } else {
    fs.mkdirSync(workspace);
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(o.extension, 'package.json'), 'utf8'));
  const settings = { ...o.settings, 'vscodeHost.mocha': o.grep ? { grep: o.grep } : {} };
  const stops = [];
  const report = new Report({
    verbose: o.verbose,
    ours: [
      path.resolve(o.extension) + path.sep,
      path.basename(o.tests),
      '/carrier/tests.js',
      `/${manifest.publisher}.${manifest.name}-`,
      '/extension/',
    ],
  });
  let timer;
  try {
    let url,
      died = () => {};
    let packaged;
    const dataDir = path.join(temp, 'server');
    if (o.vsix) {
      packaged = installVsix(host, o.vsix, path.join(dataDir, 'extensions'), dataDir);
      mark(`installed ${o.vsix} as ${packaged}`);
    }
    if (o.kind === 'virtual') {
      const web = await startWebHost(host, { extension: packaged ?? o.extension, tests: o.tests, workspace, settings });
      stops.push(web.stop);
      url = web.url();
    } else {
      const id = `${manifest.publisher}.${manifest.name}`;
      let extension = path.resolve(o.extension),
        tests = path.resolve(o.tests);
      if (packaged) {
        // VS Code runs tests only beside an extension under development: an empty one, so that the tests meet the packaged one.
        extension = path.join(temp, 'carrier');
        fs.cpSync(path.join(here, 'carrier'), extension, { recursive: true });
        tests = path.join(extension, 'tests.js');
        for (const end of ['', '.map']) {
          if (fs.existsSync(o.tests + end)) {
            fs.copyFileSync(o.tests + end, tests + end);
          }
        }
      }
      // The web workbench ignores a payload's extensionDevelopmentKind; this setting moves an extension that has a `browser` entry to the worker.
      if (o.kind === 'web') {
        settings['remote.extensionKind'] = { [id]: ['web'], 'vscode-host.carrier': ['web'] };
      }
      const server = await startServer(host, { dataDir, settings, env: o.env });
      stops.push(server.stop);
      died = (f) =>
        server.child.once('exit', (code, signal) =>
          f(new Error(`the VS Code server ended with ${code ?? signal}\n${server.log.join('').slice(-2000)}`)),
        );
      url = server.url({
        folder: workspace,
        payload: [
          ['extensionDevelopmentPath', server.uri(extension)],
          ['extensionTestsPath', server.uri(tests)],
        ],
      });
      o.server = server;
    }
    const browser = await startBrowser({ headless: !o.headed });
    stops.unshift(browser.stop);
    const page = await browser.newPage();
    mark('server and browser are up');
    const outcome = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the tests did not end within ${o.timeout} s`)), o.timeout * 1000);
      page.on('crash', () => reject(new Error('the page crashed')));
      page.on('close', () => reject(new Error('the page was closed')));
      page.on('pageerror', (e) => report.problem(`error in the page: ${e.stack ?? e}`));
      died(reject);
      page.exposeFunction('codeAutomationExit', (code) => resolve(code)).catch(reject);
    });
    outcome.catch(() => {});
    // The workbench page hands every log line, and with it every console line of the extension hosts, to this function.
    await page.exposeFunction('codeAutomationLog', (type, args) => report.line(type, args.map(String).join(' ')));
    await page.goto(url);
    mark('page loaded');
    const rss = [];
    const sampler =
      o.measures && o.server && o.kind === 'node'
        ? setInterval(() => {
            const hosts = o.server.extensionHosts();
            if (hosts.length) {
              rss.push(Math.max(...hosts.map((p) => p.rss)) / 1e6);
            }
          }, 500)
        : undefined;
    let code;
    try {
      code = await outcome;
    } catch (e) {
      report.problem(e.message);
      code = 2;
    }
    if (o.screenshot && (code || report.failures)) {
      await page.screenshot({ path: o.screenshot }).catch(() => {});
    }
    if (o['keep-logs']) {
      fs.cpSync(path.join(temp, 'server', 'data', 'logs'), o['keep-logs'], { recursive: true });
    }
    clearInterval(sampler);
    if (rss.length) {
      report.measure({
        name: 'extension host process, resident',
        unit: 'MB',
        n: rss.length,
        p50: median(rss),
        p95: Math.max(...rss),
        max: Math.max(...rss),
      });
    }
    if (o.measures) {
      fs.writeFileSync(
        o.measures,
        JSON.stringify(
          { host: host.version, kind: o.kind, date: new Date().toISOString(), measures: report.measures },
          undefined,
          '\t',
        ),
      );
    }
    return report.finish(code);
  } finally {
    clearTimeout(timer);
    o.server?.child.removeAllListeners('exit');
    for (const stop of stops) {
      await stop();
    }
    fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

const median = (v) => [...v].sort((a, b) => a - b)[Math.floor(v.length / 2)];

export function options(argv = process.argv.slice(2)) {
  const { values: v } = parseArgs({
    args: argv,
    options: {
      tests: { type: 'string' },
      kind: { type: 'string', default: 'node' },
      host: { type: 'string', default: 'latest' },
      extension: { type: 'string', default: '.' },
      vsix: { type: 'string' },
      workspace: { type: 'string' },
      grep: { type: 'string' },
      timeout: { type: 'string', default: '120' },
      setting: { type: 'string', multiple: true, default: [] },
      env: { type: 'string', multiple: true, default: [] },
      screenshot: { type: 'string' },
      'keep-logs': { type: 'string' },
      measures: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      headed: { type: 'boolean', default: false },
    },
  });
  if (!v.tests || !fs.existsSync(v.tests)) {
    throw new Error(`--tests <bundle.js>: ${v.tests ?? 'missing'} is not there`);
  }
  if (!['node', 'web', 'virtual'].includes(v.kind)) {
    throw new Error(`--kind ${v.kind}: node, web or virtual`);
  }
  const pairs = (list) => list.map((s) => [s.slice(0, s.indexOf('=')), s.slice(s.indexOf('=') + 1)]);
  return {
    ...v,
    settings: Object.fromEntries(pairs(v.setting).map(([k, x]) => [k, JSON.parse(x)])),
    env: Object.fromEntries(pairs(v.env)),
    timeout: Number(v.timeout),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  Promise.resolve()
    .then(() => runTests(options()))
    .then(
      (code) => process.exit(code),
      (e) => {
        console.error(`vscode-host: ${e.message}`);
        process.exit(2);
      },
    );
}
