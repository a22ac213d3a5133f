import * as vscode from 'vscode';
import type { RegisteredActor } from '../model/actorRegistry';
import type { ActorId } from '../model/recognition';
import type { SoundAlike } from '../recognise/actorDirectory';
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

/** The actor as it is in `actors.yaml`, else as the articles have it. */
function describedActor(workspace: Workspace, article: Uri, actor: ActorId): RegisteredActor {
  const summary = workspace.index.actor(actor);
  return (
    workspace.registryOf(article).actors.find(({ id }) => id === actor) ?? {
      id: actor,
      kind: summary?.kind ?? 'person',
      names: summary?.names ?? {},
      aliases: [],
      roles: [],
      merged: [],
    }
  );
}

/** The decision that two are one actor, whether anybody described them before or not. */
export function oneActor(workspace: Workspace, article: Uri, from: ActorId, into: ActorId): readonly ActorOperation[] {
  const [taken, kept] = [from, into].map((actor) => describedActor(workspace, article, actor));
  const actor: RegisteredActor = { ...kept!, names: { ...taken!.names, ...kept!.names } };
  return [
    { type: 'put-actor', actor },
    { type: 'merge-actors', from, into },
  ];
}

/** The decision that two names that sound alike are two persons: both are registered, each with its own name. */
export function twoActors(
  workspace: Workspace,
  article: Uri,
  actor: ActorId,
  other: SoundAlike,
): readonly ActorOperation[] {
  const pairs = [
    [actor, other.ownName],
    [other.actor, other.name],
  ] as const;
  return pairs.map(([id, name]) => {
    const names = /\p{Script=Latin}/u.test(name) ? { en: name } : { ja: name };
    const described = describedActor(workspace, article, id);
    const isRegistered = workspace.registryOf(article).actors.includes(described);
    return { type: 'put-actor', actor: isRegistered ? described : { ...described, names } };
  });
}

/** The same with all names that the articles know, under the one id of all that sound alike. */
export function knownActor(workspace: Workspace, article: Uri, actor: ActorId): RegisteredActor {
  const { index } = workspace;
  const known = workspace.registryOf(article).actors.find(({ id }) => id === actor);
  const id = known?.id ?? index.idOf(actor);
  const described = describedActor(workspace, article, actor);
  const otherIds = index.idsOf(actor).filter((other) => other !== id);
  return {
    ...described,
    id,
    names: { ...index.actor(actor)?.names, ...described.names },
    merged: [...new Set([...described.merged, ...otherIds])],
  };
}

/** The actor with a new name to go by; the one it had stays as an alias. */
export function renamedActor(workspace: Workspace, article: Uri, actor: ActorId, name: string): RegisteredActor {
  const known = knownActor(workspace, article, actor);
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
