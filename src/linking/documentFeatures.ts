import { readClaimFeatures } from './claimFeatures';
import type { LinkableDocument } from './linkable';

/** What the claims of one document can share with others, by hash: plain arrays, which may come from another thread. */
export interface DocumentFeatures {
  /** Of all claims, one claim after the other; no claim has one twice. */
  readonly hashes: Uint32Array;
  /** The most telling kind of each. */
  readonly kinds: Uint8Array;
  /** Where each claim's features end. */
  readonly ends: Uint32Array;
}

/** Bits of a hash that tell features apart: 30 are a small integer in every engine, a wider one an object on the heap. */
export function featureKey(hash: number): number {
  return hash >>> 2;
}

export function readDocumentFeatures(document: LinkableDocument): DocumentFeatures {
  const hashes: number[] = [];
  const kinds: number[] = [];
  const places = new Map<number, number>();
  const ends = document.claims.map((claim) => {
    places.clear();
    readClaimFeatures(claim, (hash, kind) => {
      const key = featureKey(hash);
      const place = places.get(key);
      if (place === undefined) {
        places.set(key, hashes.length);
        hashes.push(hash);
        kinds.push(kind);
      } else {
        kinds[place] = Math.max(kinds[place]!, kind);
      }
    });
    return hashes.length;
  });
  return { hashes: Uint32Array.from(hashes), kinds: Uint8Array.from(kinds), ends: Uint32Array.from(ends) };
}
