import type { ActorId, Edtf, Language, NameKind } from './recognition';

/** A role an actor held, and when. */
export interface ActorRole {
  readonly title: string;
  readonly from?: Edtf;
  readonly to?: Edtf;
}

/** One actor as a person described it in `actors.yaml`. */
export interface RegisteredActor {
  readonly id: ActorId;
  readonly kind: NameKind;
  /** Canonical name per language. */
  readonly names: Partial<Record<Language, string>>;
  /** Further forms that mean this actor wherever they stand. */
  readonly aliases: readonly string[];
  readonly roles: readonly ActorRole[];
  /** "Q7747". */
  readonly wikidata?: string;
  /** Ids this actor was recognised or recorded under before a person merged them into it. */
  readonly merged: readonly ActorId[];
  /** Ids of others that this actor is not, however alike the names are. */
  readonly distinct?: readonly ActorId[];
}

/** The workspace's own knowledge of actors; wins over recognition. */
export interface ActorRegistry {
  readonly actors: readonly RegisteredActor[];
  /** Forms that are no actor anywhere in the workspace. */
  readonly rejected: readonly string[];
}

export const emptyRegistry: ActorRegistry = { actors: [], rejected: [] };
