/** Runs work on one thing after the other, on different things side by side. */
export class WorkQueues<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  /** Starts `work` when all that was added for `key` before has ended, however it ended. */
  add<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, result);
    const forget = (): void => {
      if (this.#last.get(key) === result) {
        this.#last.delete(key);
      }
    };
    result.then(forget, forget);
    return result;
  }
}
