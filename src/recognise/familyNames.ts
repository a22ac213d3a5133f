import type { ActorId } from '../model/recognition';
import { foldText } from '../text/fold';
import type { NameAlike, NamedActor } from './namedActor';

/** A name that articles give a person. */
interface Bearer {
  readonly name: string;
  /** Folded; '' for a name that has none. */
  readonly family: string;
  /** How many articles have it, and how many of them registered the person. */
  articles: number;
  registered: number;
}

type Names = Map<string, Bearer>;

/**
 * Persons by family name, to ask a person whether "Solheim" in one article is the Ingrid Solheim of others. Never decided
 * here: another Solheim may be meant. The family name is the last word in Latin letters or katakana.
 */
export class FamilyNames {
  readonly #names = new Map<ActorId, Names>();
  readonly #families = new Map<string, Map<ActorId, Names>>();

  count({ actor, kind, name, registered }: NamedActor, by: 1 | -1): void {
    if (kind !== 'person') {
      return;
    }
    const bearer = this.#names.get(actor)?.get(name) ?? this.#add(actor, name);
    bearer.articles += by;
    bearer.registered += registered ? by : 0;
    if (bearer.articles === 0) {
      this.#drop(actor, bearer);
    }
  }

  #add(actor: ActorId, name: string): Bearer {
    const bearer: Bearer = { name, family: familyOf(name), articles: 0, registered: 0 };
    grouped(this.#names, actor, (): Names => new Map()).set(name, bearer);
    if (bearer.family !== '') {
      const actors = grouped(this.#families, bearer.family, () => new Map<ActorId, Names>());
      grouped(actors, actor, (): Names => new Map()).set(name, bearer);
    }
    return bearer;
  }

  #drop(actor: ActorId, { name, family }: Bearer): void {
    this.#names.get(actor)?.delete(name);
    dropEmpty(this.#names, actor);
    const actors = this.#families.get(family);
    if (actors) {
      actors.get(actor)?.delete(name);
      dropEmpty(actors, actor);
      dropEmpty(this.#families, family);
    }
  }

  /** Persons in full for a family name alone, and the other way round; those that most articles name first. */
  suggestions(actor: ActorId): readonly NameAlike[] {
    const found: (NameAlike & { readonly articles: number })[] = [];
    for (const own of this.#names.get(actor)?.values() ?? []) {
      for (const [other, names] of othersOf(this.#families.get(own.family), actor)) {
        for (const { name, articles, registered } of names.values()) {
          const isOneAlone = isAlone(name) !== isAlone(own.name);
          if (isOneAlone && !(registered > 0 && own.registered > 0)) {
            found.push({ actor: other, name, ownName: own.name, articles });
          }
        }
      }
    }
    found.sort((a, b) => b.articles - a.articles || compareText(a.name, b.name) || compareText(a.actor, b.actor));
    return found.map(({ actor: other, name, ownName }) => ({ actor: other, name, ownName }));
  }
}

function othersOf<V>(actors: ReadonlyMap<ActorId, V> | undefined, actor: ActorId): (readonly [ActorId, V])[] {
  return !actors || actors.size > mostBearers ? [] : [...actors].filter(([other]) => other !== actor);
}

/** A name that so many bear is no hint. */
const mostBearers = 50;

function isAlone(name: string): boolean {
  return !/[・＝ ]/.test(name);
}

/** The last word of a name in Latin letters or katakana, folded; '' for other scripts, which write no words apart. */
function familyOf(name: string): string {
  if (!/^(?:[ァ-ヺー・＝]+|[\p{Script=Latin}\p{M}.' -]+)$/u.test(name)) {
    return '';
  }
  return foldText(name.split(/[・＝ ]/).at(-1) ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grouped<K, V>(groups: Map<K, V>, key: K, make: () => V): V {
  let group = groups.get(key);
  if (group === undefined) {
    group = make();
    groups.set(key, group);
  }
  return group;
}

function dropEmpty<K>(groups: Map<K, { readonly size: number }>, key: K): void {
  if (groups.get(key)?.size === 0) {
    groups.delete(key);
  }
}
