import * as vscode from 'vscode';
import { decodeUtf8 } from '../text/utf8';

/** VS Code hands no bigger documents to extensions. Bytes. */
const largest = 50 * 1024 * 1024;

/**
 * Text of an article's bytes; throws where it is no text. Most articles are UTF-8 and are decoded here: asking VS Code,
 * which knows the workspace's encodings, is a trip to another process for every file.
 */
export async function decodeArticle(uri: vscode.Uri, bytes: Uint8Array): Promise<string> {
  if (bytes.length > largest) {
    throw new Error(`${uri.toString()} is too big for an article`);
  }
  // Not UTF-8: what the settings say, or what VS Code guesses.
  return decodeUtf8(bytes) ?? vscode.workspace.decode(bytes, { uri });
}
