import {
  type EnglishReading,
  isApostrophe,
  isPossessiveAt,
  isQuantity,
  startOfMention,
  Unit,
  unitAt,
  wordAt,
} from './englishReading';
import { isNoun, nounPhrase } from './nounPhraseEn';
import { Voice } from './opinionWordsEn';
import type { SentenceView } from './reading';
import { Form, type ReportingVerb, Role } from './wordsEn';

interface Auxiliaries {
  readonly be: boolean;
  readonly modal: boolean;
  readonly doing: boolean;
  readonly negated: boolean;
}

const modalWords = new Set('would will can could may might must should shall ought'.split(' '));

/** What stands between a subject and its verb. */
export function auxiliaries(reading: EnglishReading, from: number, to: number): Auxiliaries {
  let be = false;
  let modal = false;
  let doing = false;
  let negated = false;
  for (let i = from; i < to; i++) {
    const code = reading.codes[i]!;
    const word = wordAt(reading, i);
    be ||= (code & Role.be) !== 0 || ((word === 's' || word === 're' || word === 'm') && isApostrophe(reading, i - 1));
    const wont = word === 'won' && isApostrophe(reading, i + 1);
    modal ||= modalWords.has(word) || word.startsWith('would') || wont || word.startsWith('could');
    doing ||= /^(?:do|does|did|doesn|didn|don|used|yet|went|goes)$/.test(word);
    negated ||= (code & Role.negation) !== 0 || wont || /^(?:doesn|didn|don|wouldn|hasn|haven|hadn|couldn)$/.test(word);
  }
  return { be, modal, doing, negated };
}

/** Whether the form at `i`, with its subject ending at `before`, is a verb that says something of that subject. */
export function finite(
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
  // "told reporters when asked"
  if (code & Role.subordinator && (form === Form.past || form === Form.participle)) {
    return false;
  }
  if (isPossessiveAt(reading, before) || wordAt(reading, before) === 's') {
    return false;
  }
  if (form === Form.participle) {
    return false;
  }
  if (form === Form.ing) {
    return true;
  }
  if (form === Form.past) {
    return wordAt(reading, i + 1) !== 'by';
  }
  if (verb.nounish && reading.codes[i + 1]! & Role.that && reading.codes[i + 2]! & (Role.auxiliary | Role.verb)) {
    // "states that will join": a noun and what is told of it.
    return false;
  }
  const quantity = isQuantity(reading, before);
  const role = (reading.voices[before]! & Voice.role) !== 0;
  const person = role && !isPluralNoun(reading, before);
  // "Moss, a lawyer, doubts it": after the commas an object shows the verb.
  const apart = unitAt(reading, before) === Unit.comma && reading.codes[i + 1]! & (Role.pronoun | Role.determiner);
  const subject =
    code & (Role.pronoun | Role.relative) || quantity || person || apart || reading.mentionOf[before]! >= 0;
  if (form === Form.third) {
    const next = wordAt(reading, i + 1);
    const within = next === 'of' || (!complement && (reading.codes[i + 1]! & Role.preposition) !== 0);
    const nounUse = verb.nounish && (within || (!subject && !complement));
    return !nounUse && (isLongName(reading, before) || isBody(reading, before) || !isPluralNoun(reading, before));
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
  // "Residents fear rats": an object follows.
  const object = role && isNounStart(reading, i + 1);
  return plural && (!verb.nounish || complement || object || verb.class === 'evidence' || (code & Role.pronoun) !== 0);
}

/** "The Institute for Water Studies" is one, whatever its last letter. */
function isLongName(reading: EnglishReading, i: number): boolean {
  return reading.mentionOf[i]! >= 0 && startOfMention(reading, i) < i;
}

const bodies = /^(?:staff|crew|clergy|team|family|government|committee|party|club|council|majority|public)$/;

/** A noun that takes either number: "his staff admit", "the committee says". */
function isBody(reading: EnglishReading, i: number): boolean {
  return reading.mentionOf[i]! < 0 && bodies.test(wordAt(reading, i));
}

function isNounStart(reading: EnglishReading, i: number): boolean {
  return reading.mentionOf[i]! >= 0 || (reading.codes[i]! & Role.determiner) !== 0 || isNoun(reading, i);
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
  if (!phrase || phrase.from >= last || !/[^s]s$|^(?:people|police|men|women|staff)$/i.test(phrase.noun)) {
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
    /[^s]s$/.test(word) ||
    bodies.test(word) ||
    /^(?:people|police|men|women|many|most|some|both|others|few)$/i.test(word)
  );
}
