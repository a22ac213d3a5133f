import { firstOf } from '../base/firstOf';
import { compareText } from '../base/textOrder';
import { candidateDocuments } from './candidateDocuments';
import { FeatureKind } from './claimFeatures';
import { type ClaimQuery, queryOf } from './claimQuery';
import { DocumentLikeness, markTwins } from './documentLikeness';
import { spansMeet } from './edtfDays';
import { FeatureMarks } from './featureMarks';
import { FiledClaims } from './filedClaims';
import { type FiledDocument, placesStart } from './filedDocument';
import { eachItsOwn, type LinkableClaim, type LinkableDocument, type SameActors } from './linkable';
import { type RelationReason, relationReasons } from './relationReasons';
import { longer, weights } from './relationWeights';

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

/** Claims whose surroundings are compared. */
const shortlist = 200;

interface Candidate {
  readonly filed: FiledDocument;
  readonly position: number;
  readonly context: number;
  words: number;
  score: number;
}

/** Ranks claims across documents by what they share: rare words, actors, concepts in two languages, days, context. */
export class RelatedClaims {
  readonly #file = new FiledClaims();
  readonly #likeness = new DocumentLikeness(this.#file);
  readonly #marks = new FeatureMarks();
  /** Features that a claim which shares any has: those of the asking claim and what is akin to them. */
  readonly #telling = new FeatureMarks();
  /** For each feature of the document that is compared whether it is telling. */
  #tells = new Uint8Array(256);
  readonly #same: SameActors;

  constructor(same: SameActors = eachItsOwn) {
    this.#same = same;
  }

  /** Documents filed. */
  get size(): number {
    return this.#file.size;
  }

  has(document: string): boolean {
    return this.#file.get(document) !== undefined;
  }

  add(document: LinkableDocument): void {
    this.#file.add(document);
  }

  remove(document: string): void {
    this.#file.remove(document);
  }

  /** The claims of other documents that speak of the same as the given one, best first; the first `explained` say why. */
  related(document: string, claimId: string, limit: number, explained = limit): RelatedClaim[] {
    const filed = this.#file.get(document);
    const position = filed?.document.claims.findIndex((claim) => claim.id === claimId) ?? -1;
    if (!filed || position < 0) {
      return [];
    }
    const query = queryOf(this.#file, filed, position, this.#same);
    const best = firstOf(this.#candidates(query), Math.max(shortlist, limit), byScore);
    this.#addSurroundings(query, best);
    const claim = filed.document.claims[position]!;
    return best.slice(0, limit).map(({ filed: other, position: i, words, context, score }, rank) => {
      const one = other.document.claims[i]!;
      const why = rank < explained ? relationReasons(claim, one, this.#same) : [];
      return { document: other.document, claim: one, score, words, context, why };
    });
  }

  #candidates(query: ClaimQuery): Candidate[] {
    const { filed, features } = query;
    const claim = filed.document.claims[query.position]!;
    // Most claims name no day; then those of others need not be read for theirs.
    const asksDays = claim.days.length > 0;
    const dayWeight = weights.day * Math.log(1 + this.#file.claims);
    const found: Candidate[] = [];
    this.#markTelling(query);
    for (const [other, context] of this.#likeness.of(query, candidateDocuments(this.#file, query))) {
      const isTranslated = other.document.language !== filed.document.language;
      const own = isTranslated ? query.selfTranslated : query.self;

      this.#readTelling(other);
      for (let i = 0; i < other.ends.length; i++) {
        const shared = this.#sharedWeight(query, other, i, isTranslated);
        const days = asksDays && sharedDay(claim, other.document.claims[i]!) ? dayWeight : 0;
        if (shared > 0 || days > 0) {
          const words = (shared + days) / (own * longer(lengthOf(other, i), features.length));
          found.push({ filed: other, position: i, context, words, score: words + weights.documents * context });
        }
      }
    }
    return found;
  }

  #markTelling({ features }: ClaimQuery): void {
    this.#telling.clear(this.#file.postings.size);
    for (const { id, kin } of features) {
      this.#telling.set(id, 1);
      for (const akin of kin) {
        this.#telling.set(akin.id, 1);
      }
    }
  }

  #readTelling({ features }: FiledDocument): void {
    if (this.#tells.length < features.length) {
      this.#tells = new Uint8Array(features.length * 2);
    }
    for (let i = 0; i < features.length; i++) {
      this.#tells[i] = this.#telling.has(features[i]!) ? 1 : 0;
    }
  }

  /** Sum over the features that the claim shares, or of which it has one akin. */
  #sharedWeight({ features }: ClaimQuery, other: FiledDocument, claim: number, isTranslated: boolean): number {
    const marks = this.#marks;
    const end = other.ends[claim]!;
    let i = placesStart(other, claim);
    while (i < end && this.#tells[other.places[i]!] === 0) {
      i++;
    }
    if (i === end) {
      return 0;
    }
    marks.clear(this.#file.postings.size);
    for (; i < end; i++) {
      if (this.#tells[other.places[i]!] === 1) {
        marks.set(other.features[other.places[i]!]!, 1);
      }
    }
    let sum = 0;
    for (const { id, weight, weightAtHome, kin } of features) {
      if (marks.has(id)) {
        sum += isTranslated ? weight : weightAtHome;
      } else {
        for (const akin of kin) {
          if (marks.has(akin.id)) {
            sum += akin.weight;
            break;
          }
        }
      }
    }
    return sum;
  }

  /** Adds what the claims before and after share, and orders anew. */
  #addSurroundings(query: ClaimQuery, found: Candidate[]): void {
    const { self, features, twins } = query;
    const marks = this.#marks;
    marks.clear(this.#file.postings.size);
    for (const [id, kind] of around(query.filed, query.position)) {
      marks.set(id, weights.kinds[kind]! * this.#file.rarity(id));
    }
    markTwins(marks, twins);
    for (const candidate of found) {
      const { filed, position } = candidate;
      let sum = 0;
      for (const id of around(filed, position).keys()) {
        sum += marks.get(id);
      }
      candidate.words += (weights.neighbours * sum) / (self * longer(lengthOf(filed, position), features.length));
      candidate.score = candidate.words + weights.documents * candidate.context;
    }
    found.sort(byScore);
  }
}

/** Features of a claim. */
function lengthOf(filed: FiledDocument, claim: number): number {
  return filed.ends[claim]! - placesStart(filed, claim);
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

function byScore(a: Candidate, b: Candidate): number {
  const [left, right] = [a.filed.document.id, b.filed.document.id];
  return b.score - a.score || compareText(left, right) || a.position - b.position;
}

/** Whether both are about some same day; spans of more than two months are too vague to count. */
function sharedDay(a: LinkableClaim, b: LinkableClaim): boolean {
  const isShort = (days: { readonly from: number; readonly to: number }): boolean => days.to - days.from <= 62;
  return a.days.some((one) => isShort(one) && b.days.some((two) => isShort(two) && spansMeet(one, two)));
}
