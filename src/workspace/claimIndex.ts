import { Emitter, type Event } from '../base/event';
import { firstOf } from '../base/firstOf';
import { compareText } from '../base/textOrder';
import { edtfDays } from '../linking/edtfDays';
import { type PointToLookAt, pointsToLookAt } from '../linking/pointsToLookAt';
import { type RelatedClaim, RelatedClaims } from '../linking/relatedClaims';
import type { ClaimLink } from '../model/claim';
import { innermostAt, type TextRange } from '../model/range';
import type { ActorId, DateMention, Edtf } from '../model/recognition';
import type { FamilyTie } from '../recognise/familyTies';
import type { NameAlike } from '../recognise/namedActor';
import { ActorPostings, type ActorSummary, occurrencesIn } from './actorPostings';
import { resolveArticle } from './articlePath';
import { type Backlink, Backlinks } from './backlinks';
import { DatePostings } from './datePostings';
import type { ActorOccurrences, DocumentEntry, IndexedClaim } from './documentEntry';
import { digestOf } from './entryDigest';
import type { Uri } from './host';
import { type KindDisagreement, kindDisagreements } from './kindDisagreements';
import { type ClaimPage, newestFirst, someOfEach } from './newestClaims';

/** A name in an article. */
export interface MentionPlace extends TextRange {
  readonly article: Uri;
}

/** Related claims that are suggested, and among which points to look at are sought. */
const relatedLimit = 20;

/**
 * All articles of a workspace by actor, date and claim. Putting or deleting an article costs time in proportion to that
 * article alone. Everything answers at once, from memory; nothing here reads files.
 */
export class ClaimIndex {
  readonly #entries = new Map<Uri, DocumentEntry>();
  readonly #actors = new ActorPostings((article) => this.#entries.get(article));
  readonly #dates = new DatePostings();
  readonly #backlinks = new Backlinks();
  /** Places of recorded claims, for articles that have any. */
  readonly #recorded = new Map<Uri, readonly number[]>();
  readonly #related = new RelatedClaims(this.#actors.directory);
  /** Articles that are not yet among the related claims. */
  readonly #unfiled = new Set<Uri>();
  /** Where {@link fileNext} goes on: from its start a set is slow to walk once many have been taken out. */
  #nextUnfiled = this.#unfiled.values();
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

  /**
   * Adds or replaces articles; one event for all of them. With `defer` the related claims of these articles come later,
   * by {@link fileNext}: what is restored answers hovers at once.
   */
  put(entries: readonly DocumentEntry[], options: { readonly defer?: boolean } = {}): void {
    for (const entry of entries) {
      this.#remove(entry.id);
      this.#add(entry);
      if (options.defer) {
        this.#unfiled.add(entry.id);
      } else {
        this.#related.add(entry);
      }
    }
    if (entries.length > 0) {
      this.#changed.fire(entries.map((entry) => entry.id));
    }
  }

  /** Files the related claims of one article that waits for it; `false` where none does. */
  fileNext(): boolean {
    const { value: next, done } = this.#nextUnfiled.next();
    if (done) {
      this.#nextUnfiled = this.#unfiled.values();
      return this.#unfiled.size > 0;
    }
    this.#file(next);
    return true;
  }

