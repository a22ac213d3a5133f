import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { Workspace } from '../workspace';

/** How many claims of an article are not verified yet, as a badge on its file. */
export function registerFileBadges(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri[]>());
  store.add(
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        const claims = workspace.index.get(uri.toString())?.claims ?? [];
        const open = claims.filter(({ record }) => record?.status === 'unverified').length;
        if (open === 0) {
          return undefined;
        }
        // A badge has room for two characters.
        const badge = open > 99 ? '99' : String(open);
        return new vscode.FileDecoration(badge, vscode.l10n.t('{0} claims not verified yet', open));
      },
    }),
  );
  store.add(
    workspace.index.onDidChange((articles) => changed.fire(articles.map((article) => vscode.Uri.parse(article)))),
  );
  return store;
}
