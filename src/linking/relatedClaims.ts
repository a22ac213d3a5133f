import { firstOf } from '../base/firstOf';
import { actorFeature, FeatureKind, kinOf } from './claimFeatures';
import { spansMeet } from './edtfDays';
import { DocumentReader, type FiledDocument, placesStart } from './filedDocument';
import { eachItsOwn, type LinkableClaim, type LinkableDocument, type SameActors } from './linkable';
import { Postings } from './postings';
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
  /** By {@link FeatureKind}: word, number, name, actor, concept. */
  kinds: [0, 0.45, 0.65, 0.65, 0.85, 1] as readonly number[],
  /** What the claims next to each share. */
  neighbours: 0.15,
  /** How alike the two articles are as wholes. */
  documents: 2,
  /** The same across languages, where only actors and concepts can be compared, and more of those agree by chance. */
  translated: 0.4,
  /** How far only what can be compared across languages counts as what a claim says, when the other is translated. */
  comparable: 0.5,
  /** How far a longer claim is held against itself, 0 to 1. */
  length: 0.2,
  /** Both are about the same day. */
  day: 0.5,
};

/** In a corpus of so many documents all are looked at; in a larger one those that share most with the claim. */
const documentsInFull = 300;
const documentsLookedAt = 120;
/** Postings read to find these; the rarest features are read first. */
const postingBudget = 40_000;
/** Claims whose surroundings are compared. */
const shortlist = 200;
/** Entries of postings looked through for removed documents with every change. */
const sweepWork = 1000;

interface QueryFeature {
  readonly id: number;
  readonly kind: number;
  readonly weight: number;
  /** Features of concepts akin and of the actor's other id, and what they count. */
  readonly kin: readonly { readonly id: number; readonly weight: number }[];
}

interface Candidate {
  readonly filed: FiledDocument;
  readonly position: number;
  readonly context: number;
  words: number;
  score: number;
}

/**
 * Ranks claims across documents by what they share: rare words, actors, concepts in two languages, days, context.
 * Adding or removing a document costs time in proportion to that document, and the answer depends on what is filed,
 * not on how it came to be.
 */
export class RelatedClaims {
  readonly #documents = new Map<string, FiledDocument>();
  readonly #numbers: (FiledDocument | undefined)[] = [];
  readonly #postings = new Postings();
  readonly #reader = new DocumentReader(this.#postings);
  #claims = 0;
  /** Numbers of removed documents that may still stand in postings, those of this round, and those free again. */
  #removed: number[] = [];
  #sweeping: number[] = [];
  #free: number[] = [];
  #swept = 0;
  /** Scratch: a number per feature, valid where the stamp is the newest. */
  #marks = new Float64Array(0);
  #stamps = new Uint32Array(0);
  #stamp = 0;
  #values = new Float64Array(0);
  #valueStamps = new Uint32Array(0);
  #valueStamp = 0;
  #distinct = new Uint32Array(0);
  readonly #same: SameActors;

  constructor(same: SameActors = eachItsOwn) {
    this.#same = same;
  }

  /** Documents filed. */
  get size(): number {
    return this.#documents.size;
  }

  has(document: string): boolean {
    return this.#documents.has(document);
  }

  add(document: LinkableDocument): void {
    this.remove(document.id);
    const filed = this.#reader.read(this.#free.pop() ?? this.#numbers.length, document);
    this.#numbers[filed.number] = filed;
    this.#documents.set(document.id, filed);
    this.#claims += filed.ends.length;
    this.#countClaims(filed, 1);
    this.#reader.visitDistinct(filed, (id) => this.#postings.add(id, filed.number));
    this.#sweep();
  }

  remove(document: string): void {
    const filed = this.#documents.get(document);
    if (!filed) {
      return;
    }
    this.#documents.delete(document);
    this.#numbers[filed.number] = undefined;
    this.#removed.push(filed.number);
    this.#claims -= filed.ends.length;
    this.#countClaims(filed, -1);
    this.#reader.visitDistinct(filed, (id) => this.#postings.forget(id));
    this.#sweep();
  }

