import { type EnglishReading, isCapital, Unit, unitAt, wordAt } from './englishReading';
import { reportNouns } from './nounsEn';
import type { SentenceView } from './reading';
import { Form, formOf, type ReportingVerb, Role } from './wordsEn';

/** Whether a quotation opens with token `i`. */
export function isOpeningQuote(reading: EnglishReading, view: SentenceView, i: number): boolean {
  if (view.quotations.length === 0) {
    return false;
  }
  const start = i < view.to ? reading.tokens.starts[i]! : -1;
  return view.quotations.some((quotation) => quotation.start === start);
}

/** `“Never,” Moss added`: a quotation ends not far before the verb. */
export function followsQuote(reading: EnglishReading, view: SentenceView, verb: number): boolean {
  if (view.quotations.length === 0) {
    return false;
  }
  const start = reading.tokens.starts[verb]!;
  return view.quotations.some(({ end, closed, innerEnd }) => {
    const comma = ',?!—…'.includes(reading.tokens.text.charAt(innerEnd - 1));
    return closed && comma && end <= start && start - end < 120;
  });
}

/** Index of the quotation that ends with token `i`, or with the comma before it. */
export function closesQuote(reading: EnglishReading, view: SentenceView, i: number): boolean {
  if (i < view.from || view.quotations.length === 0) {
    return false;
  }
  const end = reading.tokens.ends[i]!;
  return view.quotations.some((quotation) => quotation.closed && quotation.end === end);
}

/** "dismissed the idea", "repeated his claim": a report where the object is something said. */
const aboutSpeech = new Set('dismiss repeat echo address challenge reject answer counter raise accept'.split(' '));

function speechObject(reading: EnglishReading, i: number): boolean {
  const word = wordAt(reading, i).toLowerCase();
  return (
    (reportNouns.has(word) && !/^(?:hopes?|fears?)$/.test(word)) ||
    /^(?:idea|ideas|notion|suggestions|rumours|questions|findings|results)$/.test(word)
  );
}

/** "continued to work" reports nothing. */
const noInfinitive = new Set(
  'continue see know like love hate enjoy add read put find point stand hint write speak'.split(' '),
);

/** "called for an inquiry", "called on the government" */
const forVerbs = new Set('call push press appeal ask plead lobby advocate'.split(' '));

const asVerbs = new Set(
  'refer describe see regard view dismiss portray label brand quote cite recognize characterize'.split(' '),
);

/** What is said follows: that, a clause, an infinitive, a question word, a quotation, a colon. */
export function hasComplement(
  reading: EnglishReading,
  view: SentenceView,
  verbAt: number,
  verb: ReportingVerb,
): boolean {
  let i = verbAt + 1;
  let nested = false;
  if (i >= view.to) {
    return false;
  }
  // "told reporters that", "warned the council that": an addressee of a few words.
  // "called it a farce"
  if (verb.base === 'call' && /^(?:it|him|her|them|this|that)$/.test(wordAt(reading, i))) {
    return /^(?:an?|the)$/.test(wordAt(reading, i + 1)) || isOpeningQuote(reading, view, i + 1);
  }
  for (let skipped = 0; skipped < 7 && i < view.to; skipped++, i++) {
    const code = reading.mentionOf[i]! >= 0 ? 0 : reading.codes[i]!;
    const unit = unitAt(reading, i);
    if (code & Role.that || isOpeningQuote(reading, view, i) || unit === Unit.colon) {
      return true;
    }
    if (skipped === 0 && code & (Role.to | Role.subordinator)) {
      return !(code & Role.to) || (!noInfinitive.has(verb.base) && isBaseVerb(reading, view, i + 1));
    }
    // "described hearing shots"
    if (skipped === 0 && verb.class === 'speech' && /^[a-z]+ing$/.test(wordAt(reading, i))) {
      return true;
    }
    if (verb.base === 'write' && skipped === 0 && wordAt(reading, i) === 'in') {
      return true;
    }
    if (aboutSpeech.has(verb.base) && speechObject(reading, i)) {
      return true;
    }
    if (code & Role.preposition && forVerbs.has(verb.base) && /^(?:for|on|upon)$/.test(wordAt(reading, i))) {
      return true;
    }
    if (unit === Unit.comma) {
      return isOpeningQuote(reading, view, i + 1);
    }
    const clause = code & Role.auxiliary && !nested && !(verb.weak && formOf(reading.codes[verbAt]!) === Form.ing);
    if (skipped > 0 && (clause || (wordAt(reading, i) === 'as' && asVerbs.has(verb.base)))) {
      return true;
    }
    if (skipped === 0 && code & Role.to && verb.base === 'refer') {
      continue;
    }
    // "posted on social media that"
    nested ||= verb.class === 'speech' && (code & Role.preposition) !== 0;
    if (code & (Role.conjunction | Role.subordinator) || (code & Role.preposition && !nested)) {
      return false;
    }
  }
  return false;
}

function isBaseVerb(reading: EnglishReading, view: SentenceView, i: number): boolean {
  return (
    i < view.to &&
    reading.mentionOf[i]! < 0 &&
    !(reading.codes[i]! & (Role.determiner | Role.pronoun)) &&
    !isCapital(reading, i)
  );
}
