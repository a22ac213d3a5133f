import * as vscode from 'vscode';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { recordOf } from '../newClaim';
import type { Workspace } from '../workspace';
import { linkTo } from './linkClaim';

/** A claim on its way from one of our views to another. */
const dragType = 'application/vnd.editorial-claims.claim';

/** A claim dropped on another links the two: what is dropped relates to what it is dropped on. */
export function claimDrag<Node>(
  workspace: Workspace,
  claimOf: (node: Node) => IndexedClaim | undefined,
): vscode.TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [dragType],
    dropMimeTypes: [dragType],
    handleDrag: ([node], data) => {
      const claim = node && claimOf(node);
      if (claim) {
        const { article, id } = claim;
        data.set(dragType, new vscode.DataTransferItem(JSON.stringify({ article, id })));
      }
    },
    handleDrop: async (target, data) => {
      const dragged = claimIn(workspace, await data.get(dragType)?.asString());
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
