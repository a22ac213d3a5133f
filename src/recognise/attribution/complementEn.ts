import { isWeekday } from './beforeVerbEn';
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
    const { text } = reading.tokens;
    const comma = ',?!—…'.includes(text.charAt(innerEnd - 1)) || text.charAt(end) === ',';
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
const aboutSpeech = new Set(
  'dismiss repeat echo address challenge reject answer counter raise accept deflect evade duck resist float decline refuse'.split(
    ' ',
  ),
);

function speechObject(reading: EnglishReading, i: number): boolean {
  const word = wordAt(reading, i).toLowerCase();
  return (
    (reportNouns.has(word) && !/^(?:hopes?|fears?)$/.test(word)) ||
    /^(?:idea|ideas|notion|suggestions|rumours|questions|findings|results|plan|possibility|theory|theories|proposals)$/.test(
      word,
    )
  );
}

/** "continued to work" reports nothing. */
const noInfinitive = new Set(
  'continue see know like love hate enjoy add read put find point stand hint write speak'.split(' '),
);

/** "called for an inquiry", "called on the government" */
const forVerbs = new Set('call push press appeal ask plead lobby advocate'.split(' '));

const asVerbs = new Set(
  'attack blast denounce praise hail refer describe see regard view dismiss portray label brand quote cite recognize characterize'.split(
    ' ',
  ),
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
  if (verb.particles && hasParticle(reading, i, verb.particles)) {
    return true;
  }
  if (verb.bare) {
    return isOpeningQuote(reading, view, i);
  }
  // "told reporters that", "warned the council that": an addressee of a few words.
  // "called it a farce"
  if (verb.base === 'call' && /^(?:it|him|her|them|this|that)$/.test(wordAt(reading, i))) {
    return /^(?:an?|the)$/.test(wordAt(reading, i + 1)) || isOpeningQuote(reading, view, i + 1);
  }
  for (let skipped = 0; skipped < 7 && i < view.to; skipped++, i++) {
    const code = reading.mentionOf[i]! >= 0 ? 0 : reading.codes[i]!;
    const unit = unitAt(reading, i);
    const relative = skipped > 0 && verb.weak && (reading.codes[i + 1]! & (Role.auxiliary | Role.verb)) !== 0;
    if ((code & Role.that && !relative) || isOpeningQuote(reading, view, i) || unit === Unit.colon) {
      return true;
    }
    if (skipped === 0 && i < verbAt + 3 && code & Role.adverb && !(code & Role.subordinator)) {
      skipped--;
      continue;
    }
    if (unit === Unit.dash || unit === Unit.semicolon) {
      return false;
    }
    if (skipped === 0 && code & (Role.to | Role.subordinator)) {
      const infinitive = isBaseVerb(reading, view, i + 1);
      // "reported to the council that"
      if (code & Role.to && !infinitive && verb.class === 'speech') {
        nested = true;
        continue;
      }
      return !(code & Role.to) || (!noInfinitive.has(verb.base) && infinitive);
    }
    // "described hearing shots"
    if (skipped === 0 && verb.class === 'speech' && /^[a-z]+ing$/.test(wordAt(reading, i))) {
      return true;
    }
    if (verb.base === 'write' && skipped === 0 && wordAt(reading, i) === 'in') {
      return true;
    }
    // "found both men guilty", "puts the cost at $3bn"
    if (verb.class === 'evidence' && skipped > 0 && isFinding(wordAt(reading, i), verb.base)) {
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
    // "agreed on Friday to", "agreed after weeks of talks to"
    if (code & Role.preposition && isWeekday(reading, i + 1)) {
      i++;
      continue;
    }
    if (verb.base === 'agree' && code & Role.preposition) {
      if (code & Role.to && isBaseVerb(reading, view, i + 1)) {
        return true;
      }
      continue;
    }
    // "posted on social media that"
    nested ||= verb.class === 'speech' && (code & Role.preposition) !== 0;
    if (code & (Role.conjunction | Role.subordinator) || (code & Role.preposition && !nested)) {
      break;
    }
  }
  return asVerbs.has(verb.base) ? quotedAs(reading, view, i) : namers.has(verb.base) && quotesLater(reading, view, i);
}

const namers = new Set('call brand label dub deem'.split(' '));

/** "called the letter released on Friday “long on innuendo”": the quotation names the object. */
function quotesLater(reading: EnglishReading, view: SentenceView, from: number): boolean {
  for (let i = from; i < view.to && i < from + 10 && unitAt(reading, i) !== Unit.comma; i++) {
    if (isOpeningQuote(reading, view, i)) {
      return true;
    }
  }
  return false;
}

/** "dismissed polls that showed him behind as “phony”": further on. */
function quotedAs(reading: EnglishReading, view: SentenceView, from: number): boolean {
  for (let i = from; i < view.to && i < from + 8 && unitAt(reading, i) !== Unit.comma; i++) {
    if (wordAt(reading, i) === 'as') {
      return isOpeningQuote(reading, view, i + 1);
    }
  }
  return false;
}

/** "spoke of", "hit back", "ruled it out", "pointed repeatedly to". */
function hasParticle(reading: EnglishReading, i: number, particles: ReadonlySet<string>): boolean {
  if (particles.has(wordAt(reading, i))) {
    return true;
  }
  const skipped = reading.mentionOf[i]! < 0 && (reading.codes[i]! & (Role.adverb | Role.pronoun)) !== 0;
  return skipped && particles.has(wordAt(reading, i + 1));
}

function isFinding(word: string, base: string): boolean {
  return base === 'find' ? /^(?:guilty|liable|wanting)$/.test(word) : base === 'put' && word === 'at';
}

function isBaseVerb(reading: EnglishReading, view: SentenceView, i: number): boolean {
  return (
    i < view.to &&
    reading.mentionOf[i]! < 0 &&
    !(reading.codes[i]! & (Role.determiner | Role.pronoun)) &&
    !isCapital(reading, i)
  );
}
