import * as vscode from 'vscode';
import { provideWordLists } from '../base/wordLists';

/** Reads the word lists of the recognisers, which are shipped beside the code. */
export async function loadWordLists(extension: vscode.Uri): Promise<void> {
  const file = vscode.Uri.joinPath(extension, 'dist', 'data', 'wordLists.json');
  const bytes = await vscode.workspace.fs.readFile(file);
  provideWordLists(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>);
}
