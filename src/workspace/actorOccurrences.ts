import type { ActorRegistry } from '../model/actorRegistry';
import type { ActorId, Mention, NameKind, Recognition } from '../model/recognition';
import { officeOf } from '../recognise/office';
import { registrationOf } from '../recognise/registration';
import type { ActorOccurrences } from './documentEntry';

/** The actors that an article names, in order of their first mention, each with all its places. */
export function actorOccurrences(text: string, recognition: Recognition, registry: ActorRegistry): ActorOccurrences[] {
  const groups = new Map<ActorId, { kinds: Map<NameKind, number>; name: string; offsets: number[]; all: Mention[] }>();
  for (const mention of recognition.mentions) {
    // A capital that is only a place is not its country's government: places are no actors.
    if (mention.kind === 'place' || mention.kind === 'misc') {
      continue;
    }
    let group = groups.get(mention.actor);
    if (!group) {
      group = { kinds: new Map(), name: mention.name, offsets: [], all: [] };
      groups.set(mention.actor, group);
    }
    group.kinds.set(mention.kind, (group.kinds.get(mention.kind) ?? 0) + 1);
    group.offsets.push(mention.start, mention.end);
    group.all.push(mention);
    if (mention.name.length > group.name.length) {
      group.name = mention.name;
    }
  }
  return [...groups].map(([actor, group]) => {
    const registered = registrationOf(registry, actor);
    const kind = mostFrequent(group.kinds);
    const office = kind === 'person' ? officeOf(text, group.all, recognition) : undefined;
    return {
      actor,
      kind,
      name: group.name,
      offsets: Array.from(group.offsets),
      ...(registered ? { registered } : {}),
      ...(office === undefined ? {} : { office }),
    };
  });
}

function mostFrequent<K>(counts: ReadonlyMap<K, number>): K {
  const [first, ...rest] = [...counts];
  return rest.reduce((best, next) => (next[1] > best[1] ? next : best), first!)[0];
}
