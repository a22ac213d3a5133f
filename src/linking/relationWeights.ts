/** How much each kind of shared feature counts, times its rarity. Set on development texts; flat around the optimum. */
export const weights = {
  /** By {@link FeatureKind}: word, number, name, shade, gloss, actor, concept. */
  kinds: [0, 0.45, 0.9, 0.65, 0.2, 0.8, 0.85, 1.1] as readonly number[],
  /** Within one language most that glosses tell the words themselves tell: there they count for synonyms only. */
  glossesInOneLanguage: 0.4,
  /** What the claims next to each share. */
  neighbours: 0.15,
  /** How alike the two articles are as wholes. */
  documents: 2,
  /** The same across languages, where only actors and concepts can be compared, and more of those agree by chance. */
  translated: 0.4,
  /** How far only what can be compared across languages counts as what a claim says, when the other is translated. */
  comparable: 0.5,
  /** How far a longer claim is held against itself, 0 to 1. */
  length: 0.2,
  /** Both are about the same day. */
  day: 0.5,
};

/** Inverse document frequency as in BM25, never negative (Robertson and Zaragoza 2009, section 3.3). */
export function rarity(having: number, total: number): number {
  return Math.log(1 + (total - having + 0.5) / (having + 0.5));
}

/** What a match of a claim with so many features is divided by, where the asking claim has `than`. */
export function longer(length: number, than: number): number {
  return 1 - weights.length + weights.length * Math.max(1, length / (1 + than));
}
