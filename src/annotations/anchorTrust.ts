import type { Candidate } from './candidates';
import type { Closeness } from './landmarks';
import { type Pattern, weightOf } from './pattern';
import { endsSentence, stopsSentence } from './sentenceBounds';

/** Whether a place may be taken without asking, only after asking, or not at all; higher is better. */
export const Trust = { none: 0, ask: 1, take: 2 } as const;
export type Trust = (typeof Trust)[keyof typeof Trust];

/** Quotes under this weight attach only as exact text in matching context; from the other on they speak for themselves. */
const shortQuote = 12;
export const longQuote = 40;
/** Context counts as matching from this share on, as fully matching from the other. */
export const matching = 0.5;
export const full = 0.75;
/** As it was, but for a letter or two. */
export const whole = 0.85;
/** What both contexts of a short quote must reach together. */
const bothMatching = 1.25;
/** Under this share a context says nothing. */
export const faint = 0.25;
/** From this closeness on a place agrees with the annotations around it. */
export const near = 0.5;
/** From this closeness to both sides on a place is where the passage was. */
export const inPlace = 0.75;

/** From this similarity on a passage is a version of the quote; under it, what stands in its place. */
const alike = 0.5;
/** Under this similarity not even a part of the quote is offered. */
const partly = 0.4;
/** A whole sentence of this weight speaks for itself. */
const telling = 16;
/** A quote up to this weight may have been replaced as a whole. */
const longestReplaced = 30;

/**
 * Whether a place that the search found may be taken for the passage.
 *
 * @param verbatim whether the quote stands there in the same form too
 */
export function trustOf(pattern: Pattern, candidate: Candidate, close: Closeness, verbatim: boolean): Trust {
  return candidate.similarity === 1
    ? trustExact(pattern, candidate, close, verbatim)
    : trustFuzzy(pattern, candidate, close);
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
    // Words that stood in several places need their surroundings as they were where nothing else points there.
    return !wasCopied || isNear || low >= whole || framed ? Trust.take : Trust.ask;
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
  // A part of one context may have been reworded where the annotations around say that this is the place.
  if (isNear && low >= faint && left + right >= bothMatching) {
    return Trust.take;
  }
  const likely = high >= matching || left + right >= matching || (framed && !wasCopied && pattern.weight >= shortQuote);
  return likely && (isNear || high >= whole || framed) ? Trust.ask : Trust.none;
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
