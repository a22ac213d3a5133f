/** Something that holds resources until told to let go. */
export interface Disposable {
  dispose(): unknown;
}

/** Disposes all, in reverse order of adding, even if one throws; the first error is thrown at the end. */
function disposeAll(disposables: readonly Disposable[]): void {
  const errors: unknown[] = [];
  for (const disposable of [...disposables].reverse()) {
    try {
      disposable.dispose();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) {
    throw errors[0];
  }
}

/** Collects disposables; what is added after disposal is disposed at once. */
export class DisposableStore implements Disposable {
  readonly #items: Disposable[] = [];
  #disposed = false;

  get isDisposed(): boolean {
    return this.#disposed;
  }

  add<T extends Disposable>(item: T): T {
    if (this.#disposed) {
      item.dispose();
    } else {
      this.#items.push(item);
    }
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    disposeAll(this.#items.splice(0));
  }
}
