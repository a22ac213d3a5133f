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
        const open = openClaims(workspace, uri.toString());
        if (open === 0) {
          return undefined;
        }
        // A badge has room for two characters.
        const badge = open > 99 ? '99' : String(open);
        return new vscode.FileDecoration(badge, vscode.l10n.t('{0} claims not verified yet', open));
      },
    }),
  );
  const shown = new Map<string, number>();
  store.add(
    workspace.index.onDidChange((articles) => {
      const other = articles.filter((article) => openClaims(workspace, article) !== (shown.get(article) ?? 0));
      for (const article of other) {
        shown.set(article, openClaims(workspace, article));
      }
      if (other.length > 0) {
        changed.fire(other.map((article) => vscode.Uri.parse(article)));
      }
    }),
  );
  return store;
}

function openClaims(workspace: Workspace, article: string): number {
  return workspace.index.recordedClaims(article).filter(({ status }) => status === 'unverified').length;
}
