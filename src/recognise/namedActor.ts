import type { ActorId, NameKind } from '../model/recognition';

/** An actor as one article names it. */
export interface NamedActor {
  readonly actor: ActorId;
  readonly kind: NameKind;
  /** In full, as far as the article has it. */
  readonly name: string;
  /**
   * What a person decided in `actors.yaml`: who the actor is, or also what it is called in both scripts. Two that are
   * registered stay two, and an actor that is named in both scripts is looked for under no other name.
   */
  readonly registered?: 'actor' | 'names' | undefined;
  /** The titles that the article prints with a person's name, see `office.ts`. */
  readonly office?: string | undefined;
}

/** Another actor that may be the same person. */
export interface NameAlike {
  readonly actor: ActorId;
  readonly name: string;
  /** The name that was compared with it. */
  readonly ownName: string;
}
