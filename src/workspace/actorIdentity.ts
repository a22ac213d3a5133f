import type { ActorRegistry, RegisteredActor } from '../model/actorRegistry';
import type { ActorId } from '../model/recognition';
import type { FamilyTie } from '../recognise/familyTies';
import type { SoundAlike } from '../recognise/soundAlikes';
import type { ActorOperation } from './actorOperations';
import type { ClaimIndex } from './claimIndex';

/** The actor as a person described it, else as the articles have it. */
function describedActor(index: ClaimIndex, registry: ActorRegistry, actor: ActorId): RegisteredActor {
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
    // A family name alone is taken for the actor's only as long as nobody else bears it.
    merged: [...new Set([...described.merged, ...otherIds.filter((other) => !index.familyTie(other))])],
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

/**
 * The decision that a family name alone is not that of the person it was taken for. It stands with the person: the family
 * name must be registered as nobody's, or it would be found where it is short for the person.
 */
export function keptApart(
  index: ClaimIndex,
  registry: ActorRegistry,
  tie: FamilyTie,
  alone: ActorId,
): readonly ActorOperation[] {
  const person = describedActor(index, registry, index.idOf(tie.actor));
  const merged = person.merged.filter((id) => id !== alone);
  return [
    { type: 'put-actor', actor: { ...person, merged, distinct: [...new Set([...(person.distinct ?? []), alone])] } },
  ];
}

/** Pairs of actors that people said are two. */
export function distinctPairs(registries: readonly ActorRegistry[]): (readonly [ActorId, ActorId])[] {
  return registries.flatMap(({ actors }) =>
    actors.flatMap(({ id, merged, distinct = [] }) =>
      [id, ...merged].flatMap((own) => distinct.map((other) => [own, other] as const)),
    ),
  );
}
