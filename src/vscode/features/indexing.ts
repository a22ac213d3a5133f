import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { articleSelector } from '../articleFilter';
import { commands } from '../contributions';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Between two updates of the item, in milliseconds: each is a message to the window. */
const between = 300;

/** Tells in one status item how far the reading of the workspace is. */
export function registerIndexing(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const status = store.add(vscode.languages.createLanguageStatusItem('editorialClaims.index', articleSelector));
  status.name = t('Editorial Claims index');
  status.command = { command: commands.showLog, title: t('Show Log') };
  const show = (): void => {
    const { state, done, total } = workspace.indexer.progress;
    status.busy = state === 'indexing';
    status.text =
      state === 'ready' ? t('{0} articles', workspace.index.size) : t('Reading articles: {0} of {1}', done, total);
    status.detail = t('Editorial Claims');
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show();
    }, between);
  };
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(workspace.indexer.onDidProgress(showSoon));
  store.add(workspace.index.onDidChange(showSoon));
  show();
  return store;
}
