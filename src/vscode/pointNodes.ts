import * as vscode from 'vscode';
import type { PointReason } from '../linking/pointsToLookAt';
import { quoted } from '../text/quoted';
import { shortLine } from '../text/shortened';
import type { MissingMark } from '../workspace/concordance';
import type { IndexedClaim } from '../workspace/documentEntry';
import { sourceName } from './actorNames';
import type { ClaimPoint } from './claimPoints';
import { claimRow } from './claimRow';
import type { Place } from './commandLinks';
import { commands } from './contributions';
import { pointLabel } from './labels';
import { checkLabel, countOfKind, kindChecks, markChecks, type NameCheck } from './nameChecks';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

/** A row of the view of what deserves a second look. */
export type PointNode =
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

/** The headings, with what stands under each. `missingMarks` is asked when its heading is opened. */
export function rootsOf(
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

function group(id: string, label: string, children: PointNode[]): PointNode[] {
  return children.length > 0 ? [{ type: 'group', id, label, count: children.length, children: () => children }] : [];
}

/** What stands under a row. */
export function childrenOf(node: PointNode): PointNode[] | Promise<PointNode[]> {
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

/** How a row looks, and what it opens. */
export function itemOf(workspace: Workspace, node: PointNode): vscode.TreeItem {
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
      const sides = new Set([claim, other].map((side) => sourceName(workspace.index, side.source)));
      const item = new vscode.TreeItem(t('{0}: {1}', [...sides].join(' ↔ '), pointLabel(reason)), Collapsed);
      item.tooltip = [claim, other].map((side) => quoted(shortLine(side.quote))).join('\n');
      item.iconPath = new vscode.ThemeIcon('eye');
      item.contextValue = 'point';
      item.command = { command: commands.reveal, title: t('Open'), arguments: [claim] };
      return item;
    }
    case 'claim':
      return claimRow(workspace, node.claim);
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
