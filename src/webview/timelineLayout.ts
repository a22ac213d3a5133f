import { type Mark, mostFrequent } from './marks';
import type { ClaimRow } from './protocol';

/** A row of the timeline: all that one source says. */
export interface Lane {
  /** Actor id, `author`, empty for nobody known; `undefined` for the sources that have no row of their own. */
  readonly source: string | undefined;
  readonly claims: readonly ClaimRow[];
}

/** Rows beyond these go into one. */
export const mostLanes = 24;

/** Rows by source, the one that says most first. Claims without a date are left out. */
export function timelineLanes(rows: readonly ClaimRow[]): Lane[] {
  const dated = rows.filter(({ day }) => day !== null);
  const ranked = mostFrequent(dated.map(({ source }) => source));
  const own = new Set(ranked.slice(0, mostLanes).map(([source]) => source));
  const bySource = new Map<string | undefined, ClaimRow[]>([...own].map((source) => [source, []]));
  for (const row of dated) {
    const key = own.has(row.source) ? row.source : undefined;
    const claims = bySource.get(key);
    if (claims) {
      claims.push(row);
    } else {
      bySource.set(key, [row]);
    }
  }
  return [...bySource].map(([source, claims]) => ({ source, claims }));
}

/** First and last day of the claims, with a little room; a month around a single day. */
export function daySpan(rows: readonly ClaimRow[]): readonly [first: number, last: number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { day } of rows) {
    if (day !== null) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  if (first > last) {
    return [0, 30];
  }
  const room = Math.max(15 - (last - first) / 2, (last - first) * 0.03, 1);
  return [first - room, last + room];
}

/** Claims of a row that would lie on each other at this scale, as one mark. */
export interface TimelineMark extends Mark {
  readonly lane: number;
}

/** Marks nearer than this to each other become one, in pixels. */
const cell = 24;

/**
 * Marks of the window `[from, to]` of days, where a day is `scale` pixels wide. Bins are fixed in time, so that they do
 * not change while one pans. `x` is in days, `y` the number of the lane.
 */
export function timelineMarks(lanes: readonly Lane[], scale: number, from: number, to: number): TimelineMark[] {
  const width = Math.max(cell / scale, 1e-6);
  return lanes.flatMap(({ claims }, lane) => {
    const bins = new Map<number, ClaimRow[]>();
    for (const claim of claims) {
      const day = claim.day ?? 0;
      if (day >= from && day <= to) {
        const key = width < 1 ? day : Math.floor(day / width);
        const bin = bins.get(key);
        if (bin) {
          bin.push(claim);
        } else {
          bins.set(key, [claim]);
        }
      }
    }
    return [...bins].map(([key, bin]): TimelineMark => {
      const mean = bin.reduce((sum, { day }) => sum + (day ?? 0), 0) / bin.length;
      // Near the middle of its bin, so that discs of neighbours do not cover each other.
      const middle = width < 1 ? mean : (key + 0.5) * width;
      const reach = width * 0.3;
      const x = bin.length > 1 ? Math.max(middle - reach, Math.min(middle + reach, mean)) : mean;
      return { id: `${lane}:${key}`, x, y: lane, lane, claims: bin };
    });
  });
}
