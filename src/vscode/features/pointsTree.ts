import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { type ClaimPoint, gatherPoints } from '../claimPoints';
import { commands, contextKeys, views } from '../contributions';
import { MissingMarks } from '../missingMarks';
import { makeConsistent } from '../nameChecks';
import { childrenOf, itemOf, type PointNode, rootsOf } from '../pointNodes';
import type { Workspace } from '../workspace';

/** Changes of the index are gathered this long, in milliseconds; or longer, where the last look took long. */
const pause = 1000;

/**
 * What deserves a second look in the whole workspace: pairs of claims that do not go together, and names that the
 * articles do not treat alike. Observations, each of which can be dismissed; worked out while the view is open.
 */
export function registerPointsTree(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<undefined>());
  const marks = new MissingMarks(workspace);
  let points: readonly ClaimPoint[] = [];
  let looking: Promise<void> | undefined;
  let running: vscode.CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;

  const view = store.add(
    vscode.window.createTreeView<PointNode>(views.points, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (node) => {
          if (node) {
            return childrenOf(node);
          }
          // The view may come before the first look is over, and hears of no change until it has its roots.
          await (looking ?? look());
          return rootsOf(workspace, points, () => marks.find());
        },
        getTreeItem: (node) => itemOf(workspace, node),
      },
      showCollapseAll: true,
    }),
  );
  const lookOver = async (): Promise<void> => {
    running?.cancel();
    const own = new vscode.CancellationTokenSource();
    running = own;
    const started = performance.now();
    const found = await gatherPoints(workspace, workspace.index.allRecordedClaims(), own.token);
    if (!own.token.isCancellationRequested) {
      points = found;
      cost = performance.now() - started;
      changed.fire(undefined);
    }
  };
  const look = (): Promise<void> => {
    looking = lookOver().catch((error: unknown) => workspace.log.error(String(error)));
    return looking;
  };
  const later = (): void => {
    if (view.visible) {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          void look();
        },
        Math.max(pause, cost * 20),
      );
    }
  };
  const tellContext = (): void => {
    void vscode.commands.executeCommand('setContext', contextKeys.pointsDismissed, workspace.dismissals.size > 0);
  };
  tellContext();
  store.add({
    dispose: () => {
      clearTimeout(timer);
      running?.cancel();
    },
  });
  store.add(workspace.indexChanges.onDidChange(later));
  store.add(
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) {
        void look();
      }
    }),
  );
  store.add(
    workspace.dismissals.onDidChange(() => {
      points = points.filter(({ key }) => !workspace.dismissals.has(key));
      changed.fire(undefined);
      tellContext();
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.dismissPoint, async (argument: unknown) => {
      const { key } = Object(argument) as { readonly key?: unknown };
      if (typeof key === 'string') {
        await workspace.dismissals.dismiss(key);
      }
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.restorePoints, async () => {
      await workspace.dismissals.restore();
      await look();
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.makeConsistent, async (node?: PointNode) => {
      if (node?.type === 'check') {
        await makeConsistent(workspace, node.check);
        marks.forget();
      }
    }),
  );
  return store;
}
