import { Clue } from './candidates';
import { lookUp } from './knownNames';
import { type Reading, Shape } from './reading';
import { gapBefore, isCapital } from './tokenForms';
import { Word } from './wordClasses';

/** A capital that acts, owns, is dealt with or is urged means its government. */
export function standsForGovernment(reading: Reading, from: number, to: number, clues: number): boolean {
  const { flags, firsts, tokens, shapes } = reading;
  if ((clues & Clue.located) !== 0) {
    return false;
  }
  if (to >= tokens.count) {
    return (clues & Clue.agent) !== 0;
  }
  if (firsts[to] === 0x2c && to + 1 < tokens.count && isCapital(reading, to + 1)) {
    return false;
  }
  if ((clues & (Clue.possessive | Clue.agent)) !== 0 || isDealtWith(reading, from) || isAsked(reading, from)) {
    return true;
  }
  // A heading's verb has a capital too: "Kyiv Sees Little Progress".
  if ((clues & Clue.headline) !== 0 && isCapital(reading, to) && (flags[to]! & Word.verb) !== 0) {
    return (flags[to]! & (Word.given | Word.surname | Word.place)) === 0;
  }
  if (shapes[to] !== Shape.lower || gapBefore(reading, to) === 0) {
    return false;
  }
  if ((flags[to]! & Word.verb) !== 0) {
    return !describes(reading, to);
  }
  const { text, starts, ends } = tokens;
  const word = text.slice(starts[to], ends[to]);
  // "wants Beijing to buy", "prevents Tokyo from playing", but "from Beijing to Xi'an"
  if (word === 'to' || word === 'from') {
    return from > 0 && shapes[from - 1] === Shape.lower && (flags[from - 1]! & Word.function) === 0;
  }
  // "Washington and Beijing agreed"
  if (word === 'and' && to + 2 < tokens.count && (flags[to + 1]! & Word.gazetteer) !== 0) {
    const other = lookUp(reading, to + 1);
    const verb =
      other && other.entry.kind === 'country' && other.end < tokens.count ? flags[other.end]! & Word.verb : 0;
    return verb !== 0;
  }
  return false;
}

const dealings = new Set(
  'accused accuses accuse accusing urged urges urge urging blamed blames blame blaming pressed pressured pressuring condemned condemns warned warns told thanked criticised criticized sanctioned angered infuriated lobbied backed'.split(
    ' ',
  ),
);

/** "Will Ottawa retaliate?" */
function isAsked(reading: Reading, from: number): boolean {
  const { tokens, starts } = reading;
  const before = from - 1;
  const word = before >= 0 && starts[before] ? tokens.text.slice(tokens.starts[before], tokens.ends[before]) : '';
  return /^(?:Will|Can|Should|Could|Would|Does|Did|Has|Must)$/.test(word);
}

/** "accused Washington of", "urged Beijing to": only a government is dealt with so. */
function isDealtWith(reading: Reading, from: number): boolean {
  const { tokens, shapes } = reading;
  const before = from - 1;
  return (
    before >= 0 &&
    shapes[before] === Shape.lower &&
    dealings.has(tokens.text.slice(tokens.starts[before], tokens.ends[before]))
  );
}

/** "is the capital", "has 2 million": said of a city. */
function describes(reading: Reading, verb: number): boolean {
  const { tokens, shapes } = reading;
  const { text, starts, ends } = tokens;
  const word = text.slice(starts[verb], ends[verb]);
  const next = verb + 1;
  if (!['is', 'was', 'has', 'had', 'became', 'remains'].includes(word) || next >= tokens.count) {
    return false;
  }
  const after = text.slice(starts[next], ends[next]);
  return (
    shapes[next] === Shape.digits ||
    ['the', 'a', 'an', 'located', 'situated', 'home', 'known', 'one', 'famous'].includes(after)
  );
}
