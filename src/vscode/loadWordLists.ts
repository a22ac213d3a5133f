import * as vscode from 'vscode';
import { provideWordLists } from '../base/wordLists';

/** The word lists of the recognisers as they are shipped beside the code, packed, in JSON. */
export async function readWordLists(extension: vscode.Uri): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'data', 'wordLists.json'));
}

/** Makes the recognisers ready. */
export async function loadWordLists(extension: vscode.Uri): Promise<void> {
  const json = new TextDecoder().decode(await readWordLists(extension));
  provideWordLists(JSON.parse(json) as Record<string, string>);
}
