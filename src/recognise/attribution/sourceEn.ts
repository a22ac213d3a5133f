import {
  type EnglishReading,
  isCapital,
  isLetter,
  isQuantity,
  startOfMention,
  Unit,
  unitAt,
  wordAt,
} from './englishReading';
import { binding, isInsideName, isNoun, longestPhrase, nounPhrase, type SourcePhrase } from './nounPhraseEn';
import { canSpeak } from './nounsEn';
import { Voice } from './opinionWordsEn';
import type { SentenceView } from './reading';
import { Role } from './wordsEn';

/** The subject that ends at or before token `end`; undefined where none can be made out. */
export function subjectEndingAt(reading: EnglishReading, view: SentenceView, end: number): SourcePhrase | undefined {
  let i = end;
  const unit = unitAt(reading, i);
  const apposed = unit === Unit.comma ? apposedPerson(reading, view, end) : undefined;
  if (apposed) {
    return apposed;
  }
  if (unit === Unit.comma || unit === Unit.closeParen || unit === Unit.dash || unit === Unit.enDash) {
    const head = beforeInsertion(reading, view, i);
    if (head === undefined) {
      return undefined;
    }
    i = head;
  }
  if (i < view.from || (!isLetter(reading, i) && reading.mentionOf[i]! < 0)) {
    return undefined;
  }
  const code = reading.codes[i]!;
  if (reading.mentionOf[i]! < 0) {
    if (code & Role.relative) {
      const comma = unitAt(reading, i - 1) === Unit.comma;
      const before = comma ? outermost(reading, view, i - 2) : i - 1;
      const antecedent = before >= view.from ? nounPhrase(reading, view, before) : undefined;
      return antecedent && { ...antecedent, form: antecedent.form === 'name' ? 'name' : 'relative' };
    }
    if (code & Role.pronoun || isQuantity(reading, i)) {
      const form = code & Role.person ? 'person' : 'pronoun';
      return { from: i, to: i + 1, mention: undefined, form, noun: wordAt(reading, i) };
    }
  }
  return nounPhrase(reading, view, i);
}

/** "Lee's husband, former mayor Tom Reed, said": the person between the commas, where what stands before is no name. */
function apposedPerson(reading: EnglishReading, view: SentenceView, close: number): SourcePhrase | undefined {
  const head = beforeInsertion(reading, view, close);
  if (head === undefined || reading.mentionOf[head]! >= 0) {
    return undefined;
  }
  for (let i = close - 1; i > head + 1; i--) {
    const mention = reading.mentionOf[i]! >= 0 ? reading.mentions[reading.mentionOf[i]!] : undefined;
    if (mention?.kind === 'person') {
      const whole = nounPhrase(reading, view, head);
      return whole && { ...whole, to: i + 1, mention, form: 'name' };
    }
    if (reading.codes[i]! & (Role.preposition | Role.relative)) {
      return undefined;
    }
  }
  return undefined;
}

/** "Smith, who lives in Ohio, said", "the CIA (and the FBI) said": the token before the inserted part. */
function beforeInsertion(reading: EnglishReading, view: SentenceView, close: number): number | undefined {
  const unit = unitAt(reading, close);
  const open = unit === Unit.closeParen ? Unit.openParen : unit;
  if (unit === Unit.comma && unitAt(reading, close - 1) === Unit.closeParen) {
    const bracketed = beforeInsertion(reading, view, close - 1);
    if (bracketed !== undefined && reading.mentionOf[bracketed]! >= 0) {
      return bracketed;
    }
  }
  for (let i = close - 1; i > view.from && i > close - longestPhrase; i--) {
    if (unit === Unit.comma && unitAt(reading, i) === open && unitAt(reading, i - 1) === Unit.closeParen) {
      const bracketed = beforeInsertion(reading, view, i - 1);
      return bracketed !== undefined && reading.mentionOf[bracketed]! >= 0 ? bracketed : undefined;
    }
    if (unitAt(reading, i) === open && (reading.mentionOf[i - 1]! >= 0 || isNoun(reading, i - 1))) {
      return unit === Unit.comma ? outermost(reading, view, i - 1) : i - 1;
    }
  }
  return undefined;
}

/** "Moss, of the bank, a lender, said", "Moss, speaking in Ames, Iowa, said": the name that all the insertions follow. */
function outermost(reading: EnglishReading, view: SentenceView, head: number): number {
  for (let i = head - 1; i > view.from && i > head - longestPhrase; i--) {
    if (unitAt(reading, i) !== Unit.comma) {
      continue;
    }
    const index = reading.mentionOf[i - 1]!;
    const next = reading.codes[i + 1]!;
    const inserted =
      reading.mentionOf[i + 1]! < 0 &&
      (next & (Role.preposition | Role.relative | Role.determiner) || wordAt(reading, i + 1).endsWith('ing'));
    if (index < 0 || !inserted) {
      return head;
    }
    const { kind } = reading.mentions[index]!;
    const start = startOfMention(reading, i - 1);
    const governed = start > view.from && (reading.codes[start - 1]! & (Role.preposition | Role.verb)) !== 0;
    return kind === 'place' || kind === 'misc' || governed ? head : i - 1;
  }
  return head;
}

