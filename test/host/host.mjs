// Starts a provisioned VS Code server and a Chromium on it. Everything lives in one temporary folder and one process
// group, on a port the system chooses, so that any number of runs can go on side by side.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Settings that keep a test window quiet, deterministic and off the network. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.autofetch': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const cleanups = new Set();
let installed = false;
/** Runs `fn` when the process ends, however it ends (except SIGKILL, for which see --enable-remote-auto-shutdown below). */
export function onExit(fn) {
  cleanups.add(fn);
  if (!installed) {
    installed = true;
    const all = () => {
      for (const f of [...cleanups].reverse()) {
        try {
          f();
        } catch {
          /* keep going */
        }
      } // servers before the folders they write to
      cleanups.clear();
    };
    process.on('exit', all);
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ]) {
      process.on(signal, () => {
        all();
        process.exit(code);
      });
    }
    process.stdout.on('error', () => {
      all();
      process.exit(1);
    }); // `... | head` closed the pipe
  }
  return () => cleanups.delete(fn);
}

/** Our environment without what a surrounding VS Code (integrated terminal, debugger) put into it. */
export function ownEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([k]) => !/^(VSCODE_(?!HOST|PATH)|ELECTRON_|NODE_OPTIONS$|NODE_INSPECT)/.test(k),
    ),
  );
}

export function tempFolder(prefix = 'vscode-host-') {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), prefix));
  onExit(() => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}

/**
 * @param {Awaited<ReturnType<typeof import('./provision.mjs').provision>>} host
 * @param {{ settings?: object, env?: Record<string,string>, extensionsDir?: string, dataDir?: string, startTimeout?: number, args?: string[] }} options
 */
export async function startServer(
  host,
  {
    settings = {},
    env = {},
    extensionsDir,
    dataDir = tempFolder(),
    startTimeout = 30_000,
    args = [],
    lasting = false,
  } = {},
) {
  const userDir = path.join(dataDir, 'data', 'User');
  fs.mkdirSync(userDir, { recursive: true });
  fs.writeFileSync(
    path.join(userDir, 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, '\t'),
  );
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--host',
      '127.0.0.1',
      '--port',
      '0', // 0: a free port
      '--without-connection-token',
      '--accept-server-license-terms',
      '--enable-smoke-test-driver', // makes the page honour extensionDevelopmentPath / extensionTestsPath in ?payload=
      '--disable-telemetry',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      '--disable-update-check',
      // A safety net if we are SIGKILLed; a window that a person reads in may be away for longer.
      ...(lasting ? [] : ['--enable-remote-auto-shutdown', '--reconnection-grace-time', '5']),
      '--server-data-dir',
      dataDir,
      '--extensions-dir',
      extensionsDir ?? path.join(dataDir, 'extensions'),
      ...args,
    ],
    {
      detached: process.platform !== 'win32', // its own process group: stop() ends the extension hosts and watchers with it
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...ownEnv(), ...host.env, EXTENSIONS_GALLERY: '{}', ...env }, // '{}': no gallery, no look-ups at open-vsx.org
    },
  );
  const log = [];
  const stop = () => {
    forget();
    if (!child.pid) {
      return;
    }
    try {
      process.platform === 'win32' ? child.kill('SIGKILL') : process.kill(-child.pid, 'SIGKILL');
    } catch {
      /* gone already */
    }
  };
  const forget = onExit(stop);
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('it did not start in time'), startTimeout);
    const fail = (why) => {
      clearTimeout(timer);
      stop();
      reject(new Error(`VS Code server: ${why}\n${log.join('').slice(-3000)}`));
    };
    let head = '';
    const onData = (d) => {
      log.push(String(d));
      if (log.length > 2000) {
        log.splice(0, 1000);
      }
      if (head !== undefined) {
        head += d;
        const m = /Extension host agent listening on (\d+)/.exec(head);
        if (m) {
          head = undefined;
          clearTimeout(timer);
          resolve(Number(m[1]));
        }
      }
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.on('error', (e) => fail(e.message));
    child.on('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
  });
  child.removeAllListeners('exit');
  const authority = `127.0.0.1:${port}`;
  return {
    child,
    port,
    authority,
    dataDir,
    stop,
    log,
    origin: `http://${authority}`,
    /** file path → the URI by which the page and both extension hosts know it */
    uri: (file) =>
      `vscode-remote://${authority}${path.resolve(file).split(path.sep).map(encodeURIComponent).join('/')}`,
    /** @param {{ folder?: string, workspace?: string, payload?: [string, string][] }} o */
    url({ folder, workspace, payload = [] }) {
      const q = new URLSearchParams();
      if (folder) {
        q.set('folder', path.resolve(folder));
      }
      if (workspace) {
        q.set('workspace', path.resolve(workspace));
      }
      q.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
      return `http://${authority}/?${q}`;
    },
    /** pids of the extension host processes of this server */
    extensionHosts: () => childrenOf(child.pid).filter((p) => /--type=extensionHost/.test(p.args)),
  };
}

/** Installs a .vsix with the server's own command line, as a user would. Returns the folder it unpacked it to. */
export function installVsix(host, vsix, extensionsDir, dataDir) {
  const r = spawnSync(
    host.node,
    [
      host.serverMain,
      '--install-extension',
      path.resolve(vsix),
      '--force',
      '--accept-server-license-terms',
      '--server-data-dir',
      dataDir,
      '--extensions-dir',
      extensionsDir,
    ],
    { encoding: 'utf8', timeout: 60_000, env: { ...ownEnv(), ...host.env, EXTENSIONS_GALLERY: '{}' } },
  );
  if (r.status !== 0 || !/successfully installed/.test(r.stdout)) {
    throw new Error(`installing ${vsix} failed (${r.status}):\n${r.stdout}${r.stderr}`);
  }
  const listed = JSON.parse(fs.readFileSync(path.join(extensionsDir, 'extensions.json'), 'utf8'));
  return path.join(extensionsDir, listed.at(-1).relativeLocation);
}

/** Linux: all descendants of a process, with their command lines. */
export function childrenOf(pid) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .map((l) => {
      const m = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(l);
      return m && { pid: Number(m[1]), ppid: Number(m[2]), rss: Number(m[3]) * 1024, args: m[4] };
    })
    .filter(Boolean);
  const out = [];
  const walk = (p) => {
    for (const r of rows) {
      if (r.ppid === p) {
        out.push(r);
        walk(r.pid);
      }
    }
  };
  walk(pid);
  return out;
}

/** A Chromium: $CHROME_PATH, else the usual places, else whatever playwright-core has downloaded for itself. */
export function findBrowser() {
  const candidates = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return candidates.find((c) => c && fs.existsSync(c));
}

export async function startBrowser({ headless = true, viewport = { width: 1400, height: 900 }, args = [] } = {}) {
  const { chromium } = await import('playwright-core');
  const executablePath = findBrowser();
  const browser = await chromium
    .launch({
      executablePath,
      headless,
      args: [
        ...(process.getuid?.() === 0 || process.env.CHROME_NO_SANDBOX ? ['--no-sandbox'] : []), // Chromium refuses to run as root with its sandbox on
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1', // no network but ours
        ...args,
      ],
    })
    .catch((e) => {
      throw new Error(
        `no Chromium could be started (${executablePath ?? 'none found; set CHROME_PATH'}): ${e.message}`,
      );
    });
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
  });
  return { browser, context, newPage: () => context.newPage(), stop: () => browser.close().catch(() => {}) };
}
