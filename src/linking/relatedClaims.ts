import { type ClaimFeatures, claimFeatures, FeatureKind, oppositeFeatures } from './claimFeatures';
import { spansMeet } from './edtfDays';
import type { LinkableClaim, LinkableDocument } from './linkable';
import { type RelationReason, relationReasons } from './relationReasons';

/** A claim of another document, suggested for one claim. */
export interface RelatedClaim<C extends LinkableClaim = LinkableClaim> {
  readonly document: LinkableDocument;
  readonly claim: C;
  /** 0 to about 2; see `assertLinks.ts` for what is enough to assert. */
  readonly score: number;
  readonly why: readonly RelationReason[];
}

/** How much each kind of shared feature counts, times its rarity. Set on development texts; flat around the optimum. */
export const weights = {
  kinds: [0, 0.5, 0.7, 0.65, 1, 1] as readonly number[],
  /** A feature on one side and its opposite on the other. */
  opposite: 0.5,
  /** What the claims next to each share. */
  neighbours: 0.1,
  /** How alike the two articles are as wholes. */
  documents: 2,
  /** Exponent of rarity. */
  rarity: 1,
  /** How far a longer claim is held against itself, 0 to 1. */
  length: 0.2,
  /** Both are about the same day. */
  day: 1,
};

/** The claims that have a feature. `slots` may hold slots of removed claims; `live` counts only those that are there. */
interface Posting {
  slots: number[];
  live: number;
  /** Articles whose terms have it. */
  articles: number;
}

interface Filed {
  readonly slot: number;
  readonly document: FiledDocument;
  readonly claim: LinkableClaim;
  readonly features: ClaimFeatures;
  readonly position: number;
}

interface FiledDocument {
  readonly document: LinkableDocument;
  readonly claims: Filed[];
  /** Term hashes in ascending order, and their counts. */
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  /** Length of its vector, at the state of the index that `normState` tells. */
  norm: number;
  normState: number;
}

/** Postings read for one answer; the rarest features are read first. */
const postingBudget = 60_000;
/** Candidates whose score is worked out in full. */
const shortlist = 400;

/** Ranks claims across documents by what they share: rare words, actors, concepts in two languages, days, context. */
export class RelatedClaims {
  readonly #documents = new Map<string, FiledDocument>();
  readonly #postings = new Map<number, Posting>();
  readonly #slots: (Filed | undefined)[] = [];
  #live = 0;
  #state = 0;

  /** Documents filed. */
  get size(): number {
    return this.#documents.size;
  }

  has(document: string): boolean {
    return this.#documents.has(document);
  }

  add(document: LinkableDocument): void {
    this.remove(document.id);
    this.#state++;
    const pairs = sortedPairs(document.terms ?? []);
    const filed: FiledDocument = {
      document,
      claims: [],
      terms: pairs.map((pair) => pair[0]),
      counts: pairs.map((pair) => pair[1]),
      norm: 0,
      normState: -1,
    };
    for (const term of filed.terms) {
      this.#posting(term).articles++;
    }
    for (const [position, claim] of document.claims.entries()) {
      const slot = this.#slots.length;
      const item: Filed = { slot, document: filed, claim, features: claimFeatures(claim), position };
      this.#slots.push(item);
      filed.claims.push(item);
      for (const feature of item.features.hashes) {
        const posting = this.#posting(feature);
        posting.slots.push(slot);
        posting.live++;
      }
    }
    this.#live += filed.claims.length;
    this.#documents.set(document.id, filed);
  }

  remove(document: string): void {
    const filed = this.#documents.get(document);
    if (!filed) {
      return;
    }
    this.#state++;
    this.#documents.delete(document);
    for (const term of filed.terms) {
      this.#posting(term).articles--;
    }
    for (const item of filed.claims) {
      this.#slots[item.slot] = undefined;
      for (const feature of item.features.hashes) {
        this.#posting(feature).live--;
      }
    }
    this.#live -= filed.claims.length;
  }

  /** The claims of other documents that speak of the same as the given one, best first. */
  related(document: string, claimId: string, limit: number): RelatedClaim[] {
    const query = this.#documents.get(document)?.claims.find((item) => item.claim.id === claimId);
    if (!query) {
      return [];
    }
    const self = this.#overlap(query, query) || 1;
    const scored = this.#candidates(query).map((item) => ({ item, score: this.#score(query, item, self) }));
    scored.sort((a, b) => b.score - a.score || byPlace(a.item, b.item));
    return scored.slice(0, limit).map(({ item, score }) => ({
      document: item.document.document,
      claim: item.claim,
      score,
      why: relationReasons(query.claim, item.claim),
    }));
  }

