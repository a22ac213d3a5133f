import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { overlaps } from '../../model/range';
import type { Mention } from '../../model/recognition';
import { nameActor } from '../actorDecisions';
import { articleSelector } from '../articleFilter';
import { toRange } from '../convert';
import { displayLanguage } from '../labels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/**
 * Rename on an actor changes the name it goes by in cards, views and exports, in the workspace's `actors.yaml`.
 * Articles stay as they are: they are never changed.
 */
export function registerRenameActor(workspace: Workspace): Disposable {
  return vscode.languages.registerRenameProvider(articleSelector, {
    prepareRename(document, position) {
      const mention = mentionAt(workspace, document, position);
      if (!mention) {
        throw new Error(t('Put the cursor on a person, an organisation or a country.'));
      }
      const placeholder = workspace.registryOf(document.uri.toString()).actors.find(({ id }) => id === mention.actor)
        ?.names[displayLanguage()];
      return { range: toRange(document, mention), placeholder: placeholder ?? mention.name };
    },
    async provideRenameEdits(document, position, newName) {
      const mention = mentionAt(workspace, document, position);
      const name = newName.trim();
      if (mention && name !== '') {
        await nameActor(workspace, document.uri.toString(), mention, name);
      }
      return new vscode.WorkspaceEdit();
    },
  });
}

function mentionAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
): Mention | undefined {
  const offset = document.offsetAt(position);
  const point = { start: offset, end: offset + 1 };
  return workspace.articles
    .get(document)
    ?.mentions.find((item) => overlaps(item, point) && item.kind !== 'place' && item.kind !== 'misc');
}
