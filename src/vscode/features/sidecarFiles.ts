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
      await vscode.window.showTextDocument(vscode.Uri.parse(sidecar));
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
