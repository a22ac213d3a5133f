import type { ActorId, Language, NameKind } from '../model/recognition';
import { ActorDirectory } from '../recognise/actorDirectory';
import { CompanyOf } from '../recognise/company';
import type { FamilyTie } from '../recognise/familyTies';
import type { SoundAlike } from '../recognise/soundAlikes';
import type { ActorOccurrences, DocumentEntry } from './documentEntry';
import type { ActorPart, EntryDigest } from './entryDigest';
import type { Uri } from './host';

/** What the workspace knows of one actor. */
export interface ActorSummary {
  /** Of the ids that are one actor the one that stands for it. */
  readonly actor: ActorId;
  /** A name of the other script, and its id, that was taken for the same person's by its sound. */
  readonly soundAlike?: SoundAlike;
  /** Family names that were taken for this person's, as the only one here who bears it. */
  readonly familyTies?: readonly (FamilyTie & { readonly alone: ActorId })[];
  /** The kind it is read as in most articles. */
  readonly kind: NameKind;
  /** The name used in most articles of each language. */
  readonly names: Partial<Record<Language, string>>;
  readonly mentions: number;
  readonly articles: number;
  /** Claims that it makes or takes part in. */
  readonly claims: number;
}

interface ActorFile {
  /** In how many claims of each article the actor takes part. */
  readonly articles: Map<Uri, number>;
  mentions: number;
  claims: number;
  readonly kinds: Map<NameKind, number>;
  /** Articles per name. */
  readonly names: Readonly<Record<Language, Map<string, number>>>;
}

/**
 * Articles by actor, with counts kept up to date, so that a summary costs nothing. Articles are filed under the ids that
 * they have; ids that the directory takes for one actor are put together when asked.
 */
export class ActorPostings {
  readonly #files = new Map<ActorId, ActorFile>();
  readonly #entryOf: (article: Uri) => DocumentEntry | undefined;

  /** Which ids are one actor. */
  readonly directory = new ActorDirectory(
    new CompanyOf<Uri>({
      articlesNaming: (actor) => this.#files.get(actor)?.articles ?? new Map(),
      actorsIn: (article) => this.#entryOf(article)?.actors ?? [],
      sizeOf: () => this.#size,
    }),
  );
  #size = 0;

  constructor(entryOf: (article: Uri) => DocumentEntry | undefined) {
    this.#entryOf = entryOf;
  }

  add(entry: DocumentEntry, { actors }: EntryDigest): void {
    this.#size++;
    this.directory.add(actors.flatMap(({ named }) => named ?? []));
    for (const part of actors) {
      this.#change(entry, part, 1);
    }
  }

  remove(entry: DocumentEntry, { actors }: EntryDigest): void {
    this.#size--;
    this.directory.remove(actors.flatMap(({ named }) => named ?? []));
    for (const part of actors) {
      this.#change(entry, part, -1);
    }
  }

