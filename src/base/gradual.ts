/**
 * Something large that is made once, in steps: by whoever has time for one, so that nobody is kept waiting, and whatever
 * is left at once where it is needed before.
 */
export class Gradual<T> {
  readonly #make: () => Generator<void, T>;
  #steps: Generator<void, T> | undefined;
  #made: { readonly value: T } | undefined;

  /** Each `yield` of `make` ends a step; it must not ask for the thing itself. */
  constructor(make: () => Generator<void, T>) {
    this.#make = make;
  }

  /** The thing, made to its end where it is not yet. */
  get(): T {
    while (!this.#made) {
      this.step();
    }
    return this.#made.value;
  }

  /** Takes one step; answers whether there are more. Throws what the step throws, and begins anew after that. */
  step(): boolean {
    if (this.#made) {
      return false;
    }
    this.#steps ??= this.#make();
    try {
      const { done, value } = this.#steps.next();
      if (done) {
        this.#made = { value };
        this.#steps = undefined;
      }
    } catch (error) {
      this.#steps = undefined;
      throw error;
    }
    return this.#made === undefined;
  }
}
