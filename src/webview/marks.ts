import type { Stance } from '../model/claim';
import type { ClaimRow } from './protocol';

/** Something of a picture that a person can point at: one claim or several, or an actor. */
export interface Mark {
  /** Unique in its picture. */
  readonly id: string;
  /** Centre in the picture's own units. */
  readonly x: number;
  readonly y: number;
  readonly claims: readonly ClaimRow[];
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const turns: Record<Direction, readonly [x: number, y: number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The mark that an arrow key leads to: the nearest that lies in that direction, where going astray sideways counts
 * double. `undefined` where there is none.
 */
export function nextMark<M extends Mark>(marks: readonly M[], from: Mark, direction: Direction): M | undefined {
  const [dx, dy] = turns[direction];
  let best: M | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const x = mark.x - from.x;
    const y = mark.y - from.y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy + y * dx);
    // Within 63 degrees of the direction: else "right" would jump to another row.
    if (mark.id !== from.id && ahead > 0.01 && aside <= ahead * 2 && ahead + aside * 2 < least) {
      best = mark;
      least = ahead + aside * 2;
    }
  }
  return best;
}

/** `mixed` for claims that differ, `none` for claims without any. */
export type StanceMix = Stance | 'none' | 'mixed';

export function stanceOf(claims: readonly ClaimRow[]): StanceMix {
  const [first, ...rest] = claims;
  const stance = first?.stance ?? 'none';
  return rest.every((claim) => (claim.stance ?? 'none') === stance) ? stance : 'mixed';
}

/** Counts things; the most frequent first, equal ones in the order in which they came. */
export function mostFrequent(values: Iterable<string>): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
