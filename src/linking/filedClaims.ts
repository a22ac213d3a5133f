import { DocumentReader, type FiledDocument } from './filedDocument';
import type { LinkableDocument } from './linkable';
import { Postings } from './postings';
import { rarity } from './relationWeights';

/** Entries of postings looked through for removed documents with every change. */
const sweepWork = 1000;

/**
 * The claims of a corpus by their features. Adding or removing a document costs time in proportion to that document, and
 * what it answers depends on what is filed, not on how it came to be.
 */
export class FiledClaims {
  readonly postings = new Postings();
  readonly #documents = new Map<string, FiledDocument>();
  readonly #numbers: (FiledDocument | undefined)[] = [];
  readonly #reader = new DocumentReader(this.postings);
  #claims = 0;
  #changes = 0;
  /** Numbers of removed documents that may still stand in postings, those of this round, and those free again. */
  #removed: number[] = [];
  #sweeping: number[] = [];
  #free: number[] = [];
  #swept = 0;

  /** Documents filed. */
  get size(): number {
    return this.#documents.size;
  }

  /** Claims filed. */
  get claims(): number {
    return this.#claims;
  }

  /** How often documents have come or gone: what was worked out from what is filed holds until then. */
  get changes(): number {
    return this.#changes;
  }

  /** Numbers of documents run from 0 to below this. */
  get numbers(): number {
    return this.#numbers.length;
  }

  get(document: string): FiledDocument | undefined {
    return this.#documents.get(document);
  }

  /** `undefined` for the number of a document that is gone. */
  byNumber(number: number): FiledDocument | undefined {
    return this.#numbers[number];
  }

  all(): Iterable<FiledDocument> {
    return this.#documents.values();
  }

  add(document: LinkableDocument): void {
    this.remove(document.id);
    const filed = this.#reader.read(this.#free.pop() ?? this.#numbers.length, document);
    this.#changes++;
    this.#numbers[filed.number] = filed;
    this.#documents.set(document.id, filed);
    this.#claims += filed.ends.length;
    this.#countClaims(filed, 1);
    this.#reader.visitDistinct(filed, (id) => this.postings.add(id, filed.number));
    this.#sweep();
  }

  remove(document: string): void {
    const filed = this.#documents.get(document);
    if (!filed) {
      return;
    }
    this.#changes++;
    this.#documents.delete(document);
    this.#numbers[filed.number] = undefined;
    this.#removed.push(filed.number);
    this.#claims -= filed.ends.length;
    this.#countClaims(filed, -1);
    this.#reader.visitDistinct(filed, (id) => this.postings.forget(id));
    this.#sweep();
  }

  /** How rare a feature is among claims. */
  rarity(id: number): number {
    return rarity(this.postings.claims(id), this.#claims);
  }

  /** How rare a feature is among documents. */
  documentRarity(id: number): number {
    return rarity(this.postings.documents(id), this.#documents.size);
  }

  #countClaims({ features, places }: FiledDocument, change: 1 | -1): void {
    for (let i = 0; i < places.length; i++) {
      this.postings.countClaim(features[places[i]!]!, change);
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
    this.#swept = this.postings.sweep(this.#swept, sweepWork, gone);
    if (this.#swept >= this.postings.size) {
      this.#free.push(...this.#sweeping);
      this.#sweeping = [];
    }
  }
}
