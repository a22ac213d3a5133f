import * as vscode from 'vscode';
import type { RegisteredActor } from '../model/actorRegistry';
import type { ActorId } from '../model/recognition';
import { knownActor } from '../workspace/actorIdentity';
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
  const folder = folderOfDecisions(workspace, article);
  if (folder === undefined) {
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

/** The actor with a new name to go by; the one it had stays as an alias. */
export function renamedActor(workspace: Workspace, article: Uri, actor: ActorId, name: string): RegisteredActor {
  const known = knownActor(workspace.index, workspace.registryOf(article), actor);
  const old = known.names[displayLanguage()];
  const aliases = [...known.aliases, ...(old && old !== name ? [old] : [])];
  return { ...known, names: { ...known.names, [displayLanguage()]: name }, aliases: [...new Set(aliases)] };
}

/** The folder that keeps decisions about the actors of an article; the person is told where there is none. */
export function folderOfDecisions(workspace: Workspace, article: Uri): Uri | undefined {
  const folder = workspace.host.folderOf(article);
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      t('Open the folder of the article first: decisions about actors are kept at its root.'),
    );
  }
  return folder;
}
