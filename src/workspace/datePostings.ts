import type { DaySpan } from '../linking/edtfDays';
import type { DocumentEntry } from './documentEntry';
import { type DatedRows, digestOf, type EntryDigest } from './entryDigest';

const daysInMonth = 30.436875;
const daysInYear = 365.2425;

type Buckets = Map<number, Set<DocumentEntry>>;

/** An article with claims about a time, by their places among its claims: they need not be read to be found. */
export interface DatedArticle {
  readonly entry: DocumentEntry;
  readonly places: readonly number[];
}

/**
 * Articles by the time that their claims are about: those with short spans under their months, with longer ones under
 * their years. Which claims it is tells the entry.
 */
export class DatePostings {
  readonly #months: Buckets = new Map();
  readonly #years: Buckets = new Map();
  /** With spans of decades and with open ends. */
  readonly #wide = new Set<DocumentEntry>();

  add(entry: DocumentEntry, { dated }: EntryDigest): void {
    this.#visit(dated, (buckets, key) => {
      const bucket = buckets?.get(key);
      if (bucket) {
        bucket.add(entry);
      } else if (buckets) {
        buckets.set(key, new Set([entry]));
      } else {
        this.#wide.add(entry);
      }
    });
  }

  remove(entry: DocumentEntry, { dated }: EntryDigest): void {
    this.#wide.delete(entry);
    this.#visit(dated, (buckets, key) => {
      const bucket = buckets?.get(key);
      if (bucket?.delete(entry) && bucket.size === 0) {
        buckets?.delete(key);
      }
    });
  }

  /** Articles with claims about a time that shares a day with the span. */
  find(span: DaySpan): DatedArticle[] {
    const articles = new Set(this.#wide);
    for (const [buckets, length] of [
      [this.#months, daysInMonth],
      [this.#years, daysInYear],
    ] as const) {
      const [first, last] = [Math.floor(span.from / length), Math.floor(span.to / length)];
      if (last - first < buckets.size) {
        for (let key = first; key <= last; key++) {
          addAll(articles, buckets.get(key));
        }
      } else {
        for (const [key, entries] of buckets) {
          addAll(articles, key >= first && key <= last ? entries : undefined);
        }
      }
    }
    const found: DatedArticle[] = [];
    for (const entry of articles) {
      const places = placesMeeting(digestOf(entry).dated, span);
      if (places.length > 0) {
        found.push({ entry, places });
      }
    }
    return found;
  }

  /** The buckets of every span; without buckets for a wide one. */
  #visit(dated: DatedRows, see: (buckets: Buckets | undefined, key: number) => void): void {
    for (let i = 0; i < dated.length; i += 3) {
      const [from, to] = [dated[i + 1]!, dated[i + 2]!];
      if (to - from >= 12 * daysInYear) {
        see(undefined, 0);
        continue;
      }
      const isShort = to - from < 3 * daysInMonth;
      const [buckets, length] = isShort ? [this.#months, daysInMonth] : [this.#years, daysInYear];
      const last = Math.floor(to / length);
      for (let key = Math.floor(from / length); key <= last; key++) {
        see(buckets, key);
      }
    }
  }
}

function addAll(to: Set<DocumentEntry>, from: ReadonlySet<DocumentEntry> | undefined): void {
  for (const entry of from ?? []) {
    to.add(entry);
  }
}

/** Places of claims that share a day with the span, each once. */
function placesMeeting(dated: DatedRows, span: DaySpan): number[] {
  const places: number[] = [];
  for (let i = 0; i < dated.length; i += 3) {
    if (dated[i + 1]! <= span.to && span.from <= dated[i + 2]! && places.at(-1) !== dated[i]) {
      places.push(dated[i]!);
    }
  }
  return places;
}
