import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { Workspace } from '../workspace';

/** A claims file goes along, in the same operation, when its article is renamed or moved; so does unsaved work. */
export function registerRenameFiles(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.workspace.onWillRenameFiles((event) => {
      event.waitUntil(sidecarMoves(workspace, event.files));
    }),
  );
  store.add(
    vscode.workspace.onDidRenameFiles((event) => {
      for (const { oldUri, newUri } of event.files) {
        workspace.store
          .moved(oldUri.toString(), newUri.toString())
          .catch((error: unknown) => workspace.log.error(`After a rename: ${String(error)}`));
      }
    }),
  );
  return store;
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
