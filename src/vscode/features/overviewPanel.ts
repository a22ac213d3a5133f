import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { readToHost, type ToHost } from '../../webview/protocol';
import { commands } from '../contributions';
import { overviewData } from '../overviewData';
import type { Workspace } from '../workspace';
import { revealPlace } from './reveal';

const { t } = vscode.l10n;

const viewType = 'editorialClaims.overview';
/** How long changes of the index are gathered before the pictures follow, in milliseconds. */
const pause = 400;

/** One panel with pictures of all claims; it comes back after a restart. */
export function registerOverviewPanel(extension: vscode.ExtensionContext, workspace: Workspace): Disposable {
  const store = new DisposableStore();
  let shown: OverviewPanel | undefined;
  const roots = [vscode.Uri.joinPath(extension.extensionUri, 'dist', 'webview'), media(extension)];
  const take = (panel: vscode.WebviewPanel): void => {
    shown?.dispose();
    const own = new OverviewPanel(panel, extension, workspace, roots);
    shown = own;
    panel.onDidDispose(() => {
      own.dispose();
      shown = shown === own ? undefined : shown;
    });
  };
  store.add(
    vscode.commands.registerCommand(commands.showOverview, () => {
      if (shown) {
        shown.reveal();
      } else {
        const where = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
        take(vscode.window.createWebviewPanel(viewType, t('Claims Overview'), where, {}));
      }
    }),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel) => take(panel),
    }),
  );
  store.add({ dispose: () => shown?.dispose() });
  return store;
}

function media(extension: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(extension.extensionUri, 'media');
}

class OverviewPanel implements Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #workspace: Workspace;
  readonly #store = new DisposableStore();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last pictures cost, in milliseconds: while articles are indexed, they follow the less often for it. */
  #cost = 0;
  /** Counts what was begun to be shown: only the newest is sent. */
  #showings = 0;
  /** The page has said that it listens. */
  #ready = false;
  #disposed = false;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.ExtensionContext,
    workspace: Workspace,
    roots: readonly vscode.Uri[],
  ) {
    this.#panel = panel;
    this.#workspace = workspace;
    panel.iconPath = new vscode.ThemeIcon('graph');
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: roots };
    this.#store.add(panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message)));
    this.#store.add(workspace.indexChanges.onDidChange(() => this.#changed()));
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
    this.#store.add(
      panel.onDidChangeViewState(() => {
        // A hidden page is gone; it asks again when it is back.
        this.#ready &&= panel.visible;
      }),
    );
    panel.webview.html = page(panel.webview, extension.extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  #changed(): void {
    if (this.#ready) {
      this.#timer ??= setTimeout(() => void this.#show(), Math.max(pause, this.#cost * 20));
    }
  }

  async #show(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const showing = ++this.#showings;
    const started = performance.now();
    const { index, host } = this.#workspace;
    const message = await overviewData(index, () => host.yield());
    if (this.#disposed || showing !== this.#showings) {
      return; // newer data are on their way
    }
    void this.#panel.webview.postMessage(message);
    this.#cost = performance.now() - started;
    this.#workspace.log.debug(`The overview's data took ${Math.round(this.#cost)} ms.`);
  }

  #hear(raw: unknown): void {
    const message = readToHost(raw);
    switch (message?.type) {
      case 'ready':
        this.#ready = true;
        void this.#show();
        break;
      case 'open':
        this.#open(message.place);
        break;
      case 'saveSvg':
        saveSvg(message).then(undefined, (error: unknown) => {
          void vscode.window.showErrorMessage(t('The picture could not be saved: {0}', String(error)));
        });
        break;
      default:
        this.#workspace.log.warn('The overview said something unknown, which was ignored.');
    }
  }

  #open(place: unknown): void {
    revealPlace(this.#workspace, place, this.#columnOfText()).then(undefined, (error: unknown) => {
      this.#workspace.log.error(`A place could not be opened: ${String(error)}`);
    });
  }

  /** Where an article is read, so that it does not cover the pictures. */
  #columnOfText(): vscode.ViewColumn {
    const other = vscode.window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== this.#panel.viewColumn,
    );
    return other?.viewColumn ?? vscode.ViewColumn.Beside;
  }

  dispose(): void {
    if (!this.#disposed) {
      this.#disposed = true;
      this.#store.dispose();
      this.#panel.dispose();
    }
  }
}

async function saveSvg({ name, svg }: ToHost & { readonly type: 'saveSvg' }): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `claims-${name}.svg`) } : {}),
    filters: { SVG: ['svg'] },
    title: t('Save as SVG…'),
  });
  if (target) {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
    const open = t('Open');
    const path = vscode.workspace.asRelativePath(target);
    const answer = await vscode.window.showInformationMessage(t('Saved {0}.', path), open);
    if (answer === open) {
      await vscode.commands.executeCommand('vscode.open', target);
    }
  }
}

/** The page itself holds nothing: all text comes by message and goes into text nodes. */
function page(webview: vscode.Webview, extension: vscode.Uri): string {
  const uri = (...path: string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri('media', 'overview.css')}">
</head>
<body><script src="${uri('dist', 'webview', 'main.js')}"></script></body>
</html>`;
}
