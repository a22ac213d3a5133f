import { FeatureKind } from './claimFeatures';
import type { ClaimQuery, Twins } from './claimQuery';
import { FeatureMarks } from './featureMarks';
import type { FiledClaims } from './filedClaims';
import type { FiledDocument } from './filedDocument';
import { weights } from './relationWeights';

/** Tells how alike whole documents are. Keeps room to work in between answers. */
export class DocumentLikeness {
  readonly #file: FiledClaims;
  readonly #asking = new FeatureMarks();
  readonly #values = new FeatureMarks();
  /** Features of the document that was read last; their values are in `#values`. */
  #distinct: number[] = [];
  /** Lengths of the vectors of documents by their number, worked out since documents came or went last. */
  #lengths = new Float64Array(0);
  #lengthsAt = -1;

  constructor(file: FiledClaims) {
    this.#file = file;
  }

  /** How alike the documents are to the asking one: the cosine of their terms, or of actors and concepts. */
  of({ filed: query, twins }: ClaimQuery, others: readonly FiledDocument[]): Map<FiledDocument, number> {
    const found = new Map<FiledDocument, number>();
    for (const translated of [false, true]) {
      const group = others.filter((other) => (other.document.language !== query.document.language) === translated);
      if (group.length === 0) {
        continue;
      }
      const norm = this.#read(query, translated);
      this.#asking.clear(this.#file.postings.size);
      for (const id of this.#distinct) {
        this.#asking.set(id, this.#values.get(id));
      }
      markTwins(this.#asking, twins);
      for (const other of group) {
        const isRead = other.terms && other.counts && !translated;
        const norms = norm * (isRead ? this.#lengthOf(other) : this.#read(other, translated));
        const sum = isRead ? this.#sharedTerms(other.terms, other.counts) : this.#sharedValues();
        found.set(other, norms === 0 ? 0 : (sum / norms) * (translated ? weights.translated : 1));
      }
    }
    return found;
  }

  /** What {@link #read} answers for the document's terms, kept. */
  #lengthOf(filed: FiledDocument): number {
    if (this.#lengthsAt !== this.#file.changes) {
      this.#lengthsAt = this.#file.changes;
      this.#lengths = new Float64Array(this.#file.numbers).fill(-1);
    }
    if (this.#lengths[filed.number]! < 0) {
      this.#lengths[filed.number] = this.#read(filed, false);
    }
    return this.#lengths[filed.number]!;
  }

  /** Sum over what the document that was read last shares with the asking one. */
  #sharedValues(): number {
    let sum = 0;
    for (const id of this.#distinct) {
      sum += this.#values.get(id) * this.#asking.get(id);
    }
    return sum;
  }

  /** The same from the terms of a document, each of which stands there once: few are shared, and only those are weighed. */
  #sharedTerms(terms: Uint32Array, counts: Uint32Array): number {
    const asking = this.#asking;
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const id = terms[i]!;
      if (asking.has(id)) {
        sum += counts[i]! * this.#file.documentRarity(id) * asking.get(id);
      }
    }
    return sum;
  }

  /** Reads how much each feature counts in a document; returns the length of that vector. */
  #read(filed: FiledDocument, themes: boolean): number {
    this.#values.clear(this.#file.postings.size);
    this.#distinct.length = 0;
    if (filed.terms && filed.counts && !themes) {
      for (let i = 0; i < filed.terms.length; i++) {
        this.#count(filed.terms[i]!, filed.counts[i]!);
      }
    } else {
      for (let i = 0; i < filed.places.length; i++) {
        const place = filed.places[i]!;
        if (!themes || filed.kinds[place]! >= FeatureKind.actor) {
          this.#count(filed.features[place]!, 1);
        }
      }
    }
    let norm = 0;
    for (const id of this.#distinct) {
      const value = this.#values.get(id) * (themes ? this.#file.rarity(id) : this.#file.documentRarity(id));
      this.#values.set(id, value);
      norm += value * value;
    }
    return Math.sqrt(norm);
  }

  #count(id: number, times: number): void {
    if (!this.#values.has(id)) {
      this.#distinct.push(id);
    }
    this.#values.set(id, this.#values.get(id) + times);
  }
}

/** What an actor counts under its own id it counts under its others. */
export function markTwins(marks: FeatureMarks, twins: Twins): void {
  for (const [own, others] of twins) {
    for (const other of others) {
      if (marks.has(own) && !marks.has(other)) {
        marks.set(other, marks.get(own));
      }
    }
  }
}