  delete(articles: readonly Uri[]): void {
    const gone = articles.filter((article) => this.#remove(article));
    if (gone.length > 0) {
      this.#changed.fire(gone);
    }
  }

  /** Every actor that is named or takes part in a claim, the most named first. */
  actors(): ActorSummary[] {
    const all = this.#actors.actors().flatMap((actor) => this.#actors.summary(actor) ?? []);
    return all.sort((a, b) => b.mentions - a.mentions || compareText(a.actor, b.actor));
  }

  actor(actor: ActorId): ActorSummary | undefined {
    return this.#actors.summary(actor);
  }

  /** The id that stands for an actor that articles have under two; mostly its own. */
  idOf(actor: ActorId): ActorId {
    return this.#actors.directory.idOf(actor);
  }

  /** All ids of the actor. */
  idsOf(actor: ActorId): readonly ActorId[] {
    return this.#actors.directory.idsOf(actor);
  }

  /** The person in full whom a family name alone was taken for. */
  familyTie(actor: ActorId): FamilyTie | undefined {
    return this.#actors.directory.familyTie(actor);
  }

  /** Says which actors people keep apart. */
  keepApart(pairs: Iterable<readonly [ActorId, ActorId]>): void {
    this.#actors.directory.keepApart(pairs);
  }

  /** Actors that may be the same: names that sound alike, family names alone; for a person to decide. */
  nameAlikes(actor: ActorId): readonly NameAlike[] {
    return this.#actors.directory.suggestions(actor);
  }

  /** The articles that name any of the actors, or where one takes part in a claim. */
  articlesOf(actors: readonly ActorId[]): DocumentEntry[] {
    return this.#entriesOf(new Set(actors.flatMap((actor) => [...this.#actors.articlesOf(actor).keys()])));
  }

  /** Every place where the actor is named, the newest article first, in order of place. */
  mentionsOf(actor: ActorId): MentionPlace[] {
    const places: MentionPlace[] = [];
    const ids = this.idsOf(actor);
    for (const entry of this.#entriesOf(this.#actors.articlesOf(actor).keys()).sort(newestFirst)) {
      const offsets = occurrencesIn(entry, ids)?.offsets ?? [];
      for (let i = 0; i + 1 < offsets.length; i += 2) {
        places.push({ article: entry.id, start: offsets[i]!, end: offsets[i + 1]! });
      }
    }
    return places;
  }

  /** Claims that the actor makes or takes part in, newest first; `exclude` leaves one article out. */
  claimsOf(actor: ActorId, limit = Number.POSITIVE_INFINITY, exclude?: Uri): ClaimPage {
    const articles = this.#actors.articlesOf(actor);
    const ids = this.idsOf(actor);
    const entries: DocumentEntry[] = [];
    for (const [uri, claims] of articles) {
      const entry = this.#entries.get(uri);
      if (claims > 0 && uri !== exclude && entry) {
        entries.push(entry);
      }
    }
    const found = firstOf(entries, limit, newestFirst).map((entry) =>
      entry.claims.filter((claim) => claim.actors.some((id) => ids.includes(id))),
    );
    const excluded = exclude === undefined ? 0 : (articles.get(exclude) ?? 0);
    return { claims: someOfEach(found, limit), total: this.#actors.claimsOf(actor) - excluded };
  }

  /** Claims that are about a time that shares a day with the EDTF value, newest first. */
  claimsAt(value: Edtf, limit = Number.POSITIVE_INFINITY, exclude?: Uri): ClaimPage {
    const span = edtfDays(value);
    const found = span ? this.#dates.find(span).filter(({ entry }) => entry.id !== exclude) : [];
    const newest = firstOf(found, limit, (a, b) => newestFirst(a.entry, b.entry));
    const claims = newest.map(({ entry, places }) => places.slice(0, limit).map((place) => entry.claims[place]!));
    return { claims: someOfEach(claims, limit), total: found.reduce((sum, { places }) => sum + places.length, 0) };
  }

  claim(article: Uri, id: string): IndexedClaim | undefined {
    return this.#entries.get(article)?.claims.find((claim) => claim.id === id);
  }

  /** Claims of an article that a person recorded, in order of place. */
  recordedClaims(article: Uri): IndexedClaim[] {
    return (this.#recorded.get(article) ?? []).map((place) => this.#entries.get(article)!.claims[place]!);
  }

  /** All claims that a person recorded, by article and place. */
  allRecordedClaims(): IndexedClaim[] {
    return [...this.#recorded.keys()].sort(compareText).flatMap((article) => this.recordedClaims(article));
  }

  /** The innermost claim at an offset. */
  claimAt(article: Uri, offset: number): IndexedClaim | undefined {
    return innermostAt(this.#entries.get(article)?.claims ?? [], offset);
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
    return innermostAt(this.#entries.get(article)?.dates ?? [], offset);
  }

  /** Recorded links of other claims that point to this one. */
  backlinks(article: Uri, id: string): Backlink[] {
    return this.#backlinks.to(article, id);
  }

  /** The claim that a recorded link points to; `undefined` where it is not there any more. */
  linkTarget(from: Uri, link: ClaimLink): IndexedClaim | undefined {
    return this.claim(resolveArticle(from, link.article), link.claim);
  }

  /** Claims of other articles that speak of the same, best first; the first `explained` with the reasons. */
  related(article: Uri, id: string, limit = relatedLimit, explained = limit): RelatedClaim<IndexedClaim>[] {
    this.#file(article);
    return this.#related.related(article, id, limit, explained) as RelatedClaim<IndexedClaim>[];
  }

  /** What deserves a second look about a claim, among its related claims, which may be given. */
  pointsToLookAt(
    article: Uri,
    id: string,
    related: readonly RelatedClaim<IndexedClaim>[] = this.related(article, id, relatedLimit, 0),
  ): PointToLookAt<IndexedClaim>[] {
    const claim = this.claim(article, id);
    return claim ? pointsToLookAt(claim, related, this.#actors.directory) : [];
  }

  /** Actors that articles disagree about, the most frequent first. */
  disagreements(): KindDisagreement[] {
    return kindDisagreements(this.#actors, (articles) => this.#entriesOf(articles));
  }

  #entriesOf(articles: Iterable<Uri>): DocumentEntry[] {
    return [...articles].flatMap((article) => this.#entries.get(article) ?? []);
  }

  #file(article: Uri): void {
    const entry = this.#entries.get(article);
    if (this.#unfiled.delete(article) && entry) {
      this.#related.add(entry);
    }
  }

  #add(entry: DocumentEntry): void {
    this.#entries.set(entry.id, entry);
    const digest = digestOf(entry);
    this.#actors.add(entry, digest);
    this.#dates.add(entry, digest);
    if (digest.recorded.length > 0) {
      this.#recorded.set(entry.id, digest.recorded);
    }
    this.#backlinks.add(entry, digest);
  }

  #remove(article: Uri): boolean {
    const entry = this.#entries.get(article);
    if (!entry) {
      return false;
    }
    this.#entries.delete(article);
    this.#recorded.delete(article);
    const digest = digestOf(entry);
    this.#actors.remove(entry, digest);
    this.#dates.remove(entry, digest);
    this.#backlinks.remove(entry, digest);
    this.#unfiled.delete(article);
    this.#related.remove(article);
    return true;
  }
}
