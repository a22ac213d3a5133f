import { claimFeatures } from './claimFeatures';
import type { LinkableClaim, LinkableDocument } from './linkable';
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

/** Reads and numbers the features of a document's claims. */
export function fileDocument(number: number, document: LinkableDocument, postings: Postings): FiledDocument {
  const features: number[] = [];
  const kinds: number[] = [];
  const ends = document.claims.map((claim: LinkableClaim) => {
    const found = claimFeatures(claim);
    for (let i = 0; i < found.hashes.length; i++) {
      features.push(postings.intern(found.hashes[i]!));
      kinds.push(found.kinds[i]!);
    }
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
    terms: Uint32Array.from({ length: half }, (_, i) => postings.intern(terms[2 * i]!)),
    counts: Uint32Array.from({ length: half }, (_, i) => terms[2 * i + 1]!),
  };
}

/** Every feature that the document has in a claim or as a whole, once. */
export function distinctFeatures(filed: FiledDocument): Set<number> {
  const all = new Set(filed.features);
  for (const term of filed.terms ?? []) {
    all.add(term);
  }
  return all;
}
