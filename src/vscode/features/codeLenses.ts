import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { articleSelector } from '../articleFilter';
import { affects, commands, readSetting } from '../contributions';
import { toRange } from '../convert';
import { statusLabel } from '../labels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** A line above each recorded claim with its status and links; off unless somebody wants it. */
export function registerCodeLenses(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(
    vscode.languages.registerCodeLensProvider(articleSelector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        const article = workspace.articles.get(document);
        if (!article || !readSetting('codeLens', document.uri)) {
          return [];
        }
        return article.recorded.flatMap(({ claim, range }) => {
          if (!range) {
            return [];
          }
          const links = claim.links.length + workspace.index.backlinks(article.uri, claim.id).length;
          const title = `${statusLabel(claim.status)} · ${t('{0} links', links)}`;
          const argument = { article: article.uri, ...range, claim: claim.id };
          return [
            new vscode.CodeLens(toRange(document, range), {
              title,
              command: commands.editClaim,
              arguments: [argument],
            }),
          ];
        });
      },
    }),
  );
  store.add(workspace.indexChanges.onDidChange(() => changed.fire()));
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'codeLens')) {
        changed.fire();
      }
    }),
  );
  return store;
}
