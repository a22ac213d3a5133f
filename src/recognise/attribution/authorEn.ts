import type { TextRange } from '../../model/range';
import type { ClaimKind } from '../../model/recognition';
import { CharClass } from '../../text/charClass';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';
import { Voice } from './opinionWordsEn';
import type { SentenceView } from './reading';

/** A sentence in which the author judges, demands or predicts. */
export interface Judgement {
  readonly cue: TextRange | null;
  readonly kind: ClaimKind;
  /**
   * 3 where the words leave no doubt (must, should, it is essential), 2 where they judge or predict, 1 where the
   * sentence merely argues in the present tense. What counts depends on the text: a report has few judgements.
   */
  readonly strength: 1 | 2 | 3;
}

const shortest = 4;

/** The author's own claim in a sentence, if it is one. `headline` where the line has no full stop. */
export function judgementEn(reading: EnglishReading, view: SentenceView, headline: boolean): Judgement | undefined {
  if (view.to - view.from < shortest) {
    return undefined;
  }
  const found = voiceOf(reading, view, headline);
  return found && !isFurniture(reading, view) ? found : undefined;
}

function voiceOf(reading: EnglishReading, view: SentenceView, headline: boolean): Judgement | undefined {
  const { tokens } = reading;
  const main = mainClause(reading, view);
  let demand = -1;
  let prediction = -1;
  let judgement = -1;
  let judgements = 0;
  let present = false;
  let past = false;
  let first = false;
  let edForm = false;
  let small = 0;
  let quotation = 0;
  for (let i = view.from; i < view.to; i++) {
    const voice = reading.voices[i]!;
    if (voice === 0 || reading.mentionOf[i]! >= 0) {
      small += tokens.classes[i] === CharClass.lower ? 1 : 0;
      edForm ||= tokens.classes[i] === CharClass.lower && tokens.text.startsWith('ed', tokens.ends[i]! - 2);
      continue;
    }
    const start = tokens.starts[i]!;
    while (quotation < view.quotations.length && view.quotations[quotation]!.end <= start) {
      quotation++;
    }
    const around = view.quotations[quotation];
    if (around !== undefined && around.start < start && around.innerEnd - around.innerStart > 40) {
      continue;
    }
    if (voice & Voice.demand && (demand < 0 || (demand < main && i >= main))) {
      demand = i;
    }
    if (voice & Voice.prediction && (prediction < 0 || prediction < main) && !isMonth(reading, view, i)) {
      prediction = i;
    }
    if (voice & Voice.judgement) {
      judgements++;
      judgement = judgement < 0 ? i : judgement;
    }
    present ||= (voice & Voice.present) !== 0;
    past ||= (voice & Voice.past) !== 0;
    first ||= (voice & Voice.firstPerson) !== 0;
  }
  const cueAt = (i: number): TextRange => ({ start: tokens.starts[i]!, end: tokens.ends[i]! });
  // "Although there is a need to…, giving way would…": the main clause is the claim.
  const conceded = demand < main && (prediction >= main || judgement >= main);
  if (demand >= 0 && !conceded) {
    return { cue: cueAt(demand), kind: 'demand', strength: isFirmDemand(reading, demand) ? 3 : 2 };
  }
  if (headline) {
    if (judgement >= 0 && /^cannot$/i.test(wordAt(reading, judgement))) {
      return { cue: cueAt(judgement), kind: 'judgement', strength: 2 };
    }
    return prediction >= 0 ? { cue: cueAt(prediction), kind: 'prediction', strength: 2 } : undefined;
  }
  if (prediction >= 0) {
    return { cue: cueAt(prediction), kind: predicts(reading, prediction) ? 'prediction' : 'judgement', strength: 2 };
  }
  if (judgements > 1 || (judgements > 0 && (present || first || !past))) {
    return { cue: cueAt(judgement), kind: 'judgement', strength: 2 };
  }
  if (judgements > 0 || (!past && (present || (!edForm && small >= 4))) || unitAt(reading, view.to - 1) === 0x3f) {
    return { cue: judgement >= 0 ? cueAt(judgement) : null, kind: 'judgement', strength: 1 };
  }
  return undefined;
}

/**
 * "It was natural that…", "There is no doubt that…": the author's frame around what the rest reports. Index of the
 * token after it.
 */
export function frameEnd(reading: EnglishReading, view: SentenceView): number | undefined {
  if (
    !/^(?:It|There)$/.test(wordAt(reading, view.from)) ||
    !/^(?:is|was|seems|remains)$/.test(wordAt(reading, view.from + 1))
  ) {
    return undefined;
  }
  let judged = false;
  for (let i = view.from + 2; i < view.to && i < view.from + 8; i++) {
    judged ||= (reading.voices[i]! & (Voice.judgement | Voice.demand)) !== 0;
    if (wordAt(reading, i) === 'that') {
      return judged ? i + 1 : undefined;
    }
  }
  return undefined;
}

const concessive = /^(?:Although|Though|While|Whereas|Despite|Notwithstanding)$/;

/** First token of the main clause where a concession with its comma leads the sentence. */
function mainClause(reading: EnglishReading, view: SentenceView): number {
  if (concessive.test(wordAt(reading, view.from))) {
    for (let i = view.from + 1; i < view.to; i++) {
      if (unitAt(reading, i) === Unit.comma) {
        return i + 1;
      }
    }
  }
  return view.from;
}

const beForms = /^(?:is|are|be|been|seems?|appears?|looks?|remains?)$/;

/**
 * Whether the word looks ahead: "will", "could", "is likely to". "Would" weighs what something amounts to, "likely" as an
 * adverb and "potential" what is already there, "than one might expect" nothing at all.
 */
function predicts(reading: EnglishReading, i: number): boolean {
  const word = wordAt(reading, i).toLowerCase();
  const before = wordAt(reading, i - 1).toLowerCase();
  if (word === 'likely') {
    return beForms.test(before) || /^(?:more|most|very|will|would|not)$/.test(before);
  }
  if (word === 'potential' || word === 'potentially' || word === 'possible' || word === 'would') {
    return false;
  }
  return !(before === 'one' && /^(?:as|than)$/.test(wordAt(reading, i - 2)));
}

const firm = /^(?:must|should|ought|essential|imperative|indispensable|vital|crucial|necessary)$/i;

function isFirmDemand(reading: EnglishReading, i: number): boolean {
  return firm.test(wordAt(reading, i));
}

function isMonth(reading: EnglishReading, view: SentenceView, i: number): boolean {
  const word = wordAt(reading, i);
  return word === 'May' && (i > view.from || /^\d/.test(wordAt(reading, i + 1)));
}

const credit = /\((?:left|right|center|centre|top|bottom|file|pictured)\b/;
const label = /^(?:By|Photo|Image|Author|Source|RELATED|Read)\b/;

/** Credits, captions, sources in brackets. */
function isFurniture(reading: EnglishReading, view: SentenceView): boolean {
  if (unitAt(reading, view.from) === Unit.openParen) {
    return true;
  }
  const text = reading.tokens.text.slice(view.start, Math.min(view.end, view.start + 400));
  return text.includes('©') || label.test(text) || (text.includes('(') && credit.test(text));
}
