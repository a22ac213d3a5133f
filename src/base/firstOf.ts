/** The first `limit` items in order, without sorting all of them. */
export function firstOf<T>(items: Iterable<T>, limit: number, order: (a: T, b: T) => number): T[] {
  if (limit <= 0) {
    return [];
  }
  const kept: T[] = [];
  const most = Number.isFinite(limit) ? limit * 2 + 32 : Number.POSITIVE_INFINITY;
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && order(item, last) > 0) {
      continue;
    }
    kept.push(item);
    if (kept.length >= most) {
      kept.sort(order);
      kept.length = limit;
      last = kept[limit - 1];
    }
  }
  return kept.sort(order).slice(0, limit);
}
