import type { QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import { graphemeEnd, graphemeStart } from '../text/graphemes';
import { alignNearSeeds, extension } from './alignment';
import { type FoldedText, foldedIndexAt } from './foldedText';
import { type Pattern, weightOf } from './pattern';
import { type Place, placeAlone, quotePlace } from './quotePlaces';
import { type SeedIndex, sameUnits } from './seedIndex';
import { endsSentence, snapToSentence, stopsSentence } from './sentenceBounds';
import { cutsNewWord, snapToWords } from './wordCuts';

/** A place in a text that may be the passage of a selector. */
export interface Candidate {
  /** In the text as it stands, whole graphemes and words. */
  readonly range: TextRange;
  /** 1 for equal text after folding, else one minus the share of the quote's units that differ. */
  readonly similarity: number;
  /** 0 to 1: how much of the stored context stands directly before and after. */
  readonly left: number;
  readonly right: number;
  /** The rest of the sentence around the quote, as far as it was stored, stands here as it was, and is a sentence here. */
  readonly framed: boolean;
  /** Each end is held by its context or by the first or last letters of the quote. */
  readonly firm: boolean;
  /** The share of the quote's units that agree in the part that is still there; the same as `similarity` if all is. */
  readonly kept: number;
  /** The stored contexts meet here: what stood between them is gone. */
  readonly closed: boolean;
  /** What speaks for the place, in Latin letters that agree. */
  readonly evidence: number;
  /** Folded index in the text minus folded index in the pattern, where the quote begins. */
  readonly diagonal: number;
}

/** A text made ready to be searched. */
export interface SearchedText {
  readonly text: string;
  readonly folded: FoldedText;
  readonly index: SeedIndex;
}

/** At most this many Latin letters of a quote and of each context count. */
const quoteCap = 64;
const contextCap = 32;
/** Under this similarity a quote aligned for itself is no candidate. */
const leastSimilar = 0.5;
/** Under this similarity a place is only what stands between the contexts. */
const replaced = 0.75;
/** From this share on a context is there. */
const meets = 0.5;
/** From this share on it is there as it was, and tells where the quote ends. */
const wholly = 0.75;
/** Letters at an end of a quote that show that it ends there. */
const edgeLength = 4;
/** Enough of a text to see whether a sentence ends or begins. */
const glance = 16;
/** Clusters of seeds that are aligned. */
const aligned = 4;
/** From this similarity on, with both contexts there, no other place is looked for. */
const clearlySimilar = 0.8;
/** Quotes longer than this are aligned at their ends only. */
const longestAligned = 4000;

/** Where the seeds of the pattern lie in the text: text index minus pattern index, ascending, with repeats. */
export function findDiagonals({ folded, index }: SearchedText, pattern: Pattern, expected: number): Int32Array {
  return index.diagonals(pattern.folded, foldedIndexAt(folded, expected) - pattern.from);
}

/** Places where the folded quote stands as it is and cuts no word. */
export function exactCandidates(searched: SearchedText, pattern: Pattern, diagonals: Int32Array): Candidate[] {
  const out: Candidate[] = [];
  const length = pattern.to - pattern.from;
  let last = Number.NaN;
  for (const diagonal of diagonals) {
    const start = pattern.from + diagonal;
    if (
      diagonal !== last &&
      sameUnits(pattern.folded.units, pattern.from, searched.folded, start, length) &&
      !cutsNewWord(searched.text, sourceRange(searched, start, start + length), pattern)
    ) {
      out.push(weigh(searched, pattern, { start, end: start + length, similarity: 1, kept: 1 }));
    }
    last = diagonal;
  }
  return out;
}

/** Places where the quote stands changed, or where its surroundings stand and hold something else. */
export function fuzzyCandidates(
  searched: SearchedText,
  pattern: Pattern,
  diagonals: Int32Array,
  exact: readonly Candidate[],
): Candidate[] {
  const length = pattern.to - pattern.from;
  const out: Candidate[] = [];
  if (length > longestAligned) {
    return out;
  }
  for (const { low, high } of clusters(diagonals, Math.min(400, Math.max(40, length >> 2)))) {
    if (exact.some(({ diagonal }) => low <= diagonal && diagonal <= high)) {
      continue;
    }
    const pad = 12 + (length >> 4);
    const band: [number, number, number] = [low, Math.min(high, low + 3 * length + 200), pad];
    const whole = alignNearSeeds(pattern.folded.units, 0, pattern.folded.length, searched.folded, ...band);
    const inContext = quotePlace(pattern, searched.folded, whole.partners);
    const places: Candidate[] = [];
    if (inContext) {
      const found = weigh(searched, pattern, inContext);
      const { left, right, similarity, closed } = found;
      places.push(found);
      if (similarity >= clearlySimilar && similarity < 1 && left >= meets && right >= meets) {
        return [...out, ...places];
      }
      if (similarity >= leastSimilar && left >= wholly && right >= wholly && !closed) {
        out.push(...places);
        continue;
      }
    }
    const alone = alignNearSeeds(pattern.folded.units, pattern.from, pattern.to, searched.folded, ...band);
    const place = placeAlone(pattern, searched.folded, alone);
    if (place && (place.similarity >= leastSimilar || place.kept >= clearlySimilar)) {
      places.push(weigh(searched, pattern, place));
    }
    places.sort((a, b) => b.evidence - a.evidence);
    out.push(...places.slice(0, 1));
  }
  return out;
}

/** Groups of diagonals no further apart than `tolerance`; those with most seeds first. */
function clusters(diagonals: Int32Array, tolerance: number): { low: number; high: number; votes: number }[] {
  const out: { low: number; high: number; votes: number }[] = [];
  for (const diagonal of diagonals) {
    const open = out.at(-1);
    if (open && diagonal - open.high <= tolerance) {
      open.high = diagonal;
      open.votes++;
    } else {
      out.push({ low: diagonal, high: diagonal, votes: 1 });
    }
  }
  out.sort((a, b) => b.votes - a.votes);
  // A few seeds are chance where another place has many, one is always, unless there is nothing better.
  return out.filter((one, i) => i === 0 || one.votes > Math.max(1, out[0]!.votes / 6)).slice(0, aligned);
}

/** What speaks for a place. */
function weigh(searched: SearchedText, pattern: Pattern, { start, end, similarity, kept }: Place): Candidate {
  const { folded, from, to } = pattern;
  const { units, length } = folded;
  const before = (at: number): number => extension(units, from, from, searched.folded, at, -1);
  const after = (at: number): number => extension(units, to, length - to, searched.folded, at, 1);
  const left = from > 0 ? before(start) : opens(pattern.selector) && start === 0 ? 1 : 0;
  const right = to < length ? after(end) : closes(pattern.selector) && end === searched.folded.length ? 1 : 0;
  // Leaving out what stands between them, the contexts would fit as well or better.
  const closed =
    similarity < replaced && left >= meets && right >= meets && (after(start) >= right || before(end) >= left);
  const edge = Math.min(edgeLength, to - from);
  const firm =
    (left >= meets || sameUnits(units, from, searched.folded, start, edge)) &&
    (right >= meets || sameUnits(units, to - edge, searched.folded, end - edge, edge));
  const evidence =
    Math.min(quoteCap, pattern.weight) * (2 * similarity - 1) +
    Math.min(contextCap, weightOf(folded, 0, from)) * left +
    Math.min(contextCap, weightOf(folded, to, length)) * right;
  const raw = sourceRange(searched, start, end);
  const range =
    similarity === 1
      ? raw
      : snapToSentence(
          searched.text,
          snapToWords(searched.text, raw, pattern),
          pattern.selector,
          left < wholly,
          right < wholly,
        );
  const framed = standsInSentence(searched, pattern, start, end);
  return { range, similarity, left, right, framed, firm, kept, closed, evidence, diagonal: start - from };
}

/** Whether the quote began its text: something is known of what followed, nothing stood before. */
function opens({ prefix, suffix }: QuoteSelector): boolean {
  return prefix.trim() === '' && suffix.trim() !== '';
}

function closes({ prefix, suffix }: QuoteSelector): boolean {
  return suffix.trim() === '' && prefix.trim() !== '';
}

/** Whether the words around `[start, end)` are those of the quote's sentence, and a sentence begins and ends where it did. */
function standsInSentence({ text, folded }: SearchedText, pattern: Pattern, start: number, end: number): boolean {
  const { units } = pattern.folded;
  const { from, to, sentenceFrom, sentenceTo } = pattern;
  const first = start - from + sentenceFrom;
  const stop = end - to + sentenceTo;
  if (
    !sameUnits(units, sentenceFrom, folded, first, from - sentenceFrom) ||
    !sameUnits(units, to, folded, end, sentenceTo - to)
  ) {
    return false;
  }
  const { prefix, exact, suffix } = pattern.selector;
  // A sentence longer than its stored context tells nothing of its ends.
  const beginsBefore = sentenceFrom === 0 && prefix !== '';
  const endsAfter = sentenceTo === pattern.folded.length && suffix !== '' && !endsSentence(prefix + exact + suffix);
  const at = folded.starts[first]!;
  const after = folded.ends[stop - 1]!;
  return (
    (beginsBefore || endsSentence(text.slice(Math.max(0, at - glance), at))) &&
    (endsAfter ||
      endsSentence(text.slice(Math.max(0, after - glance), after)) ||
      stopsSentence(text.slice(after, after + glance)))
  );
}

/** The source range of folded indices, widened to whole graphemes. */
function sourceRange({ text, folded }: SearchedText, start: number, end: number): TextRange {
  return { start: graphemeStart(text, folded.starts[start]!), end: graphemeEnd(text, folded.ends[end - 1]!) };
}
