import type { ActorId, AttributedClaim, Mention, Recognition } from '../model/recognition';
import { katakanaKey, maybeSameName, sameName, similarity } from './transliterate';

interface Entry {
  readonly id: ActorId;
  readonly name: string;
}

/** An actor of the other script that may be the same person, for a question to the user. */
export interface SameActorSuggestion {
  readonly actor: ActorId;
  readonly name: string;
  /** 0 to 1, see {@link similarity}. */
  readonly similarity: number;
}

const katakanaName = /^[ァ-ヺー・＝]+$/;
const latinName = /^[\p{Script=Latin}\p{M}.' -]+$/u;
/** A bound on memory; later names are still looked up, but not learnt. */
const mostNames = 50_000;
/** So many candidates of one key are compared, the newest first. */
const mostCandidates = 400;

/**
 * Makes one id of the two that a person has in katakana and in Latin letters where no lexicon knows both: ハンス・ベルガー in
 * one article, Hans Berger in another. Full names only, compared by their sounds; the id met first stays. Feed it the
 * recognitions of a corpus in a fixed order to get the same ids each time.
 */
export class ActorDirectory {
  private readonly ids = new Map<ActorId, ActorId>();
  private readonly names = { katakana: new Map<string, Entry[]>(), latin: new Map<string, Entry[]>() };
  private size = 0;

  /** The same recognition with ids as the corpus so far has them. */
  unify(recognition: Recognition): Recognition {
    let changed = false;
    const mentions = recognition.mentions.map((mention) => {
      const actor = this.idOf(mention);
      changed ||= actor !== mention.actor;
      return actor === mention.actor ? mention : { ...mention, actor };
    });
    return changed
      ? { ...recognition, mentions, claims: recognition.claims.map((claim) => this.renamed(claim)) }
      : recognition;
  }

  /** Actors of the other script that sound alike, but not enough to be taken for one; the likeliest first. */
  suggestions(name: string): readonly SameActorSuggestion[] {
    return this.candidates(name)
      .map((entry) => ({ actor: entry.id, name: entry.name, similarity: similarity(name, entry.name) }))
      .filter((candidate) => candidate.similarity >= maybeSameName && candidate.similarity < sameName)
      .sort((a, b) => b.similarity - a.similarity);
  }

  private idOf(mention: Mention): ActorId {
    const known = this.ids.get(mention.actor);
    if (known !== undefined || mention.kind !== 'person') {
      return known ?? mention.actor;
    }
    const id = this.sameActor(mention.name) ?? mention.actor;
    if (this.size < mostNames) {
      this.size++;
      this.ids.set(mention.actor, id);
      this.learn(mention.name, id);
    }
    return id;
  }

  private renamed(claim: AttributedClaim): AttributedClaim {
    const source = claim.source && (this.ids.get(claim.source) ?? claim.source);
    return { ...claim, source, actors: claim.actors.map((actor) => this.ids.get(actor) ?? actor) };
  }

  private sameActor(name: string): ActorId | undefined {
    let best = sameName;
    let found: ActorId | undefined;
    for (const entry of this.candidates(name)) {
      const alike = similarity(name, entry.name);
      if (alike >= best) {
        best = alike;
        found = entry.id;
      }
    }
    return found;
  }

  private learn(name: string, id: ActorId): void {
    const script = scriptOf(name);
    if (script) {
      const key = katakanaKey(name);
      const entries = this.names[script].get(key);
      if (entries) {
        entries.push({ id, name });
      } else {
        this.names[script].set(key, [{ id, name }]);
      }
    }
  }

  /** Full names of the other script with as many parts. */
  private candidates(name: string): readonly Entry[] {
    const script = scriptOf(name);
    if (!script) {
      return [];
    }
    const parts = partsOf(name);
    const entries = this.names[script === 'latin' ? 'katakana' : 'latin'].get(katakanaKey(name)) ?? [];
    return entries.slice(-mostCandidates).filter((entry) => partsOf(entry.name) === parts);
  }
}

function scriptOf(name: string): 'katakana' | 'latin' | null {
  if (partsOf(name) < 2) {
    return null;
  }
  return katakanaName.test(name) ? 'katakana' : latinName.test(name) ? 'latin' : null;
}

function partsOf(name: string): number {
  return name.split(/[・＝ ]/).length;
}
