import * as vscode from 'vscode';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of an article's bytes; throws where it is no text. Most articles are UTF-8 and are decoded here: asking VS Code,
 * which knows the workspace's encodings, is a trip to another process for every file.
 */
export async function decodeArticle(uri: vscode.Uri, bytes: Uint8Array): Promise<string> {
  if (!bytes.includes(0)) {
    try {
      return utf8.decode(bytes);
    } catch {
      // Not UTF-8: what the settings say, or what VS Code guesses.
    }
  }
  return vscode.workspace.decode(bytes, { uri });
}
