/** A number for some features, by their dense numbers; forgetting all of them costs nothing. */
export class FeatureMarks {
  #values = new Float64Array(0);
  /** A mark holds where the stamp is the newest. */
  #stamps = new Uint32Array(0);
  #stamp = 0;

  /** Forgets all marks and makes room for features up to `size`. */
  clear(size: number): void {
    if (this.#stamps.length < size || this.#stamp === 0xffffffff) {
      this.#values = new Float64Array(size * 2);
      this.#stamps = new Uint32Array(size * 2);
      this.#stamp = 0;
    }
    this.#stamp++;
  }

  has(id: number): boolean {
    return this.#stamps[id] === this.#stamp;
  }

  /** 0 for a feature without a mark. */
  get(id: number): number {
    return this.#stamps[id] === this.#stamp ? this.#values[id]! : 0;
  }

  set(id: number, value: number): void {
    this.#stamps[id] = this.#stamp;
    this.#values[id] = value;
  }
}
