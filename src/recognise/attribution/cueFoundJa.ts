import type { TextRange } from '../../model/range';
import { standsAt, UnitSet, Words } from '../../text/units';
import { Trigger } from '../triggers';
import { type CueJa, cuesByFirst } from './cuesJa';
import type { JapaneseReading } from './japaneseReading';
import type { SentenceView } from './reading';

/** A cue where it stands in the text. */
export interface CueFound extends TextRange {
  readonly cue: CueJa;
  /** After its ending: where the clause that it closes stops. */
  readonly clauseEnd: number;
  /** It stands before the noun it describes: 主張する「…」, 述べたこと. */
  readonly attributive: boolean;
}

/** Cues outside quotations, in order. */
export function findCues({ tokens: { text }, triggers }: JapaneseReading, view: SentenceView): CueFound[] {
  const cues = cuesByFirst();
  const found: CueFound[] = [];
  let quotation = 0;
  let resume = view.start;
  for (let i = view.from; i < view.to; i++) {
    const at = triggers.at[i]!;
    if ((triggers.bits[i]! & Trigger.cue) === 0 || at < resume) {
      continue;
    }
    while (quotation < view.quotations.length && view.quotations[quotation]!.end <= at) {
      quotation++;
    }
    if (quotation < view.quotations.length && at > view.quotations[quotation]!.start) {
      continue;
    }
    const cue = cueAt(cues.of(text.charCodeAt(at)), text, at);
    if (cue) {
      const match = matchCue(text, view, at, cue);
      if (match) {
        found.push(match);
      }
      resume = match ? match.clauseEnd : at + cue.text.length;
    }
  }
  return found;
}

function cueAt(list: readonly CueJa[] | undefined, text: string, at: number): CueJa | undefined {
  for (let i = 0; list !== undefined && i < list.length; i++) {
    if (standsAt(text, list[i]!.text, at)) {
      return list[i];
    }
  }
  return undefined;
}

const verbalEnds = new Words([
  'している',
  'しており',
  'していた',
  'した',
  'する',
  'して',
  'すると',
  'し、',
  'しつつ',
  'しながら',
  'しない',
  'しなか',
  'せず',
  '済み',
  'したい',
  'しよう',
  'し',
]);
const passive = new Words(['され', 'できる', 'できない']);
const afterNoun = new UnitSet('、。」』 　）)！？!?');
const tying = new UnitSet('とをも」』にが');
const closing = new UnitSet('、。');
const fullStops = new UnitSet('。！？');
const beforeClause = new UnitSet('はがも、に');
const verbStops = new UnitSet('とがのをこよ');

function matchCue(text: string, view: SentenceView, at: number, cue: CueJa): CueFound | undefined {
  let end = at + cue.text.length;
  if (cue.quoting && !isQuoted(text, at)) {
    return undefined;
  }
  if (cue.form === 'noun') {
    if (passive.find(text, end)) {
      return undefined;
    }
    const ending = verbalEnds.find(text, end);
    if (ending) {
      end += ending.endsWith('、') ? ending.length - 1 : ending.length;
    } else if (end < view.end && !afterNoun.at(text, end)) {
      return undefined;
    } else if (!isTied(text, view.start, at) && !closesHeadline(text, view, end)) {
      return undefined;
    }
    if (!isUsed(text, view, at, end)) {
      return undefined;
    }
  } else if (cue.form === 'verb') {
    if (text.startsWith('られ', end) || !isUsed(text, view, at, end)) {
      return undefined;
    }
    end = verbEnd(text, end, view.end);
  } else {
    const stance = cue.text.endsWith('を') && !/(?:との|[るたう])$/.test(text.slice(Math.max(0, at - 2), at));
    if (stance) {
      return undefined;
    }
    end = cue.needsSource ? wholeEnd(text, end, view.end) : end;
  }
  return { start: at, end: at + cue.text.length, cue, clauseEnd: end, attributive: isAttributive(text, end, view.end) };
}

/** と before it, perhaps with a few words between: と強く, と改めて. */
function isQuoted(text: string, at: number): boolean {
  const end = afterQuoting.at(text, at - 1) ? at - 1 : at;
  const isTied = quoting.at(text, end - 1) || (end > 1 && text.startsWith('って', end - 2));
  // ひと, こと, もと and あと are nouns.
  return isTied && !(end === at && text.charCodeAt(at - 1) === toParticle && beforeNounEnd.at(text, at - 2));
}

const quoting = new UnitSet('と」』');
const afterQuoting = new UnitSet('はも、');
const toParticle = 'と'.charCodeAt(0);
const beforeNounEnd = new UnitSet('ひこもあ');

const longestAdverb = 12;

/** Whether と, を, に or も stands before the cue, an adverb or a short speaker at most between. */
function isTied(text: string, start: number, at: number): boolean {
  for (let i = at - 1; i >= start && i >= at - longestAdverb; i--) {
    const unit = text.charCodeAt(i);
    if (tying.has(unit)) {
      return true;
    }
    if (closing.has(unit)) {
      return false;
    }
  }
  return false;
}

/** A headline leaves the particles out: 知事、交渉加速促す. */
function closesHeadline(text: string, view: SentenceView, end: number): boolean {
  return end >= view.end - 2 && !fullStops.at(text, view.end - 1);
}

function isUsed(text: string, view: SentenceView, at: number, end: number): boolean {
  return isTied(text, view.start, at) || startsClause(text, view.start, at) || closesHeadline(text, view, end);
}

function startsClause(text: string, start: number, at: number): boolean {
  return at <= start + 1 || beforeClause.at(text, at - 1);
}

function verbEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && i < from + 8 && isHiragana(text.charCodeAt(i)) && !verbStops.at(text, i)) {
    i++;
  }
  return i;
}

function wholeEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && i < from + 12 && !closing.at(text, i)) {
    i++;
  }
  return i;
}

export function isHiragana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x309f;
}

/** A noun follows right away: the clause describes it. */
function isAttributive(text: string, end: number, limit: number): boolean {
  const unit = text.charCodeAt(end);
  return (
    end < limit &&
    (unit === 0x300c || unit === 0x300e || (unit >= 0x30a1 && unit <= 0x9fff) || text.startsWith('こと', end))
  );
}
