import * as vscode from 'vscode';
import { ok } from './assert';

export const extensionId = 'editorial-claims.editorial-claims';

/** Opens an article of the sample workspace by its file name. */
export async function openArticle(name: string): Promise<vscode.TextEditor> {
  const found = (await vscode.workspace.findFiles(`**/${name}`))[0];
  ok(found, `${name} is in the workspace`);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(found));
}

/** Puts the cursor into the first occurrence of a text, or selects it. */
export function select(editor: vscode.TextEditor, text: string, whole = false): vscode.Position {
  const at = editor.document.getText().indexOf(text);
  ok(at >= 0, `“${text}” is in the article`);
  const start = editor.document.positionAt(at + (whole ? 0 : 1));
  editor.selection = new vscode.Selection(start, whole ? editor.document.positionAt(at + text.length) : start);
  return start;
}

/** Asks again until the answer is there; fails with what was waited for. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 100; i++) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited 10 s for ${what}`);
}

export function sidecarOf(document: vscode.TextDocument): vscode.Uri {
  return document.uri.with({ path: `${document.uri.path}.claims.yaml` });
}

/** The text of a file, `undefined` where there is none. */
export async function readFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content as vscode.MarkdownString).value.replaceAll('\\', ''))
    .join('\n');
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes an article into the workspace and opens it. */
export async function newArticle(name: string, text: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder);
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
