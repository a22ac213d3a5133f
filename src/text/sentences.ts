import type { TextRange } from '../model/range';
import { isSpace } from './blocks';
import type { Enclosure } from './enclosures';
import { MarkKind, type Marks, markKinds } from './marks';
import { beforeName, beforeNumber, either, openers, reporting } from './sentenceWords';
import { UnitSet } from './units';

/** A quotation or bracket longer than this is cut into its sentences; a shorter one stays whole. */
const longestWhole = { latin: 320, japanese: 240 };

/** 1 full stop, 2 ! ? …, 3 the Japanese ones, 4 a space in Japanese text. */
const terminators = new Uint8Array(65536);
terminators['.'.charCodeAt(0)] = 1;
for (const mark of '!?…‽') {
  terminators[mark.charCodeAt(0)] = 2;
}
for (const mark of '。｡！？．‼⁇⁈⁉') {
  terminators[mark.charCodeAt(0)] = 3;
}
terminators[0x20] = 4;
terminators[0x3000] = 4;

const closers = new UnitSet('"”’\')]」』）］】〟»》〉＂');
/** After 。」 these go on with the sentence: と述べた, などと, の考え. */
const continuing = new UnitSet('とっなのはがをにもで、，らや');
/** Japanese predicates end so; a space after one, in a line with much text on both sides, ends the sentence. */
const predicateEnds = new UnitSet('たるだいすくうむぐつ');
const shortestSide = 16;

/**
 * Sentences of one paragraph, without surrounding space, covering every word of it. `first` is the index of the
 * paragraph's first mark. Linear time, never throws.
 */
export function findSentences(
  text: string,
  block: TextRange,
  enclosures: readonly Enclosure[],
  marks: Marks,
  first: number,
): TextRange[] {
  const found: TextRange[] = [];
  let start = block.start;
  let next = 0;
  let after = block.start;
  for (let i = first; i < marks.count && marks.at[i]! < block.end; i++) {
    const at = marks.at[i]!;
    if (at < after || (markKinds[text.charCodeAt(at)]! & (MarkKind.ending | MarkKind.wideSpace)) === 0) {
      continue;
    }
    const kind = terminators[text.charCodeAt(at)]!;
    after = at + 1;
    if (kind !== 4) {
      while (after < block.end && isMark(terminators[text.charCodeAt(after)]!)) {
        after++;
      }
      while (after < block.end && closers.has(text.charCodeAt(after))) {
        after++;
      }
    }
    while (next < enclosures.length && (enclosures[next]!.end < after || !isKeptWhole(text, enclosures[next]!))) {
      next++;
    }
    const around = enclosures[next];
    const inside = around !== undefined && around.start < at && after < around.end;
    const last = after >= block.end;
    if (last || (!inside && endsSentence(text, start, at, after, block.end, kind))) {
      pushTrimmed(text, start, after, found);
      start = after;
    }
  }
  pushTrimmed(text, start, block.end, found);
  return found;
}

function isMark(kind: number): boolean {
  return kind >= 1 && kind <= 3;
}

function isKeptWhole(text: string, item: Enclosure): boolean {
  if (item.depth > 0 || !item.closed) {
    return false;
  }
  const japanese = text.charCodeAt(item.start) > 0x2fff;
  return item.end - item.start <= (japanese ? longestWhole.japanese : longestWhole.latin);
}

function pushTrimmed(text: string, start: number, end: number, found: TextRange[]): void {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) {
    from++;
  }
  while (to > from && isSpace(text.charCodeAt(to - 1))) {
    to--;
  }
  if (from < to) {
    found.push({ start: from, end: to });
  }
}

