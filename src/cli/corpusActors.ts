import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import type { ActorId, Mention, Recognition } from '../model/recognition';
import { ActorDirectory } from '../recognise/actorDirectory';
import { CompanyOf } from '../recognise/company';
import { officeOf } from '../recognise/office';
import { registrationOf } from '../recognise/registration';
import { distinctPairs } from '../workspace/actorIdentity';

/** Who is who over the documents of a corpus. */
export class CorpusActors {
  readonly #documents = new Map<string, readonly Mention[]>();
  readonly #naming = new Map<ActorId, Set<string>>();
  readonly #registry: ActorRegistry;

  /** Tells which ids are one actor. */
  readonly directory = new ActorDirectory(
    new CompanyOf<string>({
      articlesNaming: (actor) => this.#naming.get(actor) ?? new Set(),
      actorsIn: (document) => this.#documents.get(document) ?? [],
      sizeOf: () => this.#documents.size,
    }),
  );

  constructor(registry = emptyRegistry) {
    this.#registry = registry;
    this.directory.keepApart(distinctPairs([registry]));
  }

  /** Takes up a document, by its id, which no other has. */
  add(document: string, text: string, recognition: Recognition): void {
    const all = new Map<ActorId, Mention[]>();
    for (const mention of recognition.mentions) {
      all.set(mention.actor, [...(all.get(mention.actor) ?? []), mention]);
    }
    this.#documents.set(
      document,
      [...all.values()].flatMap(([first]) => first ?? []),
    );
    for (const [actor, mentions] of all) {
      this.#naming.set(actor, (this.#naming.get(actor) ?? new Set()).add(document));
      const registered = registrationOf(this.#registry, actor);
      const office = officeOf(text, mentions, recognition);
      this.directory.add(mentions.map((mention) => ({ ...mention, registered, office })));
    }
  }
}
