import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { isOpen } from '../claimPoints';
import { claimRow } from '../claimRow';
import { views } from '../contributions';
import { backlinkLabel, pointLabel, relationLabel } from '../labels';
import { reasonText } from '../reasonText';
import type { Workspace } from '../workspace';
import { claimDrag } from './claimDrag';

const { t } = vscode.l10n;

/** A heading, or a claim under it. A node is what the link command gets. */
type RelatedNode =
  | { readonly type: 'group'; readonly label: string; readonly children: readonly ClaimNode[] }
  | ClaimNode;

interface ClaimNode {
  readonly type: 'claim';
  /** The claim under the cursor. */
  readonly claim: IndexedClaim;
  /** The other, which the row shows. */
  readonly target: IndexedClaim;
  readonly note: string;
}

/** Suggestions shown: what comes after them is hardly ever the same matter. */
const mostRelated = 10;

/** How long the cursor has to rest before the view follows it, in milliseconds. */
const rest = 200;

/** What the claim under the cursor is linked to, and what else speaks of the same. Follows the cursor. */
export function registerRelatedTree(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<undefined>());
  let last: vscode.TextEditor | undefined;
  /** The editor that has the focus; where a picture has it, the one that had it before, as long as it is in view. */
  const followed = (): vscode.TextEditor | undefined => {
    last = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find((editor) => editor === last);
    return last;
  };
  const view = store.add(
    vscode.window.createTreeView<RelatedNode>(views.related, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: (node) =>
          node ? (node.type === 'group' ? [...node.children] : []) : [...roots(workspace, followed())],
        getTreeItem: (node) => (node.type === 'group' ? groupItem(node.label) : claimItem(workspace, node)),
      },
      dragAndDropController: claimDrag<RelatedNode>(workspace, (node) =>
        node.type === 'claim' ? node.target : undefined,
      ),
    }),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (view.visible) {
        changed.fire(undefined);
      }
    }, rest);
  };
  store.add({ dispose: () => clearTimeout(timer) });
  store.add(vscode.window.onDidChangeTextEditorSelection(follow));
  store.add(vscode.window.onDidChangeActiveTextEditor(follow));
  store.add(workspace.indexChanges.onDidChange(follow));
  store.add(view.onDidChangeVisibility(follow));
  return store;
}

function roots(workspace: Workspace, editor: vscode.TextEditor | undefined): RelatedNode[] {
  const article = workspace.articles.get(editor?.document);
  if (!editor || !article) {
    return [];
  }
  workspace.settle(article);
  const { index } = workspace;
  const offset = editor.document.offsetAt(editor.selection.active);
  const claim = index.claimAt(article.uri, offset);
  if (!claim) {
    return [];
  }
  const node = (target: IndexedClaim, note: string): ClaimNode => ({ type: 'claim', claim, target, note });
  const linked = [
    ...(claim.record?.links ?? []).flatMap((link) => {
      const target = index.linkTarget(claim.article, link);
      return target ? [node(target, relationLabel(link.relation))] : [];
    }),
    ...index.backlinks(claim.article, claim.id).map(({ from, link }) => node(from, backlinkLabel(link.relation))),
  ];
  const points = index
    .pointsToLookAt(claim.article, claim.id)
    .filter((point) => isOpen(workspace, point))
    .map(({ reason, other }) => node(other, pointLabel(reason)));
  const told = new Set([...linked, ...points].map(({ target }) => target));
  const related = index
    .related(claim.article, claim.id, mostRelated + told.size)
    .filter(({ claim: other }) => !told.has(other))
    .slice(0, mostRelated)
    .map(({ claim: other, why }) => node(other, reasonText(index, why, claim.quote)));
  const group = (label: string, children: readonly ClaimNode[]): RelatedNode[] =>
    children.length > 0 ? [{ type: 'group', label, children }] : [];
  return [...group(t('Linked'), linked), ...group(t('Worth a look'), points), ...group(t('Perhaps related'), related)];
}

function groupItem(label: string): vscode.TreeItem {
  return new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
}

function claimItem(workspace: Workspace, { target, note }: ClaimNode): vscode.TreeItem {
  const item = claimRow(workspace, target, note);
  item.contextValue = target.record ? 'claim' : 'recognised';
  return item;
}
