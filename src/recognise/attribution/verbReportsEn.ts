import { hashText } from '../../text/tokens';
import { isUsedTo, skipToSubject } from './beforeVerbEn';
import { closesQuote, followsQuote, hasComplement } from './complementEn';
import { type EnglishReading, isCapital, isQuantity, startOfMention, Unit, unitAt, wordAt } from './englishReading';
import { auxiliaries, finite } from './finiteEn';
import { isNoun, nounPhrase, type SourcePhrase } from './nounPhraseEn';
import { canSpeak } from './nounsEn';
import type { SentenceView } from './reading';
import { type Report, reportAt } from './reportEn';
import { mainSubject, phraseFrom } from './sourceEn';
import { fits, subjectOf } from './subjectEn';
import { Form, formOf, type ReportingVerb, Role, verbOf } from './wordsEn';

/** What shows, right before a word, that it is no finite verb there; by form. Most words are told by it. */
const nounBefore = Role.determiner | Role.preposition;
const neverBefore: readonly number[] = [
  0,
  nounBefore | Role.be | Role.have | Role.person,
  nounBefore,
  nounBefore,
  nounBefore,
  0,
];

/** The report that the verb at token `i` makes, if it does. */
export function verbReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const form = formOf(reading.codes[i]!);
  const inured = form === Form.base && isUsedTo(reading, i - 1);
  if (!inured && i > view.from && form !== Form.ing && reading.codes[i - 1]! & neverBefore[form]!) {
    // "many said", but not "his most admired work" or "at some point".
    const inside = i - 1 > view.from && reading.codes[i - 2]! & (Role.determiner | Role.preposition);
    const counted = isQuantity(reading, i - 1) && !inside;
    if (!counted) {
      return undefined;
    }
  }
  // "New Station Unveiled": the past of a headline is passive.
  if (form === Form.past && i > view.from && isCapital(reading, i) && view.segment.block.kind !== 'prose') {
    return undefined;
  }
  const verb = verbOf(reading.codes[i]!);
  if (unitAt(reading, i - 1) === Unit.hyphen || unitAt(reading, i + 1) === Unit.hyphen) {
    return undefined;
  }
  const inverted = invertedSource(reading, view, i, verb, form);
  if (inverted) {
    return reportAt(i, verb, inverted, true, true);
  }
  const before = skipToSubject(reading, view, i);
  const between = auxiliaries(reading, before + 1, i);
  if (between.be && form !== Form.ing) {
    if (verb.class === 'speech' && isParenthetical(reading, view, before, i) && isImpersonal(reading, i)) {
      return reportAt(i, verb, undefined, false, false);
    }
    return between.modal ? undefined : passiveReport(reading, view, i, verb, form);
  }
  if (between.modal && !(between.negated && (verb.class === 'speech' || deniable.has(verb.base)))) {
    const says = (verb.class === 'speech' || verb.class === 'act') && !verb.weak && hasThat(reading, i);
    const willing = says || willingly.has(verb.base);
    if (!willing || !/^(?:will|would|[’']d)$/.test(wordAt(reading, before + 1))) {
      return undefined;
    }
  }
  if (form === Form.ing && !between.be) {
    return participleReport(reading, view, i, verb);
  }
  const complement =
    hasComplement(reading, view, i, verb) ||
    followsQuote(reading, view, i) ||
    isParenthetical(reading, view, before, i) ||
    (verb.base === 'call' && wordAt(reading, before - 1) === 'what') ||
    asSaid(reading, view, before, i);
  if (!finite(reading, view, i, before, verb, form, between.doing || between.modal, complement)) {
    return undefined;
  }
  const denied = between.negated && deniable.has(verb.base);
  const evidence = verb.class === 'evidence';
  if (verb.weak && !complement && !denied && !evidence && !between.modal) {
    return undefined;
  }
  let source = subjectOf(reading, view, before);
  if (!fits(reading, verb, source, complement)) {
    // "A poll of adults released on Friday showed": what stands right before is not what showed.
    const seeks = (verb.class === 'speech' && form === Form.past) || evidence;
    source = seeks && (complement || evidence) ? mainSubject(reading, view, view.from, i) : undefined;
    if (!source || !fits(reading, verb, source, complement)) {
      return undefined;
    }
  }
  if (source && conditions.has(wordAt(reading, source.from - 1).toLowerCase())) {
    return undefined;
  }
  const name = verb.base === 'call' && !/^(?:for|on)$/.test(wordAt(reading, i + 1));
  const likened = likening.has(verb.base) && wordAt(reading, i + 1) !== 'as' && holdsAs(reading, view, i + 2);
  const kind = denied ? 'denial' : name || likened ? 'judgement' : verb.kind;
  return reportAt(i, verb, source, verb.class !== 'mental', false, kind);
}

/** "would oppose", "will support": what somebody means to do. */
const willingly = new Set('like prefer love welcome oppose support veto reject back favor favour accept'.split(' '));

function hasThat(reading: EnglishReading, i: number): boolean {
  return (reading.codes[i + 1]! & Role.that) !== 0;
}

/** ", she allowed, ": between commas, or at the end after one. */
function isParenthetical(reading: EnglishReading, view: SentenceView, before: number, i: number): boolean {
  const next = unitAt(reading, i + 1);
  if ((next !== Unit.comma && !(next === Unit.dot && i + 2 >= view.to)) || before <= view.from) {
    return false;
  }
  const named = reading.mentionOf[before]! >= 0;
  const first = named ? startOfMention(reading, before) : before;
  return (named || (reading.codes[before]! & Role.pronoun) !== 0) && unitAt(reading, first - 1) === Unit.comma;
}

/** "As Moss has shown, …": told of what follows. */
function asSaid(reading: EnglishReading, view: SentenceView, before: number, i: number): boolean {
  return unitAt(reading, i + 1) === Unit.comma && before > view.from && /^As$/.test(wordAt(reading, view.from));
}

const likening = new Set(['describe', 'see', 'regard', 'view', 'cite', 'portray', 'paint', 'dismiss']);

/** "described him as a bully": within a few words, before any comma. */
function holdsAs(reading: EnglishReading, view: SentenceView, from: number): boolean {
  for (let i = from; i < view.to && i < from + 12 && unitAt(reading, i) !== Unit.comma; i++) {
    if (wordAt(reading, i) === 'as') {
      return true;
    }
  }
  return false;
}

/** "If Norway does not agree" says nothing of what Norway does. */
const conditions = new Set(['if', 'unless', 'until', 'whether']);

/** Not to do one of these is to refuse. */
const deniable = new Set('agree accept support back confirm answer respond endorse recognize recognise'.split(' '));

/** Verbs that stand before their speaker without a quotation: "The dam will hold, said Moss." */
const inverting = new Set(
  'say add write report argue note explain recall warn claim insist admit acknowledge concede remark observe'.split(
    ' ',
  ),
);

/** `,” said Moss` and `said Moss, a lawyer` at the end of a sentence. */
function invertedSource(
  reading: EnglishReading,
  view: SentenceView,
  i: number,
  verb: ReportingVerb,
  form: number,
): SourcePhrase | undefined {
  const reports = verb.class === 'speech' || verb.class === 'act';
  if (!reports || (form !== Form.past && form !== Form.third) || i + 1 >= view.to) {
    return undefined;
  }
  const afterQuote = closesQuote(reading, view, i - 1) || (i === view.from && view.segment.sentences.length > 0);
  const afterComma = unitAt(reading, i - 1) === Unit.comma && inverting.has(verb.base);
  if (!afterQuote && !afterComma) {
    return undefined;
  }
  const next = reading.codes[i + 1]!;
  const opens = reading.mentionOf[i + 1]! >= 0 || isCapital(reading, i + 1) || next & (Role.determiner | Role.person);
  if (!opens && !(afterQuote && next === 0)) {
    return undefined;
  }
  const source = phraseFrom(reading, view, i + 1);
  if (!source || afterQuote) {
    return source;
  }
  const able = source.mention || source.form === 'person' || canSpeak(source.noun);
  if (!able) {
    return undefined;
  }
  const stop =
    source.to >= view.to || [Unit.comma, Unit.dot, Unit.semicolon].includes(unitAt(reading, source.to) as never);
  return stop || reading.codes[source.to]! & (Role.preposition | Role.subordinator) ? source : undefined;
}

/** "was criticized by X", "is accused of", "it has been said that". */
function passiveReport(
  reading: EnglishReading,
  view: SentenceView,
  i: number,
  verb: ReportingVerb,
  form: number,
): Report | undefined {
  if (form !== Form.past && form !== Form.participle) {
    return undefined;
  }
  for (let j = i + 1; j < view.to && j < i + 16; j++) {
    if (reading.codes[j]! & Role.by && reading.mentionOf[j]! < 0) {
      const source = phraseFrom(reading, view, j + 1);
      const able = source && (source.mention || source.form !== 'noun' || canSpeak(source.noun));
      return able && (!verb.weak || rating.has(verb.base)) ? reportAt(i, verb, source, true, true) : undefined;
    }
    if (unitAt(reading, j) === Unit.comma || reading.codes[j]! & (Role.that | Role.subordinator)) {
      break;
    }
  }
  const next = wordAt(reading, i + 1);
  const asks = next === 'that' || next === 'to' || next === 'as' || next === 'of';
  // "is seen as", "it is understood that"
  const weak =
    verb.weak && !(next === 'as' && likening.has(verb.base)) && !(next === 'that' && isImpersonal(reading, i));
  const body = next === 'in' ? phraseFrom(reading, view, i + 2) : undefined;
  if (
    body?.mention &&
    (body.mention.kind === 'organization' || body.mention.kind === 'country') &&
    verb.class === 'act'
  ) {
    return reportAt(i, verb, body, true, true);
  }
  const known =
    verb.class === 'speech' || verb.class === 'mental' || /^(?:accuse|criticize|criticise|blame)$/.test(verb.base);
  return asks && known && !weak ? reportAt(i, verb, undefined, false, false) : undefined;
}

/** "is considered by many the best", "was echoed by the union". */
const rating = new Set('consider see view regard describe echo dismiss cite portray understand encourage'.split(' '));

const withHash = hashText('with');
const farthestWith = 12;

/** "with Moss accusing him of fraud": the name between "with" and the verb. */
function besideName(reading: EnglishReading, view: SentenceView, last: number): SourcePhrase | undefined {
  const { hashes } = reading.tokens;
  let at = last;
  while (at > view.from && last - at < farthestWith && hashes[at] !== withHash) {
    at--;
  }
  if (hashes[at] !== withHash || (reading.mentionOf[last]! < 0 && !isNoun(reading, last))) {
    return undefined;
  }
  const phrase = nounPhrase(reading, view, last);
  return phrase && phrase.from - 1 === at && (phrase.mention || canSpeak(phrase.noun)) ? phrase : undefined;
}

function isImpersonal(reading: EnglishReading, i: number): boolean {
  return /^it$/i.test(wordAt(reading, i - 2)) || /^it$/i.test(wordAt(reading, i - 3));
}

/** ", saying that…", "by insisting…": the speaker is the subject of the main clause. */
function participleReport(
  reading: EnglishReading,
  view: SentenceView,
  i: number,
  verb: ReportingVerb,
): Report | undefined {
  let p = i - 1;
  while (p > view.from && reading.codes[p]! & Role.adverb) {
    p--;
  }
  const before = wordAt(reading, p);
  const comma = unitAt(reading, p) === Unit.comma;
  const joined = /^(?:by|while|in|after|before|and|without|for)$/.test(before);
  const absolute = besideName(reading, view, p);
  if (absolute && (!verb.weak || hasComplement(reading, view, i, verb)) && verb.class !== 'evidence') {
    return reportAt(i, verb, absolute, true, false);
  }
  const after = !comma && !joined && verb.class === 'speech' && wordAt(reading, i + 1) === 'that';
  if ((!comma && !joined && !after) || verb.class === 'evidence' || verb.class === 'mental') {
    return undefined;
  }
  if ((verb.weak || joined) && !hasComplement(reading, view, i, verb)) {
    return undefined;
  }
  const source = mainSubject(reading, view, view.from, i);
  const able =
    source &&
    (source.mention || source.form === 'person' || /^(?:they|we|I)$/i.test(source.noun) || canSpeak(source.noun));
  return able ? reportAt(i, verb, source, true, false) : undefined;
}
