// One VS Code window for end-to-end tests: host, server, browser, a copy of a workspace, and hands and eyes on it.
import fs from 'node:fs';
import path from 'node:path';
import { installVsix, startBrowser, startServer, tempFolder } from './host.mjs';
import { provision } from './provision.mjs';
import { startWebHost } from './web-host.mjs';
import { Workbench } from './workbench.mjs';

/** Settings for pictures and timings that do not change from run to run. */
const STEADY = {
  'editor.hover.delay': 0,
  'editor.cursorBlinking': 'solid',
  'editor.cursorSmoothCaretAnimation': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.colorTheme': 'Default Light Modern',
};

/**
 * @param {{ host?: string, kind?: 'node'|'web'|'virtual', vsix?: string, extension?: string, workspace?: string, folders?: string[], settings?: object, env?: Record<string,string>, viewport?: { width: number, height: number }, headed?: boolean, payload?: [string,string][], language?: string }} o
 */
export async function openSession({
  host: name = process.env.VSCODE_HOST_NAME ?? 'latest',
  kind = process.env.VSCODE_HOST_KIND ?? 'node',
  vsix = process.env.VSCODE_HOST_VSIX,
  extension = '.',
  workspace,
  folders,
  settings = {},
  env,
  viewport,
  headed = !!process.env.HEADED,
  payload = [],
  language = 'en',
} = {}) {
  const host = await provision(name);
  const temp = tempFolder();
  const folder = path.join(temp, 'workspace');
  if (workspace) {
    fs.cpSync(workspace, folder, { recursive: true });
  } else {
    fs.mkdirSync(folder);
  }
  const dataDir = path.join(temp, 'server');
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  const packaged = vsix ? installVsix(host, vsix, path.join(dataDir, 'extensions'), dataDir) : undefined;
  const all = { ...STEADY, ...settings };
  let url, server, web;
  if (kind === 'virtual') {
    web = await startWebHost(host, { extension: packaged ?? extension, workspace: folder, settings: all });
    url = web.url();
  } else {
    if (kind === 'web') {
      all['remote.extensionKind'] = { [`${manifest.publisher}.${manifest.name}`]: ['web'] };
    }
    server = await startServer(host, { dataDir, settings: all, env });
    // Several folders in one window: a workspace file beside them, as `Save Workspace As` writes it.
    const file = path.join(folder, 'desk.code-workspace');
    if (folders) {
      fs.writeFileSync(file, JSON.stringify({ folders: folders.map((name) => ({ path: name })) }));
    }
    url = server.url({
      ...(folders ? { workspace: file } : { folder }),
      payload: [...(packaged ? [] : [['extensionDevelopmentPath', server.uri(extension)]]), ...payload],
    });
  }
  const browser = await startBrowser({ viewport, headless: !headed });
  const stop = async () => {
    await browser.stop();
    server?.stop();
    web?.stop();
    fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const page = await browser.newPage();
    // What a language pack sets: extensions then speak it. The window's own words stay English, as no pack can be had from npm.
    await page.addInitScript((wanted) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => wanted, set() {} });
    }, language);
    const w = await Workbench.open(page, url);
    return { w, page, host, kind, workspace: folder, server, context: browser.context, stop };
  } catch (e) {
    await stop();
    throw e;
  }
}
