import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { sourceName } from '../actorNames';
import { articleSelector } from '../articleFilter';
import { toRange } from '../convert';
import { claimKindLabel } from '../labels';
import type { Workspace } from '../workspace';

/** Recorded claims in the Outline, in breadcrumbs and in "Go to Symbol in Editor". */
export function registerOutline(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: (document) => claimSymbols(workspace, document),
  };
  const register = (): Disposable =>
    vscode.languages.registerDocumentSymbolProvider(articleSelector, provider, { label: vscode.l10n.t('Claims') });
  let registered = register();
  store.add({ dispose: () => registered.dispose() });
  // VS Code asks again only when the text changes or a provider comes; there is no event to say that symbols changed.
  store.add(
    workspace.store.onDidChange((article) => {
      if (workspace.articles.byUri(article)) {
        registered.dispose();
        registered = register();
      }
    }),
  );
  return store;
}

function claimSymbols(workspace: Workspace, document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const recorded = workspace.articles.get(document)?.recorded ?? [];
  return recorded.flatMap(({ claim, range }) => {
    if (!range || range.end <= range.start) {
      return [];
    }
    const place = toRange(document, range);
    const detail = `${sourceName(workspace.index, claim.source)} · ${claimKindLabel(claim.kind)}`;
    const name = claim.selector.exact.replaceAll(/\s+/g, ' ').trim();
    return [new vscode.DocumentSymbol(name, detail, vscode.SymbolKind.Event, place, place)];
  });
}
