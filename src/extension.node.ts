import type { ExtensionContext } from 'vscode';
import { activate as activateExtension } from './vscode/activate';

export function activate(context: ExtensionContext): void {
  activateExtension(context);
}
