import * as vscode from 'vscode';
import type { PointReason, PointToLookAt } from '../linking/pointsToLookAt';
import { hashText } from '../text/tokens';
import type { IndexedClaim } from '../workspace/documentEntry';
import type { Workspace } from './workspace';

/** Two claims that deserve a second look, not yet dismissed and not yet linked. */
export interface ClaimPoint {
  /** The same from either side and after a restart; another one where the words in question change. */
  readonly key: string;
  readonly reason: PointReason;
  readonly claim: IndexedClaim;
  readonly other: IndexedClaim;
}

/** Whether nobody has dismissed the point, nor linked the two claims: who has linked them has looked already. */
export function isOpen(workspace: Workspace, { reason, claim, other }: PointToLookAt<IndexedClaim>): boolean {
  const { index, dismissals } = workspace;
  const linked = new Set([
    ...(claim.record?.links ?? []).map((link) => index.linkTarget(claim.article, link)),
    ...index.backlinks(claim.article, claim.id).map(({ from }) => from),
  ]);
  return !linked.has(other) && !dismissals.has(keyOf(reason, claim, other));
}

/** What deserves a look about a recorded claim. */
function pointsOf(workspace: Workspace, claim: IndexedClaim): ClaimPoint[] {
  return workspace.index
    .pointsToLookAt(claim.article, claim.id)
    .filter((point) => isOpen(workspace, point))
    .map(({ reason, other }) => ({ key: keyOf(reason, claim, other), reason, claim, other }));
}

/** The points of many claims, each pair once, in short slices; stops when told to. */
export async function gatherPoints(
  workspace: Workspace,
  claims: readonly IndexedClaim[],
  cancel: { readonly isCancellationRequested: boolean },
): Promise<ClaimPoint[]> {
  const found = new Map<string, ClaimPoint>();
  let sliceStart = performance.now();
  for (const claim of claims) {
    if (cancel.isCancellationRequested || found.size >= mostPoints) {
      break;
    }
    for (const point of pointsOf(workspace, claim)) {
      if (!found.has(point.key)) {
        found.set(point.key, point);
      }
    }
    if (performance.now() - sliceStart > sliceMilliseconds) {
      await workspace.host.yield();
      sliceStart = performance.now();
    }
  }
  return [...found.values()];
}

/** A person looks at no more. */
const mostPoints = 500;
const sliceMilliseconds = 8;

function keyOf(reason: PointReason, claim: IndexedClaim, other: IndexedClaim): string {
  const words = 'here' in reason ? [reason.here, reason.there] : ['', ''];
  const sides = [`${identity(claim)} ${words[0]}`, `${identity(other)} ${words[1]}`].sort();
  return [reason.kind, ...sides].join('|');
}

/** A recorded claim keeps its id wherever its article goes; a recognised one is known by its words. */
function identity(claim: IndexedClaim): string {
  return claim.record
    ? claim.id
    : `${vscode.workspace.asRelativePath(vscode.Uri.parse(claim.article))}#${hashText(claim.quote).toString(36)}`;
}