  /** The shortlist: claims with the highest sum of shared rare features. */
  #candidates(query: Filed): Filed[] {
    const sums = new Map<number, number>();
    const { hashes, kinds } = query.features;
    const features = hashes.flatMap((feature, i) => {
      const own = { feature, weight: weights.kinds[kinds[i]!]! * this.#rarity(feature) };
      const others = kinds[i] === FeatureKind.concept ? oppositeFeatures(feature) : [];
      return [own, ...others.map((other) => ({ feature: other, weight: own.weight * weights.opposite }))];
    });
    features.sort((a, b) => (this.#postings.get(a.feature)?.live ?? 0) - (this.#postings.get(b.feature)?.live ?? 0));
    let budget = postingBudget;
    for (const { feature, weight } of features) {
      const slots = this.#postings.get(feature)?.slots ?? [];
      budget -= slots.length;
      if (budget < 0 && sums.size > 0) {
        break;
      }
      for (const slot of slots) {
        sums.set(slot, (sums.get(slot) ?? 0) + weight);
      }
    }
    const found: { item: Filed; sum: number }[] = [];
    for (const [slot, sum] of sums) {
      const item = this.#slots[slot];
      if (item && item.document !== query.document) {
        found.push({ item, sum });
      }
    }
    if (found.length > shortlist) {
      found.sort((a, b) => b.sum - a.sum || byPlace(a.item, b.item));
      found.length = shortlist;
    }
    return found.map(({ item }) => item);
  }

  #score(query: Filed, other: Filed, self: number): number {
    const own = this.#overlap(query, other);
    const days = sharedDay(query.claim, other.claim) ? weights.day * Math.log(1 + this.#live) * 0.5 : 0;
    const around = weights.neighbours * this.#neighbourhood(query, other);
    const relative = other.features.hashes.length / (1 + query.features.hashes.length);
    const length = 1 - weights.length + weights.length * Math.max(1, relative);
    return (own + days + around) / (self * length) + weights.documents * this.#likeness(query.document, other.document);
  }

  /** Sum over the features that both have, and over opposites. */
  #overlap(a: Filed, b: Filed): number {
    const theirs = new Set(b.features.hashes);
    const { hashes, kinds } = a.features;
    let sum = 0;
    for (let i = 0; i < hashes.length; i++) {
      const feature = hashes[i]!;
      const weight = weights.kinds[kinds[i]!]!;
      if (theirs.has(feature)) {
        sum += weight * this.#rarity(feature);
      } else if (kinds[i] === FeatureKind.concept) {
        const opposite = oppositeFeatures(feature).find((one) => theirs.has(one));
        if (opposite !== undefined) {
          sum += weight * weights.opposite * Math.min(this.#rarity(feature), this.#rarity(opposite));
        }
      }
    }
    return sum;
  }

  /** The same over the actors and concepts of the claims before and after each, themselves included. */
  #neighbourhood(a: Filed, b: Filed): number {
    const theirs = this.#around(b);
    let sum = 0;
    for (const [feature, kind] of this.#around(a)) {
      if (theirs.has(feature)) {
        sum += weights.kinds[kind]! * this.#rarity(feature);
      }
    }
    return sum;
  }

  #around(item: Filed): Map<number, number> {
    const found = new Map<number, number>();
    for (const near of item.document.claims.slice(Math.max(0, item.position - 1), item.position + 2)) {
      near.features.hashes.forEach((feature, i) => {
        const kind = near.features.kinds[i]!;
        if (kind >= FeatureKind.actor) {
          found.set(feature, kind);
        }
      });
    }
    return found;
  }

  /** Cosine of the two articles' terms. */
  #likeness(a: FiledDocument, b: FiledDocument): number {
    const norms = this.#norm(a) * this.#norm(b);
    if (norms === 0) {
      return 0;
    }
    let sum = 0;
    for (let i = 0, k = 0; i < a.terms.length && k < b.terms.length; ) {
      const left = a.terms[i]!;
      const right = b.terms[k]!;
      if (left === right) {
        const rarity = this.#articleRarity(left);
        sum += rarity * rarity * a.counts[i]! * b.counts[k]!;
        i++;
        k++;
      } else if (left < right) {
        i++;
      } else {
        k++;
      }
    }
    return sum / norms;
  }

  #norm(document: FiledDocument): number {
    if (document.normState !== this.#state) {
      let sum = 0;
      for (let i = 0; i < document.terms.length; i++) {
        const weight = this.#articleRarity(document.terms[i]!) * document.counts[i]!;
        sum += weight * weight;
      }
      document.norm = Math.sqrt(sum);
      document.normState = this.#state;
    }
    return document.norm;
  }

  /** Inverse document frequency as in BM25, never negative (Robertson and Zaragoza 2009, section 3.3). */
  #rarity(feature: number): number {
    const live = this.#postings.get(feature)?.live ?? 0;
    return Math.log(1 + (this.#live - live + 0.5) / (live + 0.5)) ** weights.rarity;
  }

  #articleRarity(term: number): number {
    const articles = this.#postings.get(term)?.articles ?? 0;
    return Math.log(1 + (this.#documents.size - articles + 0.5) / (articles + 0.5));
  }

  #posting(feature: number): Posting {
    let posting = this.#postings.get(feature);
    if (!posting) {
      posting = { slots: [], live: 0, articles: 0 };
      this.#postings.set(feature, posting);
    }
    return posting;
  }
}

function sortedPairs(terms: readonly number[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < terms.length; i += 2) {
    pairs.push([terms[i]!, terms[i + 1]!]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

function byPlace(a: Filed, b: Filed): number {
  const [left, right] = [a.document.document.id, b.document.document.id];
  return left < right ? -1 : left > right ? 1 : a.position - b.position;
}

/** Whether both are about some same day; spans of more than two months are too vague to count. */
function sharedDay(a: LinkableClaim, b: LinkableClaim): boolean {
  return a.days.some(
    (one) => one.to - one.from <= 62 && b.days.some((two) => two.to - two.from <= 62 && spansMeet(one, two)),
  );
}
