import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { ActorId, NameKind } from '../../model/recognition';
import { oneActor } from '../../workspace/actorIdentity';
import { decideActors } from '../actorDecisions';
import { actorName, soundAlikeText } from '../actorNames';
import type { Place } from '../commandLinks';
import { commands, views } from '../contributions';
import { countLabel, nameKindLabel } from '../labels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** An actor of the workspace, or one article that names it. */
export type ActorNode =
  | { readonly type: 'actor'; readonly actor: ActorId }
  | { readonly type: 'article'; readonly actor: ActorId; readonly place: Place; readonly count: number };

const icons: Record<NameKind, string> = {
  person: 'person',
  organization: 'organization',
  country: 'globe',
  place: 'location',
  misc: 'symbol-misc',
};

const dragType = 'application/vnd.code.tree.editorialclaims.actors';

/** Shown at most; the rest is found by the view's own filter only when it is typed, so a thousand is plenty. */
const most = 1000;

/** Everyone who is named in the workspace, the most named first, and where. */
export function registerActorsTree(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<undefined>());
  const provider: vscode.TreeDataProvider<ActorNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      if (!node) {
        return workspace.index
          .actors()
          .filter(({ kind }) => kind !== 'place' && kind !== 'misc')
          .slice(0, most)
          .map(({ actor }): ActorNode => ({ type: 'actor', actor }));
      }
      return node.type === 'actor' ? articlesOf(workspace, node.actor) : [];
    },
    getTreeItem: (node) => (node.type === 'actor' ? actorItem(workspace, node.actor) : articleItem(workspace, node)),
  };
  /** An actor dropped on another is the same actor. */
  const dragAndDropController: vscode.TreeDragAndDropController<ActorNode> = {
    dragMimeTypes: [dragType],
    dropMimeTypes: [dragType],
    handleDrag: ([node], data) => {
      if (node) {
        data.set(dragType, new vscode.DataTransferItem(node.actor));
      }
    },
    handleDrop: async (target, data) => {
      const from: unknown = data.get(dragType)?.value;
      if (target && typeof from === 'string' && from !== target.actor) {
        const place = workspace.index.mentionsOf(target.actor)[0];
        if (place) {
          const registry = workspace.registryOf(place.article);
          await decideActors(workspace, place.article, oneActor(workspace.index, registry, from, target.actor));
        }
      }
    },
  };
  store.add(
    vscode.window.createTreeView(views.actors, {
      treeDataProvider: provider,
      dragAndDropController,
      showCollapseAll: true,
    }),
  );
  store.add(workspace.indexChanges.onDidChange(() => changed.fire(undefined)));
  return store;
}

function articlesOf(workspace: Workspace, actor: ActorId): ActorNode[] {
  const byArticle = new Map<string, { place: Place; count: number }>();
  for (const place of workspace.index.mentionsOf(actor)) {
    const found = byArticle.get(place.article);
    byArticle.set(place.article, found ? { ...found, count: found.count + 1 } : { place, count: 1 });
  }
  return [...byArticle.values()].map(({ place, count }) => ({ type: 'article', actor, place, count }));
}

function actorItem(workspace: Workspace, actor: ActorId): vscode.TreeItem {
  const summary = workspace.index.actor(actor);
  const item = new vscode.TreeItem(actorName(workspace.index, actor), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = actor;
  const kind = summary?.kind ?? 'misc';
  item.description = summary
    ? t('{0} mentions · {1} claims', countLabel(summary.mentions), countLabel(summary.claims))
    : undefined;
  item.iconPath = new vscode.ThemeIcon(icons[kind]);
  const names = [nameKindLabel(kind), ...Object.values(summary?.names ?? {})].join(' · ');
  item.tooltip = summary?.soundAlike ? `${names}\n${soundAlikeText(summary.soundAlike)}` : names;
  item.contextValue = 'actor';
  return item;
}

function articleItem(workspace: Workspace, node: ActorNode & { type: 'article' }): vscode.TreeItem {
  const item = new vscode.TreeItem(workspace.index.get(node.place.article)?.title || node.place.article);
  item.description = t('{0} times', node.count);
  item.resourceUri = vscode.Uri.parse(node.place.article);
  item.iconPath = vscode.ThemeIcon.File;
  item.command = { command: commands.reveal, title: t('Open'), arguments: [node.place] };
  return item;
}
