import type { AnchorState, QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import { type Alignment, alignInBand, extension } from './alignment';
import { compareWording } from './changes';
import { type FoldedText, foldedIndexAt, foldText, isCjk } from './foldedText';
import { graphemeEnd, graphemeStart } from './graphemes';
import { SeedIndex, sameUnits } from './seedIndex';

/** Where an annotation is now. */
export interface Anchor {
  /** `null` for an orphan. */
  readonly range: TextRange | null;
  readonly state: AnchorState;
  /** 0 to 1: how much of what is known about the passage agrees. */
  readonly score: number;
  /** Stable code in kebab case, for messages and tests. */
  readonly reason: AnchorReason;
  /** Other places that a person may choose, best first; for review and orphan. */
  readonly candidates?: readonly TextRange[];
}

export type AnchorReason =
  | 'at-hint'
  | 'verbatim'
  | 'form-changed'
  | 'wording-changed'
  | 'name-changed'
  | 'number-changed'
  | 'negation-changed'
  | 'ambiguous'
  | 'weak'
  | 'not-found'
  | 'empty-quote';

/** A place in the folded text that may be the passage. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  /** 1 for equal text after folding, else one minus the share of units that differ. */
  readonly similarity: number;
  readonly left: number;
  readonly right: number;
  readonly evidence: number;
}

/** A selector made ready: its context and quote folded as one text. */
interface Pattern {
  readonly selector: QuoteSelector;
  readonly folded: FoldedText;
  /** Folded indices of the quote in `folded`. */
  readonly from: number;
  readonly to: number;
  readonly hint: number;
}

/** One kana or kanji says as much as this many Latin letters. */
const cjkWeight = 2.5;
const shortQuote = 12;
const longQuote = 40;
const enough = 28;
const clearlyBetter = 6;
const leastSimilar = 0.55;

/** Resolves every selector in a normalised text. The answers stand in the order of the selectors; never throws. */
export function anchorAll(text: string, selectors: readonly QuoteSelector[]): Anchor[] {
  const results = new Array<Anchor | undefined>(selectors.length);
  const open: number[] = [];
  for (const [i, selector] of selectors.entries()) {
    results[i] = atHint(text, selector);
    if (!results[i]) {
      open.push(i);
    }
  }
  if (open.length > 0) {
    const folded = foldText(text);
    const index = new SeedIndex(folded);
    for (const i of open) {
      results[i] = resolve(text, folded, index, prepare(selectors[i]!));
    }
  }
  return results as Anchor[];
}

/** The cheap and common case: nothing changed here. */
function atHint(text: string, selector: QuoteSelector): Anchor | undefined {
  const { exact, prefix, suffix, hint } = selector;
  if (exact.trim() === '') {
    return { range: null, state: 'orphan', score: 0, reason: 'empty-quote' };
  }
  if (hint === undefined || !Number.isInteger(hint) || hint < prefix.length) {
    return undefined;
  }
  const end = hint + exact.length;
  if (text.startsWith(exact, hint) && text.startsWith(prefix, hint - prefix.length) && text.startsWith(suffix, end)) {
    return { range: { start: hint, end }, state: 'exact', score: 1, reason: 'at-hint' };
  }
  return undefined;
}

function prepare(selector: QuoteSelector): Pattern {
  const all = selector.prefix + selector.exact + selector.suffix;
  const folded = foldText(all);
  const from = foldedIndexAt(folded, selector.prefix.length);
  const to = foldedIndexAt(folded, selector.prefix.length + selector.exact.length);
  const hint = Number.isInteger(selector.hint) && selector.hint! >= 0 ? selector.hint! : 0;
  return { selector, folded, from, to, hint };
}

