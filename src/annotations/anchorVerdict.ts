import type { AnchorState } from '../model/claim';
import { overlaps } from '../model/range';
import type { Anchor, AnchorReason } from './anchorResult';
import { faint, full, inPlace, longQuote, matching, near, Trust, whole } from './anchorTrust';
import type { Candidate } from './candidates';
import { compareWording } from './changes';
import { type FoldedText, foldText } from './foldedText';
import type { Closeness } from './landmarks';
import type { Pattern } from './pattern';

/** A place with what it is worth. */
export interface Ranked extends Candidate {
  readonly trust: Trust;
  readonly near: Closeness;
  readonly total: number;
}

/** How far the best place must be ahead of the next, in Latin letters. */
const clearlyBetter = 8;
/** How far ahead the best place must be by its words alone where a copy of the passage has appeared. */
const decisive = 36;
/** From this similarity on a place may be a copy of the passage. */
const nearlySame = 0.9;
/** What is left of a quote is a part of it up to this share of its length; more has lost only words. */
const longestPart = 0.8;
/** Other places that are told. */
const mostOffered = 5;

/** What becomes of an annotation, given its places, best first. */
export function verdictOf(text: string, pattern: Pattern, ranked: readonly Ranked[]): Anchor {
  const best = ranked[0];
  if (!best || best.trust === Trust.none) {
    const candidates = ranked.slice(0, mostOffered).map((one) => one.range);
    return { range: null, state: 'orphan', score: 0, reason: 'not-found', ...(best ? { candidates } : {}) };
  }
  const { left, right, similarity, range } = best;
  const score = Math.round(1000 * (similarity * 0.6 + left * 0.2 + right * 0.2)) / 1000;
  const verdict = judge(text, pattern, best, ranked);
  if (verdict.state === 'review') {
    return { range, score, ...verdict, candidates: ranked.slice(1, 1 + mostOffered).map((one) => one.range) };
  }
  return { range, score, ...verdict };
}

/** What a person is told about the best place. */
function judge(
  text: string,
  pattern: Pattern,
  best: Ranked,
  ranked: readonly Ranked[],
): { readonly state: AnchorState; readonly reason: AnchorReason } {
  const now = text.slice(best.range.start, best.range.end);
  const { exact, hint } = pattern.selector;
  // Equal after folding: only the form differs.
  const change = best.similarity === 1 ? undefined : compareWording(exact, now);
  const partGone = change !== undefined && pattern.weight >= longQuote && isPartOf(foldText(exact), foldText(now));
  if (partGone && (change !== 'wording' || best.trust === Trust.ask)) {
    return { state: 'review', reason: 'part-gone' };
  }
  if (change === 'name' || change === 'number' || change === 'negation') {
    return { state: 'review', reason: `${change}-changed` };
  }
  if (best.trust === Trust.ask) {
    return { state: 'review', reason: 'weak' };
  }
  const rival = ranked.find((one) => !overlaps(one.range, best.range) && rivals(one));
  const placed = best.near.both >= inPlace && rival && rival.near.both < inPlace;
  if (rival && !placed && (best.total - rival.total < clearlyBetter || isNewCopy(pattern, best, rival))) {
    return { state: 'review', reason: 'ambiguous' };
  }
  if (now !== exact) {
    return { state: 'moved', reason: partGone ? 'part-gone' : change ? 'wording-changed' : 'form-changed' };
  }
  return best.range.start === hint ? { state: 'exact', reason: 'at-hint' } : { state: 'moved', reason: 'verbatim' };
}

/** Whether a text is another without one stretch of it that is more than a word or two. */
function isPartOf(whole: FoldedText, part: FoldedText): boolean {
  const most = Math.min(part.length, Math.floor(longestPart * whole.length));
  let head = 0;
  while (head < most && whole.units[head] === part.units[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most && whole.units[whole.length - 1 - tail] === part.units[part.length - 1 - tail]) {
    tail++;
  }
  return part.length <= most && head + tail >= part.length;
}

/** Whether a place would be taken were there no better one, or looks like the passage with all around it. */
function rivals({ trust, similarity, left, right }: Ranked): boolean {
  return trust === Trust.take || (similarity >= nearlySame && left >= matching && right >= matching);
}

/**
 * Somebody doubled the passage and edited around it: unless the words around decide, distances must not. They may
 * between copies whose surroundings are the same.
 */
function isNewCopy(pattern: Pattern, best: Ranked, rival: Ranked): boolean {
  const wasAlone = (pattern.selector.copies ?? 1) === 1 || (rival.left >= matching && rival.right >= matching);
  const alike = rival.left >= full && rival.right >= full;
  // A copy seldom brings along what stands before and behind the sentences that were copied; the passage has it.
  const isOriginal =
    best.left >= whole && best.right >= whole && Math.min(rival.left, rival.right) < faint && best.near.any >= near;
  const isSure = isOriginal || best.evidence - rival.evidence >= decisive;
  return wasAlone && !alike && rival.similarity >= nearlySame && !isSure;
}
