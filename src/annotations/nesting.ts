import type { QuoteSelector } from '../model/claim';

/**
 * For each selector the number of the next larger one whose quote held it when both were stored, -1 for none: a name
 * inside of a claim, one claim inside of another. Those without a hint are in none.
 */
export function enclosers(selectors: readonly QuoteSelector[]): Int32Array {
  const startOf = (i: number): number => selectors[i]!.hint ?? -1;
  const endOf = (i: number): number => startOf(i) + selectors[i]!.exact.length;
  const order = selectors.map((_, i) => i).sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  const outer = new Int32Array(selectors.length).fill(-1);
  const open: number[] = [];
  for (const i of order) {
    while (open.length > 0 && endOf(open.at(-1)!) < endOf(i)) {
      open.pop();
    }
    const last = open.at(-1);
    if (last !== undefined && startOf(i) >= 0) {
      const same = startOf(last) === startOf(i) && endOf(last) === endOf(i);
      outer[i] = same ? outer[last]! : last;
    }
    open.push(i);
  }
  return outer;
}