function resolve(text: string, folded: FoldedText, index: SeedIndex, pattern: Pattern): Anchor {
  const orphan: Anchor = { range: null, state: 'orphan', score: 0, reason: 'not-found' };
  if (pattern.to <= pattern.from) {
    return { ...orphan, reason: 'empty-quote' };
  }
  const diagonals = findDiagonals(index, pattern, foldedIndexAt(folded, pattern.hint));
  const candidates = exactCandidates(folded, pattern, diagonals, text);
  candidates.sort((a, b) => b.evidence - a.evidence);
  const best = candidates[0];
  if (!best || best.evidence < enough) {
    for (const candidate of fuzzyCandidates(folded, pattern, diagonals)) {
      candidates.push(candidate);
    }
    candidates.sort((a, b) => b.evidence - a.evidence);
  }
  return decide(text, folded, pattern, candidates) ?? orphan;
}

/** Where the seeds of the pattern lie in the text: text index minus pattern index, ascending. */
function findDiagonals(index: SeedIndex, pattern: Pattern, expected: number): Int32Array {
  const { folded } = pattern;
  const found: number[] = [];
  const diagonals: number[] = [];
  const stride = Math.max(1, Math.floor(folded.length / 256));
  for (let at = 0; at < folded.length; at += stride) {
    found.length = 0;
    index.places(folded, at, expected + at - pattern.from, found);
    for (const place of found) {
      diagonals.push(place - at);
    }
  }
  diagonals.push(expected - pattern.from);
  return Int32Array.from(diagonals).sort();
}

function exactCandidates(folded: FoldedText, pattern: Pattern, diagonals: Int32Array, text: string): Candidate[] {
  const out: Candidate[] = [];
  const length = pattern.to - pattern.from;
  let last = Number.NaN;
  for (const diagonal of diagonals) {
    if (diagonal === last) {
      continue;
    }
    last = diagonal;
    const start = pattern.from + diagonal;
    if (
      sameUnits(pattern.folded.units, pattern.from, folded, start, length) &&
      keepsWords(text, folded, pattern, start, start + length)
    ) {
      out.push(weigh(folded, pattern, start, start + length, 1));
    }
  }
  return out;
}

function fuzzyCandidates(folded: FoldedText, pattern: Pattern, diagonals: Int32Array): Candidate[] {
  const length = pattern.to - pattern.from;
  if (weightOf(pattern.folded, pattern.from, pattern.to) < shortQuote) {
    return [];
  }
  const tolerance = Math.min(400, Math.max(16, length >> 2));
  const clusters: { low: number; high: number; votes: number }[] = [];
  for (const diagonal of diagonals) {
    const open = clusters.at(-1);
    if (open && diagonal - open.high <= tolerance) {
      open.high = diagonal;
      open.votes++;
    } else {
      clusters.push({ low: diagonal, high: diagonal, votes: 1 });
    }
  }
  clusters.sort((a, b) => b.votes - a.votes);
  const pad = 12 + (length >> 3);
  const out: Candidate[] = [];
  for (const { low, high } of clusters.slice(0, 4)) {
    const aligned: Alignment = alignInBand(
      pattern.folded.units,
      pattern.from,
      pattern.to,
      folded,
      low - pad,
      Math.min(high, low + 3 * length + 200) + pad,
    );
    const similarity = 1 - aligned.distance / length;
    if (similarity >= leastSimilar && aligned.end > aligned.start) {
      out.push(weigh(folded, pattern, aligned.start, aligned.end, similarity));
    }
  }
  return out;
}

/** What speaks for a place, in Latin letters that agree: quote, context before and after. */
function weigh(folded: FoldedText, pattern: Pattern, start: number, end: number, similarity: number): Candidate {
  const { units, length } = pattern.folded;
  const left = extension(units, pattern.from, pattern.from, folded, start, -1);
  const right = extension(units, pattern.to, length - pattern.to, folded, end, 1);
  const quote = Math.min(64, weightOf(pattern.folded, pattern.from, pattern.to));
  const before = Math.min(32, weightOf(pattern.folded, 0, pattern.from));
  const after = Math.min(32, weightOf(pattern.folded, pattern.to, length));
  const evidence = quote * (2 * similarity - 1) + before * left + after * right;
  return { start, end, similarity, left, right, evidence };
}

