import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { articleSelector } from '../articleFilter';
import { commands } from '../contributions';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

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
  store.add(workspace.indexer.onDidProgress(show));
  store.add(workspace.index.onDidChange(show));
  show();
  return store;
}
