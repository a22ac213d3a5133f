import type { LinkableDocument } from './linkable';
import type { Postings } from './postings';
import { readDocumentFeatures } from './readFeatures';

/** One document as {@link RelatedClaims} keeps it: the features of its claims by number, without an object for each. */
export interface FiledDocument {
  readonly number: number;
  readonly document: LinkableDocument;
  /** Numbers of its features, each feature once for each kind that claims have it as. */
  readonly features: Uint32Array;
  readonly kinds: Uint8Array;
  /** Places among these of the features of all claims, one claim after the other; no claim has a feature twice. */
  readonly places: Uint16Array | Uint32Array;
  /** Where each claim's places end. */
  readonly ends: Uint32Array;
  /** What the whole article is about, and how often each; where absent the features of its claims tell. */
  readonly terms?: Uint32Array;
  readonly counts?: Uint32Array;
}

/** Where the places of a claim's features begin. */
export function placesStart(filed: FiledDocument, claim: number): number {
  return claim === 0 ? 0 : filed.ends[claim - 1]!;
}

/** Reads documents into numbers. Keeps room to work in between documents. */
export class DocumentReader {
  readonly #postings: Postings;
  /** In which document each feature was last seen, by the count of documents visited. */
  #seenIn = new Uint32Array(4096);
  #visits = 0;

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  /** Numbers the features of a document's claims. */
  read(number: number, document: LinkableDocument): FiledDocument {
    const { hashes, kinds, places, ends } = document.features ?? readDocumentFeatures(document);
    const features = hashes.map((hash) => this.#postings.intern(hash));
    const filed: FiledDocument = { number, document, features, kinds, places, ends };
    const { terms } = document;
    if (!terms) {
      return filed;
    }
    const half = terms.length >> 1;
    return {
      ...filed,
      terms: Uint32Array.from({ length: half }, (_, i) => this.#postings.intern(terms[2 * i]!)),
      counts: Uint32Array.from({ length: half }, (_, i) => terms[2 * i + 1]!),
    };
  }

  /** Visits every feature that the document has in a claim or as a whole, once. */
  visitDistinct(filed: FiledDocument, see: (id: number) => void): void {
    if (this.#visits === 0xffffffff) {
      this.#seenIn.fill(0);
      this.#visits = 0;
    }
    this.#visits++;
    for (const ids of [filed.features, filed.terms ?? []]) {
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i]!;
        this.#makeRoom(id);
        if (this.#seenIn[id] !== this.#visits) {
          this.#seenIn[id] = this.#visits;
          see(id);
        }
      }
    }
  }

  #makeRoom(id: number): void {
    if (id >= this.#seenIn.length) {
      const seenIn = this.#seenIn;
      this.#seenIn = new Uint32Array(id * 2);
      this.#seenIn.set(seenIn);
    }
  }
}
