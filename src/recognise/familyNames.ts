import { compareText } from '../base/textOrder';
import type { ActorId } from '../model/recognition';
import { foldText } from '../text/fold';
import type { NameAlike, NamedActor } from './namedActor';
import { sameOffice } from './office';

/** A name that articles give a person. */
interface Bearer {
  readonly name: string;
  /** Folded; see {@link familiesIn}. */
  readonly families: readonly string[];
  /** How many articles have it, and how many of them registered the person. */
  articles: number;
  registered: number;
  /** Titles that articles print with it, and how many do. */
  readonly offices: Map<string, number>;
}

/** Persons with their names. */
type Bearers = Map<ActorId, Map<string, Bearer>>;

/** Persons who share a family name: those who are called by it alone, and those who are named in full. */
interface Family {
  readonly alone: Bearers;
  readonly full: Bearers;
}

/** A name that so many bear is no hint. */
const mostBearers = 50;

/**
 * Persons by family name, to tell whether "Solheim" in one article may be the Ingrid Solheim of others. The family name
 * is the last word in Latin letters or katakana, the first two or three characters in kanji.
 */
export class FamilyNames {
  readonly #names: Bearers = new Map();
  readonly #families = new Map<string, Family>();

  count({ actor, kind, name, registered, office }: NamedActor, by: 1 | -1): void {
    if (kind !== 'person') {
      return;
    }
    const bearer = this.#names.get(actor)?.get(name) ?? this.#add(actor, name);
    bearer.articles += by;
    bearer.registered += registered ? by : 0;
    if (office !== undefined) {
      const times = (bearer.offices.get(office) ?? 0) + by;
      if (times === 0) {
        bearer.offices.delete(office);
      } else {
        bearer.offices.set(office, times);
      }
    }
    if (bearer.articles === 0) {
      this.#drop(actor, bearer);
    }
  }

  #add(actor: ActorId, name: string): Bearer {
    const bearer: Bearer = { name, families: familiesIn(name), articles: 0, registered: 0, offices: new Map() };
    put(this.#names, actor, bearer);
    for (const key of bearer.families) {
      const family = this.#families.get(key) ?? { alone: new Map(), full: new Map() };
      this.#families.set(key, family);
      put(isAlone(name, key) ? family.alone : family.full, actor, bearer);
    }
    return bearer;
  }

  #drop(actor: ActorId, bearer: Bearer): void {
    drop(this.#names, actor, bearer);
    for (const key of bearer.families) {
      const { alone, full } = this.#families.get(key)!;
      drop(isAlone(bearer.name, key) ? alone : full, actor, bearer);
      if (alone.size + full.size === 0) {
        this.#families.delete(key);
      }
    }
  }

  #familiesOf(actor: ActorId): readonly Family[] {
    const found: Family[] = [];
    for (const { families } of this.#names.get(actor)?.values() ?? []) {
      for (const key of families) {
        const family = this.#families.get(key)!;
        if (!found.includes(family)) {
          found.push(family);
        }
      }
    }
    return found;
  }

  /** Persons in full for a family name alone, and the other way round; those that most articles name first. */
  suggestions(actor: ActorId): readonly NameAlike[] {
    const found: (NameAlike & { readonly articles: number })[] = [];
    for (const { alone, full } of this.#familiesOf(actor)) {
      for (const [mine, others] of [
        [alone, full],
        [full, alone],
      ] as const) {
        for (const own of mine.get(actor)?.values() ?? []) {
          found.push(...namesakes(actor, own, others));
        }
      }
    }
    found.sort((a, b) => b.articles - a.articles || compareText(a.name, b.name) || compareText(a.actor, b.actor));
    return found.map(({ actor: other, name, ownName }) => ({ actor: other, name, ownName }));
  }

  /**
   * The one person in full who bears the family name that is all this actor is called by; `undefined` where there are
   * several, where another title stands with the family name than with the person's, or where a person registered the
   * actor under the family name alone.
   */
  soleBearer(actor: ActorId): NameAlike | undefined {
    const names = this.#names.get(actor);
    const family = this.#familiesOf(actor).find(({ alone }) => alone.has(actor));
    const [own] = names?.values() ?? [];
    const [bearer] = family?.full ?? [];
    if (!own || !bearer || names!.size > 1 || family!.full.size > 1 || own.registered > 0) {
      return undefined;
    }
    const offices = [...bearer[1].values()].flatMap((one) => [...one.offices.keys()]);
    if (![...own.offices.keys()].every((office) => offices.some((other) => sameOffice(office, other)))) {
      return undefined;
    }
    const [name = ''] = [...bearer[1].keys()].sort(compareText);
    return { actor: bearer[0], name, ownName: own.name };
  }

  /** Actors that go by a family name alone that this one bears in full. */
  calledByFamily(actor: ActorId): readonly ActorId[] {
    const found = new Set<ActorId>();
    for (const { alone, full } of this.#familiesOf(actor)) {
      for (const other of alone.size > 0 && full.has(actor) ? alone.keys() : []) {
        found.add(other);
      }
    }
    return [...found].sort(compareText);
  }
}

function namesakes(actor: ActorId, own: Bearer, others: Bearers): (NameAlike & { readonly articles: number })[] {
  const named = others.size > mostBearers ? [] : [...others].filter(([other]) => other !== actor);
  return named.flatMap(([other, names]) =>
    [...names.values()].flatMap(({ name, articles, registered }) =>
      registered > 0 && own.registered > 0 ? [] : [{ actor: other, name, ownName: own.name, articles }],
    ),
  );
}

/** Many family names of three kanji end like this; those of two are followed by a given name, which seldom begins so: 長谷川健 is no 長谷. */
const thirdOfFamily = '々川谷田山崎木村井島野原藤本沢内部倉林橋口森坂塚岡尾瀬浦屋';

/** The families that a name may be of, as keys. */
function familiesIn(name: string): readonly string[] {
  if (/^(?:[ァ-ヺー・＝]+|[\p{Script=Latin}\p{M}.' -]+)$/u.test(name)) {
    const family = foldText(name.split(/[・＝ ]/).at(-1) ?? '');
    return family === '' ? [] : [family];
  }
  if (!/^[々一-龠]{2,6}[ぁ-ゖァ-ヺー]{0,6}$/.test(name)) {
    return [];
  }
  const own = name.length <= 3 ? [name] : [];
  const isThree = thirdOfFamily.includes(name.charAt(2));
  return [
    ...own,
    ...(name.length > 2 && !isThree ? [name.slice(0, 2)] : []),
    ...(name.length > 3 ? [name.slice(0, 3)] : []),
  ];
}

/** Whether the name is nothing but the family's. */
function isAlone(name: string, family: string): boolean {
  return foldText(name) === family;
}

function put(bearers: Bearers, actor: ActorId, bearer: Bearer): void {
  const names = bearers.get(actor);
  if (names) {
    names.set(bearer.name, bearer);
  } else {
    bearers.set(actor, new Map([[bearer.name, bearer]]));
  }
}

function drop(bearers: Bearers, actor: ActorId, { name }: Bearer): void {
  const names = bearers.get(actor);
  names?.delete(name);
  if (names?.size === 0) {
    bearers.delete(actor);
  }
}
