import type { ActorId } from '../model/recognition';
import { foldText } from '../text/fold';
import type { NameAlike, NamedActor } from './namedActor';

/** Persons who share a family name: by name how many articles have it, and how many of them registered the person. */
interface Bearers {
  readonly actors: Map<ActorId, Map<string, { articles: number; registered: number }>>;
}

/**
 * Persons by family name, to ask a person whether "Solheim" in one article is the Ingrid Solheim of others. Never decided
 * here: another Solheim may be meant. The family name is the last word in Latin letters or katakana.
 */
export class FamilyNames {
  readonly #families = new Map<string, Bearers>();
  readonly #familiesOf = new Map<ActorId, Map<string, number>>();

  count({ actor, kind, name, registered }: NamedActor, by: 1 | -1): void {
    const family = kind === 'person' ? familyOf(name) : '';
    if (family === '') {
      return;
    }
    const { actors } = grouped(this.#families, family, (): Bearers => ({ actors: new Map() }));
    const names = grouped(actors, actor, () => new Map<string, { articles: number; registered: number }>());
    const counts = grouped(names, name, () => ({ articles: 0, registered: 0 }));
    const families = grouped(this.#familiesOf, actor, () => new Map<string, number>());
    counts.articles += by;
    counts.registered += registered ? by : 0;
    families.set(family, (families.get(family) ?? 0) + by);
    if (counts.articles === 0) {
      names.delete(name);
      dropEmpty(actors, actor);
      if (actors.size === 0) {
        this.#families.delete(family);
      }
    }
    if (families.get(family) === 0) {
      families.delete(family);
      dropEmpty(this.#familiesOf, actor);
    }
  }

  /** Persons in full for a family name alone, and the other way round; those that most articles name first. */
  suggestions(actor: ActorId): readonly NameAlike[] {
    const found: (NameAlike & { readonly articles: number })[] = [];
    for (const family of this.#familiesOf.get(actor)?.keys() ?? []) {
      const { actors } = this.#families.get(family)!;
      for (const [ownName, own] of actors.get(actor) ?? []) {
        for (const [other, names] of othersOf(actors, actor)) {
          for (const [name, { articles, registered }] of names) {
            const isOneAlone = isAlone(name) !== isAlone(ownName);
            if (isOneAlone && !(registered > 0 && own.registered > 0)) {
              found.push({ actor: other, name, ownName, articles });
            }
          }
        }
      }
    }
    found.sort((a, b) => b.articles - a.articles || compareText(a.name, b.name) || compareText(a.actor, b.actor));
    return found.map(({ actor: other, name, ownName }) => ({ actor: other, name, ownName }));
  }
}

function othersOf<V>(actors: ReadonlyMap<ActorId, V>, actor: ActorId): (readonly [ActorId, V])[] {
  return actors.size > mostBearers ? [] : [...actors].filter(([other]) => other !== actor);
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
  const group = groups.get(key) ?? make();
  groups.set(key, group);
  return group;
}

function dropEmpty<K>(groups: Map<K, { readonly size: number }>, key: K): void {
  if (groups.get(key)?.size === 0) {
    groups.delete(key);
  }
}