/** The phrase that begins at token `first`, up to a verb, comma or clause: after "by", "according to", inverted "said". */
export function phraseFrom(reading: EnglishReading, view: SentenceView, first: number): SourcePhrase | undefined {
  let i = first;
  const code = i < view.to ? reading.codes[i]! : 0;
  if (i < view.to && reading.mentionOf[i]! < 0 && code & Role.pronoun && !(code & Role.determiner)) {
    const form = code & Role.person ? 'person' : 'pronoun';
    return { from: i, to: i + 1, mention: undefined, form, noun: wordAt(reading, i) };
  }
  let mention = -1;
  let head = -1;
  let bound = false;
  while (i < view.to && i < first + longestPhrase) {
    const found = reading.mentionOf[i]!;
    const here = reading.codes[i]!;
    if (found >= 0) {
      // The last name before "of", "for"...: "Republican Sen. Ann Lee of Iowa" is Ann Lee.
      mention = bound && mention >= 0 ? mention : found;
      head = bound ? head : i;
    } else if (isNoun(reading, i) || isInsideName(reading, view, i)) {
      head = (bound && head >= 0) || !isLetter(reading, i) ? head : i;
    } else if (binding.has(wordAt(reading, i)) && i > first) {
      bound = true;
    } else if (!(here & Role.determiner)) {
      break;
    }
    i++;
  }
  if (head < 0) {
    return undefined;
  }
  i = i >= view.to && unitAt(reading, i - 1) === Unit.dot ? i - 1 : i;
  // "Trump's campaign manager, Ann Moss": the name that follows the comma is the person meant.
  if (
    unitAt(reading, i) === Unit.comma &&
    reading.mentionOf[i + 1]! >= 0 &&
    i + 1 < view.to &&
    !isName(reading, mention, head)
  ) {
    const next = reading.mentions[reading.mentionOf[i + 1]!]!;
    if (next.kind === 'person') {
      return {
        from: first,
        to: endOfMention(reading, i + 1),
        mention: next,
        form: 'name',
        noun: wordAt(reading, head),
      };
    }
  }
  const found = mention >= 0 ? reading.mentions[mention] : undefined;
  return { from: first, to: i, mention: found, form: found ? 'name' : 'noun', noun: wordAt(reading, head) };
}

function isName(reading: EnglishReading, mention: number, head: number): boolean {
  return mention >= 0 && reading.mentionOf[head] === mention;
}

function endOfMention(reading: EnglishReading, i: number): number {
  const index = reading.mentionOf[i]!;
  let end = i;
  while (end < reading.tokens.count && reading.mentionOf[end] === index) {
    end++;
  }
  return end;
}

/** Subject of the main clause: the first name or pronoun that no opening phrase ("After meeting X,") holds. */
export function mainSubject(
  reading: EnglishReading,
  view: SentenceView,
  from: number,
  to: number,
): SourcePhrase | undefined {
  let start = afterDateline(reading, view, from, to);
  const opening = Role.preposition | Role.subordinator;
  if (reading.mentionOf[start]! < 0 && (reading.codes[start]! & opening || wordAt(reading, start).endsWith('ing'))) {
    for (let i = start; i < to; i++) {
      if (unitAt(reading, i) === Unit.comma) {
        start = i + 1;
        break;
      }
    }
  }
  for (let i = start; i < to; i++) {
    const code = reading.codes[i]!;
    if (reading.mentionOf[i]! >= 0) {
      const end = endOfMention(reading, i);
      // A possessor or the first of several names in one phrase: the whole phrase up to its verb.
      let last = end - 1;
      while (last + 1 < to && (reading.mentionOf[last + 1]! >= 0 || isNounBeforeVerb(reading, view, last + 1))) {
        last++;
      }
      return nounPhrase(reading, view, last);
    }
    if (code & Role.pronoun && !(code & (Role.relative | Role.determiner))) {
      return {
        from: i,
        to: i + 1,
        mention: undefined,
        form: code & Role.person ? 'person' : 'pronoun',
        noun: wordAt(reading, i),
      };
    }
    const role = (reading.voices[i]! & Voice.role) !== 0 && !isCapital(reading, i);
    if (role && i + 1 < to && !isNounBeforeVerb(reading, view, i + 1) && reading.mentionOf[i + 1]! < 0) {
      return nounPhrase(reading, view, i);
    }
    if (code & Role.auxiliary || (code & Role.verb && i > start && !isCapital(reading, i))) {
      return i > start ? nounPhrase(reading, view, i - 1) : undefined;
    }
  }
  return undefined;
}

/** "OSLO (Northern Wire) — ": what follows; the start itself where there is no dateline. */
function afterDateline(reading: EnglishReading, view: SentenceView, from: number, to: number): number {
  const index = from === view.from ? reading.mentionOf[from]! : -1;
  if (index < 0 || reading.mentions[index]!.kind !== 'place') {
    return from;
  }
  for (let i = from + 1; i < to && i < from + 16; i++) {
    const unit = unitAt(reading, i);
    const apart = unit === Unit.hyphen && reading.tokens.starts[i]! > reading.tokens.ends[i - 1]!;
    if (unit === Unit.dash || unit === Unit.enDash || apart) {
      return i + 1;
    }
  }
  return from;
}

function isNounBeforeVerb(reading: EnglishReading, view: SentenceView, i: number): boolean {
  if (isInsideName(reading, view, i)) {
    return true;
  }
  return isNoun(reading, i) && canSpeak(wordAt(reading, i));
}
