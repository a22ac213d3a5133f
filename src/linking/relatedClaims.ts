import type { ActorId } from '../model/recognition';
import { type DaySpan, spansMeet } from './edtfDays';
import type { LinkableClaim, LinkableDocument } from './linkable';

/** Why two claims are thought to speak of the same. */
export type RelationReason =
  | { readonly kind: 'actors'; readonly actors: readonly ActorId[] }
  | { readonly kind: 'days'; readonly days: DaySpan }
  /** Ids of the lexicon, or names that a person gave. */
  | { readonly kind: 'concepts'; readonly concepts: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** A claim of another document, suggested for one claim. */
export interface RelatedClaim<C extends LinkableClaim = LinkableClaim> {
  readonly document: LinkableDocument;
  readonly claim: C;
  /** Comparable within one answer only. */
  readonly score: number;
  readonly why: readonly RelationReason[];
}

interface Filed {
  readonly document: LinkableDocument;
  readonly claim: LinkableClaim;
}

/** Ranks claims across documents by what they share. */
export class RelatedClaims {
  readonly #documents = new Map<string, LinkableDocument>();
  readonly #byActor = new Map<ActorId, Set<Filed>>();
  readonly #filed = new Map<string, Filed[]>();

  add(document: LinkableDocument): void {
    this.remove(document.id);
    this.#documents.set(document.id, document);
    const filed = document.claims.map((claim) => ({ document, claim }));
    this.#filed.set(document.id, filed);
    for (const item of filed) {
      for (const actor of item.claim.actors) {
        const set = this.#byActor.get(actor) ?? new Set();
        set.add(item);
        this.#byActor.set(actor, set);
      }
    }
  }

  remove(document: string): void {
    for (const item of this.#filed.get(document) ?? []) {
      for (const actor of item.claim.actors) {
        this.#byActor.get(actor)?.delete(item);
      }
    }
    this.#filed.delete(document);
    this.#documents.delete(document);
  }

  /** The claims of other documents that speak of the same as the given one, best first. */
  related(document: string, claimId: string, limit: number): RelatedClaim[] {
    const claim = this.#documents.get(document)?.claims.find((item) => item.id === claimId);
    if (!claim) {
      return [];
    }
    const scores = new Map<Filed, number>();
    for (const actor of claim.actors) {
      const filed = this.#byActor.get(actor);
      const weight = Math.log(1 + this.#documents.size / (1 + (filed?.size ?? 0)));
      for (const item of filed ?? []) {
        if (item.document.id !== document) {
          scores.set(item, (scores.get(item) ?? 0) + weight);
        }
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([item, score]) => ({ ...item, score, why: reasons(claim, item.claim) }));
  }
}

function reasons(a: LinkableClaim, b: LinkableClaim): RelationReason[] {
  const why: RelationReason[] = [];
  const actors = a.actors.filter((actor) => b.actors.includes(actor));
  if (actors.length > 0) {
    why.push({ kind: 'actors', actors });
  }
  const days = a.days.find((one) => b.days.some((other) => spansMeet(one, other)));
  if (days) {
    why.push({ kind: 'days', days });
  }
  return why;
}
