/**
 * What the claims of one document can share with others: every feature once, by hash, and for each claim the places of
 * its own among these. Plain arrays, which may come from another thread or from storage.
 */
export interface DocumentFeatures {
  readonly hashes: Uint32Array;
  /** Of each; a feature that claims have as different kinds stands there once for each. */
  readonly kinds: Uint8Array;
  /** Of all claims, one claim after the other; no claim has a feature twice, it has the most telling kind. */
  readonly places: Uint16Array | Uint32Array;
  /** Where each claim's places end. */
  readonly ends: Uint32Array;
}

/** Bits of a hash that tell features apart: 30 are a small integer in every engine, a wider one an object on the heap. */
export function featureKey(hash: number): number {
  return hash >>> 2;
}

/**
 * Features as storage and messages hold them: how many there are, how many claims and how many places, then hashes, ends,
 * places and kinds. A whole number of 32-bit words, in the byte order of the machine.
 */
export function packFeatures({ hashes, kinds, places, ends }: DocumentFeatures): Uint8Array {
  const size = 12 + 4 * (hashes.length + ends.length) + places.byteLength + kinds.length;
  const words = new Uint32Array((size + 3) >> 2);
  const bytes = new Uint8Array(words.buffer);
  words.set([hashes.length, ends.length, places.length]);
  words.set(hashes, 3);
  words.set(ends, 3 + hashes.length);
  const at = 12 + 4 * (hashes.length + ends.length);
  bytes.set(new Uint8Array(places.buffer, places.byteOffset, places.byteLength), at);
  bytes.set(kinds, at + places.byteLength);
  return bytes;
}

/** The features again, on the same bytes, which must begin at a whole word. */
export function unpackFeatures({ buffer, byteOffset }: Uint8Array): DocumentFeatures {
  const [features = 0, claims = 0, placed = 0] = new Uint32Array(buffer, byteOffset, 3);
  const hashes = new Uint32Array(buffer, byteOffset + 12, features);
  const ends = new Uint32Array(buffer, hashes.byteOffset + hashes.byteLength, claims);
  const placesAt = ends.byteOffset + ends.byteLength;
  const isWide = placesArray(features) === Uint32Array;
  const places = isWide ? new Uint32Array(buffer, placesAt, placed) : new Uint16Array(buffer, placesAt, placed);
  const kinds = new Uint8Array(buffer, places.byteOffset + places.byteLength, features);
  return { hashes, kinds, places, ends };
}

/** What holds places among so many features. */
export function placesArray(features: number): Uint16ArrayConstructor | Uint32ArrayConstructor {
  return features > 65_536 ? Uint32Array : Uint16Array;
}