function weightOf(folded: FoldedText, from: number, to: number): number {
  let weight = 0;
  for (let i = from; i < to; i++) {
    weight += isCjk(folded.units[i]!) ? cjkWeight : 1;
  }
  return weight;
}

const wordUnit = /[\p{L}\p{Nd}\p{M}]/u;
const kana = /[\u30A1-\u30FA\u30FC]/;

/** Whether both units belong to one word that a cut between them would split: letters, digits, katakana. */
function joins(a: string, b: string): boolean {
  const aCjk = isCjk(a.charCodeAt(0));
  const bCjk = isCjk(b.charCodeAt(0));
  if (aCjk || bCjk) {
    return kana.test(a) && kana.test(b);
  }
  return wordUnit.test(a) && wordUnit.test(b);
}

/** A place must not cut a word where the quote itself did not. */
function keepsWords(text: string, folded: FoldedText, pattern: Pattern, start: number, end: number): boolean {
  const { prefix, exact, suffix } = pattern.selector;
  const from = folded.starts[start]!;
  const to = folded.ends[end - 1]!;
  const cutsBefore = from > 0 && joins(text[from - 1]!, text[from]!);
  const cutsAfter = to < text.length && joins(text[to - 1]!, text[to]!);
  const cutBefore = prefix !== '' && joins(prefix.at(-1)!, exact[0]!);
  const cutAfter = suffix !== '' && joins(exact.at(-1)!, suffix[0]!);
  return (!cutsBefore || cutBefore) && (!cutsAfter || cutAfter);
}

function decide(
  text: string,
  folded: FoldedText,
  pattern: Pattern,
  candidates: readonly Candidate[],
): Anchor | undefined {
  const best = candidates[0];
  if (!best) {
    return undefined;
  }
  const weight = weightOf(pattern.folded, pattern.from, pattern.to);
  const second = candidates.find((one) => one.start >= best.end || one.end <= best.start);
  const range = sourceRange(text, folded, best);
  const others = candidates.slice(1, 6).map((one) => sourceRange(text, folded, one));
  const score = Math.max(0, Math.min(1, best.evidence / Math.min(128, weight + 64)));
  const review = (reason: AnchorReason): Anchor => ({ range, state: 'review', score, reason, candidates: others });
  if (best.evidence < enough) {
    return undefined;
  }
  if (best.similarity === 1) {
    if (weight < longQuote && best.left < 0.3 && best.right < 0.3) {
      return undefined;
    }
    if (weight < shortQuote && (best.left < 0.25 || best.right < 0.25)) {
      return review('weak');
    }
  }
  if (second && best.evidence - second.evidence < clearlyBetter) {
    return review('ambiguous');
  }
  const now = text.slice(range.start, range.end);
  if (now === pattern.selector.exact) {
    const atHint = range.start === pattern.selector.hint;
    return { range, state: atHint ? 'exact' : 'moved', score, reason: atHint ? 'at-hint' : 'verbatim' };
  }
  const change = compareWording(pattern.selector.exact, now);
  if (change === 'name' || change === 'number' || change === 'negation') {
    return review(`${change}-changed`);
  }
  if (best.similarity < 0.7) {
    return review('weak');
  }
  return {
    range,
    state: 'moved',
    score,
    reason: best.similarity === 1 ? 'form-changed' : 'wording-changed',
  };
}

/** The source range of a candidate, widened to whole graphemes. */
function sourceRange(text: string, folded: FoldedText, place: { start: number; end: number }): TextRange {
  return {
    start: graphemeStart(text, folded.starts[place.start]!),
    end: graphemeEnd(text, folded.ends[place.end - 1]!),
  };
}
