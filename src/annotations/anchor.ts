import type { AnchorState, QuoteSelector } from '../model/claim';
import { overlaps, type TextRange } from '../model/range';
import { type Candidate, exactCandidates, findDiagonals, fuzzyCandidates, type SearchedText } from './candidates';
import { compareWording } from './changes';
import { foldText } from './foldedText';
import { type Closeness, closeness, type Landmark } from './landmarks';
import { type Pattern, preparePattern, weightOf } from './pattern';
import { SeedIndex, sameUnits } from './seedIndex';
import { endsSentence, stopsSentence } from './sentenceBounds';

/** Where an annotation is now. */
export interface Anchor {
  /** `null` for an orphan. */
  readonly range: TextRange | null;
  readonly state: AnchorState;
  /** 0 to 1: how much of what is known about the passage agrees. */
  readonly score: number;
  readonly reason: AnchorReason;
  /** Other places that a person may choose, best first; for review and orphan. */
  readonly candidates?: readonly TextRange[];
}

/** Why an anchor has its state; stable, for messages and tests. */
export type AnchorReason =
  /** Word for word where it was. */
  | 'at-hint'
  /** Word for word, elsewhere. */
  | 'verbatim'
  /** Same words; case, width, quotation marks, white space or Unicode form differ. */
  | 'form-changed'
  | 'wording-changed'
  | 'name-changed'
  | 'number-changed'
  | 'negation-changed'
  /** Another place fits about as well. */
  | 'ambiguous'
  /** Too little speaks for the place to be sure. */
  | 'weak'
  | 'not-found'
  | 'empty-quote';

/** Quotes under this weight attach only as exact text in matching context; from the other on they speak for themselves. */
const shortQuote = 12;
const longQuote = 40;
/** From this similarity on a passage with both contexts tells where others should be. */
const clear = 0.6;
/** Context counts as matching from this share on, as fully matching from the other. */
const matching = 0.5;
const full = 0.75;
/** What both contexts of a short quote must reach together. */
const bothMatching = 1.25;
/** Under this share a context says nothing. */
const faint = 0.25;
/** How far the best place must be ahead of the next, in Latin letters. */
const clearlyBetter = 8;
/** How far ahead the best place must be by its words alone where a copy of the passage has appeared. */
const decisive = 36;
/** What an unchanged distance to other annotations is worth, in Latin letters. */
const closenessWeight = 24;
/** From this closeness on a place agrees with the annotations around it. */
const near = 0.5;
/** From this closeness to both sides on a place is where the passage was. */
const inPlace = 0.75;

/** From this similarity on a place may be a copy of the passage. */
const nearlySame = 0.9;
/** From this similarity on a passage is a version of the quote; under it, what stands in its place. */
const alike = 0.5;
/** Under this similarity not even a part of the quote is offered. */
const partly = 0.4;
/** A whole sentence of this weight speaks for itself. */
const telling = 16;
/** A quote up to this weight may have been replaced as a whole. */
const longestReplaced = 30;
/** Other places that are told. */
const mostOffered = 5;

interface Ranked extends Candidate {
  readonly trust: Trust;
  readonly near: Closeness;
  readonly total: number;
}

/** Whether a place may be taken without asking, only after asking, or not at all; higher is better. */
const Trust = { none: 0, ask: 1, take: 2 } as const;
type Trust = (typeof Trust)[keyof typeof Trust];

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
  for (const [i, { pattern, candidates }] of found) {
    results[i] = decide(text, pattern, rank(text, i, pattern, candidates, landmarks));
  }
  return results as Anchor[];
}

/** The cheap and common case: the passage and its surroundings stand where they stood. */
function unchanged(text: string, { exact, prefix, suffix, hint }: QuoteSelector): Anchor | undefined {
  if (exact.trim() === '') {
    return { range: null, state: 'orphan', score: 0, reason: 'empty-quote' };
  }
  if (hint === undefined || !Number.isSafeInteger(hint) || hint < prefix.length) {
    return undefined;
  }
  return text.startsWith(prefix + exact + suffix, hint - prefix.length)
    ? { range: { start: hint, end: hint + exact.length }, state: 'exact', score: 1, reason: 'at-hint' }
    : undefined;
}

