import type { ActorId } from '../model/recognition';
import { type Company, noCompany } from './company';
import { FamilyNames } from './familyNames';
import type { NameAlike, NamedActor } from './namedActor';
import { likeness, maybeSameName, soundKey, soundsOf } from './transliterate';

/** The same person under a name in the other script, as told from the sound of the two. */
export interface SoundAlike extends NameAlike {
  /** 0 to 1, see `similarity` in `transliterate.ts`. */
  readonly similarity: number;
}

/** The person in full whom a family name alone was taken for. */
export interface FamilyTie extends NameAlike {
  /** Somebody or some body that articles name with either. */
  readonly companion: ActorId;
}

function pairKey(a: ActorId, b: ActorId): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

type Script = 'katakana' | 'latin';

/** A name that articles give an actor. */
interface Spelling {
  readonly actor: ActorId;
  readonly name: string;
  readonly script: Script;
  readonly sounds: string;
  readonly block: string;
  articles: number;
  /** Articles for which a person registered the actor, and those for which both its names are. */
  registered: number;
  complete: number;
}

interface Block {
  readonly katakana: Set<Spelling>;
  readonly latin: Set<Spelling>;
  /** Made when asked for, until a spelling comes or goes. */
  pairs: ReadonlyMap<Spelling, Pair> | undefined;
}

interface Pair {
  readonly other: Spelling;
  readonly similarity: number;
}

/**
 * Full names must sound this much alike, and each of their words; the next best candidate must be this much worse. Of
 * 327 persons of the lexicon with 13,000 other names around, 210 were found, one wrongly; with the right partner taken
 * away five were given a wrong one.
 */
const alike = 0.75;
const wordsAlike = 0.6;
const margin = 0.02;
/** More comparisons in one block are not made: so many names that sound alike tell nothing. */
const mostComparisons = 10_000;
const mostSuggestions = 5;

