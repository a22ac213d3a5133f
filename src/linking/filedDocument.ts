import { readClaimFeatures } from './claimFeatures';
import type { LinkableDocument } from './linkable';
import type { Postings } from './postings';

/** One document as {@link RelatedClaims} keeps it: the features of its claims by number, without an object for each. */
export interface FiledDocument {
  readonly number: number;
  readonly document: LinkableDocument;
  /** Features of all claims, one claim after the other; no claim has one twice. */
  readonly features: Uint32Array;
  readonly kinds: Uint8Array;
  /** Where each claim's features end. */
  readonly ends: Uint32Array;
  /** What the whole article is about, and how often each; where absent the features of its claims tell. */
  readonly terms?: Uint32Array;
  readonly counts?: Uint32Array;
}

export function featureStart(filed: FiledDocument, claim: number): number {
  return claim === 0 ? 0 : filed.ends[claim - 1]!;
}

/** Reads documents into numbers. Keeps room to work in between documents. */
export class DocumentReader {
  readonly #postings: Postings;
  /** Where each feature was last seen, by the count of claims read, and at which place of `#features`. */
  #seenIn = new Uint32Array(4096);
  #seenAt = new Uint32Array(4096);
  #claims = 0;

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  /** Reads and numbers the features of a document's claims. */
  read(number: number, document: LinkableDocument): FiledDocument {
    const features: number[] = [];
    const kinds: number[] = [];
    const ends = document.claims.map((claim) => {
      this.#newClaim();
      readClaimFeatures(claim, (hash, kind) => {
        const id = this.#postings.intern(hash);
        this.#makeRoom(id);
        if (this.#seenIn[id] === this.#claims) {
          const at = this.#seenAt[id]!;
          kinds[at] = Math.max(kinds[at]!, kind);
        } else {
          this.#seenIn[id] = this.#claims;
          this.#seenAt[id] = features.length;
          features.push(id);
          kinds.push(kind);
        }
      });
      return features.length;
    });
    const filed: FiledDocument = {
      number,
      document,
      features: Uint32Array.from(features),
      kinds: Uint8Array.from(kinds),
      ends: Uint32Array.from(ends),
    };
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
    this.#newClaim();
    for (const ids of [filed.features, filed.terms ?? []]) {
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i]!;
        this.#makeRoom(id);
        if (this.#seenIn[id] !== this.#claims) {
          this.#seenIn[id] = this.#claims;
          see(id);
        }
      }
    }
  }

  #newClaim(): void {
    if (this.#claims === 0xffffffff) {
      this.#seenIn.fill(0);
      this.#claims = 0;
    }
    this.#claims++;
  }

  #makeRoom(id: number): void {
    if (id >= this.#seenIn.length) {
      const [seenIn, seenAt] = [this.#seenIn, this.#seenAt];
      this.#seenIn = new Uint32Array(id * 2);
      this.#seenIn.set(seenIn);
      this.#seenAt = new Uint32Array(id * 2);
      this.#seenAt.set(seenAt);
    }
  }
}
