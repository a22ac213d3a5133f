import type { Mention } from '../../model/recognition';
import {
  type EnglishReading,
  isApostrophe,
  isCapital,
  isLetter,
  isPossessiveAt,
  startOfMention,
  Unit,
  unitAt,
  wordAt,
} from './englishReading';
import type { SentenceView } from './reading';
import { Form, formOf, Role, verbOf } from './wordsEn';

/** Who a report comes from, as it stands in the sentence: tokens `[from, to)`. */
export interface SourcePhrase {
  readonly from: number;
  readonly to: number;
  /** The name in the phrase that speaks or is spoken for. */
  readonly mention: Mention | undefined;
  readonly form: 'name' | 'person' | 'pronoun' | 'relative' | 'noun';
  /** Last word of a phrase that is no name: "officials", "president". */
  readonly noun: string;
}

/** Phrases longer than this are not followed. */
export const longestPhrase = 40;

const notNoun =
  Role.determiner |
  Role.preposition |
  Role.conjunction |
  Role.auxiliary |
  Role.adverb |
  Role.subordinator |
  Role.relative |
  Role.pronoun;

/** A word that can be the noun of a phrase: lower case, no function word. */
export function isNoun(reading: EnglishReading, i: number): boolean {
  return isLetter(reading, i) && (reading.codes[i]! & notNoun) === 0 && !isOnlyVerb(reading, i);
}

/** "said", "says", "told": no noun, whatever stands beside. */
function isOnlyVerb(reading: EnglishReading, i: number): boolean {
  const code = reading.codes[i]!;
  if ((code & Role.verb) === 0 || isCapital(reading, i)) {
    return false;
  }
  const form = formOf(code);
  const { nounish, class: verbClass } = verbOf(code);
  const told = form === Form.past && !reading.tokens.text.startsWith('ed', reading.tokens.ends[i]! - 2);
  return !nounish && verbClass === 'speech' && (told || form === Form.third);
}

/** Prepositions that tie a noun to a name: "a spokesman for the ministry", "leaders of both parties". */
export const binding = new Set(
  'of for at in from with on to near by inside within behind around against about like'.split(' '),
);

/** Words after a noun that tell more of it: "sources close to", "a poll released on Friday". */
const placing = new Set(
  (
    'close familiar involved released published conducted obtained seen reviewed issued posted commissioned filed prepared ' +
    'written shared provided interviewed surveyed polled gathered responsible'
  ).split(' '),
);

/** The phrase whose last word is token `last`. */
export function nounPhrase(reading: EnglishReading, view: SentenceView, last: number): SourcePhrase | undefined {
  let from = last;
  let head = last;
  let mention = -1;
  let i = last;
  for (;;) {
    // One noun group, from right to left.
    let groupMention = -1;
    let nouns = 0;
    const groupEnd = i;
    while (i >= view.from && i > last - longestPhrase) {
      const found = reading.mentionOf[i]!;
      if (found >= 0) {
        groupMention = groupMention < 0 ? found : groupMention;
      } else if (isNoun(reading, i) || isInsideName(reading, view, i)) {
        nouns++;
      } else if (reading.codes[i]! & Role.determiner) {
        from = i;
        i--;
        break;
      } else {
        break;
      }
      from = i;
      i--;
    }
    if (from > groupEnd || (groupMention < 0 && nouns === 0)) {
      break;
    }
    // "sources close to the campaign": the noun stands before the adjective.
    head = groupEnd > from && placing.has(wordAt(reading, groupEnd)) ? groupEnd - 1 : groupEnd;
    mention = groupMention >= 0 ? groupMention : mention;
    const linked = i > view.from && reading.mentionOf[i]! < 0 && binding.has(wordAt(reading, i));
    // "Sofie Maas of the Institute for Optics in Bonn": the person whom the rest only places.
    const placed = linked && mention >= 0 ? personBefore(reading, view, i - 1) : -1;
    if (placed >= 0) {
      mention = reading.mentionOf[placed]!;
      head = placed;
      from = startOfMention(reading, placed);
      break;
    }
    if (!linked || !(isNoun(reading, i - 1) && reading.mentionOf[i - 1]! < 0) || isVerbLike(reading, i - 1)) {
      break;
    }
    i--;
  }
  if (from > last) {
    return undefined;
  }
  let found = mention >= 0 ? reading.mentions[mention] : undefined;
  // "China and Russia proclaim": the first of the two.
  if (found && from > view.from + 1 && wordAt(reading, from - 1) === 'and' && reading.mentionOf[from - 2]! >= 0) {
    found = reading.mentions[reading.mentionOf[from - 2]!]!;
    from = startOfMention(reading, from - 2);
  }
  // "officials in Oslo": the place is where they are, not who they are.
  const where =
    found !== undefined && (found.kind === 'place' || found.kind === 'misc') && reading.mentionOf[head]! < 0;
  found = where ? undefined : found;
  return { from, to: last + 1, mention: found, form: found ? 'name' : 'noun', noun: wordAt(reading, head) };
}

/** Last token of the person's name that ends at `last`, or before "of" and the name of a body there; -1 for none. */
function personBefore(reading: EnglishReading, view: SentenceView, last: number): number {
  for (let at = last, names = 0; at >= view.from && names < 3; names++) {
    const mention = reading.mentionOf[at]!;
    if (mention < 0) {
      return -1;
    }
    if (reading.mentions[mention]!.kind === 'person') {
      return at;
    }
    at = startOfMention(reading, at) - 1;
    at -= at >= view.from && reading.mentionOf[at]! < 0 && (reading.codes[at]! & Role.determiner) !== 0 ? 1 : 0;
    if (at < view.from || !binding.has(wordAt(reading, at))) {
      return -1;
    }
    at--;
  }
  return -1;
}

/** Possessives, hyphens and full stops inside names and titles: "Trump's", "vice-president", "Gov. Lee". */
export function isInsideName(reading: EnglishReading, view: SentenceView, i: number): boolean {
  const unit = unitAt(reading, i);
  if (unit === Unit.hyphen) {
    return true;
  }
  if (unit === Unit.dot) {
    return i > view.from && reading.tokens.ends[i - 1] === reading.tokens.starts[i] && isCapital(reading, i - 1);
  }
  if (isApostrophe(reading, i)) {
    return i > view.from && isPossessiveAt(reading, i);
  }
  return wordAt(reading, i) === 's' && isApostrophe(reading, i - 1);
}

function isVerbLike(reading: EnglishReading, i: number): boolean {
  return (reading.codes[i]! & Role.verb) !== 0 && reading.tokens.text.startsWith('ed', reading.tokens.ends[i]! - 2);
}
