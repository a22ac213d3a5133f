import type { TextRange } from '../../model/range';
import { Endings, standsAt, UnitSet } from '../../text/units';
import { Trigger } from '../triggers';
import type { Attribution } from './attribution';
import type { Judgement } from './authorEn';
import type { JapaneseReading } from './japaneseReading';
import { furnitureWords, type Marker, markers } from './judgementWordsJa';
import type { SentenceView } from './reading';

const shortest = 12;

/** The author's own claim in a Japanese sentence, if it is one. `headline` where the line has no full stop. */
export function judgementJa(reading: JapaneseReading, view: SentenceView, headline: boolean): Judgement | undefined {
  return judgementIn(reading, view, view.start, view.end, headline);
}

/** The same for a part of the sentence, as the clause after a report. */
function judgementIn(
  { tokens: { text }, triggers }: JapaneseReading,
  view: SentenceView,
  start: number,
  end: number,
  headline: boolean,
): Judgement | undefined {
  const patterns = markers();
  let best: Marker | undefined;
  let bestAt = 0;
  let isFurniture = false;
  let quotation = 0;
  for (let i = view.from; i < view.to && triggers.at[i]! < end; i++) {
    const at = triggers.at[i]!;
    const bits = triggers.bits[i]!;
    if ((bits & (Trigger.judgement | Trigger.furniture)) === 0 || at < start) {
      continue;
    }
    isFurniture ||= (bits & Trigger.furniture) !== 0 && furnitureAt(text, at, Math.min(end, start + farthestFurniture));
    if ((bits & Trigger.judgement) === 0) {
      continue;
    }
    while (quotation < view.quotations.length && view.quotations[quotation]!.end <= at) {
      quotation++;
    }
    if (quotation < view.quotations.length && at > view.quotations[quotation]!.start) {
      continue;
    }
    const marker = markerAt(patterns.of(text.charCodeAt(at)), text, at);
    // The last marker is the predicate's; a demand outweighs what stands after it.
    if (marker && (!best || marker.strength >= best.strength)) {
      best = marker;
      bestAt = at;
    }
  }
  if (end - start < shortest && best?.strength !== 3) {
    return undefined;
  }
  if (best && !(headline && best.strength < 3)) {
    if (isFurniture) {
      return undefined;
    }
    const cue = { start: bestAt, end: Math.min(end, bestAt + best.text.length) };
    return { cue, kind: best.kind, strength: best.strength };
  }
  if (headline || isFurniture || !isArgument(text, end)) {
    return undefined;
  }
  return { cue: null, kind: 'judgement', strength: 1 };
}

function markerAt(list: readonly Marker[] | undefined, text: string, at: number): Marker | undefined {
  for (let i = 0; list !== undefined && i < list.length; i++) {
    if (standsAt(text, list[i]!.text, at)) {
      return list[i];
    }
  }
  return undefined;
}

/** Furniture is looked for so far from the start of what is judged. */
const farthestFurniture = 400;

function furnitureAt(text: string, at: number, end: number): boolean {
  for (const word of furnitureWords) {
    if (at + word.length <= end && text.startsWith(word, at)) {
      return true;
    }
  }
  return false;
}

const presentEndings = new Endings('ている だ である ない か たい きい しい る'.split(' '));
const otherEndings = new Endings('です ます した たのだ'.split(' '));
const closingMarks = new UnitSet('。？！');

/** Ends in the present tense: ている, だ, である, ない, or asks. */
function isArgument(text: string, end: number): boolean {
  const tail = text.slice(Math.max(0, end - 6), closingMarks.at(text, end - 1) ? end - 1 : end);
  const stops = text[end - 1] === '？' || text[end - 1] === '！';
  return presentEndings.end(tail) && (stops || !otherEndings.end(tail));
}

const causes = ['ことで', 'ことから', 'ことを受け', 'ため', 'ことに'];
/** What follows a report is the author's only in the present tense; past tense goes on telling. */
const presentEnd = /(?:ている|だ|である|ない|かねない|もある|がある|る|い)[。？！]?$/;

/**
 * The author's own judgement after the last report of a sentence: 「…」と主張し、対話の前提を揺るがしている. After "in that
 * X said so" it takes in the whole sentence.
 */
export function judgementAfter(
  reading: JapaneseReading,
  view: SentenceView,
  reports: readonly Attribution[],
): { range: TextRange; judgement: Judgement; reports: readonly Attribution[] } | undefined {
  const { text } = reading.tokens;
  const last = reports.at(-1);
  const from = last?.clauseEnd ?? view.end;
  if (!last || view.end - from < shortest || !presentEnd.test(text.slice(view.end - 6, view.end))) {
    return undefined;
  }
  const cause = causes.some((word) => text.startsWith(word, from));
  if (!cause && text.charAt(from) !== '、') {
    return undefined;
  }
  const judgement = judgementIn(reading, view, from + 1, view.end, false);
  if (!judgement || judgement.strength < 2) {
    return undefined;
  }
  const cut = { ...last, range: { start: last.range.start, end: Math.min(last.range.end, from) } };
  const range = cause ? { start: view.start, end: view.end } : { start: from + 1, end: view.end };
  return { range, judgement, reports: [...reports.slice(0, -1), cut] };
}
