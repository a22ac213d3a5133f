import type { DaySpan } from '../linking/edtfDays';
import { spansMeet } from '../linking/edtfDays';
import type { DocumentEntry, IndexedClaim } from './documentEntry';

const daysInMonth = 30.436875;
const daysInYear = 365.2425;

/** Claims by the time that they are about: short spans under their months, longer ones under their years. */
export class DatePostings {
  readonly #months = new Map<number, Set<IndexedClaim>>();
  readonly #years = new Map<number, Set<IndexedClaim>>();
  /** Spans of decades and with open ends. */
  readonly #wide = new Set<IndexedClaim>();

  add(entry: DocumentEntry): void {
    for (const claim of entry.claims) {
      for (const span of claim.days) {
        for (const [buckets, key] of this.#places(span)) {
          const bucket = buckets.get(key) ?? new Set();
          bucket.add(claim);
          buckets.set(key, bucket);
        }
        if (isWide(span)) {
          this.#wide.add(claim);
        }
      }
    }
  }

  remove(entry: DocumentEntry): void {
    for (const claim of entry.claims) {
      this.#wide.delete(claim);
      for (const span of claim.days) {
        for (const [buckets, key] of this.#places(span)) {
          const bucket = buckets.get(key);
          if (bucket?.delete(claim) && bucket.size === 0) {
            buckets.delete(key);
          }
        }
      }
    }
  }

  /** Claims about a time that shares a day with the span. */
  find(span: DaySpan): Set<IndexedClaim> {
    const found = new Set<IndexedClaim>();
    const look = (claims: Iterable<IndexedClaim>): void => {
      for (const claim of claims) {
        if (claim.days.some((days) => spansMeet(days, span))) {
          found.add(claim);
        }
      }
    };
    for (const [buckets, length] of [
      [this.#months, daysInMonth],
      [this.#years, daysInYear],
    ] as const) {
      const first = Math.floor(span.from / length);
      const last = Math.floor(span.to / length);
      if (last - first < buckets.size) {
        for (let key = first; key <= last; key++) {
          look(buckets.get(key) ?? []);
        }
      } else {
        for (const [key, claims] of buckets) {
          look(key >= first && key <= last ? claims : []);
        }
      }
    }
    look(this.#wide);
    return found;
  }

  #places(span: DaySpan): [Map<number, Set<IndexedClaim>>, number][] {
    if (isWide(span)) {
      return [];
    }
    const short = span.to - span.from < 3 * daysInMonth;
    const [buckets, length] = short ? [this.#months, daysInMonth] : [this.#years, daysInYear];
    const first = Math.floor(span.from / length);
    const last = Math.floor(span.to / length);
    return Array.from({ length: last - first + 1 }, (_, i) => [buckets, first + i]);
  }
}

function isWide(span: DaySpan): boolean {
  return !(span.to - span.from < 12 * daysInYear);
}
