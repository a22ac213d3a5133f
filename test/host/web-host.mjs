// VS Code for the Web without any server behind it: the workbench page of a provisioned host, served as static files,
// with the workspace in the worker's memory (scheme memfs:). What github.dev and vscode.dev give an extension, no more.

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onExit, QUIET_SETTINGS } from './host.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.map': 'application/json',
  '.md': 'text/markdown',
};
/** What code-server changed in the page to tie it to its server, undone: [pattern that must occur once, replacement]. */
const UNTIE = [
  [/remoteAuthority:location\.host\}/g, 'remoteAuthority:void 0}'],
  [
    /([\w$]+)\.file\(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.vscodeRemote\}\),"User"/g,
    '$1.file("/").with({scheme:"vscode-userdata"}),"User"',
  ],
];

/** @param {{ extension?: string, tests?: string, workspace?: string, settings?: object, product?: object }} o */
export async function startWebHost(host, { extension, tests, workspace, settings = {}, product = {} } = {}) {
  const bundle = path.join(host.vscodeRoot, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.js');
  let source = fs.readFileSync(bundle, 'utf8');
  for (const [pattern, replacement] of UNTIE) {
    const found = source.match(pattern)?.length ?? 0;
    if (found !== 1) {
      throw new Error(`${bundle} is not as expected: ${pattern} occurs ${found} times`);
    }
    source = source.replace(pattern, replacement);
  }
  const workbench = Buffer.from(source);
  const served = {
    '/vscode/': host.vscodeRoot,
    '/memfs/': path.join(here, 'memfs'),
    ...(tests ? { '/extension/.vscode-host-tests/': path.dirname(path.resolve(tests)) } : {}),
    ...(extension ? { '/extension/': path.resolve(extension) } : {}),
  };
  const requests = [];

  const server = createServer((req, res) => {
    const url = new URL(req.url, 'http://x');
    const file = decodeURIComponent(url.pathname);
    const send = (status, type, body) => {
      requests.push(`${status} ${req.method} ${file}`);
      res
        .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'access-control-allow-origin': '*' })
        .end(body);
    };
    if (file === '/') {
      return send(200, 'text/html', page(`http://${req.headers.host}`));
    }
    if (file === '/workspace.json') {
      return send(200, 'application/json', JSON.stringify(workspace ? readTree(workspace) : {}));
    }
    if (file === '/mint-key') {
      return send(200, 'application/octet-stream', randomBytes(32));
    }
    if (file.endsWith('/workbench/workbench.js')) {
      return send(200, 'text/javascript', workbench);
    }
    for (const [prefix, root] of Object.entries(served)) {
      if (!file.startsWith(prefix)) {
        continue;
      }
      const target = path.join(root, file.slice(prefix.length));
      if (!target.startsWith(root + path.sep)) {
        break;
      }
      try {
        return send(200, TYPES[path.extname(target)] ?? 'application/octet-stream', fs.readFileSync(target));
      } catch {
        break;
      }
    }
    send(404, 'text/plain', 'not found');
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const authority = `127.0.0.1:${server.address().port}`;
  const forget = onExit(() => server.close());

  const page = (origin) => {
    const at = (p) => ({ scheme: 'http', authority: new URL(origin).host, path: p });
    const config = {
      folderUri: { scheme: 'memfs', authority: '', path: '/workspace' },
      additionalBuiltinExtensions: [at('/memfs')],
      configurationDefaults: { ...QUIET_SETTINGS, ...settings },
      enableWorkspaceTrust: false,
      _wrapWebWorkerExtHostInIframe: false,
      userDataPath: '/',
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false, // asked for by code-server's page
      developmentOptions: {
        enableSmokeTestDriver: true,
        ...(extension ? { extensions: [at('/extension')] } : {}),
        ...(tests ? { extensionTestsPath: at(`/extension/.vscode-host-tests/${path.basename(tests)}`) } : {}),
      },
      productConfiguration: {
        enableTelemetry: false,
        extensionEnabledApiProposals: { 'vscode-host.memfs': ['fileSearchProvider'] },
        webviewContentExternalBaseUrlTemplate: `${origin}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
        ...product,
      },
    };
    const attr = JSON.stringify(config).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attr}">
<link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css"></head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = '${origin}/vscode/out/';</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script></html>`;
  };
  return {
    origin: `http://${authority}`,
    authority,
    requests,
    url: () => `http://${authority}/`,
    stop: () => {
      forget();
      server.closeAllConnections?.();
      server.close();
    },
  };
}

function readTree(root, prefix = '', out = {}) {
  for (const e of fs.readdirSync(path.join(root, prefix), { withFileTypes: true })) {
    const p = prefix ? `${prefix}/${e.name}` : e.name;
    if (e.isDirectory()) {
      readTree(root, p, out);
    } else if (e.isFile()) {
      out[p] = fs.readFileSync(path.join(root, p)).toString('base64');
    }
  }
  return out;
}
