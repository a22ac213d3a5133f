import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { asPlace } from '../commandLinks';
import { commands } from '../contributions';
import { toRange } from '../convert';
import type { Workspace } from '../workspace';

/** Opens an article at a place. Takes only places in articles that the workspace knows. */
export function registerReveal(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.reveal, (argument: unknown) => revealPlace(workspace, argument));
}

/** The same in a column of choice, for places that come from elsewhere than a card. */
export async function revealPlace(
  workspace: Workspace,
  argument: unknown,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const place = asPlace(argument);
  if (!place || !(workspace.index.get(place.article) || workspace.articles.byUri(place.article))) {
    workspace.log.warn('A link to a place that is in no article of this workspace was not followed.');
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.article));
  const range = toRange(document, place);
  const editor = await vscode.window.showTextDocument(document, {
    selection: range,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
