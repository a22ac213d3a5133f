import type { TextRange } from '../../model/range';
import type { ClaimKind } from '../../model/recognition';
import { type Attribution, isDirect, type Speaker } from './attribution';
import { canSpeak, documents, reportNouns } from './nounsEn';
import type { SentenceView } from './reading';
import {
  type EnglishReading,
  isApostrophe,
  isCapital,
  isPossessiveAt,
  isQuantity,
  mainSubject,
  nounPhrase,
  phraseFrom,
  type SourcePhrase,
  skipToSubject,
  startOfMention,
  subjectEndingAt,
  Unit,
  unitAt,
  wordAt,
} from './sourceEn';
import { cueAdverbs, Form, formOf, type ReportingVerb, Role, verbOf } from './wordsEn';

/** A cue with its speaker, as token indices. */
interface Report {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly source: SourcePhrase | undefined;
  readonly kind: ClaimKind;
  readonly strong: boolean;
  /** Of two reports by one speaker the weightier is kept: said before opposed before hopes. */
  readonly weight: number;
  /** Whether the speaker stands after the cue. */
  readonly inverted: boolean;
}

const weightOf = { speech: 3, act: 2, evidence: 2, mental: 1 } as const;

/** What the sentence says that somebody said, wants or refuses. Linear in its length. */
export function attributionsEn(reading: EnglishReading, view: SentenceView): Attribution[] {
  const reports: Report[] = [];
  let quotation = 0;
  for (let i = view.from; i < view.to; i++) {
    const code = reading.codes[i]!;
    if ((code & (Role.verb | Role.cue)) === 0) {
      continue;
    }
    const start = reading.tokens.starts[i]!;
    while (quotation < view.quotations.length && view.quotations[quotation]!.end <= start) {
      quotation++;
    }
    const around = view.quotations[quotation];
    if (around !== undefined && around.start < start && start < around.innerEnd) {
      continue;
    }
    if (reading.mentionOf[i]! >= 0) {
      continue;
    }
    const report =
      (code & Role.verb ? verbReport(reading, view, i) : undefined) ??
      (code & Role.cue ? phraseReport(reading, view, i) : undefined);
    if (report) {
      reports.push(report);
    }
  }
  return settle(reading, view, reports);
}

function phraseReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const word = wordAt(reading, i).toLowerCase();
  if (word === 'according') {
    if (wordAt(reading, i + 1) !== 'to') {
      return undefined;
    }
    const source = phraseFrom(reading, view, i + 2);
    return source && { cueFrom: i, cueTo: i + 2, source, kind: 'statement', strong: true, weight: 3, inverted: true };
  }
  if (cueAdverbs.has(word)) {
    return {
      cueFrom: i,
      cueTo: i + 1,
      source: undefined,
      kind: 'statement',
      strong: false,
      weight: 0,
      inverted: false,
    };
  }
  return nounReport(reading, view, i);
}

/** "Moss's claim that…", "warnings from the bank that…", "his belief that…". */
function nounReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const linked = /^(?:is|was)$/.test(wordAt(reading, i + 1)) && wordAt(reading, i + 2) === 'that';
  const next = linked ? 'that' : wordAt(reading, i + 1);
  const content = next === 'that' || isOpeningQuote(reading, view, i + 1);
  if (!content && next !== 'by' && next !== 'from') {
    return undefined;
  }
  const base = { cueFrom: i, cueTo: i + 1, kind: 'statement', strong: false, weight: 0 } as const;
  if (!content) {
    const source = phraseFrom(reading, view, i + 2);
    return source?.mention ? { ...base, source, inverted: true } : undefined;
  }
  for (let j = i - 1; j >= view.from && j > i - 5; j--) {
    if (reading.mentionOf[j]! >= 0 && isPossessiveAt(reading, j + 1)) {
      return { ...base, source: nounPhrase(reading, view, j), inverted: false };
    }
    const code = reading.codes[j]!;
    if (code & Role.possessive) {
      const form = /^(?:his|her|His|Her)$/.test(wordAt(reading, j)) ? 'person' : 'pronoun';
      const source = { from: j, to: j + 1, mention: undefined, form, noun: wordAt(reading, j) } as const;
      return { ...base, source, inverted: false };
    }
    if (code & (Role.determiner | Role.preposition | Role.verb | Role.auxiliary)) {
      break;
    }
  }
  return undefined;
}

