import { featureKey } from './documentFeatures';

/** Document numbers per feature, and how many claims and documents have it. Features are dense numbers, given out once. */
export class Postings {
  readonly #ids = new Map<number, number>();
  #hashes = new Uint32Array(1024);
  /** The one document of the many features that only one has, or -1. */
  #first = new Int32Array(1024).fill(-1);
  /** Further documents. */
  readonly #more: (IntList | undefined)[] = [];
  #claims = new Uint32Array(1024);
  #documents = new Uint32Array(1024);

  /** How many features there are; their numbers run from 0. */
  get size(): number {
    return this.#more.length;
  }

  /** The number of a feature, given its hash; a new one for a new hash. */
  intern(hash: number): number {
    const key = featureKey(hash);
    const known = this.#ids.get(key);
    if (known !== undefined) {
      return known;
    }
    const id = this.#more.length;
    this.#ids.set(key, id);
    this.#more.push(undefined);
    if (id === this.#claims.length) {
      const size = id * 2;
      this.#hashes = copyInto(new Uint32Array(size), this.#hashes);
      this.#claims = copyInto(new Uint32Array(size), this.#claims);
      this.#documents = copyInto(new Uint32Array(size), this.#documents);
      this.#first = copyInto(new Int32Array(size).fill(-1), this.#first);
    }
    this.#hashes[id] = hash;
    return id;
  }

  /** The hash that a feature was first given a number for. */
  hash(id: number): number {
    return this.#hashes[id] ?? 0;
  }

  /** The number of a feature that is known; `undefined` for any other. */
  find(hash: number): number | undefined {
    return this.#ids.get(featureKey(hash));
  }

  /** Documents that have the feature. */
  documents(id: number): number {
    return this.#documents[id] ?? 0;
  }

  /** Claims that have the feature. */
  claims(id: number): number {
    return this.#claims[id] ?? 0;
  }

  countClaim(id: number, change: 1 | -1): void {
    this.#claims[id]! += change;
  }

  /** Notes that a document has the feature. */
  add(id: number, document: number): void {
    this.#documents[id]!++;
    if (this.#first[id] === -1) {
      this.#first[id] = document;
    } else {
      const list = this.#more[id] ?? new IntList();
      this.#more[id] = list;
      list.push(document);
    }
  }

  /** Notes that a document that had the feature is gone; its number stays in the list until {@link sweep}. */
  forget(id: number): void {
    this.#documents[id]!--;
  }

  /** Visits the numbers of documents that have the feature, and of some that are gone. */
  visit(id: number, see: (document: number) => void): void {
    const first = this.#first[id] ?? -1;
    if (first !== -1) {
      see(first);
    }
    this.#more[id]?.visit(see);
  }

  /**
   * Takes numbers of documents that are gone out of the lists, from feature `from` on until about `work` entries are
   * seen. Returns where to go on; at {@link size} all have been swept.
   */
  sweep(from: number, work: number, isGone: (document: number) => boolean): number {
    let id = from;
    for (let left = work; id < this.#more.length && left > 0; id++) {
      const list = this.#more[id];
      left -= (list?.length ?? 0) + 1;
      list?.drop(isGone);
      const first = this.#first[id]!;
      if (first !== -1 && isGone(first)) {
        this.#first[id] = list?.pop() ?? -1;
      }
      if (list?.length === 0) {
        this.#more[id] = undefined;
      }
    }
    return id;
  }
}

/** Whole numbers in a typed array that grows. */
class IntList {
  #items = new Int32Array(2);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      this.#items = copyInto(new Int32Array(Math.ceil(this.#length * 1.5) + 1), this.#items);
    }
    this.#items[this.#length++] = item;
  }

  pop(): number | undefined {
    return this.#length === 0 ? undefined : this.#items[--this.#length];
  }

  visit(see: (item: number) => void): void {
    for (let i = 0; i < this.#length; i++) {
      see(this.#items[i]!);
    }
  }

  drop(isDropped: (item: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.#length; i++) {
      const item = this.#items[i]!;
      if (!isDropped(item)) {
        this.#items[kept++] = item;
      }
    }
    this.#length = kept;
  }
}

function copyInto<T extends Int32Array | Uint32Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
