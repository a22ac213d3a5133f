import { Emitter, type Event } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import type { ClaimIndex } from '../workspace/claimIndex';
import type { Indexer } from '../workspace/indexer';

/** After a change of the index, in milliseconds: soon for somebody who waits for it, seldom while thousands come in. */
const soon = 100;
const seldom = 3000;

/**
 * Tells the views that the index changed. What a view shows of a large index costs more than to read an article: asked
 * after every slice of the indexer, the views would take most of the time.
 */
export class IndexChanges implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly #indexer: Indexer;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitsLong = false;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(index: ClaimIndex, indexer: Indexer) {
    this.#indexer = indexer;
    this.#store.add(index.onDidChange(() => this.#schedule()));
    this.#store.add(
      indexer.onDidProgress(({ state }) => {
        if (state !== 'indexing' && this.#waitsLong) {
          clearTimeout(this.#timer);
          this.#timer = undefined;
          this.#schedule();
        }
      }),
    );
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
  }

  #schedule(): void {
    if (this.#timer === undefined) {
      const { state, total } = this.#indexer.progress;
      this.#waitsLong = state === 'indexing' && total > 100;
      this.#timer = setTimeout(
        () => {
          this.#timer = undefined;
          this.#waitsLong = false;
          this.#changed.fire();
        },
        this.#waitsLong ? seldom : soon,
      );
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
