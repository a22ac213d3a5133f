import type { QuoteSelector } from '../model/claim';

/** Quotes around one that are looked at, the smallest first. */
const asked = 8;

/**
 * For each selector the number of the next larger one whose quote held it when both were stored, -1 for none: a name
 * inside of a claim, one claim inside of another. Hints of different versions of an article may lie about that, so the
 * words must stand there too.
 */
export function enclosers(selectors: readonly QuoteSelector[]): Int32Array {
  const startOf = (i: number): number => selectors[i]!.hint ?? -1;
  const endOf = (i: number): number => startOf(i) + selectors[i]!.exact.length;
  const holds = (outer: number, inner: number): boolean => {
    const { exact } = selectors[inner]!;
    return (
      selectors[outer]!.exact.length > exact.length &&
      selectors[outer]!.exact.startsWith(exact, startOf(inner) - startOf(outer))
    );
  };
  const order = selectors
    .map((_, i) => i)
    .filter((i) => startOf(i) >= 0)
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  const outer = new Int32Array(selectors.length).fill(-1);
  const open: number[] = [];
  for (const i of order) {
    while (open.length > 0 && endOf(open.at(-1)!) < endOf(i)) {
      open.pop();
    }
    outer[i] = open.slice(-asked).findLast((one) => holds(one, i)) ?? -1;
    open.push(i);
  }
  return outer;
}