function isOpeningQuote(reading: EnglishReading, view: SentenceView, i: number): boolean {
  if (view.quotations.length === 0) {
    return false;
  }
  const start = i < view.to ? reading.tokens.starts[i]! : -1;
  return view.quotations.some((quotation) => quotation.start === start);
}

/** `“Never,” Moss added`: a quotation ends not far before the verb. */
function followsQuote(reading: EnglishReading, view: SentenceView, verb: number): boolean {
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
function closesQuote(reading: EnglishReading, view: SentenceView, i: number): boolean {
  if (i < view.from || view.quotations.length === 0) {
    return false;
  }
  const end = reading.tokens.ends[i]!;
  return view.quotations.some((quotation) => quotation.closed && quotation.end === end);
}

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

function verbReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const form = formOf(reading.codes[i]!);
  if (i > view.from && form !== Form.ing && reading.codes[i - 1]! & neverBefore[form]!) {
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
  const cue = { cueFrom: i, cueTo: i + 1, kind: verb.kind, weight: weightOf[verb.class] };
  const inverted = invertedSource(reading, view, i, verb, form);
  if (inverted) {
    return { ...cue, source: inverted, strong: true, inverted: true };
  }
  const before = skipToSubject(reading, view, i);
  const between = auxiliaries(reading, before + 1, i);
  if (between.be && form !== Form.ing) {
    return between.modal ? undefined : passiveReport(reading, view, i, verb, form);
  }
  if (between.modal && !(between.negated && (verb.class === 'speech' || deniable.has(verb.base)))) {
    return undefined;
  }
  if (form === Form.ing && !between.be) {
    return participleReport(reading, view, i, verb);
  }
  const complement = hasComplement(reading, view, i, verb) || followsQuote(reading, view, i);
  if (!finite(reading, view, i, before, verb, form, between.doing || between.modal, complement)) {
    return undefined;
  }
  const denied = between.negated && deniable.has(verb.base);
  const evidence = verb.class === 'evidence';
  if (verb.weak && !complement && !denied && !evidence) {
    return undefined;
  }
  const source = subjectOf(reading, view, before);
  if (!fits(reading, verb, source, complement)) {
    return undefined;
  }
  if (source && conditions.has(wordAt(reading, source.from - 1).toLowerCase())) {
    return undefined;
  }
  const kind = denied ? 'denial' : verb.kind;
  return { ...cue, kind, source, strong: verb.class !== 'mental', inverted: false };
}

/** "If Norway does not agree" says nothing of what Norway does. */
const conditions = new Set(['if', 'unless', 'until', 'whether']);

/** Not to do one of these is to refuse. */
const deniable = new Set('agree accept support back confirm answer respond endorse recognize recognise'.split(' '));

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
  const afterComma = unitAt(reading, i - 1) === Unit.comma && verb.class === 'speech';
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
  const stop =
    source.to >= view.to || [Unit.comma, Unit.dot, Unit.semicolon].includes(unitAt(reading, source.to) as never);
  return stop || reading.codes[source.to]! & (Role.preposition | Role.subordinator) ? source : undefined;
}

interface Auxiliaries {
  readonly be: boolean;
  readonly modal: boolean;
  readonly doing: boolean;
  readonly negated: boolean;
}

const modalWords = new Set('would will can could may might must should shall ought'.split(' '));

