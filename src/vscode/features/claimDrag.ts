import * as vscode from 'vscode';
import type { IndexedClaim } from '../../workspace/documentEntry';
import type { Workspace } from '../workspace';
import { chosenClaim } from './chosenClaim';
import { linkTo } from './linkClaim';

const { t } = vscode.l10n;

/** VS Code names it: by the view's id in lower case. */
const dragType = 'application/vnd.code.tree.editorialclaims.claims';

/** A recorded claim dropped on another links the two: what is dropped relates to what it is dropped on. */
export function claimDrag<Node>(
  workspace: Workspace,
  claimOf: (node: Node) => IndexedClaim | undefined,
): vscode.TreeDragAndDropController<Node> {
  return {
    dragMimeTypes: [dragType],
    dropMimeTypes: [dragType],
    handleDrag: ([node], data) => {
      const claim = node && claimOf(node);
      if (claim?.record) {
        const { article, id } = claim;
        data.set(dragType, new vscode.DataTransferItem({ article, id }));
      }
    },
    handleDrop: async (target, data) => {
      const dragged: unknown = data.get(dragType)?.value;
      const from = dragged ? await chosenClaim(workspace, { claim: dragged }) : undefined;
      const other = target && claimOf(target);
      if (!from || !other || other.id === from.claim.id) {
        return;
      }
      if (other.record) {
        await linkTo(workspace, from, other);
      } else {
        void vscode.window.showInformationMessage(t('Record the other claim first: only recorded claims are linked.'));
      }
    },
  };
}
