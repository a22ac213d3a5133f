import type { ActorId } from '../model/recognition';
import type { Company } from './company';
import { FamilyNames } from './familyNames';
import type { NameAlike, NamedActor } from './namedActor';

/** The person in full whom a family name alone was taken for. */
export interface FamilyTie extends NameAlike {
  /** Somebody or some body that articles name with either. */
  readonly companion: ActorId;
}

/**
 * Which family names alone stand for whom: for the only person of that name here, where both are named in the same
 * company.
 */
export class FamilyTies {
  readonly #names = new FamilyNames();
  readonly #company: Company;
  readonly #areTwo: (alone: ActorId, inFull: ActorId) => boolean;
  /** As far as asked for since {@link forget}. */
  readonly #ties = new Map<ActorId, FamilyTie | undefined>();

  /** `areTwo` tells where something else speaks against the tie. */
  constructor(company: Company, areTwo: (alone: ActorId, inFull: ActorId) => boolean) {
    this.#company = company;
    this.#areTwo = areTwo;
  }

  /** Counts an article that names the actor, or takes it back; {@link forget} has to follow. */
  count(actor: NamedActor, by: 1 | -1): void {
    this.#names.count(actor, by);
  }

  /** To be called when names, company or what keeps two apart have changed. */
  forget(): void {
    this.#ties.clear();
  }

  /** The person in full whom the actor, called by a family name alone, stands for. */
  of(actor: ActorId): FamilyTie | undefined {
    if (!this.#ties.has(actor)) {
      this.#ties.set(actor, this.#find(actor));
    }
    return this.#ties.get(actor);
  }

  /** The actors who are this person under the family name alone. */
  to(actor: ActorId): readonly ActorId[] {
    return this.#names.calledByFamily(actor).filter((alone) => this.of(alone)?.actor === actor);
  }

  /** Persons of the same family name who may be the actor, whether tied to it or not. */
  suggestions(actor: ActorId): readonly NameAlike[] {
    return this.#names.suggestions(actor);
  }

  #find(actor: ActorId): FamilyTie | undefined {
    const bearer = this.#names.soleBearer(actor);
    if (!bearer || this.#areTwo(actor, bearer.actor)) {
      return undefined;
    }
    const companion = this.#company.shared(actor, bearer.actor, (other) => this.#names.soleBearer(other)?.actor);
    return companion === undefined ? undefined : { ...bearer, companion };
  }
}
