/** Ids of ours: at least 16 letters and digits, so that a foreign "T1" never becomes an id in a sidecar. */
export function isItemId(id: string): boolean {
  return /^[a-z0-9]{16,64}$/.test(id);
}
