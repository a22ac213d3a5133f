import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import type { Workspace } from '../workspace';

/** A claims file goes along, in the same operation, when its article is renamed or moved. */
export function registerRenameFiles(workspace: Workspace): Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    event.waitUntil(sidecarMoves(workspace, event.files));
  });
}

async function sidecarMoves(
  workspace: Workspace,
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const from = vscode.Uri.parse(workspace.sidecarOf(oldUri.toString()));
    const moved = files.some((file) => file.oldUri.toString() === from.toString());
    if (!moved && (await workspace.host.files.stat(from.toString()))) {
      edit.renameFile(from, vscode.Uri.parse(workspace.sidecarOf(newUri.toString())), { overwrite: false });
    }
  }
  return edit;
}
