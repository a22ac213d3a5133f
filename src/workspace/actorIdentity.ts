import type { ActorRegistry, RegisteredActor } from '../model/actorRegistry';
import type { ActorId } from '../model/recognition';
import type { SoundAlike } from '../recognise/actorDirectory';
import type { ActorOperation } from './actorOperations';
import type { ClaimIndex } from './claimIndex';

/** The actor as a person described it, else as the articles have it. */
export function describedActor(index: ClaimIndex, registry: ActorRegistry, actor: ActorId): RegisteredActor {
  const known = registry.actors.find(({ id }) => id === actor);
  const summary = index.actor(actor);
  const { kind = 'person', names = {} } = summary ?? {};
  return known ?? { id: actor, kind, names, aliases: [], roles: [], merged: [] };
}

/** The same with all names that the articles know, under the id that stands for all that sound alike. */
export function knownActor(index: ClaimIndex, registry: ActorRegistry, actor: ActorId): RegisteredActor {
  const [id = actor, ...otherIds] = index.idsOf(actor);
  const described = describedActor(index, registry, id);
  return {
    ...described,
    names: { ...index.actor(actor)?.names, ...described.names },
    merged: [...new Set([...described.merged, ...otherIds])],
  };
}

/** The decision that two are one actor, whether anybody described them before or not. */
export function oneActor(
  index: ClaimIndex,
  registry: ActorRegistry,
  from: ActorId,
  into: ActorId,
): readonly ActorOperation[] {
  const taken = describedActor(index, registry, from);
  const kept = describedActor(index, registry, into);
  return [
    { type: 'put-actor', actor: { ...kept, names: { ...taken.names, ...kept.names } } },
    { type: 'merge-actors', from, into },
  ];
}

/** The decision that two names that sound alike are two persons: both are registered, each with its own name. */
export function twoActors(
  index: ClaimIndex,
  registry: ActorRegistry,
  actor: ActorId,
  other: SoundAlike,
): readonly ActorOperation[] {
  const pairs: readonly (readonly [ActorId, string])[] = [
    [actor, other.ownName],
    [other.actor, other.name],
  ];
  return pairs.map(([id, name]) => {
    const isRegistered = registry.actors.some((known) => known.id === id);
    const described = describedActor(index, registry, id);
    // The index knows both names of what it took for one.
    const names = /\p{Script=Latin}/u.test(name) ? { en: name } : { ja: name };
    return { type: 'put-actor', actor: isRegistered ? described : { ...described, names } };
  });
}
