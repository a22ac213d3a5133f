import { compareText } from '../base/textOrder';
import type { ActorId } from '../model/recognition';
import type { NameAlike, NamedActor } from './namedActor';
import { isRegistered, type Pair, type Script, type Spelling, SpellingBlock } from './spellingPairs';
import { likeness, maybeSameName, soundKey, soundsOf } from './transliterate';

/** The same person under a name in the other script, as told from the sound of the two. */
export interface SoundAlike extends NameAlike {
  /** 0 to 1, see `likeness` in `transliterate.ts`. */
  readonly similarity: number;
}

/** A name of an actor with its match. */
interface Twin extends Pair {
  readonly own: Spelling;
}

const katakanaName = /^[ァ-ヺー・＝]+$/;
const latinName = /^[\p{Script=Latin}\p{M}.' -]+$/u;

/**
 * Persons by the sound of their full names in katakana and in Latin letters. Two are one where each is by far the best
 * match of the other.
 */
export class SoundAlikes {
  readonly #actors = new Map<ActorId, Map<string, Spelling>>();
  readonly #blocks = new Map<string, SpellingBlock>();

  /** Counts an article that names the actor, or takes it back. */
  count({ actor, kind, name, registered }: NamedActor, by: 1 | -1): void {
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
      spelling = newSpelling(actor, name, script);
      spellings.set(name, spelling);
      this.#actors.set(actor, spellings);
    }
    const before = stateOf(spelling);
    spelling.articles += by;
    spelling.registered += registered ? by : 0;
    spelling.complete += registered === 'names' ? by : 0;
    if (stateOf(spelling) !== before) {
      this.#file(spelling, spellings);
    }
  }

  /** Both ids of the actor, the one that stands for it first; mostly its own alone. */
  idsOf(actor: ActorId): readonly ActorId[] {
    const twin = this.#twin(actor);
    if (!twin) {
      return [actor];
    }
    return this.#leads(twin.other) ? [twin.other.actor, actor] : [actor, twin.other.actor];
  }

  /** The other name of an actor that is taken for the same. */
  twinOf(actor: ActorId): SoundAlike | undefined {
    const twin = this.#twin(actor);
    return twin && alikeOf(twin.own, twin.other, twin.similarity);
  }

  /** Actors of the other script that sound like this one and were not taken for it, the likeliest first. */
  suggestions(actor: ActorId): readonly SoundAlike[] {
    const taken = this.#twin(actor)?.other.actor;
    const found = new Map<ActorId, SoundAlike>();
    for (const own of this.#actors.get(actor)?.values() ?? []) {
      for (const other of this.#blocks.get(own.block)!.othersThan(own)) {
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

  /** Puts a spelling that came, went or was registered where it belongs now. */
  #file(spelling: Spelling, spellings: Map<string, Spelling>): void {
    const block = this.#blocks.get(spelling.block) ?? new SpellingBlock();
    this.#blocks.set(spelling.block, block);
    if (spelling.articles > 0) {
      block.put(spelling);
      return;
    }
    block.delete(spelling);
    spellings.delete(spelling.name);
    if (spellings.size === 0) {
      this.#actors.delete(spelling.actor);
    }
    if (block.isEmpty) {
      this.#blocks.delete(spelling.block);
    }
  }

  /** Of two that are one the one whose id stands for both. */
  #leads(spelling: Spelling): boolean {
    const pair = this.#pairOf(spelling);
    return isRegistered(spelling) || (spelling.script === 'latin' && !(pair && isRegistered(pair.other)));
  }

  #twin(actor: ActorId): Twin | undefined {
    const best = this.#best(actor);
    return best && this.#best(best.other.actor)?.other.actor === actor ? best : undefined;
  }

  /** The closest of the pairs that the actor's names are in. */
  #best(actor: ActorId): Twin | undefined {
    let best: Twin | undefined;
    for (const own of this.#actors.get(actor)?.values() ?? []) {
      const pair = this.#pairOf(own);
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

  #pairOf(spelling: Spelling): Pair | undefined {
    return this.#blocks.get(spelling.block)?.pairs.get(spelling);
  }
}

function newSpelling(actor: ActorId, name: string, script: Script): Spelling {
  const sounds = soundsOf(name);
  return { actor, name, script, sounds, block: soundKey(sounds), articles: 0, registered: 0, complete: 0 };
}

/** What counts of a spelling for its pairs. */
function stateOf({ articles, registered, complete }: Spelling): number {
  return (articles > 0 ? 1 : 0) + (registered > 0 ? 2 : 0) + (complete > 0 ? 4 : 0);
}

function alikeOf(own: Spelling, other: Spelling, similarity: number): SoundAlike {
  return { actor: other.actor, name: other.name, ownName: own.name, similarity };
}

function likeliestFirst(a: SoundAlike, b: SoundAlike): number {
  return b.similarity - a.similarity || compareText(a.actor, b.actor);
}

function scriptOf(name: string): Script | null {
  if (!/[・＝ ]/.test(name)) {
    return null;
  }
  return katakanaName.test(name) ? 'katakana' : latinName.test(name) ? 'latin' : null;
}