function auxiliaries(reading: EnglishReading, from: number, to: number): Auxiliaries {
  let be = false;
  let modal = false;
  let doing = false;
  let negated = false;
  for (let i = from; i < to; i++) {
    const code = reading.codes[i]!;
    const word = wordAt(reading, i);
    be ||= (code & Role.be) !== 0 || ((word === 's' || word === 're' || word === 'm') && isApostrophe(reading, i - 1));
    modal ||= modalWords.has(word) || word.startsWith('would') || word === 'won' || word.startsWith('could');
    doing ||= /^(?:do|does|did|doesn|didn|don)$/.test(word);
    negated ||= (code & Role.negation) !== 0 || /^(?:doesn|didn|don|won|wouldn|hasn|haven|hadn|couldn)$/.test(word);
  }
  return { be, modal, doing, negated };
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
  const cue = { cueFrom: i, cueTo: i + 1, kind: verb.kind, weight: weightOf[verb.class] };
  for (let j = i + 1; j < view.to && j < i + 16; j++) {
    if (reading.codes[j]! & Role.by && reading.mentionOf[j]! < 0) {
      const source = phraseFrom(reading, view, j + 1);
      const able = source && (source.mention || source.form !== 'noun' || canSpeak(source.noun));
      return able ? { ...cue, source, strong: !verb.weak, inverted: true } : undefined;
    }
    if (unitAt(reading, j) === Unit.comma || reading.codes[j]! & (Role.that | Role.subordinator)) {
      break;
    }
  }
  const next = wordAt(reading, i + 1);
  const asks = next === 'that' || next === 'to' || next === 'as' || next === 'of';
  const body = next === 'in' ? phraseFrom(reading, view, i + 2) : undefined;
  if (
    body?.mention &&
    (body.mention.kind === 'organization' || body.mention.kind === 'country') &&
    verb.class === 'act'
  ) {
    return { ...cue, source: body, strong: true, inverted: true };
  }
  const known =
    verb.class === 'speech' || verb.class === 'mental' || /^(?:accuse|criticize|criticise|blame)$/.test(verb.base);
  return asks && known && !verb.weak ? { ...cue, source: undefined, strong: false, inverted: false } : undefined;
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
  return able
    ? { cueFrom: i, cueTo: i + 1, kind: verb.kind, weight: weightOf[verb.class], source, strong: true, inverted: false }
    : undefined;
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

/** "called for an inquiry" */
const forVerbs = new Set('call push press appeal ask plead lobby advocate'.split(' '));

const asVerbs = new Set(
  'refer describe see regard view dismiss portray label brand quote cite recognize characterize'.split(' '),
);

/** What is said follows: that, a clause, an infinitive, a question word, a quotation, a colon. */
function hasComplement(reading: EnglishReading, view: SentenceView, verbAt: number, verb: ReportingVerb): boolean {
  let i = verbAt + 1;
  let nested = false;
  if (i >= view.to) {
    return false;
  }
  // "told reporters that", "warned the council that": an addressee of a few words.
  for (let skipped = 0; skipped < 7 && i < view.to; skipped++, i++) {
    const code = reading.mentionOf[i]! >= 0 ? 0 : reading.codes[i]!;
    const unit = unitAt(reading, i);
    if (code & Role.that || isOpeningQuote(reading, view, i) || unit === Unit.colon) {
      return true;
    }
    if (skipped === 0 && code & (Role.to | Role.subordinator)) {
      return !(code & Role.to) || (!noInfinitive.has(verb.base) && isBaseVerb(reading, view, i + 1));
    }
    if (verb.base === 'write' && skipped === 0 && wordAt(reading, i) === 'in') {
      return true;
    }
    if (aboutSpeech.has(verb.base) && speechObject(reading, i)) {
      return true;
    }
    if (code & Role.preposition && forVerbs.has(verb.base) && wordAt(reading, i) === 'for') {
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

/** Whether the form at `i`, with its subject ending at `before`, is a verb that says something of that subject. */
function finite(
  reading: EnglishReading,
  view: SentenceView,
  i: number,
  before: number,
  verb: ReportingVerb,
  form: number,
  helped: boolean,
  complement: boolean,
): boolean {
  if (before < view.from) {
    return false;
  }
  const code = reading.mentionOf[before]! >= 0 ? 0 : reading.codes[before]!;
  const perfect = hasPerfect(reading, before + 1, i);
  if (helped) {
    return form === Form.base;
  }
  if (perfect) {
    return form === Form.past || form === Form.participle;
  }
  if (code & (Role.determiner | Role.preposition) && !(code & Role.pronoun) && !isQuantity(reading, before)) {
    return false;
  }
  if (isPossessiveAt(reading, before) || wordAt(reading, before) === 's') {
    return false;
  }
  if (form === Form.participle) {
    return false;
  }
  if (form === Form.past) {
    return wordAt(reading, i + 1) !== 'by';
  }
  if (verb.nounish && reading.codes[i + 1]! & Role.that && reading.codes[i + 2]! & (Role.auxiliary | Role.verb)) {
    // "states that will join": a noun and what is told of it.
    return false;
  }
  const quantity = isQuantity(reading, before);
  const subject = code & (Role.pronoun | Role.relative) || quantity || reading.mentionOf[before]! >= 0;
  if (form === Form.third) {
    const next = wordAt(reading, i + 1);
    const nounUse = verb.nounish && (next === 'of' || (!subject && !complement));
    return !nounUse && !isPluralNoun(reading, before);
  }
  if (unitAt(reading, before) === Unit.comma) {
    // "Voters, tired of waiting, say": what stands before the commas is looked at as the subject.
    return verb.class === 'speech' && !verb.nounish;
  }
  // Base form: a plural subject right before it.
  const plural =
    code & Role.pronoun
      ? !(code & Role.person) && wordAt(reading, before) !== 'it'
      : isPluralNoun(reading, before) || hasPluralHead(reading, view, before);
  return plural && (!verb.nounish || complement || verb.class === 'evidence' || (code & Role.pronoun) !== 0);
}

function hasPerfect(reading: EnglishReading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (reading.codes[i]! & Role.have || (wordAt(reading, i) === 've' && isApostrophe(reading, i - 1))) {
      return true;
    }
  }
  return false;
}

/** "Officials from Iran say", "sources close to the campaign tell": the head of the phrase is plural. */
function hasPluralHead(reading: EnglishReading, view: SentenceView, last: number): boolean {
  const phrase = nounPhrase(reading, view, last);
  if (!phrase || phrase.from >= last || !/[^s]s$/.test(phrase.noun)) {
    return false;
  }
  const { text } = reading.tokens;
  return !phrase.mention || !text.slice(phrase.mention.start, phrase.mention.end).endsWith(phrase.noun);
}

function isPluralNoun(reading: EnglishReading, i: number): boolean {
  const index = reading.mentionOf[i]!;
  const word = wordAt(reading, i);
  if (index >= 0) {
    const joined = wordAt(reading, startOfMention(reading, i) - 1) === 'and';
    const { kind } = reading.mentions[index]!;
    const people = kind === 'country' ? /(?:ns|is|sh|ch|se)$/.test(word) : kind !== 'person' && /[^s]s$/.test(word);
    return joined || people;
  }
  return (
    /[^s]s$/.test(word) || /^(?:people|police|men|women|majority|many|most|some|both|others|few|public)$/i.test(word)
  );
}

/** The subject of a finite verb; after "and" or a comma that of the clause before. */
function subjectOf(reading: EnglishReading, view: SentenceView, before: number): SourcePhrase | undefined {
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
  return (
    subjectEndingAt(reading, view, before) ?? mainSubject(reading, view, clauseStart(reading, view, before), before)
  );
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

/** Whether the subject can do what the verb says. */
function fits(
  reading: EnglishReading,
  verb: ReportingVerb,
  source: SourcePhrase | undefined,
  complement: boolean,
): boolean {
  if (!source) {
    return verb.class === 'speech' && complement;
  }
  if (source.form === 'noun' || source.form === 'relative') {
    if (verb.class === 'speech') {
      return canSpeak(source.noun) || documents.has(source.noun.toLowerCase()) || (complement && !verb.weak);
    }
    return verb.class === 'evidence' ? documents.has(source.noun.toLowerCase()) : canSpeak(source.noun);
  }
  if (source.form === 'pronoun') {
    if (/^(?:you|one|anyone|someone|somebody|everyone|everybody|nobody)$/i.test(source.noun)) {
      return false;
    }
    const it = /^(?:it|this|which)$/i.test(source.noun);
    return !it || (verb.class === 'speech' && complement);
  }
  const kind = source.mention?.kind;
  if (kind === 'place' || kind === 'misc') {
    return verb.class === 'speech' && complement;
  }
  return verb.class !== 'evidence' || documents.has(wordAt(reading, source.to - 1).toLowerCase()) || complement;
}

/** Turns reports into attributions: one per speaker, each with its part of the sentence. */
function settle(reading: EnglishReading, view: SentenceView, reports: readonly Report[]): Attribution[] {
  const kept: Report[] = [];
  for (const report of reports) {
    const same = kept.findIndex((other) => sameSource(other, report));
    if (same < 0) {
      kept.push(report);
    } else if (kept[same]!.weight < report.weight) {
      kept[same] = report;
    }
  }
  // "It has been said that X hopes": hearsay first, somebody's mind inside it.
  const hearsay = kept.length > 1 && !kept[0]!.source && kept.slice(1).every((report) => !report.strong);
  const named = !hearsay && kept.some((report) => report.source !== undefined);
  const final = named ? kept.filter((report) => report.source !== undefined) : kept.slice(0, 1);
  final.sort((a, b) => leftEdge(a) - leftEdge(b));
  return final.map((report, index) => attribution(reading, view, report, rangeOf(reading, view, final, index)));
}

function leftEdge(report: Report): number {
  return Math.min(report.cueFrom, report.source && !report.inverted ? report.source.from : report.cueFrom);
}

function sameSource(a: Report, b: Report): boolean {
  if (!a.source || !b.source) {
    return a.source === b.source;
  }
  if (a.source.mention && b.source.mention) {
    return a.source.mention.actor === b.source.mention.actor;
  }
  if (a.source.form === 'person' && b.source.form === 'person') {
    return a.source.noun.toLowerCase() === b.source.noun.toLowerCase();
  }
  // "Moss said he hopes": the pronoun after a named speaker is taken for the same one.
  if (a.source.mention?.kind === 'person' && (b.source.form === 'person' || b.source.form === 'pronoun')) {
    return true;
  }
  return a.source.from === b.source.from;
}

/** The sentence where there is one report; else the clause of each, the first keeping what is nested in it. */
function rangeOf(reading: EnglishReading, view: SentenceView, reports: readonly Report[], index: number): TextRange {
  const { tokens } = reading;
  const report = reports[index]!;
  let start = view.start;
  let end = view.end;
  if (index > 0 && !report.inverted) {
    start = tokens.starts[leftEdge(report)]!;
  }
  const next = reports[index + 1];
  if (next && !next.inverted) {
    const edge = leftEdge(next);
    const joint = wordAt(reading, edge - 1);
    const coordinate =
      edge - 1 > report.cueTo &&
      (unitAt(reading, edge - 1) === Unit.semicolon || /^(?:while|but|and|whereas|although|though|as)$/.test(joint));
    if (coordinate) {
      end = tokens.ends[edge - 2]!;
      end = unitAt(reading, edge - 2) === Unit.comma ? tokens.starts[edge - 2]! : end;
    }
  }
  return { start, end: Math.max(end, tokens.ends[report.cueTo - 1]!) };
}

function attribution(reading: EnglishReading, view: SentenceView, report: Report, range: TextRange): Attribution {
  const { tokens } = reading;
  const cue = { start: tokens.starts[report.cueFrom]!, end: tokens.ends[report.cueTo - 1]! };
  return { cue, source: speaker(reading, report.source), kind: report.kind, direct: isDirect(view, range), range };
}

function speaker(reading: EnglishReading, source: SourcePhrase | undefined): Speaker {
  if (!source) {
    return { span: null };
  }
  const { tokens } = reading;
  const span = { start: tokens.starts[source.from]!, end: tokens.ends[source.to - 1]! };
  if (source.mention) {
    return { span, mention: source.mention };
  }
  if (source.form === 'person') {
    return { span, refers: 'person' };
  }
  if (source.form === 'pronoun') {
    const first = /^(?:I|we)$/i.test(source.noun);
    return { span, refers: first ? 'first' : 'they' };
  }
  return { span, refers: 'noun', noun: source.noun };
}