function isJapanese(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x9fff) || (unit >= 0xff66 && unit <= 0xff9f);
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether the marks in `[at, after)`, closing quotation marks included, end the sentence that began at `start`. */
function endsSentence(text: string, start: number, at: number, after: number, end: number, kind: number): boolean {
  const closed = closers.at(text, after - 1);
  const follower = text.charCodeAt(after);
  if (kind === 4) {
    return (
      predicateEnds.at(text, at - 1) &&
      isJapanese(follower) &&
      at - start >= shortestSide &&
      sideAfter(text, after, end)
    );
  }
  if (kind === 3) {
    const wideStop = text.charCodeAt(at) === 0xff0e;
    if (wideStop && (isDigit(follower) || !isJapanese(text.charCodeAt(at - 1)))) {
      return false;
    }
    if (text.charAt(after - 1) === '）' && !isSpace(follower)) {
      return false;
    }
    const mild = text.charCodeAt(at) !== 0x3002;
    return !((closed || mild) && continuing.has(follower));
  }
  if (!isSpace(follower)) {
    // "すごい!と" goes on, "すごい!彼は" does not; 3.5, example.com and "etc.)," go on.
    return kind === 2 && isJapanese(follower) && !continuing.has(follower);
  }
  let next = after;
  while (next < end && isSpace(text.charCodeAt(next))) {
    next++;
  }
  const word = wordFrom(text, next, end);
  if (isLowerStart(word)) {
    return false;
  }
  if (kind === 2) {
    return !(closed && goesOnReporting(text, next, end));
  }
  return closed || text.charCodeAt(at - 1) === 0x2e || endsAfterDot(text, start, at, next, word);
}

function sideAfter(text: string, from: number, end: number): boolean {
  for (let at = from; at < from + shortestSide; at++) {
    if (at >= end || isMark(terminators[text.charCodeAt(at)]!)) {
      return false;
    }
  }
  return true;
}

function isLowerStart(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toUpperCase() && first === first.toLowerCase();
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f) ||
    unit === 0x27 ||
    unit === 0x2019
  );
}

const longestWord = 24;

function wordFrom(text: string, from: number, end: number): string {
  let to = from;
  while (to < end && to < from + longestWord && isWordUnit(text.charCodeAt(to))) {
    to++;
  }
  return text.slice(from, to);
}

function goesOnReporting(text: string, from: number, end: number): boolean {
  let at = from;
  for (let words = 0; words < 4 && at < end; words++) {
    const word = wordFrom(text, at, end);
    if (reporting.has(word)) {
      return true;
    }
    at += Math.max(1, word.length);
    while (at < end && isSpace(text.charCodeAt(at))) {
      at++;
    }
  }
  return false;
}

/** The letters and inner full stops before the one at `dot`: "U.S", "Dec", "Ph.D". */
function wordBefore(text: string, start: number, dot: number): string {
  let from = dot;
  while (from > start && from > dot - longestWord) {
    const unit = text.charCodeAt(from - 1);
    const inner = unit === 0x2e && from < dot && isWordUnit(text.charCodeAt(from));
    if (!isWordUnit(unit) && !inner) {
      break;
    }
    from--;
  }
  return text.slice(from, dot);
}

function endsAfterDot(text: string, start: number, dot: number, next: number, follower: string): boolean {
  const word = wordBefore(text, start, dot);
  const digit = isDigit(text.charCodeAt(next));
  if (beforeName.has(word) || (digit && beforeNumber.has(word))) {
    return false;
  }
  const initials = word.length > 0 && word.length <= 7 && isInitials(word);
  if (!initials && !either.has(word)) {
    // "1. " opens a numbered line.
    return !(word === '' && dot - start <= 3 && isDigit(text.charCodeAt(dot - 1)));
  }
  if (follower === '') {
    return !digit && '“"‘「'.includes(text.charAt(next));
  }
  return openers.has(follower);
}

/** "J", "U.S", "D.C", "Ph.D": single letters between full stops. */
function isInitials(word: string): boolean {
  for (let i = 1; i < word.length; i += 2) {
    if (word[i] !== '.') {
      return false;
    }
  }
  return word[0] === word[0]!.toUpperCase() || word.length > 1;
}
