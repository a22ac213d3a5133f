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
  /** For each feature of the document that is compared whether the asking one has it. */
  #isShared = new Uint8Array(256);
  /** Lengths of the vectors of documents by twice their number, themes next to it, worked out since documents came or went last. */
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
        const norms = norm * this.#lengthOf(other, translated);
        const cosine = norms === 0 ? 0 : this.#shared(other, translated) / norms;
        found.set(other, cosine * (translated ? weights.translated : 1));
      }
    }
    return found;
  }

  /** What {@link #read} answers, kept. */
  #lengthOf(filed: FiledDocument, themes: boolean): number {
    if (this.#lengthsAt !== this.#file.changes) {
      this.#lengthsAt = this.#file.changes;
      this.#lengths = new Float64Array(this.#file.numbers * 2).fill(-1);
    }
    const at = filed.number * 2 + (themes ? 1 : 0);
    if (this.#lengths[at]! < 0) {
      this.#lengths[at] = this.#read(filed, themes);
    }
    return this.#lengths[at]!;
  }

  /** Sum over what a document shares with the asking one: little of all that it has, and only that is weighed. */
  #shared(filed: FiledDocument, themes: boolean): number {
    const asking = this.#asking;
    this.#values.clear(this.#file.postings.size);
    this.#distinct.length = 0;
    if (filed.terms && filed.counts && !themes) {
      for (let i = 0; i < filed.terms.length; i++) {
        if (asking.has(filed.terms[i]!)) {
          this.#count(filed.terms[i]!, filed.counts[i]!);
        }
      }
    } else {
      const { features, kinds, places } = filed;
      if (this.#isShared.length < features.length) {
        this.#isShared = new Uint8Array(features.length * 2);
      }
      for (let i = 0; i < features.length; i++) {
        this.#isShared[i] = asking.has(features[i]!) && (!themes || kinds[i]! >= FeatureKind.actor) ? 1 : 0;
      }
      for (let i = 0; i < places.length; i++) {
        if (this.#isShared[places[i]!] === 1) {
          this.#count(features[places[i]!]!, 1);
        }
      }
    }
    let sum = 0;
    for (const id of this.#distinct) {
      sum += this.#values.get(id) * this.#rarityOf(id, themes) * asking.get(id);
    }
    return sum;
  }

  #rarityOf(id: number, themes: boolean): number {
    return themes ? this.#file.rarity(id) : this.#file.documentRarity(id);
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
      const value = this.#values.get(id) * this.#rarityOf(id, themes);
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
