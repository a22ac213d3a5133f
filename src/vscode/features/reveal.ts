import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { asPlace } from '../commandLinks';
import { commands } from '../contributions';
import { toRange } from '../convert';
import type { Workspace } from '../workspace';

/** Opens an article at a place. Takes only places in articles that the workspace knows. */
export function registerReveal(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.reveal, async (argument: unknown) => {
    const place = asPlace(argument);
    if (!place || !(workspace.index.get(place.article) || workspace.articles.byUri(place.article))) {
      workspace.log.warn('A link to a place that is in no article of this workspace was not followed.');
      return;
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.article));
    const range = toRange(document, place);
    const editor = await vscode.window.showTextDocument(document, { selection: range });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
}
