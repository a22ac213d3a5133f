import { type MergedFile, mergeFileTexts, resolveConflictMarkers } from './mergeFiles';
import { sidecarKind } from './sidecarRead';

/** Three-way merge of sidecar texts, by item and field; see {@link mergeFileTexts}. */
export function mergeSidecarTexts(base: string, ours: string, theirs: string): MergedFile {
  return mergeFileTexts(sidecarKind, base, ours, theirs);
}

/** Merges by id a sidecar in which git left conflict markers; `undefined` where that is not possible. */
export function resolveSidecarConflict(text: string): MergedFile | undefined {
  return resolveConflictMarkers(sidecarKind, text);
}
