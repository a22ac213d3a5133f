import { Emitter, type Event } from '../base/event';
import { type DaySpan, edtfDays, spansMeet } from '../linking/edtfDays';
import { type PointToLookAt, pointsToLookAt } from '../linking/pointsToLookAt';
import { type RelatedClaim, RelatedClaims } from '../linking/relatedClaims';
import type { ClaimLink } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId, DateMention, Edtf, Language, NameKind } from '../model/recognition';
import { resolveArticle } from './articlePath';
import type { ActorOccurrences, DocumentEntry, IndexedClaim } from './documentEntry';
import type { Uri } from './host';

/** A name in an article. */
export interface MentionPlace extends TextRange {
  readonly article: Uri;
}

/** What the workspace knows of one actor. */
export interface ActorSummary {
  readonly actor: ActorId;
  /** The kind it is read as in most articles. */
  readonly kind: NameKind;
  /** The name used in most articles of each language. */
  readonly names: Partial<Record<Language, string>>;
  readonly mentions: number;
  readonly articles: number;
  /** Claims that it makes or takes part in. */
  readonly claims: number;
}

/** A recorded link, seen from the claim that it points to. */
export interface Backlink {
  readonly from: IndexedClaim;
  readonly link: ClaimLink;
}

/** An actor that articles do not agree about. */
export interface KindDisagreement {
  readonly actor: ActorId;
  readonly name: string;
  /** Articles per kind, the most first. */
  readonly kinds: readonly { readonly kind: NameKind; readonly articles: readonly Uri[] }[];
}

/** Claims found, newest first, cut to a limit. */
export interface ClaimPage {
  readonly claims: readonly IndexedClaim[];
  /** All that matched, those left out included. */
  readonly total: number;
}

const spanLimitInMonths = 240;
const daysInMonth = 30.436875;

/**
 * All articles of a workspace by actor, date and claim. Putting or deleting an article costs time in proportion to that
 * article alone. Everything answers at once, from memory; nothing here reads files.
 */
export class ClaimIndex {
  readonly #entries = new Map<Uri, DocumentEntry>();
  readonly #articlesByActor = new Map<ActorId, Map<Uri, ActorOccurrences | null>>();
  readonly #claimsByActor = new Map<ActorId, Set<IndexedClaim>>();
  readonly #claimsByMonth = new Map<number, Set<IndexedClaim>>();
  readonly #wideClaims = new Set<IndexedClaim>();
  readonly #linksTo = new Map<string, Set<Backlink>>();
  readonly #related = new RelatedClaims();
  readonly #changed = new Emitter<readonly Uri[]>();

  /** The articles whose entries were put or deleted. */
  readonly onDidChange: Event<readonly Uri[]> = this.#changed.event;

  get size(): number {
    return this.#entries.size;
  }

  articles(): Iterable<DocumentEntry> {
    return this.#entries.values();
  }

  get(article: Uri): DocumentEntry | undefined {
    return this.#entries.get(article);
  }

  /** Adds or replaces articles; one event for all of them. */
  put(entries: readonly DocumentEntry[]): void {
    for (const entry of entries) {
      this.#remove(entry.id);
      this.#add(entry);
    }
    if (entries.length > 0) {
      this.#changed.fire(entries.map((entry) => entry.id));
    }
  }

