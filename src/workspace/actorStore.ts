import { type ActorsFile, actorsFileName, actorsKind } from '../annotations/actorsFile';
import type { Event } from '../base/event';
import type { Disposable } from '../base/lifecycle';
import type { Logger } from '../base/log';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import type { ActorId } from '../model/recognition';
import { type ActorOperation, actorChangesOf, replaceActor } from './actorOperations';
import type { AnnotationStore, ApplyResult } from './annotationStore';
import type { Uri, WorkspaceHost } from './host';
import type { ChangePreview, ChangeResult, FileState, RecoveryReport } from './itemFileState';
import { ItemFileStore } from './itemFileStore';
import type { Operation } from './operations';
import type { Clock } from './verifiedWrite';

/** What was done to the articles of a workspace in one step. */
export interface CorpusResult {
  readonly changed: readonly { readonly article: Uri; readonly count: number }[];
  /** Undoes the step, article by article. */
  readonly inverse: readonly { readonly article: Uri; readonly operations: readonly Operation[] }[];
  readonly failed: readonly { readonly article: Uri; readonly result: ApplyResult }[];
}

/** The registries of actors, one `actors.yaml` at the root of each workspace folder, with the promises of sidecars. */
export class ActorStore implements Disposable {
  readonly #files: ItemFileStore<ActorsFile>;

  constructor(
    readonly host: WorkspaceHost,
    clock?: Clock,
    log?: Logger,
  ) {
    this.#files = new ItemFileStore(host, actorsKind, 'actors-journal', clock, log);
  }

  /** The `actors.yaml` whose state changed. */
  get onDidChange(): Event<Uri> {
    return this.#files.onDidChange;
  }

  dispose(): void {
    this.#files.dispose();
  }

  fileOf(folder: Uri): Uri {
    return this.host.join(folder, actorsFileName);
  }

  open(folder: Uri): Promise<FileState<ActorsFile>> {
    return this.#files.open(this.fileOf(folder));
  }

  /** As last read; empty before {@link open}. */
  registry(folder: Uri): ActorRegistry {
    return this.#files.get(this.fileOf(folder))?.file.registry ?? emptyRegistry;
  }

  apply(folder: Uri, operations: readonly ActorOperation[]): Promise<ChangeResult> {
    return this.#files.apply(this.fileOf(folder), (file) => actorChangesOf(operations, file));
  }

  /** What {@link apply} would make of `actors.yaml`, without doing it. */
  preview(folder: Uri, operations: readonly ActorOperation[]): Promise<ChangePreview> {
    return this.#files.preview(this.fileOf(folder), (file) => actorChangesOf(operations, file));
  }

  /** Takes back what {@link apply} did. */
  undo(folder: Uri, inverse: ChangeResult['inverse']): Promise<ChangeResult> {
    return this.#files.apply(this.fileOf(folder), () => ({ changes: inverse }));
  }

  refresh(file: Uri): Promise<void> {
    return this.#files.refresh(file);
  }

  recover(): Promise<RecoveryReport> {
    return this.#files.recover();
  }

  flush(): Promise<readonly Uri[]> {
    return this.#files.flush();
  }
}

/**
 * Puts one actor for another in the sidecars of articles, after a split or rename. One step: what comes back undoes
 * all of it, and an article that could not be changed does not keep the others from it.
 * @param only ids of the claims and corrections to change; all that name the actor if left out
 */
export async function replaceActorEverywhere(
  store: AnnotationStore,
  articles: readonly Uri[],
  from: ActorId,
  to: ActorId,
  only?: ReadonlySet<string>,
): Promise<CorpusResult> {
  const changed: { article: Uri; count: number }[] = [];
  const inverse: { article: Uri; operations: readonly Operation[] }[] = [];
  const failed: { article: Uri; result: ApplyResult }[] = [];
  for (const article of articles) {
    const { annotations } = await store.open(article);
    const operations = replaceActor(annotations, from, to, only);
    if (operations.length > 0) {
      const result = await store.apply(article, operations);
      if (result.inverse.length === 0) {
        failed.push({ article, result });
      } else {
        changed.push({ article, count: operations.length });
        inverse.push({ article, operations: result.inverse });
      }
    }
    await store.host.yield();
  }
  return { changed, inverse, failed };
}
