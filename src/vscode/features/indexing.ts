import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { commands } from '../contributions';
import { countLabel } from '../labels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Between two updates of the item, in milliseconds: each is a message to the window. */
const between = 300;

interface MenuItem extends vscode.QuickPickItem {
  readonly act: () => unknown;
}

/** Tells in one status item how far the reading of the workspace is; a click on it pauses, goes on, cancels, reads again. */
export function registerIndexing(workspace: Workspace): Disposable {
  const { indexer } = workspace;
  const store = new DisposableStore();
  const status = store.add(
    vscode.window.createStatusBarItem('editorialClaims.index', vscode.StatusBarAlignment.Right, 1),
  );
  status.name = t('Editorial Claims index');
  status.command = commands.manageIndex;
  const show = (): void => {
    const { state, done, total, left } = indexer.progress;
    const labels: Record<typeof state, string> = {
      indexing: `$(sync~spin) ${t('Reading articles: {0} of {1}', countLabel(done), countLabel(total))}`,
      paused: `$(debug-pause) ${t('Reading paused: {0} of {1}', countLabel(done), countLabel(total))}`,
      ready:
        left > 0
          ? `$(circle-slash) ${t('{0} articles not read', countLabel(left))}`
          : `$(book) ${t('{0} articles', countLabel(workspace.index.size))}`,
    };
    status.text = labels[state];
    status.tooltip = t(
      'Editorial Claims: what other articles say comes from here. Click to pause, cancel or read again.',
    );
    // A folder without articles has nothing to tell.
    if (state === 'ready' && left === 0 && workspace.index.size === 0) {
      status.hide();
    } else {
      status.show();
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show();
    }, between);
  };
  const start = (): void => {
    indexer.start().catch((error: unknown) => workspace.log.error(`Indexing failed: ${String(error)}`));
  };
  const menu = (): MenuItem[] => {
    const { state } = indexer.progress;
    const busy = state !== 'ready';
    return [
      ...(state === 'indexing'
        ? [
            {
              label: `$(debug-pause) ${t('Pause')}`,
              detail: t('What is read stays; open articles stay up to date'),
              act: () => indexer.pause(),
            },
          ]
        : []),
      ...(state === 'paused' ? [{ label: `$(debug-continue) ${t('Go on')}`, act: () => indexer.resume() }] : []),
      ...(busy
        ? [
            {
              label: `$(circle-slash) ${t('Cancel')}`,
              detail: t('Articles that are not read yet are left out until you read again'),
              act: () => indexer.cancel(),
            },
          ]
        : [
            {
              label: `$(refresh) ${t('Read all articles again')}`,
              detail: t('Only what changed costs time'),
              act: start,
            },
          ]),
      { label: `$(output) ${t('Show Log')}`, act: () => vscode.commands.executeCommand(commands.showLog) },
    ];
  };
  store.add(
    vscode.commands.registerCommand(commands.manageIndex, async () => {
      const picked = await vscode.window.showQuickPick(menu(), { title: t('Editorial Claims index') });
      picked?.act();
      show();
    }),
  );
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(indexer.onDidProgress(showSoon));
  store.add(workspace.index.onDidChange(showSoon));
  show();
  return store;
}
