import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { commands } from '../contributions';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Opens the claims file of an article. */
export function registerSidecarFiles(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.openSidecar, async (argument?: unknown) => {
    const article = articleIn(argument) ?? workspace.articles.active()?.article.uri;
    if (!article) {
      return;
    }
    const sidecar = workspace.sidecarOf(article);
    if (await workspace.host.files.stat(sidecar)) {
      const editor = await vscode.window.showTextDocument(vscode.Uri.parse(sidecar));
      const place = placeOf(editor.document, argument);
      if (place) {
        editor.selection = new vscode.Selection(place, place);
        editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
    } else {
      await vscode.window.showInformationMessage(t('No claim is recorded in this article yet.'));
    }
  });
}

/** The article of a node of the Claims view. */
function articleIn(argument: unknown): string | undefined {
  const node = argument as { readonly article?: unknown; readonly claim?: { readonly article?: unknown } } | undefined;
  const article = node?.article ?? node?.claim?.article;
  return typeof article === 'string' ? article : undefined;
}

/** Where to look in a claims file: at the claim that was meant, else at what has to be decided. */
function placeOf(document: vscode.TextDocument, argument: unknown): vscode.Position | undefined {
  const { id } = Object(Object(argument).claim) as { readonly id?: unknown };
  const at = typeof id === 'string' ? document.getText().indexOf(`\n  ${id}:`) : -1;
  return at >= 0 ? document.positionAt(at + 3) : vscode.languages.getDiagnostics(document.uri)[0]?.range.start;
}