const katakanaName = /^[ァ-ヺー・＝]+$/;
const latinName = /^[\p{Script=Latin}\p{M}.' -]+$/u;

/**
 * Who is one person under a name in katakana and one in Latin letters where no lexicon knows both: グンナル・アルナソン in one
 * article, Gunnar Arnason in another. Only full names are compared, by their sounds, and only a pair where each is by
 * far the best match of the other is one person. The answer depends on the names that are in, not on how they came in;
 * putting one in or taking it out costs nothing but its own look-up.
 */
export class ActorDirectory {
  readonly #company: Company;
  readonly #actors = new Map<ActorId, Map<string, Spelling>>();
  readonly #blocks = new Map<string, Block>();
  readonly #families = new FamilyNames();

  /** Pairs that a person said are two, each as `pairKey` has it. */
  #distinct: ReadonlySet<string> = new Set();
  /** Whom a family name alone stands for, as far as asked for since the last change. */
  readonly #ties = new Map<ActorId, FamilyTie | undefined>();

  constructor(company: Company = noCompany) {
    this.#company = company;
  }

  /** Says which actors are two, whatever their names: what a person wrote in `actors.yaml`. */
  keepApart(pairs: Iterable<readonly [ActorId, ActorId]>): void {
    this.#distinct = new Set([...pairs].map(([a, b]) => pairKey(a, b)));
    this.#ties.clear();
  }

  /** Counts an article that names these. */
  add(actors: Iterable<NamedActor>): void {
    this.#ties.clear();
    for (const actor of actors) {
      this.#count(actor, 1);
    }
  }

  /** Takes back what {@link add} counted. */
  remove(actors: Iterable<NamedActor>): void {
    this.#ties.clear();
    for (const actor of actors) {
      this.#count(actor, -1);
    }
  }

  /** The id that stands for the actor: a registered one, else that of the name in Latin letters; mostly its own. */
  idOf(actor: ActorId): ActorId {
    const inFull = this.familyTie(actor)?.actor ?? actor;
    const twin = this.#twin(inFull);
    return twin && this.#leads(twin.other) ? twin.other.actor : inFull;
  }

  /** All ids of the actor, the one that stands for it first. */
  idsOf(actor: ActorId): readonly ActorId[] {
    const inFull = this.familyTie(actor)?.actor ?? actor;
    const twin = this.#twin(inFull);
    const other = twin ? [twin.other.actor] : [];
    const both = twin && this.#leads(twin.other) ? [...other, inFull] : [inFull, ...other];
    const alone = both.flatMap((id) =>
      this.#families.calledByFamily(id).filter((one) => this.familyTie(one)?.actor === id),
    );
    return alone.length > 0 ? [...new Set([...both, ...alone])] : both;
  }

  /**
   * The person in full whom a family name alone stands for: the only one of that name here, and named in such company as
   * the family name is.
   */
  familyTie(actor: ActorId): FamilyTie | undefined {
    if (!this.#ties.has(actor)) {
      this.#ties.set(actor, this.#findTie(actor));
    }
    return this.#ties.get(actor);
  }

  #findTie(actor: ActorId): FamilyTie | undefined {
    const bearer = this.#families.soleBearer(actor);
    const isApart = bearer && (this.#distinct.has(pairKey(actor, bearer.actor)) || this.#twin(actor) !== undefined);
    const companion =
      bearer && !isApart
        ? this.#company.shared(actor, bearer.actor, (other) => this.#families.soleBearer(other)?.actor)
        : undefined;
    return bearer && companion !== undefined ? { ...bearer, companion } : undefined;
  }

  /** The other name of an actor that is taken for the same. */
  twinOf(actor: ActorId): SoundAlike | undefined {
    const twin = this.#twin(actor);
    return twin && alikeOf(twin.own, twin.other, twin.similarity);
  }

  /**
   * Actors that may be the same and were not taken for it, the likeliest first: of the other script by their sound, and
   * those in full whose family name is all that this one is called, or the other way round.
   */
  suggestions(actor: ActorId): readonly NameAlike[] {
    const tied = this.familyTie(actor)?.actor;
    const isOpen = ({ actor: other }: NameAlike): boolean =>
      other !== tied && this.familyTie(other)?.actor !== actor && !this.#distinct.has(pairKey(actor, other));
    const all: readonly NameAlike[] = [...this.#families.suggestions(actor), ...this.#soundAlikes(actor)];
    return all.filter(isOpen).slice(0, mostSuggestions);
  }

  #soundAlikes(actor: ActorId): readonly SoundAlike[] {
    const taken = this.#twin(actor)?.other.actor;
    const found = new Map<ActorId, SoundAlike>();
    for (const own of this.#actors.get(actor)?.values() ?? []) {
      const block = this.#blocks.get(own.block)!;
      const others = block[own.script === 'latin' ? 'katakana' : 'latin'];
      for (const other of others.size <= mostComparisons / 10 ? others : []) {
        const similarity = likeness(own.sounds, other.sounds);
        const known = found.get(other.actor);
        const isOther = other.actor !== actor && other.actor !== taken && !(isRegistered(own) && isRegistered(other));
        if (isOther && similarity >= maybeSameName && similarity > (known?.similarity ?? 0)) {
          found.set(other.actor, alikeOf(own, other, similarity));
        }
      }
    }
    return [...found.values()].sort(likeliestFirst);
  }

  #count(named: NamedActor, by: 1 | -1): void {
    const { actor, kind, name, registered } = named;
    this.#families.count(named, by);
    if (kind !== 'person') {
      return;
    }
    const known = this.#actors.get(actor);
    const script = known?.get(name)?.script ?? scriptOf(name);
    // The lexicon gives a name in katakana an id in Latin letters where it knows both names: then nothing is open.
    if (script === null || (script === 'katakana' && !registered && !katakanaName.test(actor))) {
      return;
    }
    const spellings = known ?? new Map<string, Spelling>();
    let spelling = spellings.get(name);
    if (!spelling) {
      spelling = this.#newSpelling(actor, name, script);
      spellings.set(name, spelling);
      this.#actors.set(actor, spellings);
    }
    const before = stateOf(spelling);
    spelling.articles += by;
    spelling.registered += registered ? by : 0;
    spelling.complete += registered === 'names' ? by : 0;
    const after = stateOf(spelling);
    if (before === after) {
      return;
    }
    const block = this.#blocks.get(spelling.block) ?? { katakana: new Set(), latin: new Set(), pairs: undefined };
    block.pairs = undefined;
    this.#blocks.set(spelling.block, block);
    if (spelling.articles > 0) {
      block[script].add(spelling);
      return;
    }
    block[script].delete(spelling);
    spellings.delete(name);
    if (spellings.size === 0) {
      this.#actors.delete(actor);
    }
    if (block.katakana.size + block.latin.size === 0) {
      this.#blocks.delete(spelling.block);
    }
  }

  #newSpelling(actor: ActorId, name: string, script: Script): Spelling {
    const sounds = soundsOf(name);
    return { actor, name, script, sounds, block: soundKey(sounds), articles: 0, registered: 0, complete: 0 };
  }

  /** Of two that are one the one whose id stands for both. */
  #leads(spelling: Spelling): boolean {
    const pair = this.#pairsOf(spelling.block).get(spelling);
    return isRegistered(spelling) || (spelling.script === 'latin' && !(pair && isRegistered(pair.other)));
  }

  #twin(actor: ActorId): { own: Spelling; other: Spelling; similarity: number } | undefined {
    const best = this.#best(actor);
    return best && this.#best(best.other.actor)?.other.actor === actor ? best : undefined;
  }

  /** The closest of the pairs that the actor's names are in. */
  #best(actor: ActorId): { own: Spelling; other: Spelling; similarity: number } | undefined {
    let best: { own: Spelling; other: Spelling; similarity: number } | undefined;
    for (const own of this.#actors.get(actor)?.values() ?? []) {
      const pair = this.#pairsOf(own.block).get(own);
      const isBetter =
        pair &&
        (!best ||
          pair.similarity > best.similarity ||
          (pair.similarity === best.similarity && pair.other.actor < best.other.actor));
      if (isBetter) {
        best = { own, ...pair };
      }
    }
    return best;
  }

  #pairsOf(key: string): ReadonlyMap<Spelling, Pair> {
    const block = this.#blocks.get(key);
    if (!block) {
      return none;
    }
    block.pairs ??= pairUp(block);
    return block.pairs;
  }
}

