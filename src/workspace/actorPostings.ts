import type { ActorId, Language, NameKind } from '../model/recognition';
import type { ActorOccurrences, DocumentEntry } from './documentEntry';
import type { Uri } from './host';

/** What the workspace knows of one actor. */
export interface ActorSummary {
  readonly actor: ActorId;
  /** The kind it is read as in most articles. */
  readonly kind: NameKind;
  /** The name used in most articles of each language. */
  readonly names: Partial<Record<Language, string>>;
  readonly mentions: number;
  readonly articles: number;
  /** Claims that it makes or takes part in. */
  readonly claims: number;
}

/** One actor in one article: where it is named, and in how many claims it takes part. */
export interface ActorInArticle {
  readonly occurrences: ActorOccurrences | undefined;
  readonly claims: number;
}

interface ActorFile {
  readonly articles: Map<Uri, ActorInArticle>;
  mentions: number;
  claims: number;
  readonly kinds: Map<NameKind, number>;
  /** Articles per name, each name after its language: "en Ada Lund". */
  readonly names: Map<string, number>;
}

/** Articles by actor, with counts kept up to date, so that a summary costs nothing. */
export class ActorPostings {
  readonly #files = new Map<ActorId, ActorFile>();

  add(entry: DocumentEntry): void {
    for (const [actor, part] of actorsOf(entry)) {
      this.#change(entry, actor, part, 1);
    }
  }

  remove(entry: DocumentEntry): void {
    for (const [actor, part] of actorsOf(entry)) {
      this.#change(entry, actor, part, -1);
    }
  }

  actors(): Iterable<ActorId> {
    return this.#files.keys();
  }

  articlesOf(actor: ActorId): ReadonlyMap<Uri, ActorInArticle> {
    return this.#files.get(actor)?.articles ?? new Map();
  }

  claimsOf(actor: ActorId): number {
    return this.#files.get(actor)?.claims ?? 0;
  }

  /** Articles per kind that the actor is read as. */
  kindsOf(actor: ActorId): ReadonlyMap<NameKind, number> {
    return this.#files.get(actor)?.kinds ?? new Map();
  }

  summary(actor: ActorId): ActorSummary | undefined {
    const file = this.#files.get(actor);
    if (!file) {
      return undefined;
    }
    const names: Partial<Record<Language, string>> = {};
    for (const language of ['en', 'ja'] as const) {
      const name = most(file.names, (key) => key.startsWith(language));
      if (name !== undefined) {
        names[language] = name.slice(language.length + 1);
      }
    }
    const { mentions, claims, articles, kinds } = file;
    return { actor, kind: most(kinds) ?? 'misc', names, mentions, articles: articles.size, claims };
  }

  #change(entry: DocumentEntry, actor: ActorId, part: ActorInArticle, by: 1 | -1): void {
    let file = this.#files.get(actor);
    if (!file) {
      file = { articles: new Map(), mentions: 0, claims: 0, kinds: new Map(), names: new Map() };
      this.#files.set(actor, file);
    }
    file.claims += by * part.claims;
    if (part.occurrences) {
      file.mentions += (by * part.occurrences.offsets.length) / 2;
      count(file.kinds, part.occurrences.kind, by);
      count(file.names, `${entry.language} ${part.occurrences.name}`, by);
    }
    if (by === 1) {
      file.articles.set(entry.id, part);
    } else {
      file.articles.delete(entry.id);
    }
    if (file.articles.size === 0) {
      this.#files.delete(actor);
    }
  }
}

function actorsOf(entry: DocumentEntry): Map<ActorId, ActorInArticle> {
  const claims = new Map<ActorId, number>();
  for (const claim of entry.claims) {
    for (const actor of new Set(claim.actors)) {
      count(claims, actor, 1);
    }
  }
  const found = new Map<ActorId, ActorInArticle>();
  for (const occurrences of entry.actors) {
    found.set(occurrences.actor, { occurrences, claims: claims.get(occurrences.actor) ?? 0 });
  }
  for (const [actor, number] of claims) {
    if (!found.has(actor)) {
      found.set(actor, { occurrences: undefined, claims: number });
    }
  }
  return found;
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  const number = (counts.get(key) ?? 0) + by;
  if (number === 0) {
    counts.delete(key);
  } else {
    counts.set(key, number);
  }
}

/** The key with the highest count; equal counts go to the smaller key, so that order of arrival does not matter. */
function most<K extends string>(
  counts: ReadonlyMap<K, number>,
  isMeant: (key: K) => boolean = () => true,
): K | undefined {
  let best: K | undefined;
  let highest = 0;
  for (const [key, value] of counts) {
    if (isMeant(key) && (value > highest || (value === highest && best !== undefined && key < best))) {
      best = key;
      highest = value;
    }
  }
  return best;
}
