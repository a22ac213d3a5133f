import { type ActorsFile, actorFields, actorsKind } from '../annotations/actorsFile';
import type { ItemChange } from '../annotations/itemChange';
import { rest } from '../annotations/itemFile';
import { overlay } from '../annotations/overlay';
import { equalValues, type YamlMap } from '../annotations/yamlValue';
import type { ActorRegistry, RegisteredActor } from '../model/actorRegistry';
import type { AnnotationSet, Claim, Correction } from '../model/claim';
import type { ActorId } from '../model/recognition';
import { changesIn, type WantedChanges } from './itemFileState';
import type { Operation } from './operations';

/** What a person does to the registry of actors. */
export type ActorOperation =
  /** Adds the actor, or changes the fields that differ from the actor of that id as it is now. */
  | { readonly type: 'put-actor'; readonly actor: RegisteredActor }
  | { readonly type: 'delete-actor'; readonly id: ActorId }
  /** `from` is the same as `into`, which takes over its names, roles and id. `into` may be unknown so far. */
  | { readonly type: 'merge-actors'; readonly from: ActorId; readonly into: ActorId }
  /** Some names of `from`, and ids merged into it, are those of another actor. */
  | { readonly type: 'split-actor'; readonly from: ActorId; readonly actor: RegisteredActor }
  | { readonly type: 'rename-actor'; readonly from: ActorId; readonly to: ActorId }
  /** A form is no actor anywhere in the workspace, or is one again. */
  | { readonly type: 'reject-form' | 'accept-form'; readonly form: string };

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/** `from` taken into `into`: its names become aliases where `into` has one in that language. */
export function mergedActor(into: RegisteredActor, from: RegisteredActor): RegisteredActor {
  const names = { ...from.names, ...into.names };
  const merged = unique([...into.merged, from.id, ...from.merged]).filter((id) => id !== into.id);
  const distinct = unique([...(into.distinct ?? []), ...(from.distinct ?? [])]);
  const aliases = unique([...into.aliases, ...Object.values(from.names), ...from.aliases]);
  return {
    ...into,
    names,
    aliases: aliases.filter((alias) => !Object.values(names).includes(alias)),
    roles: [
      ...into.roles,
      ...from.roles.filter((role) => !into.roles.some((own) => own.title === role.title && own.from === role.from)),
    ],
    ...((into.wikidata ?? from.wikidata) === undefined ? {} : { wikidata: into.wikidata ?? from.wikidata }),
    merged,
    ...(distinct.length > 0 ? { distinct: distinct.filter((id) => id !== into.id && !merged.includes(id)) } : {}),
  };
}

/** What operations change in `actors.yaml`. */
export function actorChangesOf(operations: readonly ActorOperation[], file: ActorsFile): WantedChanges {
  return changesIn(new View(file), operations);
}

class View {
  readonly changes: ItemChange[] = [];
  readonly #raw: Map<string, YamlMap | undefined>;
  readonly #actors: Map<ActorId, RegisteredActor>;

  constructor(file: ActorsFile) {
    this.#raw = new Map(file.items.get('actors'));
    this.#raw.set('', file.items.get(rest.section)?.get(rest.id));
    this.#actors = new Map(file.registry.actors.map((actor) => [actor.id, actor]));
  }

  /** Returns the id of the actor that is missing. */
  apply(operation: ActorOperation): ActorId | undefined {
    switch (operation.type) {
      case 'put-actor':
        return this.#put(operation.actor);
      case 'delete-actor':
        return this.#actors.has(operation.id) ? this.#delete(operation.id) : operation.id;
      case 'merge-actors':
        return this.#merge(operation.from, operation.into);
      case 'split-actor':
        return this.#split(operation.from, operation.actor);
      case 'rename-actor': {
        const actor = this.#actors.get(operation.from);
        if (!actor || operation.from === operation.to) {
          return actor ? undefined : operation.from;
        }
        const target = this.#actors.get(operation.to) ?? { ...actor, id: operation.to, merged: [] };
        this.#delete(operation.from);
        return this.#put(mergedActor(target, actor));
      }
      case 'reject-form':
      case 'accept-form':
        return this.#setRejected(operation.form, operation.type === 'reject-form');
    }
  }

