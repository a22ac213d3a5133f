import type { QuoteSelector } from '../model/claim';
import { overlaps } from '../model/range';
import type { Anchor } from './anchorResult';
import { full, inPlace, matching, trustOf } from './anchorTrust';
import { type Ranked, verdictOf } from './anchorVerdict';
import { type Candidate, exactCandidates, findDiagonals, fuzzyCandidates, type SearchedText } from './candidates';
import { foldText } from './foldedText';
import { type Closeness, closeness, closenessWithin, type Landmark } from './landmarks';
import { enclosers } from './nesting';
import { type Pattern, preparePattern } from './pattern';
import { SeedIndex } from './seedIndex';
import { findShifted, standsAlone, unchanged } from './shiftedPlaces';

/** From this similarity on a passage with both contexts tells where others should be. */
const clear = 0.6;
/** Where the shift changes more often, all is looked up. */
const mostJumps = 32;
/** What an unchanged distance to other annotations is worth, in Latin letters. */
const closenessWeight = 24;

/**
 * Resolves selectors in a normalised text. Answers stand in the order of the selectors; never throws. Annotations of
 * one article are best resolved together: those beyond doubt tell where the others should be.
 */
export function anchorAll(text: string, selectors: readonly QuoteSelector[]): Anchor[] {
  const results = selectors.map((selector) => unchanged(text, selector));
  // The beginning of a text seldom moves.
  const landmarks: Landmark[] = [{ of: -1, was: 0, is: 0 }];
  for (const [i, anchor] of results.entries()) {
    addLandmark(landmarks, i, selectors[i]!, anchor);
  }
  const { found: shifted, jumps } = findShifted(text, selectors, results);
  if (
    results.every((anchor, i) => anchor ?? shifted.has(i)) &&
    jumps.length <= mostJumps &&
    jumps.every((i) => standsAlone(text, selectors[i]!, shifted.get(i)!))
  ) {
    return results.map((anchor, i) => anchor ?? shifted.get(i)!);
  }
  const folded = foldText(text);
  const searched: SearchedText = { text, folded, index: new SeedIndex(folded) };
  const found = new Map<number, { pattern: Pattern; candidates: Candidate[] }>();
  for (const [i, selector] of selectors.entries()) {
    if (results[i]) {
      continue;
    }
    const pattern = preparePattern(selector);
    const moved = shifted.get(i);
    // The words may stand elsewhere in another form, after a hard wrap: then both are weighed.
    if (moved && searched.index.standsOnce(pattern.folded)) {
      results[i] = moved;
      addLandmark(landmarks, i, selector, moved);
      continue;
    }
    const candidates = findCandidates(searched, pattern);
    found.set(i, { pattern, candidates });
    const certain = candidates.filter(
      (one) => one.similarity >= clear && one.left >= matching && one.right >= matching,
    );
    if (certain.length === 1) {
      landmarks.push({ of: i, was: pattern.hint, is: certain[0]!.range.start });
    }
  }
  landmarks.sort((a, b) => a.was - b.was || a.is - b.is);
  const outer = enclosers(selectors);
  // Larger ones first: where a passage is found, what stood in it is looked for there.
  for (const [i, { pattern, candidates }] of [...found].sort(([, a], [, b]) => lengthOf(b) - lengthOf(a))) {
    let around = outer[i]!;
    while (around >= 0 && !isPlaced(results[around])) {
      around = outer[around]!;
    }
    const close = (is: number): Closeness =>
      around < 0
        ? closeness(landmarks, i, pattern.hint, is)
        : closenessWithin(selectors[around]!.hint!, results[around]!.range!, pattern.hint, is);
    results[i] = verdictOf(text, pattern, rank(text, pattern, candidates, close));
  }
  return results as Anchor[];
}

function lengthOf({ pattern }: { readonly pattern: Pattern }): number {
  return pattern.selector.exact.length;
}

function isPlaced(anchor: Anchor | undefined): boolean {
  return anchor?.state === 'exact' || anchor?.state === 'moved';
}

function addLandmark(landmarks: Landmark[], of: number, selector: QuoteSelector, anchor: Anchor | undefined): void {
  if (anchor?.range && selector.hint !== undefined) {
    landmarks.push({ of, was: selector.hint, is: anchor.range.start });
  }
}

function findCandidates(searched: SearchedText, pattern: Pattern): Candidate[] {
  if (pattern.to <= pattern.from) {
    return [];
  }
  const diagonals = findDiagonals(searched, pattern, pattern.hint);
  const exact = exactCandidates(searched, pattern, diagonals);
  if ((pattern.selector.copies ?? 1) === 1 && exact.some((one) => one.left >= full && one.right >= full)) {
    return exact;
  }
  const changed = fuzzyCandidates(searched, pattern, diagonals, exact);
  return [...exact, ...changed.filter((one) => !exact.some(({ range }) => overlaps(range, one.range)))];
}

/** Best first: by trust, then by what speaks for it, the distance to other annotations counted in. */
function rank(
  text: string,
  pattern: Pattern,
  candidates: readonly Candidate[],
  closenessAt: (is: number) => Closeness,
): Ranked[] {
  return candidates
    .map((one) => {
      const close = closenessAt(one.range.start);
      const trust = trustOf(pattern, one, close, text.startsWith(pattern.selector.exact, one.range.start));
      return { ...one, trust, near: close, total: one.evidence + closenessWeight * Math.min(1, close.any / inPlace) };
    })
    .sort((a, b) => b.trust - a.trust || b.total - a.total);
}
