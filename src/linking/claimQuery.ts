import { actorFeature, crossesLanguages, FeatureKind, kinOf } from './claimFeatures';
import type { FiledClaims } from './filedClaims';
import { type FiledDocument, placesStart } from './filedDocument';
import type { LinkableDocument, SameActors } from './linkable';
import { weights } from './relationWeights';

/** A feature of the asking claim, and what a claim that has it too gains. */
export interface QueryFeature {
  readonly id: number;
  readonly kind: number;
  /** In a claim of another language. */
  readonly weight: number;
  /** In a claim of the same language. */
  readonly weightAtHome: number;
  /** Features of concepts akin and of the actor's other id, and what they count. */
  readonly kin: readonly { readonly id: number; readonly weight: number }[];
}

/** Features of one actor under the id that the asking document has and under another, by the first. */
export type Twins = ReadonlyMap<number, readonly number[]>;

/** What a claim asks others for. */
export interface ClaimQuery {
  readonly filed: FiledDocument;
  /** Of the claim, in its document. */
  readonly position: number;
  readonly features: readonly QueryFeature[];
  readonly twins: Twins;
  /** All that the claim says, in weight: for claims of its own language, and of another, of which less can be compared. */
  readonly self: number;
  readonly selfTranslated: number;
}

/** What the claim at `position` of a filed document asks others for. */
export function queryOf(file: FiledClaims, filed: FiledDocument, position: number, same: SameActors): ClaimQuery {
  const twins = twinsOf(file, filed.document, same);
  const features: QueryFeature[] = [];
  const sums = { home: 0, all: 0, crossing: 0 };
  for (let i = placesStart(filed, position); i < filed.ends[position]!; i++) {
    const id = filed.features[filed.places[i]!]!;
    const kind = filed.kinds[filed.places[i]!]!;
    const weight = weights.kinds[kind]! * file.rarity(id);
    const isGloss = kind === FeatureKind.gloss || kind === FeatureKind.shade;
    const weightAtHome = isGloss ? weight * weights.glossesInOneLanguage : weight;
    const kin =
      kind === FeatureKind.concept
        ? conceptsAkin(file, id)
        : (twins.get(id) ?? []).map((twin) => ({ id: twin, weight }));
    features.push({ id, kind, weight, weightAtHome, kin });
    sums.home += weightAtHome;
    sums.all += weight;
    sums.crossing += crossesLanguages(kind) ? weight : 0;
  }
  const selfTranslated = (sums.crossing || 1) ** weights.comparable * (sums.all || 1) ** (1 - weights.comparable);
  return { filed, position, features, twins, self: sums.home || 1, selfTranslated };
}

/** Features of the document's actors that other documents have under another id, and those of that id. */
function twinsOf(file: FiledClaims, document: LinkableDocument, same: SameActors): Twins {
  const twins = new Map<number, number[]>();
  for (const actor of new Set(document.claims.flatMap(({ actors }) => actors))) {
    for (const other of same.idsOf(actor)) {
      const own = file.postings.find(actorFeature(actor));
      const theirs = other === actor ? undefined : file.postings.find(actorFeature(other));
      if (own !== undefined && theirs !== undefined) {
        twins.set(own, [...(twins.get(own) ?? []), theirs]);
      }
    }
  }
  return twins;
}

function conceptsAkin(file: FiledClaims, id: number): { id: number; weight: number }[] {
  const base = weights.kinds[FeatureKind.concept]!;
  return kinOf(file.postings.hash(id)).flatMap(({ feature, share }) => {
    const other = file.postings.find(feature);
    return other === undefined
      ? []
      : [{ id: other, weight: base * share * Math.min(file.rarity(id), file.rarity(other)) }];
  });
}
