import type { Language } from '../model/recognition';
import { type ClaimFeatures, claimFeatures, FeatureKind, kinOf } from './claimFeatures';
import { spansMeet } from './edtfDays';
import type { LinkableClaim, LinkableDocument } from './linkable';
import { type RelationReason, relationReasons } from './relationReasons';

/** A claim of another document, suggested for one claim. */
export interface RelatedClaim<C extends LinkableClaim = LinkableClaim> {
  readonly document: LinkableDocument;
  readonly claim: C;
  /** What the ranking goes by: `words` and twice `context`. */
  readonly score: number;
  /** What the claims themselves share, as a share of all that the asking claim says: 0 to 1, a little more with days. */
  readonly words: number;
  /** How alike the two articles are as wholes, 0 to 1. */
  readonly context: number;
  readonly why: readonly RelationReason[];
}

/** How much each kind of shared feature counts, times its rarity. Set on development texts; flat around the optimum. */
export const weights = {
  kinds: [0, 0.45, 0.65, 0.65, 0.85, 1] as readonly number[],
  /** What the claims next to each share. */
  neighbours: 0.15,
  /** How alike the two articles are as wholes. */
  documents: 2,
  /** The same across languages, where only actors and concepts can be compared, and more of those agree by chance. */
  translated: 0.4,
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
  readonly language: Language;
  readonly claims: Filed[];
  /** Term hashes in ascending order, and their counts. */
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  /** Actors and concepts of its claims, in how many of them each. */
  readonly themes: Map<number, number>;
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
      language: document.language,
      claims: [],
      terms: pairs.map((pair) => pair[0]),
      counts: pairs.map((pair) => pair[1]),
      themes: new Map(),
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
      item.features.hashes.forEach((feature, i) => {
        const posting = this.#posting(feature);
        posting.slots.push(slot);
        posting.live++;
        if (item.features.kinds[i]! >= FeatureKind.actor) {
          filed.themes.set(feature, (filed.themes.get(feature) ?? 0) + 1);
        }
      });
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
    const scored = this.#candidates(query).map((item) => {
      const words = this.#sharedWords(query, item, self);
      const context = this.#likeness(query.document, item.document);
      return { item, words, context, score: words + weights.documents * context };
    });
    scored.sort((a, b) => b.score - a.score || byPlace(a.item, b.item));
    return scored.slice(0, limit).map(({ item, ...scores }) => ({
      document: item.document.document,
      claim: item.claim,
      ...scores,
      why: relationReasons(query.claim, item.claim),
    }));
  }

  /** The shortlist: claims with the highest sum of shared rare features. */
  #candidates(query: Filed): Filed[] {
    const sums = new Map<number, number>();
    const { hashes, kinds } = query.features;
    const features = hashes.flatMap((feature, i) => {
      const own = { feature, weight: weights.kinds[kinds[i]!]! * this.#rarity(feature) };
      const others = kinds[i] === FeatureKind.concept ? kinOf(feature) : [];
      return [own, ...others.map((other) => ({ feature: other.feature, weight: own.weight * other.share }))];
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

  #sharedWords(query: Filed, other: Filed, self: number): number {
    const own = this.#overlap(query, other);
    const days = sharedDay(query.claim, other.claim) ? weights.day * Math.log(1 + this.#live) * 0.5 : 0;
    const around = weights.neighbours * this.#neighbourhood(query, other);
    const relative = other.features.hashes.length / (1 + query.features.hashes.length);
    const length = 1 - weights.length + weights.length * Math.max(1, relative);
    return (own + days + around) / (self * length);
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
        const akin = kinOf(feature).find((one) => theirs.has(one.feature));
        if (akin) {
          sum += weight * akin.share * Math.min(this.#rarity(feature), this.#rarity(akin.feature));
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

  /** Cosine of the two articles' terms; of their actors and concepts where the languages differ. */
  #likeness(a: FiledDocument, b: FiledDocument): number {
    if (a.language !== b.language) {
      const lengths = this.#themeLength(a) * this.#themeLength(b);
      return lengths === 0 ? 0 : (weights.translated * this.#sharedThemes(a, b)) / lengths;
    }
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

  #sharedThemes(a: FiledDocument, b: FiledDocument): number {
    let sum = 0;
    for (const [feature, count] of a.themes) {
      sum += count * (b.themes.get(feature) ?? 0) * this.#rarity(feature) ** 2;
    }
    return sum;
  }

  #themeLength(document: FiledDocument): number {
    return Math.sqrt(this.#sharedThemes(document, document));
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
