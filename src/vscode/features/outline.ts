import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { articleSelector } from '../articleFilter';
import { sourceName } from '../cardMarkdown';
import { toRange } from '../convert';
import { claimKindLabel } from '../labels';
import type { Workspace } from '../workspace';

/** Recorded claims in the Outline, in breadcrumbs and in "Go to Symbol in Editor". */
export function registerOutline(workspace: Workspace): Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    articleSelector,
    {
      provideDocumentSymbols(document) {
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
      },
    },
    { label: vscode.l10n.t('Claims') },
  );
}
