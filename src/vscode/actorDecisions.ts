import * as vscode from 'vscode';
import type { RegisteredActor } from '../model/actorRegistry';
import type { Mention } from '../model/recognition';
import type { ActorOperation } from '../workspace/actorOperations';
import type { Uri } from '../workspace/host';
import { displayLanguage } from './labels';
import { problemMessage } from './problemLabels';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

/**
 * Carries out a decision about actors for the whole folder of an article, in its `actors.yaml`, and offers to take it
 * back. The person is told where it fails.
 */
export async function decideActors(
  workspace: Workspace,
  article: Uri,
  operations: readonly ActorOperation[],
): Promise<void> {
  const folder = workspace.host.folderOf(article);
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      t('Open the folder of the article first: decisions about actors are kept at its root.'),
    );
    return;
  }
  const { problem, inverse } = await workspace.actors.apply(folder, operations);
  if (problem) {
    void vscode.window.showWarningMessage(problemMessage(problem));
  }
  if (inverse.length > 0) {
    const undo = t('Undo');
    const message = t('Decided for all articles of the folder, in actors.yaml.');
    void vscode.window.showInformationMessage(message, undo).then(async (answer) => {
      if (answer === undo) {
        await workspace.actors.undo(folder, inverse);
      }
    });
  }
}

/** Gives an actor the name it goes by; the one it had stays as an alias. */
export async function nameActor(workspace: Workspace, article: Uri, mention: Mention, name: string): Promise<void> {
  const known = workspace.registryOf(article).actors.find(({ id }) => id === mention.actor);
  const names = { ...workspace.index.actor(mention.actor)?.names, ...known?.names };
  const old = names[displayLanguage()];
  const aliases = [...(known?.aliases ?? []), ...(old && old !== name ? [old] : [])];
  const actor: RegisteredActor = {
    roles: [],
    merged: [],
    ...known,
    id: mention.actor,
    kind: known?.kind ?? mention.kind,
    names: { ...names, [displayLanguage()]: name },
    aliases: [...new Set(aliases)],
  };
  await decideActors(workspace, article, [{ type: 'put-actor', actor }]);
}