  delete(articles: readonly Uri[]): void {
    const gone = articles.filter((article) => this.#remove(article));
    if (gone.length > 0) {
      this.#changed.fire(gone);
    }
  }

  /** Every actor that is named or takes part in a claim, the most named first. */
  actors(): ActorSummary[] {
    const all = new Set([...this.#articlesByActor.keys(), ...this.#claimsByActor.keys()]);
    return [...all]
      .map((actor) => this.actor(actor)!)
      .sort((a, b) => b.mentions - a.mentions || order(a.actor, b.actor));
  }

  actor(actor: ActorId): ActorSummary | undefined {
    const articles = this.#articlesByActor.get(actor);
    const claims = this.#claimsByActor.get(actor)?.size ?? 0;
    if (!articles && claims === 0) {
      return undefined;
    }
    const kinds = new Map<NameKind, number>();
    const names = { en: new Map<string, number>(), ja: new Map<string, number>() };
    let mentions = 0;
    for (const [uri, occurrences] of articles ?? []) {
      if (occurrences) {
        mentions += occurrences.offsets.length / 2;
        count(kinds, occurrences.kind);
        count(names[this.#entries.get(uri)?.language ?? 'en'], occurrences.name);
      }
    }
    const en = most(names.en);
    const ja = most(names.ja);
    return {
      actor,
      kind: most(kinds) ?? 'misc',
      names: { ...(en === undefined ? {} : { en }), ...(ja === undefined ? {} : { ja }) },
      mentions,
      articles: articles?.size ?? 0,
      claims,
    };
  }

  /** Every place where the actor is named, by article and then by place. */
  mentionsOf(actor: ActorId): MentionPlace[] {
    const places: MentionPlace[] = [];
    for (const [article, occurrences] of this.#articlesByActor.get(actor) ?? []) {
      const offsets = occurrences?.offsets ?? [];
      for (let i = 0; i + 1 < offsets.length; i += 2) {
        places.push({ article, start: offsets[i]!, end: offsets[i + 1]! });
      }
    }
    return places;
  }

  /** Claims that the actor makes or takes part in, newest first; `exclude` leaves one article out. */
  claimsOf(actor: ActorId, limit = Number.POSITIVE_INFINITY, exclude?: Uri): ClaimPage {
    return this.#newest(this.#claimsByActor.get(actor) ?? [], limit, exclude);
  }

  /** Claims that are about a time that shares a day with the EDTF value, newest first. */
  claimsAt(value: Edtf, limit = Number.POSITIVE_INFINITY, exclude?: Uri): ClaimPage {
    const span = edtfDays(value);
    if (!span) {
      return { claims: [], total: 0 };
    }
    const found = new Set<IndexedClaim>();
    const buckets = isWide(span) ? this.#claimsByMonth.values() : monthsOf(span).map((m) => this.#claimsByMonth.get(m));
    for (const bucket of [...buckets, this.#wideClaims]) {
      for (const claim of bucket ?? []) {
        if (claim.days.some((days) => spansMeet(days, span))) {
          found.add(claim);
        }
      }
    }
    return this.#newest(found, limit, exclude);
  }

  claim(article: Uri, id: string): IndexedClaim | undefined {
    return this.#entries.get(article)?.claims.find((claim) => claim.id === id);
  }

  /** The innermost claim at an offset. */
  claimAt(article: Uri, offset: number): IndexedClaim | undefined {
    return innermost(this.#entries.get(article)?.claims ?? [], offset);
  }

  /** The actor named at an offset, and where exactly. */
  actorAt(article: Uri, offset: number): (ActorOccurrences & TextRange) | undefined {
    for (const occurrences of this.#entries.get(article)?.actors ?? []) {
      for (let i = 0; i + 1 < occurrences.offsets.length; i += 2) {
        const start = occurrences.offsets[i]!;
        const end = occurrences.offsets[i + 1]!;
        if (start <= offset && offset <= end) {
          return { ...occurrences, start, end };
        }
      }
    }
    return undefined;
  }

  dateAt(article: Uri, offset: number): DateMention | undefined {
    return innermost(this.#entries.get(article)?.dates ?? [], offset);
  }

  /** Recorded links of other claims that point to this one. */
  backlinks(article: Uri, id: string): Backlink[] {
    return [...(this.#linksTo.get(claimKey(article, id)) ?? [])];
  }

  /** The claim that a recorded link points to; `undefined` where it is not there any more. */
  linkTarget(from: Uri, link: ClaimLink): IndexedClaim | undefined {
    return this.claim(resolveArticle(from, link.article), link.claim);
  }

  /** Claims of other articles that speak of the same, best first, each with the reasons. */
  related(article: Uri, id: string, limit = 20): RelatedClaim<IndexedClaim>[] {
    return this.#related.related(article, id, limit) as RelatedClaim<IndexedClaim>[];
  }

  /** What deserves a second look about a claim, among its related claims. */
  pointsToLookAt(article: Uri, id: string): PointToLookAt<IndexedClaim>[] {
    const claim = this.claim(article, id);
    return claim ? pointsToLookAt(claim, this.related(article, id)) : [];
  }

  /** Actors that articles disagree about, the most frequent first. */
  disagreements(): KindDisagreement[] {
    const found: (KindDisagreement & { total: number })[] = [];
    for (const [actor, articles] of this.#articlesByActor) {
      const kinds = new Map<NameKind, Uri[]>();
      let name = '';
      for (const [uri, occurrences] of articles) {
        if (occurrences) {
          name ||= occurrences.name;
          kinds.set(occurrences.kind, [...(kinds.get(occurrences.kind) ?? []), uri]);
        }
      }
      if (kinds.size > 1) {
        const sorted = [...kinds].map(([kind, uris]) => ({ kind, articles: uris }));
        sorted.sort((a, b) => b.articles.length - a.articles.length || order(a.kind, b.kind));
        found.push({ actor, name, kinds: sorted, total: articles.size });
      }
    }
    found.sort((a, b) => b.total - a.total || order(a.actor, b.actor));
    return found.map(({ actor, name, kinds }) => ({ actor, name, kinds }));
  }

  #add(entry: DocumentEntry): void {
    this.#entries.set(entry.id, entry);
    for (const occurrences of entry.actors) {
      grouped(this.#articlesByActor, occurrences.actor, () => new Map()).set(entry.id, occurrences);
    }
    for (const claim of entry.claims) {
      for (const actor of claim.actors) {
        grouped(this.#claimsByActor, actor, () => new Set()).add(claim);
        const articles = grouped(this.#articlesByActor, actor, () => new Map());
        if (!articles.has(entry.id)) {
          articles.set(entry.id, null);
        }
      }
      for (const days of claim.days) {
        if (isWide(days)) {
          this.#wideClaims.add(claim);
        } else {
          for (const month of monthsOf(days)) {
            grouped(this.#claimsByMonth, month, () => new Set()).add(claim);
          }
        }
      }
      for (const link of claim.record?.links ?? []) {
        const key = claimKey(resolveArticle(entry.id, link.article), link.claim);
        grouped(this.#linksTo, key, () => new Set()).add({ from: claim, link });
      }
    }
    this.#related.add(entry);
  }

  #remove(article: Uri): boolean {
    const entry = this.#entries.get(article);
    if (!entry) {
      return false;
    }
    this.#entries.delete(article);
    for (const { actor } of entry.actors) {
      drop(this.#articlesByActor, actor, article);
    }
    for (const claim of entry.claims) {
      for (const actor of claim.actors) {
        drop(this.#claimsByActor, actor, claim);
        drop(this.#articlesByActor, actor, article);
      }
      this.#wideClaims.delete(claim);
      for (const days of claim.days) {
        for (const month of isWide(days) ? [] : monthsOf(days)) {
          drop(this.#claimsByMonth, month, claim);
        }
      }
      for (const link of claim.record?.links ?? []) {
        const key = claimKey(resolveArticle(article, link.article), link.claim);
        for (const backlink of this.#linksTo.get(key) ?? []) {
          if (backlink.from === claim) {
            drop(this.#linksTo, key, backlink);
          }
        }
      }
    }
    this.#related.remove(article);
    return true;
  }

  #newest(claims: Iterable<IndexedClaim>, limit: number, exclude: Uri | undefined): ClaimPage {
    const kept: { claim: IndexedClaim; day: number }[] = [];
    let total = 0;
    let least = Number.NEGATIVE_INFINITY;
    const byAge = (a: { claim: IndexedClaim; day: number }, b: { claim: IndexedClaim; day: number }): number =>
      b.day - a.day || order(a.claim.article, b.claim.article) || a.claim.start - b.claim.start;
    const cut = Number.isFinite(limit) ? limit * 2 + 16 : Number.POSITIVE_INFINITY;
    for (const claim of claims) {
      if (claim.article === exclude) {
        continue;
      }
      total++;
      const day = this.#dayOf(claim);
      if (day >= least) {
        kept.push({ claim, day });
        if (kept.length >= cut) {
          kept.sort(byAge);
          kept.length = limit;
          least = kept.at(-1)?.day ?? least;
        }
      }
    }
    kept.sort(byAge);
    return { claims: kept.slice(0, limit).map((item) => item.claim), total };
  }

  /** By which a claim counts as new: its article's day, else the first day it is about, else none. */
  #dayOf(claim: IndexedClaim): number {
    const published = this.#entries.get(claim.article)?.publishedDay;
    return published ?? claim.days[0]?.from ?? Number.MIN_SAFE_INTEGER;
  }
}

function claimKey(article: Uri, id: string): string {
  return `${article}#${id}`;
}

function isWide(span: DaySpan): boolean {
  return !(span.to - span.from < spanLimitInMonths * daysInMonth);
}

function monthsOf(span: DaySpan): number[] {
  const first = Math.floor(span.from / daysInMonth);
  const last = Math.floor(span.to / daysInMonth);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function innermost<T extends TextRange>(ranges: readonly T[], offset: number): T | undefined {
  let best: T | undefined;
  for (const range of ranges) {
    if (range.start <= offset && offset <= range.end && range.end > range.start) {
      best = best && best.end - best.start <= range.end - range.start ? best : range;
    }
  }
  return best;
}

function grouped<K, V>(groups: Map<K, V>, key: K, make: () => V): V {
  let group = groups.get(key);
  if (group === undefined) {
    group = make();
    groups.set(key, group);
  }
  return group;
}

function drop<K, M>(groups: Map<K, { delete(member: M): boolean; readonly size: number }>, key: K, member: M): void {
  const group = groups.get(key);
  if (group?.delete(member) && group.size === 0) {
    groups.delete(key);
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The key with the highest count; equal counts go to the smaller key, so that order of arrival does not matter. */
function most<K extends string>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined;
  for (const [key, value] of counts) {
    const bestValue = best === undefined ? 0 : counts.get(best)!;
    if (best === undefined || value > bestValue || (value === bestValue && key < best)) {
      best = key;
    }
  }
  return best;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
