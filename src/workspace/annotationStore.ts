import type { ReadOnlyReason } from '../annotations/itemFile';
import { type Sidecar, sidecarKind } from '../annotations/sidecarRead';
import { Emitter, type Event } from '../base/event';
import type { Disposable } from '../base/lifecycle';
import type { Logger } from '../base/log';
import type { AnnotationSet } from '../model/claim';
import type { Problem } from '../model/problem';
import type { Uri, WorkspaceHost } from './host';
import type { FileState, RecoveryReport } from './itemFileState';
import { ItemFileStore } from './itemFileStore';
import { changesOf, type Operation } from './operations';
import { articleOf, sidecarOf } from './sidecarPlace';
import type { Clock } from './verifiedWrite';

/** What one article's sidecar holds, with work that is not in the file yet. */
export interface SidecarState {
  readonly annotations: AnnotationSet;
  readonly problems: readonly Problem[];
  /** Why nothing is written; new work is kept in the journal, shown, and saved once the file is repaired. */
  readonly readOnly: ReadOnlyReason | 'outside' | 'symlink' | undefined;
  /** Pieces of work that are kept in the journal and not known to be in the file. */
  readonly pending: number;
  readonly exists: boolean;
  /** The file behind it, for checks and quick fixes. */
  readonly sidecar: Sidecar;
}

export interface ApplyResult {
  /** Undoes what was done, leaving alone what others changed since. Empty where nothing was done. */
  readonly inverse: readonly Operation[];
  /** Whether it is in the file. Where it is not and `problem` does not say `not-kept`, the journal keeps it. */
  readonly saved: boolean;
  readonly problem?: Problem;
}

/** Annotations by article, kept in the sidecars beside them; see {@link ItemFileStore} for what it promises. */
export class AnnotationStore implements Disposable {
  readonly #files: ItemFileStore<Sidecar>;
  readonly #changed = new Emitter<Uri>();
  readonly #states = new WeakMap<FileState<Sidecar>, SidecarState>();

  constructor(
    readonly host: WorkspaceHost,
    clock?: Clock,
    log?: Logger,
  ) {
    this.#files = new ItemFileStore(host, sidecarKind, 'journal', clock, log);
    this.#files.onDidChange((uri) => {
      const article = articleOf(host, uri);
      if (article !== undefined) {
        this.#changed.fire(article);
      }
    });
  }

  /** The article whose state changed. */
  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  dispose(): void {
    this.#files.dispose();
    this.#changed.dispose();
  }

  /** Reads an article's sidecar, once; {@link refresh} reads again. */
  async open(article: Uri): Promise<SidecarState> {
    return this.#state(await this.#files.open(sidecarOf(this.host, article)));
  }

  get(article: Uri): SidecarState | undefined {
    const state = this.#files.get(sidecarOf(this.host, article));
    return state && this.#state(state);
  }

  #state(state: FileState<Sidecar>): SidecarState {
    const known = this.#states.get(state);
    if (known) {
      return known;
    }
    const { file, readOnly, pending, exists } = state;
    const { annotations, problems } = file;
    const made = { annotations, problems, readOnly, pending, exists, sidecar: file };
    this.#states.set(state, made);
    return made;
  }

  /**
   * Does what a person asked: keeps it in the journal, shows it, saves it. Only a result with the problem `not-kept`
   * or `unknown-item` means that nothing was done.
   */
  async apply(article: Uri, operations: readonly Operation[]): Promise<ApplyResult> {
    const sidecar = sidecarOf(this.host, article);
    const { inverse, ...result } = await this.#files.apply(sidecar, (file) => changesOf(operations, file));
    return { ...result, inverse: inverse.map((change) => ({ type: 'change-item', change })) };
  }

  /** Reads again after something else changed the file, given by article or sidecar; saves what is pending. */
  refresh(uri: Uri): Promise<void> {
    return this.#files.refresh(articleOf(this.host, uri) === undefined ? sidecarOf(this.host, uri) : uri);
  }

  /** Tries again to save everything that is pending. Returns the articles that still are not saved. */
  async flush(): Promise<readonly Uri[]> {
    return this.#articles(await this.#files.flush());
  }

  /** Saves the work that an earlier run kept in the journal; articles, not files. To be called once at the start. */
  async recover(): Promise<RecoveryReport> {
    const { saved, parked } = await this.#files.recover();
    return { saved: this.#articles(saved), parked: this.#articles(parked) };
  }

  #articles(files: readonly Uri[]): readonly Uri[] {
    return files.flatMap((uri) => articleOf(this.host, uri) ?? []);
  }

  /** The article was renamed or moved and its sidecar with it: kept work follows. */
  moved(from: Uri, to: Uri): Promise<void> {
    return this.#files.moved(sidecarOf(this.host, from), sidecarOf(this.host, to));
  }

  /** Forgets an article that is no longer shown. What is pending stays. */
  close(article: Uri): void {
    this.#files.close(sidecarOf(this.host, article));
  }
}
