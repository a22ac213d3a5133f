import * as vscode from 'vscode';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { views } from '../contributions';
import { recordOf } from '../newClaim';
import type { Workspace } from '../workspace';
import { linkTo } from './linkClaim';

/** A claim on its way from one of our views to another. */
const dragType = 'application/vnd.editorial-claims.claim';

/** VS Code lets a view take what comes from another only where the view takes the other's own type, too. */
const viewTypes = [views.claims, views.related].map((view) => `application/vnd.code.tree.${view.toLowerCase()}`);

/** In one of our views, a claim dropped on another links the two: what is dropped relates to what it is dropped on. */
export function claimDrag<Node>(
  workspace: Workspace,
  claimOf: (node: Node) => IndexedClaim | undefined,
): vscode.TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [dragType],
    dropMimeTypes: [dragType, ...viewTypes],
    handleDrag: ([node], data) => {
      const claim = node && claimOf(node);
      if (claim) {
        const { article, id } = claim;
        data.set(dragType, new vscode.DataTransferItem(JSON.stringify({ article, id })));
      }
    },
    handleDrop: async (target, data) => {
      // From another view it comes twice, once without a value.
      const items = [...data].flatMap(([type, item]) => (type === dragType ? [item.asString()] : []));
      const dragged = claimIn(
        workspace,
        (await Promise.all(items)).find((text) => text !== ''),
      );
      const other = target && claimOf(target);
      if (dragged && other && (dragged.article !== other.article || dragged.id !== other.id)) {
        await linkTo(workspace, () => recordOf(workspace, dragged), dragged.quote, other);
      }
    },
  };
}

function claimIn(workspace: Workspace, text: string | undefined): IndexedClaim | undefined {
  try {
    const { article, id } = Object(JSON.parse(text ?? '')) as Record<string, unknown>;
    return typeof article === 'string' && typeof id === 'string' ? workspace.index.claim(article, id) : undefined;
  } catch {
    return undefined; // not ours
  }
}