/** Text looked through on each side of where a passage should be, in code units. */
const shiftWindow = 4000;
/** Where the shift changes more often, all is looked up. */
const mostJumps = 32;
/** Shorter quotes with context are too common to be placed by a look alone. */
const shortestShifted = 48;

/**
 * The next common case: edits further up have shifted the passage, with its surroundings, as they shifted the one
 * before. What is found, by number of the selector, and which were found where the shift changes.
 */
function findShifted(
  text: string,
  selectors: readonly QuoteSelector[],
  results: readonly (Anchor | undefined)[],
): { found: Map<number, Anchor>; jumps: number[] } {
  const order = selectors.map((_, i) => i).sort((a, b) => (selectors[a]!.hint ?? 0) - (selectors[b]!.hint ?? 0));
  const found = new Map<number, Anchor>();
  const jumps: number[] = [];
  let shift = 0;
  for (const i of order) {
    const { exact, prefix, suffix, hint, copies = 1 } = selectors[i]!;
    if (results[i] || hint === undefined || !Number.isSafeInteger(hint) || hint < 0) {
      continue;
    }
    const whole = prefix + exact + suffix;
    const expected = hint - prefix.length + shift;
    const at = whole.length < shortestShifted ? -1 : onlyPlaceNear(text, whole, expected, copies);
    if (at >= 0) {
      const start = at + prefix.length;
      if (at !== expected) {
        jumps.push(i);
      }
      shift = start - hint;
      found.set(i, {
        range: { start, end: start + exact.length },
        state: 'moved',
        score: 1,
        reason: 'verbatim',
      });
    }
  }
  return { found, jumps };
}

/** Whether no other form of a passage and its surroundings, wrapped or in other marks, stands around where it was found. */
function standsAlone(text: string, { prefix, exact, suffix }: QuoteSelector, { range }: Anchor): boolean {
  const { start } = range!;
  const whole = foldText(prefix + exact + suffix);
  const near = foldText(
    text,
    Math.max(0, start - shiftWindow),
    Math.min(text.length, start + whole.length + shiftWindow),
  );
  let places = 0;
  for (let at = 0; at + whole.length <= near.length; at++) {
    places += sameUnits(whole.units, 0, near, at, whole.length) ? 1 : 0;
  }
  return places === 1;
}

/** Where `whole` stands at `expected`, or, had it no copies, once and only once around there; else -1. */
function onlyPlaceNear(text: string, whole: string, expected: number, copies: number): number {
  if (text.startsWith(whole, expected) && expected >= 0) {
    return expected;
  }
  if (copies > 1) {
    return -1;
  }
  const from = Math.max(0, expected - shiftWindow);
  const near = text.slice(from, expected + shiftWindow + whole.length);
  const at = near.indexOf(whole);
  return at >= 0 && near.indexOf(whole, at + 1) === -1 ? from + at : -1;
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
  of: number,
  pattern: Pattern,
  candidates: readonly Candidate[],
  landmarks: readonly Landmark[],
): Ranked[] {
  return candidates
    .map((one) => {
      const close = closeness(landmarks, of, pattern.hint, one.range.start);
      const trust =
        one.similarity === 1
          ? trustExact(pattern, one, close, text.startsWith(pattern.selector.exact, one.range.start))
          : trustFuzzy(pattern, one, close);
      return { ...one, trust, near: close, total: one.evidence + closenessWeight * Math.min(1, close.any / inPlace) };
    })
    .sort((a, b) => b.trust - a.trust || b.total - a.total);
}

