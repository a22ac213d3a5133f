import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { PointReason } from '../../linking/pointsToLookAt';
import { shortLine } from '../../text/shortened';
import { withoutDateline } from '../../text/withoutDateline';
import { findMissingMarks, type MissingMark } from '../../workspace/concordance';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { sourceName } from '../cardMarkdown';
import { type ClaimPoint, gatherPoints } from '../claimPoints';
import type { Place } from '../commandLinks';
import { commands, contextKeys, views } from '../contributions';
import { dateLabel, pointLabel } from '../labels';
import { checkLabel, countOfKind, kindChecks, makeConsistent, markChecks, type NameCheck } from '../nameChecks';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

type PointNode =
  | {
      readonly type: 'group';
      readonly id: string;
      readonly label: string;
      readonly closed?: boolean;
      readonly children: () => PointNode[] | Promise<PointNode[]>;
      readonly count?: number;
    }
  | { readonly type: 'point'; readonly key: string; readonly point: ClaimPoint }
  | { readonly type: 'claim'; readonly claim: IndexedClaim }
  | { readonly type: 'check'; readonly key: string; readonly check: NameCheck }
  | { readonly type: 'place'; readonly place: Place; readonly note: string };

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
  const missingMarks = (): Promise<MissingMark[]> => marks.find();
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
          return rootsOf(workspace, points, missingMarks);
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

function rootsOf(
  workspace: Workspace,
  points: readonly ClaimPoint[],
  missingMarks: () => Promise<MissingMark[]>,
): PointNode[] {
  const labels: Record<PointReason['kind'], string> = {
    stance: t('Other stance'),
    polarity: t('Says the opposite'),
    number: t('Other number'),
    superseded: t('Superseded'),
  };
  const groups = (Object.keys(labels) as PointReason['kind'][]).flatMap((kind) => {
    const own = points.filter(({ reason }) => reason.kind === kind);
    const children = own.map((point): PointNode => ({ type: 'point', key: point.key, point }));
    return group(kind, labels[kind], children);
  });
  const checks = (found: readonly NameCheck[]): PointNode[] =>
    found.map((check): PointNode => ({ type: 'check', key: check.key, check }));
  const marks: PointNode = {
    type: 'group',
    id: 'marks',
    label: t('Marked here, not there'),
    closed: true, // opening it reads every article
    children: async () => checks(markChecks(workspace, await missingMarks())),
  };
  return [
    ...groups,
    ...group('kinds', t('Not the same kind everywhere'), checks(kindChecks(workspace))),
    ...(workspace.index.size > 1 ? [marks] : []),
  ];
}

/** Names that are not marked everywhere; all articles are read for it, so an answer is kept for a while. */
class MissingMarks {
  readonly #workspace: Workspace;
  #found: Promise<MissingMark[]> | undefined;
  #keepUntil = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  find(): Promise<MissingMark[]> {
    if (!this.#found || performance.now() > this.#keepUntil) {
      this.#keepUntil = Number.POSITIVE_INFINITY;
      this.#found = this.#look();
    }
    return this.#found;
  }

  forget(): void {
    this.#keepUntil = 0;
  }

  async #look(): Promise<MissingMark[]> {
    const { host, index } = this.#workspace;
    const started = performance.now();
    try {
      return await vscode.window.withProgress({ location: { viewId: views.points } }, (_progress, token) =>
        findMissingMarks(host, index, token),
      );
    } finally {
      const now = performance.now();
      this.#keepUntil = now + Math.max(30_000, (now - started) * 20);
    }
  }
}

function group(id: string, label: string, children: PointNode[]): PointNode[] {
  return children.length > 0 ? [{ type: 'group', id, label, count: children.length, children: () => children }] : [];
}

function childrenOf(node: PointNode): PointNode[] | Promise<PointNode[]> {
  switch (node.type) {
    case 'group':
      return node.children();
    case 'point':
      return [node.point.claim, node.point.other].map((claim): PointNode => ({ type: 'claim', claim }));
    case 'check':
      return placesOf(node.check);
    default:
      return [];
  }
}

/** Where to look: what the fewest articles have. */
function placesOf(check: NameCheck): PointNode[] {
  if (check.about === 'mark') {
    return check.found.missing.map((line) => ({
      type: 'place',
      place: line,
      note: `${line.before}${line.words}${line.after}`.trim(),
    }));
  }
  return check.found.kinds
    .toReversed()
    .flatMap(({ kind, articles }) => articles.map((article) => ({ kind, article })))
    .slice(0, mostPlaces)
    .map(({ kind, article }) => ({
      type: 'place',
      place: { article, start: 0, end: 0 },
      note: countOfKind(kind, 1),
    }));
}

const mostPlaces = 50;

function itemOf(workspace: Workspace, node: PointNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (node.type) {
    case 'group': {
      const item = new vscode.TreeItem(node.label, node.closed ? Collapsed : Expanded);
      item.id = node.id;
      item.description = node.count === undefined ? '' : String(node.count);
      return item;
    }
    case 'point': {
      const { claim, other, reason } = node.point;
      const item = new vscode.TreeItem(pointLabel(reason), Collapsed);
      const sides = [claim, other].map((side) => sourceName(workspace.index, side.source));
      item.description = [...new Set(sides)].join(' ↔ ');
      item.tooltip = [claim, other].map((side) => `“${shortLine(side.quote)}”`).join('\n');
      item.iconPath = new vscode.ThemeIcon('eye');
      item.contextValue = 'point';
      item.command = { command: commands.reveal, title: t('Open'), arguments: [claim] };
      return item;
    }
    case 'claim': {
      const { claim } = node;
      const entry = workspace.index.get(claim.article);
      const when = entry?.published?.value ?? claim.date;
      const item = new vscode.TreeItem(withoutDateline(claim.quote), None);
      item.description = [sourceName(workspace.index, claim.source), when ? dateLabel(when) : '', entry?.title ?? '']
        .filter((part) => part !== '')
        .join(' · ');
      item.tooltip = `${claim.quote}\n${item.description}`;
      item.iconPath = new vscode.ThemeIcon(claim.record ? 'comment' : 'comment-draft');
      item.command = { command: commands.reveal, title: t('Open'), arguments: [claim] };
      return item;
    }
    case 'check': {
      const item = new vscode.TreeItem(node.check.found.name, Collapsed);
      item.description = checkLabel(node.check);
      item.iconPath = new vscode.ThemeIcon('symbol-key');
      item.contextValue = 'check';
      return item;
    }
    case 'place': {
      const { place, note } = node;
      const item = new vscode.TreeItem(workspace.index.get(place.article)?.title || place.article, None);
      item.description = note;
      item.tooltip = note;
      item.resourceUri = vscode.Uri.parse(place.article);
      item.iconPath = vscode.ThemeIcon.File;
      item.command = { command: commands.reveal, title: t('Open'), arguments: [place] };
      return item;
    }
  }
}
