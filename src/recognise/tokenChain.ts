/** The hash of several tokens one after another: that of those before, and the next one's. Begins with 0, a signed number. */
export function step(state: number, hash: number): number {
  let next = Math.imul(state ^ hash, 0x9e3779b1);
  next ^= next >>> 15;
  next = Math.imul(next, 0x85ebca77);
  return next ^ (next >>> 13) || 1;
}