function decide(text: string, pattern: Pattern, ranked: readonly Ranked[]): Anchor {
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
    return { state: 'moved', reason: change ? 'wording-changed' : 'form-changed' };
  }
  return best.range.start === hint ? { state: 'exact', reason: 'at-hint' } : { state: 'moved', reason: 'verbatim' };
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
  return wasAlone && !alike && rival.similarity >= nearlySame && best.evidence - rival.evidence < decisive;
}

/** The quote stands there word for word; is it this passage or another one with the same words? */
function trustExact(pattern: Pattern, candidate: Candidate, close: Closeness, verbatim: boolean): Trust {
  const { left, right, framed } = candidate;
  const { prefix, suffix, copies } = pattern.selector;
  const low = Math.min(left, right);
  const high = Math.max(left, right);
  const isNear = close.any >= near;
  const wasCopied = copies !== undefined && copies > 1;
  if (low >= matching && (pattern.weight >= shortQuote || left + right >= bothMatching)) {
    // Words that stood in several places need more than half their surroundings where nothing else points there.
    return !wasCopied || isNear || low >= full || framed ? Trust.take : Trust.ask;
  }
  if (prefix === '' && suffix === '') {
    // Written by hand or imported: nothing is known but the words.
    return pattern.weight >= shortQuote ? Trust.take : Trust.ask;
  }
  if (pattern.weight >= longQuote) {
    if (wasCopied) {
      return isNear && high >= matching ? Trust.take : Trust.none;
    }
    return verbatim || framed || high >= faint || isNear ? Trust.take : Trust.ask;
  }
  const sentence = weightOf(pattern.folded, pattern.sentenceFrom, pattern.sentenceTo);
  if (framed && sentence >= telling && (!wasCopied || isNear || high >= full)) {
    return Trust.take;
  }
  if (close.both >= inPlace && high >= matching) {
    return Trust.take;
  }
  // A context that is gone is no surprise beyond the end of the sentence; inside of it, it is.
  const lostBeyond = left < right ? endsSentence(prefix) : stopsSentence(suffix);
  const keptInside = left < right ? !stopsSentence(suffix) : !endsSentence(prefix);
  if (high >= full && lostBeyond && (keptInside || isNear)) {
    return Trust.take;
  }
  if (pattern.weight >= shortQuote && !wasCopied && (high >= full || (high >= matching && isNear))) {
    return Trust.take;
  }
  const likely = high >= matching || left + right >= matching || (framed && !wasCopied && pattern.weight >= shortQuote);
  return likely && (isNear || high >= 0.9 || framed) ? Trust.ask : Trust.none;
}

/** Something like the quote stands there, or something else between its surroundings. */
function trustFuzzy(pattern: Pattern, candidate: Candidate, close: Closeness): Trust {
  const { left, right, similarity, kept, firm } = candidate;
  const low = Math.min(left, right);
  const high = Math.max(left, right);
  const isNear = close.any >= near;
  if (candidate.closed) {
    return Trust.none;
  }
  if (pattern.weight > longestReplaced && similarity < alike) {
    const isPart = similarity >= partly && kept >= 0.8;
    return isPart && (high >= matching || pattern.weight * similarity >= longQuote) ? Trust.ask : Trust.none;
  }
  if (similarity >= 0.6 && low >= full && close.both >= inPlace) {
    return Trust.take;
  }
  if (pattern.weight < shortQuote || similarity < alike) {
    return low >= 0.4 || (low >= faint && close.any >= 0.75) ? Trust.ask : Trust.none;
  }
  if (firm && similarity >= 0.75 && (high >= matching || (similarity >= 0.85 && pattern.weight >= longQuote))) {
    const sure = pattern.weight >= longQuote ? high >= full || isNear : similarity >= 0.85;
    return low >= faint || sure ? Trust.take : Trust.ask;
  }
  const likely = similarity >= 0.6 ? high >= matching || isNear : high >= full && isNear;
  return low >= matching || likely ? Trust.ask : Trust.none;
}
