import type { ExtensionContext } from 'vscode';
// Resolved to the browser's bundle: see esbuild.js.
import { activate as activateShared } from './extension.web';

export function activate(context: ExtensionContext): void {
  activateShared(context);
}
