import type { ItemChange } from '../../src/annotations/itemChange';
import * as edit from '../../src/annotations/itemFileEdit';
import { readSidecar, type Sidecar, sidecarKind } from '../../src/annotations/sidecarRead';

/** A new sidecar, before its first item. */
export function emptySidecar(): Sidecar {
  return readSidecar(sidecarKind.newText);
}

export function applyChanges(sidecar: Sidecar, changes: readonly ItemChange[]) {
  const { file, conflicts } = edit.applyChanges(sidecarKind, sidecar, changes);
  return { sidecar: file, conflicts };
}