  /** Every actor once, by the id that stands for it. */
  actors(): ActorId[] {
    const ids = [...this.#files.keys()];
    return ids.filter((actor) => {
      const id = this.directory.idOf(actor);
      return id === actor || !this.#files.has(id);
    });
  }

  /** Articles that name the actor or where it takes part in claims, and in how many. */
  articlesOf(actor: ActorId): ReadonlyMap<Uri, number> {
    return this.#file(actor)?.articles ?? new Map();
  }

  claimsOf(actor: ActorId): number {
    return this.#file(actor)?.claims ?? 0;
  }

  /** Articles per kind that the actor is read as. */
  kindsOf(actor: ActorId): ReadonlyMap<NameKind, number> {
    return this.#file(actor)?.kinds ?? new Map();
  }

  summary(actor: ActorId): ActorSummary | undefined {
    const file = this.#file(actor);
    if (!file) {
      return undefined;
    }
    const names: Partial<Record<Language, string>> = {};
    for (const language of ['en', 'ja'] as const) {
      const name = most(file.names[language]);
      if (name !== undefined) {
        names[language] = name;
      }
    }
    const { mentions, claims, articles, kinds } = file;
    const soundAlike = this.directory.twinOf(this.directory.familyTie(actor)?.actor ?? actor);
    const familyTies = this.directory.idsOf(actor).flatMap((alone) => {
      const tie = this.directory.familyTie(alone);
      return tie ? [{ ...tie, alone }] : [];
    });
    return {
      actor: this.directory.idOf(actor),
      ...(soundAlike ? { soundAlike } : {}),
      ...(familyTies.length > 0 ? { familyTies } : {}),
      kind: most(kinds) ?? 'misc',
      names,
      mentions,
      articles: articles.size,
      claims,
    };
  }

  /** The file of an actor; of all its ids together where it has more than one. */
  #file(actor: ActorId): ActorFile | undefined {
    const ids = this.directory.idsOf(actor).filter((id) => this.#files.has(id));
    return ids.length > 1 ? this.#together(ids) : this.#files.get(ids[0] ?? actor);
  }

  #together(ids: readonly ActorId[]): ActorFile {
    const all = newFile();
    for (const id of ids) {
      const file = this.#files.get(id)!;
      all.mentions += file.mentions;
      all.claims += file.claims;
      for (const [kind, number] of file.kinds) {
        count(all.kinds, kind, number);
      }
      // In full is how a person is called, however often the family name stands alone.
      for (const language of this.directory.familyTie(id) ? [] : (['en', 'ja'] as const)) {
        for (const [name, number] of file.names[language]) {
          count(all.names[language], name, number);
        }
      }
      for (const [article, claims] of file.articles) {
        const other = all.articles.get(article);
        const both = other === undefined ? claims : this.#claimsIn(article, ids);
        all.claims -= other === undefined ? 0 : other + claims - both;
        all.articles.set(article, both);
      }
    }
    return all;
  }

  /** Claims of an article that has the actor under two ids. */
  #claimsIn(article: Uri, ids: readonly ActorId[]): number {
    const claims = this.#entryOf(article)?.claims ?? [];
    return claims.filter(({ actors }) => actors.some((id) => ids.includes(id))).length;
  }

  #change(entry: DocumentEntry, { actor, named, mentions, claims }: ActorPart, by: 1 | -1): void {
    let file = this.#files.get(actor);
    if (!file) {
      file = newFile();
      this.#files.set(actor, file);
    }
    file.claims += by * claims;
    if (named) {
      file.mentions += by * mentions;
      count(file.kinds, named.kind, by);
      count(file.names[entry.language], named.name, by);
    }
    if (by === 1) {
      file.articles.set(entry.id, claims);
    } else {
      file.articles.delete(entry.id);
    }
    if (file.articles.size === 0) {
      this.#files.delete(actor);
    }
  }
}

/** Where an article names an actor, under any of its ids. */
export function occurrencesIn(entry: DocumentEntry, ids: readonly ActorId[]): ActorOccurrences | undefined {
  let found: ActorOccurrences | undefined;
  for (const id of ids) {
    const own = entry.occurrencesOf ? entry.occurrencesOf(id) : entry.actors.find(({ actor }) => actor === id);
    found = found && own ? { ...found, offsets: inOrder([...found.offsets, ...own.offsets]) } : (found ?? own);
  }
  return found;
}

function newFile(): ActorFile {
  return { articles: new Map(), mentions: 0, claims: 0, kinds: new Map(), names: { en: new Map(), ja: new Map() } };
}

/** A list of start, end, start, end, ... by start. */
function inOrder(all: readonly number[]): number[] {
  const ranges = Array.from({ length: all.length / 2 }, (_, i) => [all[2 * i]!, all[2 * i + 1]!] as const);
  return ranges.sort((one, other) => one[0] - other[0]).flat();
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
function most<K extends string>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined;
  let highest = 0;
  for (const [key, value] of counts) {
    if (value > highest || (value === highest && best !== undefined && key < best)) {
      best = key;
      highest = value;
    }
  }
  return best;
}
