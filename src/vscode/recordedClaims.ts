import type { IndexedClaim } from '../workspace/documentEntry';
import type { Workspace } from './workspace';

/** Recorded claims of all articles, by article and place. */
export function recordedClaims(workspace: Workspace): IndexedClaim[] {
  const entries = [...workspace.index.articles()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return entries.flatMap((entry) => entry.claims.filter((claim) => claim.record));
}
