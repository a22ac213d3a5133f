import type { ActorId, NameKind } from '../model/recognition';

/** Who is named together with whom. */
export interface Company {
  /**
   * Somebody, or some body, whom every article that names `actor` shares with some article that names `other`: a sign that
   * both are about the same matter. `undefined` where nobody tells.
   */
  shared(actor: ActorId, other: ActorId, inFull: InFull): ActorId | undefined;
}

/** Who may be meant by an actor who is called by a family name alone. */
export type InFull = (actor: ActorId) => ActorId | undefined;

/** Articles by the actors that they name. `A` names an article. */
export interface NamingArticles<A> {
  /** How many articles there are. */
  sizeOf(): number;
  articlesNaming(actor: ActorId): ReadonlySet<A> | ReadonlyMap<A, unknown>;
  actorsIn(article: A): Iterable<{ readonly actor: ActorId; readonly kind: NameKind }>;
}

/** A name in more articles than these is that of more than one person too often. */
const mostArticles = 20;
/** Who is named in more than this part of the articles, and in more than the number, tells of no matter. */
const commonShare = 0.02;
const commonNumber = 5;
/** A person tells as much as two bodies, and no less will do. */
const telling: Partial<Record<NameKind, number>> = { person: 2, organization: 1 };
const leastTelling = 2;

/** Company as the articles of a corpus have it. */
export class CompanyOf<A> implements Company {
  readonly #articles: NamingArticles<A>;

  constructor(articles: NamingArticles<A>) {
    this.#articles = articles;
  }

  shared(actor: ActorId, other: ActorId, inFull: InFull): ActorId | undefined {
    const own = this.#articles.articlesNaming(actor);
    const theirs = this.#articles.articlesNaming(other);
    let companion: ActorId | undefined;
    for (const article of own.size <= mostArticles ? own.keys() : []) {
      // Where one article has both, its reader told them apart.
      const found = theirs.has(article) ? undefined : this.#sharedIn(article, theirs, actor, inFull);
      if (found === undefined) {
        return undefined;
      }
      companion = companion === undefined || found < companion ? found : companion;
    }
    return companion;
  }

  #sharedIn(article: A, theirs: Pick<ReadonlySet<A>, 'has'>, but: ActorId, inFull: InFull): ActorId | undefined {
    let sum = 0;
    let best: { actor: ActorId; telling: number } | undefined;
    for (const { actor, kind } of this.#articles.actorsIn(article)) {
      const weight = actor === but ? 0 : (telling[kind] ?? 0);
      if (weight > 0 && (this.#isNamedIn(actor, theirs) || this.#isNamedIn(inFull(actor), theirs))) {
        sum += weight;
        const isBetter = !best || weight > best.telling || (weight === best.telling && actor < best.actor);
        best = isBetter ? { actor, telling: weight } : best;
      }
    }
    return sum >= leastTelling ? best?.actor : undefined;
  }

  #isNamedIn(actor: ActorId | undefined, articles: Pick<ReadonlySet<A>, 'has'>): boolean {
    if (actor === undefined) {
      return false;
    }
    const naming = this.#articles.articlesNaming(actor);
    const isCommon = naming.size > Math.max(commonNumber, commonShare * this.#articles.sizeOf());
    return !isCommon && [...naming.keys()].some((article) => articles.has(article));
  }
}

/** Nobody is known to be named with anybody. */
export const noCompany: Company = { shared: () => undefined };
