import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { withoutDateline } from '../../text/withoutDateline';
import { claimCard } from '../../workspace/cards';
import { searchClaims } from '../../workspace/claimSearch';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { actorName, sourceName } from '../actorNames';
import { cardMarkdown } from '../cardMarkdown';
import { isOpen } from '../claimPoints';
import { card, type Place } from '../commandLinks';
import { commands, views } from '../contributions';
import { anchorLabel, claimKindLabel, dateLabel, statusLabel } from '../labels';
import type { Workspace } from '../workspace';
import { claimDrag } from './claimDrag';
import { allRecorded, askSelection, selectionText } from './claimFilter';

const { t } = vscode.l10n;

const claimGroupings = ['article', 'actor', 'date', 'status'] as const;
export type ClaimGrouping = (typeof claimGroupings)[number];

const groupingKey = 'claims.grouping';

/** A heading of the view, or one recorded claim under it. */
export type ClaimNode =
  | {
      readonly type: 'group';
      readonly key: string;
      readonly label: string;
      readonly article?: string;
      readonly claims: readonly IndexedClaim[];
    }
  | { readonly type: 'claim'; readonly claim: IndexedClaim };

/** The claims of the workspace, filtered and ordered as wanted, grouped by article, actor, date or status. */
export function registerClaimsTree(extension: vscode.ExtensionContext, workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<undefined>());
  let grouping = extension.workspaceState.get<ClaimGrouping>(groupingKey, 'article');
  let selection = allRecorded;

  const provider: vscode.TreeDataProvider<ClaimNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      if (node) {
        return node.type === 'group' ? node.claims.map((claim) => ({ type: 'claim', claim })) : [];
      }
      return groupsOf(workspace, searchClaims(workspace.index, selection.filter, selection.order), grouping);
    },
    getTreeItem: (node) => (node.type === 'group' ? groupItem(node, grouping) : claimItem(workspace, node.claim)),
    resolveTreeItem: (item, node) => {
      if (node.type === 'claim') {
        const { index } = workspace;
        item.tooltip = card(
          cardMarkdown(
            claimCard(index, node.claim, (point) => isOpen(workspace, point)),
            index,
            node.claim.article,
          ),
        );
      }
      return item;
    },
    getParent: () => undefined,
  };
  const view = store.add(
    vscode.window.createTreeView(views.claims, {
      treeDataProvider: provider,
      dragAndDropController: claimDrag<ClaimNode>(workspace, (node) =>
        node.type === 'claim' ? node.claim : undefined,
      ),
      showCollapseAll: true,
    }),
  );

  store.add(
    workspace.indexChanges.onDidChange(() => {
      changed.fire(undefined);
      const open = workspace.index.allRecordedClaims().filter(({ status }) => status === 'unverified').length;
      view.badge = open > 0 ? { value: open, tooltip: t('{0} claims not verified yet', open) } : undefined;
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.filterClaims, () =>
      askSelection(workspace, selection, (changedSelection) => {
        selection = changedSelection;
        const text = selectionText(workspace, selection);
        view.message = text === '' ? undefined : t('Only: {0}', text);
        changed.fire(undefined);
      }),
    ),
  );
  store.add(
    vscode.commands.registerCommand(commands.groupClaims, async () => {
      const items = claimGroupings.map((value) => ({
        value,
        label: groupingLabel(value),
        description: value === grouping ? t('now') : '',
      }));
      const picked = await vscode.window.showQuickPick(items, { placeHolder: t('Group claims by') });
      if (picked) {
        grouping = picked.value;
        await extension.workspaceState.update(groupingKey, grouping);
        changed.fire(undefined);
      }
    }),
  );
  return store;
}

function groupingLabel(grouping: ClaimGrouping): string {
  const labels: Record<ClaimGrouping, string> = {
    article: t('Article'),
    actor: t('Actor'),
    date: t('Date'),
    status: t('Status'),
  };
  return labels[grouping];
}

