import { HashTable } from '../base/hashTable';
import { FeatureKind, readClaimFeatures } from './claimFeatures';
import { type DocumentFeatures, featureKey, placesArray } from './documentFeatures';
import type { LinkableDocument } from './linkable';

/** The features of all claims of a document, packed for filing. */
export function readDocumentFeatures(document: Pick<LinkableDocument, 'claims'>): DocumentFeatures {
  return reader.read(document);
}

const kindCount = Math.max(...Object.values(FeatureKind)) + 1;

/** Reads one document after the other, with the same arrays. */
class FeatureReader {
  /** Numbers of the features of this document, by key. */
  readonly #numbers = new HashTable(1024);
  #hashes = new Uint32Array(1024);
  /** In which claim each was last seen, from 1, and where among the features of that claim. */
  #seenIn = new Uint32Array(1024);
  #seenAt = new Uint32Array(1024);
  /** For each feature the place of each of its kinds among what is returned, from 1. */
  #placeOf = new Uint32Array(1024 * kindCount);
  /** Numbers of the features of the claim that is read. */
  readonly #own: number[] = [];
  readonly #kinds: number[] = [];
  #claim = 0;
  readonly #see = (hash: number, kind: number): void => this.#note(hash, kind);

  read({ claims }: Pick<LinkableDocument, 'claims'>): DocumentFeatures {
    this.#numbers.clear();
    const hashes: number[] = [];
    const kinds: number[] = [];
    const places: number[] = [];
    const ends = new Uint32Array(claims.length);
    for (this.#claim = 1; this.#claim <= claims.length; this.#claim++) {
      this.#own.length = 0;
      this.#kinds.length = 0;
      readClaimFeatures(claims[this.#claim - 1]!, this.#see);
      for (let i = 0; i < this.#own.length; i++) {
        const at = this.#own[i]! * kindCount + this.#kinds[i]!;
        if (this.#placeOf[at] === 0) {
          this.#placeOf[at] = hashes.push(this.#hashes[this.#own[i]!]!);
          kinds.push(this.#kinds[i]!);
        }
        places.push(this.#placeOf[at]! - 1);
      }
      ends[this.#claim - 1] = places.length;
    }
    return {
      hashes: Uint32Array.from(hashes),
      kinds: Uint8Array.from(kinds),
      places: placesArray(hashes.length).from(places),
      ends,
    };
  }

  #note(hash: number, kind: number): void {
    const key = featureKey(hash);
    let number = this.#numbers.get(key);
    if (number < 0) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
      this.#makeRoom(number);
      this.#hashes[number] = hash;
      this.#seenIn[number] = 0;
      this.#placeOf.fill(0, number * kindCount, (number + 1) * kindCount);
    }
    if (this.#seenIn[number] !== this.#claim) {
      this.#seenIn[number] = this.#claim;
      this.#seenAt[number] = this.#own.push(number) - 1;
      this.#kinds.push(kind);
    } else if (this.#kinds[this.#seenAt[number]!]! < kind) {
      this.#kinds[this.#seenAt[number]!] = kind;
    }
  }

  #makeRoom(number: number): void {
    if (number === this.#hashes.length) {
      const double = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
        const to = new Uint32Array(from.length * 2);
        to.set(from);
        return to;
      };
      this.#hashes = double(this.#hashes);
      this.#seenIn = double(this.#seenIn);
      this.#seenAt = double(this.#seenAt);
      this.#placeOf = double(this.#placeOf);
    }
  }
}

const reader = new FeatureReader();
