import * as vscode from 'vscode';
import type { UnsavedBuffers, Uri } from '../workspace/host';

/** Claims files that somebody has open with unsaved changes. */
export class VscodeBuffers implements UnsavedBuffers {
  unsavedText(uri: Uri): string | undefined {
    return this.#dirty(uri)?.getText();
  }

  async edit(uri: Uri, expected: string, text: string): Promise<boolean> {
    const document = this.#dirty(uri);
    if (document?.getText() !== expected) {
      return false;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), document.positionAt(expected.length)), text);
    return vscode.workspace.applyEdit(edit);
  }

  #dirty(uri: Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);
  }
}
