import type { DaySpan } from '../linking/edtfDays';
import { spansMeet } from '../linking/edtfDays';
import type { ClaimDigest, DatedPlace } from './claimDigest';
import type { DocumentEntry } from './documentEntry';
import type { Uri } from './host';

const daysInMonth = 30.436875;
const daysInYear = 365.2425;

/** A claim that is about some time, by its place among those of its article: it need not be read to be found. */
export interface DatedClaim extends DatedPlace {
  readonly entry: DocumentEntry;
}

type Buckets = Map<number, Set<DatedClaim>>;

/** Claims by the time that they are about: short spans under their months, longer ones under their years. */
export class DatePostings {
  readonly #articles = new Map<Uri, readonly DatedClaim[]>();
  readonly #months: Buckets = new Map();
  readonly #years: Buckets = new Map();
  /** Spans of decades and with open ends. */
  readonly #wide = new Set<DatedClaim>();

  add(entry: DocumentEntry, { dated }: ClaimDigest): void {
    if (dated.length === 0) {
      return;
    }
    const claims = dated.map(({ place, days }) => ({ entry, place, days }));
    this.#articles.set(entry.id, claims);
    for (const claim of claims) {
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

  remove(article: Uri): void {
    for (const claim of this.#articles.get(article) ?? []) {
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
    this.#articles.delete(article);
  }

  /** Claims about a time that shares a day with the span. */
  find(span: DaySpan): Set<DatedClaim> {
    const found = new Set<DatedClaim>();
    const look = (claims: Iterable<DatedClaim>): void => {
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

  #places(span: DaySpan): [Buckets, number][] {
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
