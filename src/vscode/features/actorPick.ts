import * as vscode from 'vscode';
import type { ActorId, ClaimSource } from '../../model/recognition';
import { actorName } from '../actorNames';
import { nameKindLabel } from '../labels';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

interface ActorItem extends vscode.QuickPickItem {
  readonly source?: ClaimSource;
}

/**
 * Asks for a source: the actors of this article first, then all others of the workspace, the author, nobody; a name
 * that is in no list becomes a new actor. `undefined` where the question was left.
 */
export async function pickSource(
  workspace: Workspace,
  article: OpenArticle | undefined,
  title: string,
): Promise<{ readonly source: ClaimSource } | undefined> {
  const here = actorItems(workspace, article ? article.mentions.map(({ actor }) => actor) : []);
  const known = new Set(here.map(({ source }) => source));
  const elsewhere = actorItems(
    workspace,
    workspace.index
      .actors()
      .filter(({ kind }) => kind !== 'place' && kind !== 'misc')
      .map(({ actor }) => actor)
      .filter((actor) => !known.has(actor)),
  );
  const separator = (label: string): ActorItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: ActorItem[] = [
    { label: `$(edit) ${t('The author of the article')}`, source: 'author' },
    { label: `$(question) ${t('Source unknown')}`, source: null },
    separator(t('In this article')),
    ...here,
    separator(t('In other articles')),
    ...elsewhere,
  ];
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<ActorItem>();
    pick.title = title;
    pick.placeholder = t('Choose an actor, or type a new name');
    pick.matchOnDescription = true;
    pick.items = items;
    pick.onDidChangeValue((value) => {
      const name = value.trim();
      const id = idOfName(name);
      const isNew = id !== '' && !items.some((item) => item.label === name || item.source === id);
      pick.items = isNew
        ? [...items, { label: `$(add) ${t('New actor: {0}', name)}`, alwaysShow: true, source: id }]
        : items;
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      resolve(chosen?.source === undefined ? undefined : { source: chosen.source });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function actorItems(workspace: Workspace, actors: readonly ActorId[]): ActorItem[] {
  return [...new Set(actors.map((actor) => workspace.index.idOf(actor)))].flatMap((actor) => {
    const summary = workspace.index.actor(actor);
    if (!summary || summary.kind === 'place' || summary.kind === 'misc') {
      return [];
    }
    const names = Object.values(summary.names).join(' · ');
    return [
      {
        label: actorName(workspace.index, actor),
        description: `${nameKindLabel(summary.kind)} · ${names}`,
        source: actor,
      },
    ];
  });
}

/** Kebab-case id of a name in any script: letters and digits stay, all else parts. */
export function idOfName(name: string): ActorId {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .join('-');
}