  #countClaims({ features, places }: FiledDocument, change: 1 | -1): void {
    for (let i = 0; i < places.length; i++) {
      this.#postings.countClaim(features[places[i]!]!, change);
    }
  }

  /** The claims of other documents that speak of the same as the given one, best first; the first `explained` say why. */
  related(document: string, claimId: string, limit: number, explained = limit): RelatedClaim[] {
    const filed = this.#documents.get(document);
    const position = filed?.document.claims.findIndex((claim) => claim.id === claimId) ?? -1;
    if (!filed || position < 0) {
      return [];
    }
    this.#makeRoom();
    const twins = this.#twins(filed.document);
    const features = this.#queryFeatures(filed, position, twins);
    const claim = filed.document.claims[position]!;
    const self = features.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const crossing = features.reduce((sum, { kind, weight }) => sum + (crossesLanguages(kind) ? weight : 0), 0) || 1;
    const selfTranslated = crossing ** weights.comparable * self ** (1 - weights.comparable);
    const found: Candidate[] = [];
    // Most claims name no day; then those of others need not be read for theirs.
    const asksDays = claim.days.length > 0;
    const dayWeight = weights.day * Math.log(1 + this.#claims);
    const contexts = this.#contexts(filed, this.#candidateDocuments(filed, features), twins);
    for (const [other, context] of contexts) {
      const own = other.document.language === filed.document.language ? self : selfTranslated;
      for (let i = 0; i < other.ends.length; i++) {
        const shared = this.#sharedFeatures(features, other, i);
        const days = asksDays && sharedDay(claim, other.document.claims[i]!) ? dayWeight : 0;
        if (shared > 0 || days > 0) {
          const length = other.ends[i]! - placesStart(other, i);
          const words = (shared + days) / (own * longer(length, features.length));
          found.push({ filed: other, position: i, context, words, score: words + weights.documents * context });
        }
      }
    }
    const best = firstOf(found, Math.max(shortlist, limit), byScore);
    this.#addSurroundings(filed, position, self, features.length, best, twins);
    return best.slice(0, limit).map(({ filed: other, position: i, words, context, score }, rank) => {
      const one = other.document.claims[i]!;
      const why = rank < explained ? relationReasons(claim, one, this.#same) : [];
      return { document: other.document, claim: one, score, words, context, why };
    });
  }

  /** Features of the document's actors that other documents have under another id, and those of that id. */
  #twins(document: LinkableDocument): Map<number, number> {
    const twins = new Map<number, number>();
    for (const actor of new Set(document.claims.flatMap(({ actors }) => actors))) {
      for (const other of this.#same.idsOf(actor)) {
        const own = this.#postings.find(actorFeature(actor));
        const theirs = other === actor ? undefined : this.#postings.find(actorFeature(other));
        if (own !== undefined && theirs !== undefined) {
          twins.set(own, theirs);
        }
      }
    }
    return twins;
  }

  #queryFeatures(filed: FiledDocument, claim: number, twins: ReadonlyMap<number, number>): QueryFeature[] {
    const features: QueryFeature[] = [];
    for (let i = placesStart(filed, claim); i < filed.ends[claim]!; i++) {
      const id = filed.features[filed.places[i]!]!;
      const kind = filed.kinds[filed.places[i]!]!;
      const rarity = this.#rarity(id);
      const base = weights.kinds[kind]!;
      const weight = base * rarity;
      const twin = twins.get(id);
      const kin =
        kind === FeatureKind.concept ? this.#kin(id, rarity, base) : twin === undefined ? [] : [{ id: twin, weight }];
      features.push({ id, kind, weight, kin });
    }
    return features;
  }

  #kin(id: number, rarity: number, base: number): { id: number; weight: number }[] {
    return kinOf(this.#postings.hash(id)).flatMap(({ feature, share }) => {
      const other = this.#postings.find(feature);
      return other === undefined ? [] : [{ id: other, weight: base * share * Math.min(rarity, this.#rarity(other)) }];
    });
  }

  /** The documents worth a closer look; all of them in a small corpus. */
  #candidateDocuments(query: FiledDocument, features: readonly QueryFeature[]): FiledDocument[] {
    const others: FiledDocument[] = [];
    if (this.#documents.size <= documentsInFull) {
      for (const filed of this.#documents.values()) {
        if (filed !== query) {
          others.push(filed);
        }
      }
      return others;
    }
    const sums = new Float64Array(this.#numbers.length);
    let budget = postingBudget;
    const hashOf = (id: number): number => this.#postings.hash(id);
    const twins = features.flatMap(({ kind, kin }) => (kind === FeatureKind.actor ? kin : []));
    const rarestFirst = [...features, ...twins].sort(
      (a, b) => this.#postings.documents(a.id) - this.#postings.documents(b.id) || hashOf(a.id) - hashOf(b.id),
    );
    for (const { id, weight } of rarestFirst) {
      budget -= this.#postings.documents(id);
      if (budget < 0) {
        break;
      }
      this.#postings.visit(id, (number) => {
        sums[number]! += weight;
      });
    }
    for (let number = 0; number < sums.length; number++) {
      const filed = sums[number]! > 0 ? this.#numbers[number] : undefined;
      if (filed && filed !== query) {
        others.push(filed);
      }
    }
    return firstOf(
      others,
      documentsLookedAt,
      (a, b) => sums[b.number]! - sums[a.number]! || compareText(a.document.id, b.document.id),
    );
  }

  /** Sum over the features that the claim shares, or of which it has one akin. */
  #sharedFeatures(features: readonly QueryFeature[], other: FiledDocument, claim: number): number {
    const stamp = this.#newStamp();
    for (let i = placesStart(other, claim); i < other.ends[claim]!; i++) {
      this.#stamps[other.features[other.places[i]!]!] = stamp;
    }
    let sum = 0;
    for (const { id, weight, kin } of features) {
      if (this.#stamps[id] === stamp) {
        sum += weight;
      } else {
        for (const akin of kin) {
          if (this.#stamps[akin.id] === stamp) {
            sum += akin.weight;
            break;
          }
        }
      }
    }
    return sum;
  }

  /** Adds what the claims before and after share, and orders anew. */
  #addSurroundings(
    query: FiledDocument,
    position: number,
    self: number,
    length: number,
    found: Candidate[],
    twins: ReadonlyMap<number, number>,
  ): void {
    const stamp = this.#newStamp();
    for (const [id, kind] of around(query, position)) {
      this.#stamps[id] = stamp;
      this.#marks[id] = weights.kinds[kind]! * this.#rarity(id);
    }
    this.#markTwins(twins, stamp);
    for (const candidate of found) {
      const { filed } = candidate;
      let sum = 0;
      for (const id of around(filed, candidate.position).keys()) {
        sum += this.#stamps[id] === stamp ? this.#marks[id]! : 0;
      }
      const own = filed.ends[candidate.position]! - placesStart(filed, candidate.position);
      candidate.words += (weights.neighbours * sum) / (self * longer(own, length));
      candidate.score = candidate.words + weights.documents * candidate.context;
    }
    found.sort(byScore);
  }

  /** How alike the documents are to the asking one: the cosine of their terms, or of actors and concepts. */
  #contexts(
    query: FiledDocument,
    others: readonly FiledDocument[],
    twins: ReadonlyMap<number, number>,
  ): [FiledDocument, number][] {
    const contexts = new Map<FiledDocument, number>();
    for (const translated of [false, true]) {
      const group = others.filter((other) => (other.document.language !== query.document.language) === translated);
      if (group.length === 0) {
        continue;
      }
      const own = this.#vector(query, translated);
      const stamp = this.#newStamp();
      for (let i = 0; i < own.length; i++) {
        const id = this.#distinct[i]!;
        this.#stamps[id] = stamp;
        this.#marks[id] = this.#values[id]!;
      }
      this.#markTwins(twins, stamp);
      for (const other of group) {
        const theirs = this.#vector(other, translated);
        let sum = 0;
        for (let i = 0; i < theirs.length; i++) {
          const id = this.#distinct[i]!;
          sum += this.#stamps[id] === stamp ? this.#values[id]! * this.#marks[id]! : 0;
        }
        const norms = own.norm * theirs.norm;
        contexts.set(other, norms === 0 ? 0 : (sum / norms) * (translated ? weights.translated : 1));
      }
    }
    return others.map((other) => [other, contexts.get(other) ?? 0]);
  }

  /** What an actor counts under its own id it counts under its other. */
  #markTwins(twins: ReadonlyMap<number, number>, stamp: number): void {
    for (const [own, theirs] of twins) {
      if (this.#stamps[own] === stamp && this.#stamps[theirs] !== stamp) {
        this.#stamps[theirs] = stamp;
        this.#marks[theirs] = this.#marks[own]!;
      }
    }
  }

  /** Leaves the first `length` of `#distinct` as the document's features, and how much each counts in `#values`. */
  #vector(filed: FiledDocument, themes: boolean): { readonly length: number; readonly norm: number } {
    let length = 0;
    if (filed.terms && filed.counts && !themes) {
      for (let i = 0; i < filed.terms.length; i++) {
        const id = filed.terms[i]!;
        this.#distinct[length++] = id;
        this.#values[id] = filed.counts[i]!;
      }
    } else {
      const stamp = ++this.#valueStamp;
      for (let i = 0; i < filed.places.length; i++) {
        const place = filed.places[i]!;
        const id = filed.features[place]!;
        if (themes && filed.kinds[place]! < FeatureKind.actor) {
          continue;
        }
        if (this.#valueStamps[id] === stamp) {
          this.#values[id]!++;
        } else {
          this.#valueStamps[id] = stamp;
          this.#values[id] = 1;
          this.#distinct[length++] = id;
        }
      }
    }
    let norm = 0;
    for (let i = 0; i < length; i++) {
      const id = this.#distinct[i]!;
      const value = this.#values[id]! * (themes ? this.#rarity(id) : this.#documentRarity(id));
      this.#values[id] = value;
      norm += value * value;
    }
    return { length, norm: Math.sqrt(norm) };
  }

  /** Inverse document frequency as in BM25, never negative (Robertson and Zaragoza 2009, section 3.3). */
  #rarity(id: number): number {
    return rarity(this.#postings.claims(id), this.#claims);
  }

  #documentRarity(id: number): number {
    return rarity(this.#postings.documents(id), this.#documents.size);
  }

  #newStamp(): number {
    this.#stamp++;
    return this.#stamp;
  }

  /** Room for a number per feature. Done before each answer, as features are added between answers only. */
  #makeRoom(): void {
    if (this.#stamps.length < this.#postings.size || this.#stamp > 0xf0000000) {
      const size = this.#postings.size * 2;
      this.#marks = new Float64Array(size);
      this.#values = new Float64Array(size);
      this.#stamps = new Uint32Array(size);
      this.#valueStamps = new Uint32Array(size);
      this.#distinct = new Uint32Array(size);
      this.#stamp = 0;
      this.#valueStamp = 0;
    }
  }

  /** A little of the work of forgetting, so that no single change has to do all of it. */
  #sweep(): void {
    if (this.#sweeping.length === 0) {
      if (this.#removed.length < 64 + (this.#documents.size >> 3)) {
        return;
      }
      this.#sweeping = this.#removed;
      this.#removed = [];
      this.#swept = 0;
    }
    const gone = (number: number): boolean => this.#numbers[number] === undefined;
    this.#swept = this.#postings.sweep(this.#swept, sweepWork, gone);
    if (this.#swept >= this.#postings.size) {
      this.#free.push(...this.#sweeping);
      this.#sweeping = [];
    }
  }
}