  #merge(from: ActorId, into: ActorId): ActorId | undefined {
    const source = this.#actors.get(from);
    const target = this.#actors.get(into);
    if (from === into) {
      return undefined;
    }
    if (!target && !source) {
      return into;
    }
    const kept: RegisteredActor = target ?? { ...source!, id: into, merged: [] };
    const taken: RegisteredActor = source ?? { ...kept, id: from, names: {}, aliases: [], roles: [], merged: [] };
    if (source) {
      this.#delete(from);
    }
    return this.#put(mergedActor(kept, taken));
  }

  #split(from: ActorId, actor: RegisteredActor): ActorId | undefined {
    const whole = this.#actors.get(from);
    if (!whole) {
      return from;
    }
    const forms = new Set([...Object.values(actor.names), ...actor.aliases]);
    const ids = new Set([actor.id, ...actor.merged]);
    this.#put({
      ...whole,
      aliases: whole.aliases.filter((alias) => !forms.has(alias)),
      merged: whole.merged.filter((id) => !ids.has(id)),
    });
    return this.#put(actor);
  }

  #put(actor: RegisteredActor): undefined {
    const before = this.#raw.get(actor.id);
    const old = this.#actors.get(actor.id);
    const fields = actorFields(actor);
    const after = before ? overlay(before, old ? actorFields(old) : new Map(), fields, actorsKind.keyRank) : fields;
    this.#actors.set(actor.id, actor);
    this.#change('actors', actor.id, actor.id, before, after);
  }

  #delete(id: ActorId): undefined {
    this.#actors.delete(id);
    this.#change('actors', id, id, this.#raw.get(id), undefined);
  }

  #setRejected(form: string, rejected: boolean): undefined {
    const before = this.#raw.get('');
    const old = before?.get('rejected');
    const others = (Array.isArray(old) ? old : []).filter((item) => item !== form);
    const list = rejected ? [...others, form] : others;
    const after = new Map(before);
    if (list.length > 0) {
      after.set('rejected', list);
    } else {
      after.delete('rejected');
    }
    this.#change(rest.section, rest.id, '', before, after);
  }

  #change(
    section: string,
    id: string,
    key: string,
    before: YamlMap | undefined,
    after: YamlMap | undefined,
  ): undefined {
    if (!equalValues(before, after)) {
      this.#raw.set(key, after);
      this.changes.push({ section, id, before, after });
    }
  }
}

/** The id that an id stands for, after merges: its own where it is nobody else's. */
export function resolveActor(registry: ActorRegistry, id: ActorId): ActorId {
  const own = registry.actors.some((actor) => actor.id === id);
  return own ? id : (registry.actors.find((actor) => actor.merged.includes(id))?.id ?? id);
}

/** Whether a claim or correction names an actor. */
function mentionsActor(item: Claim | Correction, actor: ActorId): boolean {
  if ('about' in item) {
    return item.about === 'actor' && item.decision === 'set' && item.actor === actor;
  }
  return item.source === actor || item.addressee === actor || item.actors.includes(actor);
}

/**
 * Puts one actor for another in what people recorded about an article, as after a split or a rename.
 * @param only ids of the items to change; all that name the actor if left out
 */
export function replaceActor(
  annotations: AnnotationSet,
  from: ActorId,
  to: ActorId,
  only?: ReadonlySet<string>,
): readonly Operation[] {
  const wanted = (item: Claim | Correction): boolean => mentionsActor(item, from) && (only?.has(item.id) ?? true);
  const other = (id: ActorId): ActorId => (id === from ? to : id);
  const operations: Operation[] = annotations.claims.filter(wanted).map((claim) => ({
    type: 'put-claim',
    claim: {
      ...claim,
      source: claim.source === null ? null : other(claim.source),
      ...(claim.addressee === undefined ? {} : { addressee: other(claim.addressee) }),
      actors: unique(claim.actors.map(other)),
    },
  }));
  for (const correction of annotations.corrections.filter(wanted)) {
    if (correction.about === 'actor' && correction.decision === 'set') {
      operations.push({ type: 'put-correction', correction: { ...correction, actor: to } });
    }
  }
  return operations;
}