const none: ReadonlyMap<Spelling, Pair> = new Map();

/** The pairs of a block where each is clearly the best match of the other, under both. */
function pairUp({ katakana, latin }: Block): ReadonlyMap<Spelling, Pair> {
  if (katakana.size * latin.size === 0 || katakana.size * latin.size > mostComparisons) {
    return none;
  }
  const choices = new Map<Spelling, Choice>();
  for (const one of katakana) {
    for (const other of latin) {
      if (one.complete === 0 && other.complete === 0 && !(isRegistered(one) && isRegistered(other))) {
        const similarity = likeness(one.sounds, other.sounds);
        if (similarity >= alike - margin) {
          consider(choices, one, other, similarity);
          consider(choices, other, one, similarity);
        }
      }
    }
  }
  const pairs = new Map<Spelling, Pair>();
  for (const [own, { best, next }] of choices) {
    const { other, similarity } = best;
    const isMutual = choices.get(other)?.best.other.actor === own.actor;
    const isClear = similarity >= alike && similarity - next >= margin;
    if (isMutual && isClear && other.actor !== own.actor && leastAlikeWord(own.sounds, other.sounds) >= wordsAlike) {
      pairs.set(own, best);
    }
  }
  return pairs;
}

interface Choice {
  best: Pair;
  /** How alike the best of all other actors is. */
  next: number;
}

function consider(choices: Map<Spelling, Choice>, own: Spelling, other: Spelling, similarity: number): void {
  const known = choices.get(own);
  if (!known) {
    choices.set(own, { best: { other, similarity }, next: 0 });
    return;
  }
  const { best } = known;
  const isBetter =
    similarity > best.similarity || (similarity === best.similarity && spellingOrder(other, best.other) < 0);
  if (other.actor !== best.other.actor) {
    known.next = Math.max(known.next, Math.min(similarity, best.similarity));
  }
  if (isBetter) {
    known.best = { other, similarity };
  }
}

function spellingOrder(a: Spelling, b: Spelling): number {
  const [left, right] = [`${a.actor}\n${a.name}`, `${b.actor}\n${b.name}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Names of one block have as many words. */
function leastAlikeWord(a: string, b: string): number {
  const others = b.split(' ');
  return Math.min(...a.split(' ').map((word, i) => likeness(word, others[i] ?? '')));
}

function isRegistered(spelling: Spelling): boolean {
  return spelling.registered > 0;
}

function stateOf({ articles, registered, complete }: Spelling): number {
  return (articles > 0 ? 1 : 0) + (registered > 0 ? 2 : 0) + (complete > 0 ? 4 : 0);
}

function alikeOf(own: Spelling, other: Spelling, similarity: number): SoundAlike {
  return { actor: other.actor, name: other.name, ownName: own.name, similarity };
}

function likeliestFirst(a: SoundAlike, b: SoundAlike): number {
  return b.similarity - a.similarity || (a.actor < b.actor ? -1 : 1);
}

function scriptOf(name: string): Script | null {
  if (!/[・＝ ]/.test(name)) {
    return null;
  }
  return katakanaName.test(name) ? 'katakana' : latinName.test(name) ? 'latin' : null;
}