function rarity(having: number, total: number): number {
  return Math.log(1 + (total - having + 0.5) / (having + 0.5));
}

/** Actors and concepts of a claim and the ones before and after it. */
function around(filed: FiledDocument, position: number): Map<number, number> {
  const found = new Map<number, number>();
  const from = placesStart(filed, Math.max(0, position - 1));
  const to = filed.ends[Math.min(filed.ends.length - 1, position + 1)]!;
  for (let i = from; i < to; i++) {
    const kind = filed.kinds[filed.places[i]!]!;
    if (kind >= FeatureKind.actor) {
      found.set(filed.features[filed.places[i]!]!, kind);
    }
  }
  return found;
}

/** Whether a feature of one language can stand in a claim of another. */
function crossesLanguages(kind: number): boolean {
  return kind >= FeatureKind.actor || kind === FeatureKind.number;
}

function longer(length: number, than: number): number {
  return 1 - weights.length + weights.length * Math.max(1, length / (1 + than));
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || compareText(a.filed.document.id, b.filed.document.id) || a.position - b.position;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether both are about some same day; spans of more than two months are too vague to count. */
function sharedDay(a: LinkableClaim, b: LinkableClaim): boolean {
  const isShort = (days: { readonly from: number; readonly to: number }): boolean => days.to - days.from <= 62;
  return a.days.some((one) => isShort(one) && b.days.some((two) => isShort(two) && spansMeet(one, two)));
}
