import type { RelatedClaim, RelatedClaims } from './relatedClaims';

/** How many of a claim's best partners are asked for theirs, and how much they count against the claim's own ranking. */
const asked = 4;
const share = 0.15;
/** Candidates taken from each ranking. */
const depth = 200;
/**
 * Some claims are near to every other, and say little of any. How near the best partners of a candidate are to it counts
 * against it: cross-domain similarity local scaling (Conneau et al. 2018, "Word translation without parallel data").
 */
const crowd = 5;
const crowdShare = 0.15;
/** Candidates whose own partners are looked at; those below keep their order. */
const looked = 60;
/** Rankings remembered, so that a partner of many claims is asked once. */
const remembered = 4000;

/**
 * Ranks anew by what a claim's best partners rank high: a report of an event that words it otherwise shares little with
 * the claim and more with a third report. Costs several answers for one; meant for whole corpora, not for a hover.
 */
export class SecondRanking {
  readonly #related: RelatedClaims;
  readonly #answers = new Map<string, readonly RelatedClaim[]>();
  readonly #crowding = new Map<string, number>();

  constructor(related: RelatedClaims) {
    this.#related = related;
  }

  /** The claim's own ranking, by {@link RelatedClaims} alone; without reasons. */
  first(document: string, claim: string): readonly RelatedClaim[] {
    const key = keyOf(document, claim);
    let answer = this.#answers.get(key);
    if (!answer) {
      answer = this.#related.related(document, claim, depth, 0);
      if (this.#answers.size >= remembered) {
        this.#answers.clear();
      }
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /** The claim's ranking with its partners' opinion; only claims of other documents. */
  rank(document: string, claim: string): RelatedClaim[] {
    const own = this.first(document, claim);
    const sums = new Map(own.map((one) => [nameOf(one), { one, score: one.score }]));
    const partners = own.slice(0, asked);
    const total = partners.reduce((sum, { score }) => sum + score, 0) || 1;
    for (const partner of partners) {
      const weight = (share * partner.score) / total;
      const theirs = this.first(partner.document.id, partner.claim.id);
      // A partner would rank itself first.
      sums.get(nameOf(partner))!.score += weight * (theirs[0]?.score ?? 0);
      for (const one of theirs) {
        if (one.document.id !== document) {
          const known = sums.get(nameOf(one)) ?? { one, score: 0 };
          known.score += weight * one.score;
          sums.set(nameOf(one), known);
        }
      }
    }
    const order = new Map([...sums.keys()].sort().map((name, i) => [name, i]));
    const bestFirst = ([a, left]: Scored, [b, right]: Scored): number =>
      right.score - left.score || order.get(a)! - order.get(b)!;
    const sorted = [...sums].sort(bestFirst);
    const best = sorted.slice(0, looked).map(([name, { one, score }]): Scored => {
      return [name, { one, score: score - crowdShare * this.#crowdOf(one) }];
    });
    return [...best.sort(bestFirst), ...sorted.slice(looked)].map(([, { one }]) => one);
  }

  /** How near the claim's best partners are to it, on average. */
  #crowdOf({ document, claim }: RelatedClaim): number {
    const key = keyOf(document.id, claim.id);
    const known = this.#crowding.get(key);
    if (known !== undefined) {
      return known;
    }
    const nearest = this.first(document.id, claim.id).slice(0, crowd);
    const crowding = nearest.reduce((sum, { score }) => sum + score, 0) / crowd;
    this.#crowding.set(key, crowding);
    return crowding;
  }
}

type Scored = [name: string, { one: RelatedClaim; score: number }];

function keyOf(document: string, claim: string): string {
  return `${document}\n${claim}`;
}

function nameOf({ document, claim }: RelatedClaim): string {
  return keyOf(document.id, claim.id);
}