function groupsOf(workspace: Workspace, claims: readonly IndexedClaim[], grouping: ClaimGrouping): ClaimNode[] {
  const groups = new Map<string, { label: string; article?: string; claims: IndexedClaim[] }>();
  for (const claim of claims) {
    for (const [key, label] of groupKeys(workspace, claim, grouping)) {
      const group = groups.get(key) ?? { label, claims: [] };
      group.claims.push(claim);
      groups.set(key, grouping === 'article' ? { ...group, article: claim.article } : group);
    }
  }
  const nodes = [...groups].map(([key, group]): ClaimNode => ({ type: 'group', key, ...group }));
  return grouping === 'article' ? nodes : nodes.sort((a, b) => compareGroups(a, b, grouping));
}

function groupKeys(workspace: Workspace, claim: IndexedClaim, grouping: ClaimGrouping): [key: string, label: string][] {
  switch (grouping) {
    case 'article': {
      const title = workspace.index.get(claim.article)?.title;
      return [[claim.article, title || vscode.Uri.parse(claim.article).path.split('/').at(-1) || claim.article]];
    }
    case 'actor': {
      const actors = [...new Set(claim.actors.map((actor) => workspace.index.idOf(actor)))];
      return actors.length > 0
        ? actors.map((actor) => [actor, actorName(workspace.index, actor)])
        : [['', sourceName(workspace.index, claim.source)]];
    }
    case 'date': {
      const date = claim.date ?? workspace.index.get(claim.article)?.published?.value;
      return [[date ?? '', date ? dateLabel(date) : t('No date')]];
    }
    case 'status':
      return [[claim.status, statusLabel(claim.status)]];
  }
}

function compareGroups(a: ClaimNode, b: ClaimNode, grouping: ClaimGrouping): number {
  if (a.type === 'claim' || b.type === 'claim') {
    return 0;
  }
  if (grouping === 'date') {
    return a.key < b.key ? 1 : -1; // newest first, those without a date last
  }
  return grouping === 'actor' ? b.claims.length - a.claims.length || a.label.localeCompare(b.label) : 0;
}

function groupItem(node: ClaimNode & { type: 'group' }, grouping: ClaimGrouping): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `group:${grouping}:${node.key}`;
  item.contextValue = grouping;
  item.accessibilityInformation = { label: t('{0}, {1} claims', node.label, node.claims.length) };
  if (node.article) {
    item.resourceUri = vscode.Uri.parse(node.article);
    item.iconPath = vscode.ThemeIcon.File; // its badge counts the claims that are not verified yet
  } else {
    item.description = String(node.claims.length);
    item.iconPath = new vscode.ThemeIcon(groupIcons[grouping]);
  }
  return item;
}

const groupIcons: Record<ClaimGrouping, string> = { article: 'file', actor: 'person', date: 'calendar', status: 'tag' };

function claimItem(workspace: Workspace, claim: IndexedClaim): vscode.TreeItem {
  const source = sourceName(workspace.index, claim.source);
  const item = new vscode.TreeItem(withoutDateline(claim.quote));
  const notes = [
    source,
    claimKindLabel(claim.kind),
    claim.date ? dateLabel(claim.date) : '',
    claim.anchor === 'review' || claim.anchor === 'orphan' ? anchorLabel(claim.anchor) : '',
  ].filter((note) => note !== '');
  item.description = notes.join(' · ');
  item.iconPath = new vscode.ThemeIcon(claimIcon(claim));
  item.contextValue = claim.record ? 'claim' : 'recognised';
  item.accessibilityInformation = { label: `${claim.quote}. ${notes.join(', ')}. ${statusLabel(claim.status)}` };
  const place: Place = { article: claim.article, start: claim.start, end: claim.end };
  item.command = { command: commands.reveal, title: t('Open'), arguments: [place] };
  return item;
}

/** Its shape tells the state: a place to review or a lost one before the status. */
function claimIcon(claim: IndexedClaim): string {
  if (claim.anchor === 'orphan') {
    return 'debug-disconnect';
  }
  if (claim.anchor === 'review') {
    return 'question';
  }
  if (!claim.record) {
    return 'comment-draft';
  }
  const icons = {
    unverified: 'comment-unresolved',
    'in-progress': 'search',
    supported: 'pass',
    disputed: 'warning',
    refuted: 'error',
    superseded: 'history',
  } as const;
  return icons[claim.status];
}
