import type { ActorRegistry } from '../model/actorRegistry';
import type { ActorId } from '../model/recognition';
import type { NamedActor } from './namedActor';

const known = new WeakMap<ActorRegistry, ReadonlyMap<ActorId, NamedActor['registered']>>();

/** What a person decided about an actor, as far as telling it from others goes; see {@link NamedActor.registered}. */
export function registrationOf(registry: ActorRegistry, actor: ActorId): NamedActor['registered'] {
  let actors = known.get(registry);
  if (!actors) {
    actors = new Map(registry.actors.map(({ id, names }) => [id, names.en && names.ja ? 'names' : 'actor']));
    known.set(registry, actors);
  }
  return actors.get(actor);
}
