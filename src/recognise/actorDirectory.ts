import type { ActorId } from '../model/recognition';
import { type Company, noCompany } from './company';
import { type FamilyTie, FamilyTies } from './familyTies';
import type { NameAlike, NamedActor } from './namedActor';
import { type SoundAlike, SoundAlikes } from './soundAlikes';

const mostSuggestions = 5;

/**
 * Who is one person under two ids that articles give: under a name in katakana and one in Latin letters where no lexicon
 * knows both (グンナル・アルナソン, Gunnar Arnason), see {@link SoundAlikes}; and under a family name alone, see
 * {@link FamilyTies}. The answer depends on the names that are in, not on how they came in; putting one in or taking it
 * out costs nothing but its own look-up.
 */
export class ActorDirectory {
  readonly #sounds = new SoundAlikes();
  readonly #families: FamilyTies;
  /** Pairs that a person said are two, each as `pairKey` has it. */
  #distinct: ReadonlySet<string> = new Set();
  /** All ids of actors, as far as asked for since the last change. */
  readonly #ids = new Map<ActorId, readonly ActorId[]>();

  constructor(company: Company = noCompany) {
    this.#families = new FamilyTies(
      company,
      (alone, inFull) => this.#distinct.has(pairKey(alone, inFull)) || this.#sounds.twinOf(alone) !== undefined,
    );
  }

  /** Says which actors are two, whatever their names: what a person wrote in `actors.yaml`. */
  keepApart(pairs: Iterable<readonly [ActorId, ActorId]>): void {
    this.#distinct = new Set([...pairs].map(([a, b]) => pairKey(a, b)));
    this.#families.forget();
    this.#ids.clear();
  }

  /** Counts an article that names these. */
  add(actors: Iterable<NamedActor>): void {
    this.#count(actors, 1);
  }

  /** Takes back what {@link add} counted. */
  remove(actors: Iterable<NamedActor>): void {
    this.#count(actors, -1);
  }

  /** The id that stands for the actor: a registered one, else that of the name in Latin letters; mostly its own. */
  idOf(actor: ActorId): ActorId {
    return this.idsOf(actor)[0]!;
  }

  /** All ids of the actor, the one that stands for it first. */
  idsOf(actor: ActorId): readonly ActorId[] {
    let ids = this.#ids.get(actor);
    if (!ids) {
      ids = this.#findIds(actor);
      this.#ids.set(actor, ids);
    }
    return ids;
  }

  #findIds(actor: ActorId): readonly ActorId[] {
    const both = this.#sounds.idsOf(this.familyTie(actor)?.actor ?? actor);
    const alone = both.flatMap((id) => this.#families.to(id));
    return alone.length > 0 ? [...new Set([...both, ...alone])] : both;
  }

  /**
   * The person in full whom a family name alone stands for: the only one of that name here, and named in such company as
   * the family name is.
   */
  familyTie(actor: ActorId): FamilyTie | undefined {
    return this.#families.of(actor);
  }

  /** The other name of an actor that is taken for the same. */
  twinOf(actor: ActorId): SoundAlike | undefined {
    return this.#sounds.twinOf(actor);
  }

  /**
   * Actors that may be the same and were not taken for it, the likeliest first: of the other script by their sound, and
   * those in full whose family name is all that this one is called, or the other way round.
   */
  suggestions(actor: ActorId): readonly NameAlike[] {
    const tied = this.familyTie(actor)?.actor;
    const isOpen = ({ actor: other }: NameAlike): boolean =>
      other !== tied && this.familyTie(other)?.actor !== actor && !this.#distinct.has(pairKey(actor, other));
    const all: readonly NameAlike[] = [...this.#families.suggestions(actor), ...this.#sounds.suggestions(actor)];
    return all.filter(isOpen).slice(0, mostSuggestions);
  }

  #count(actors: Iterable<NamedActor>, by: 1 | -1): void {
    for (const actor of actors) {
      this.#families.count(actor, by);
      this.#sounds.count(actor, by);
    }
    this.#families.forget();
    this.#ids.clear();
  }
}

function pairKey(a: ActorId, b: ActorId): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
