import type { ActorId, NameKind } from '../../model/recognition';
import type { Candidate } from './candidates';
import type { Reading } from './reading';
import { isCapital } from './tokenForms';

/** Somebody or something that the document names. */
export interface Entity {
  readonly kind: NameKind;
  id: ActorId;
  name: string;
  /** Folded hashes of the words of the fullest name. */
  words: readonly number[];
  readonly known: boolean;
}

export interface Located {
  readonly entity: Entity;
  readonly from: number;
}

/** Adds a bearer of a word, once in a row. */
export function push(map: Map<number, Located[]>, hash: number, located: Located): void {
  const list = map.get(hash);
  if (!list) {
    map.set(hash, [located]);
  } else if (list.at(-1)!.entity !== located.entity) {
    list.push(located);
  }
}

/** The bearer named last before the place, else the first named after it. */
export function nearest(list: readonly Located[] | undefined, from: number): Entity | null {
  if (!list) {
    return null;
  }
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from <= from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return list[Math.max(0, low - 1)]?.entity ?? null;
}

/** The last capitalised word of the candidate. */
export function mainWord(reading: Reading, candidate: Candidate): number {
  let last = candidate.to - 1;
  while (last > candidate.from && !isCapital(reading, last)) {
    last--;
  }
  return last;
}
