import { type EnglishReading, isCapital, Unit, unitAt, wordAt } from './englishReading';
import type { SourcePhrase } from './nounPhraseEn';
import { canSpeak, documents } from './nounsEn';
import type { SentenceView } from './reading';
import { mainSubject, subjectEndingAt } from './sourceEn';
import { type ReportingVerb, Role } from './wordsEn';

/** The subject of a finite verb; after "and" or a comma that of the clause before. */
export function subjectOf(reading: EnglishReading, view: SentenceView, before: number): SourcePhrase | undefined {
  const code = before >= view.from ? reading.codes[before]! : 0;
  const coordinated = (code & Role.conjunction) !== 0 && reading.mentionOf[before]! < 0;
  if (coordinated) {
    return mainSubject(reading, view, clauseStart(reading, view, before), before);
  }
  const object =
    code & Role.pronoun &&
    /^(?:it|you|others|one)$/.test(wordAt(reading, before)) &&
    before > view.from &&
    isInner(reading, before - 1);
  if (object) {
    return mainSubject(reading, view, clauseStart(reading, view, before), before);
  }
  const found = subjectEndingAt(reading, view, before);
  // "his vote – believed to be the first": told of what stands before the dash.
  if (!found && (unitAt(reading, before) === Unit.enDash || unitAt(reading, before) === Unit.dash)) {
    return undefined;
  }
  return found ?? mainSubject(reading, view, clauseStart(reading, view, before), before);
}

/** A verb or preposition right before a pronoun makes it an object, no subject. */
function isInner(reading: EnglishReading, i: number): boolean {
  const code = reading.codes[i]!;
  return (code & Role.verb) !== 0 && !(code & Role.that);
}

/** Start of the clause that holds token `at`: after a semicolon, a dash, "that", or the sentence's own start. */
function clauseStart(reading: EnglishReading, view: SentenceView, at: number): number {
  for (let i = at - 1; i > view.from && i > at - 60; i--) {
    const unit = unitAt(reading, i);
    if (unit === Unit.semicolon || unit === Unit.dash) {
      return i + 1;
    }
    // "that" before a verb belongs to the noun before it, "the countries that support it".
    const that = reading.codes[i]! & Role.that && reading.mentionOf[i]! < 0;
    if (that && !(reading.codes[i + 1]! & (Role.verb | Role.auxiliary))) {
      return i + 1;
    }
  }
  return view.from;
}

/** The subject that ends at token `before` if it is somebody who can hold a view. */
export function ableSubject(reading: EnglishReading, view: SentenceView, before: number): SourcePhrase | undefined {
  const source = before < view.from ? undefined : subjectOf(reading, view, before);
  return source && isAble(source) ? source : undefined;
}

function isAble(source: SourcePhrase): boolean {
  if (source.form === 'noun' || source.form === 'relative') {
    return canSpeak(source.noun);
  }
  if (source.form === 'pronoun') {
    return /^(?:they|we|I|who|many|some|most|others|several|few|all|both)$/i.test(source.noun);
  }
  const kind = source.mention?.kind;
  return kind !== 'place' && kind !== 'misc';
}

/** Acts by which "it" is a body, not a thing. */
const bodyActs = new Set(
  'reiterate announce confirm deny reject condemn denounce criticize criticise refuse decline'.split(' '),
);

/** Whether the subject can do what the verb says. */
export function fits(
  reading: EnglishReading,
  verb: ReportingVerb,
  source: SourcePhrase | undefined,
  complement: boolean,
): boolean {
  if (!source) {
    return verb.class === 'speech' && complement;
  }
  if (source.form === 'noun' || source.form === 'relative') {
    const document = documents.has(source.noun.toLowerCase());
    const able = canSpeak(source.noun) || isUnknownName(reading, source);
    if (verb.class === 'speech') {
      return able || document || (complement && !verb.weak);
    }
    return verb.class === 'evidence' ? document || (able && complement) : able;
  }
  if (source.form === 'pronoun') {
    if (/^one$/i.test(source.noun)) {
      return verb.class === 'speech';
    }
    if (/^(?:you|anyone|someone|somebody|everyone|everybody|nobody)$/i.test(source.noun)) {
      return false;
    }
    const it = /^(?:it|this|which)$/i.test(source.noun);
    return !it || (verb.class === 'speech' && complement) || (/^it$/i.test(source.noun) && bodyActs.has(verb.base));
  }
  const kind = source.mention?.kind;
  if (kind === 'place' || kind === 'misc') {
    return verb.class === 'speech' && complement;
  }
  return verb.class !== 'evidence' || documents.has(source.noun.toLowerCase()) || complement;
}

/** A capitalised word inside the sentence that no list knows: most likely the name of somebody. */
function isUnknownName(reading: EnglishReading, source: SourcePhrase): boolean {
  return isCapital(reading, source.to - 1);
}
