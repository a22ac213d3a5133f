import { type Candidate, Clue } from './candidates';
import { type Reading, Shape } from './reading';
import { Word } from './wordClasses';

/** A party or chamber that a word stands for only in the company of other words. */
export interface PoliticalBody {
  readonly id: string;
  readonly name: string;
}

const adjectives = new Map<string, PoliticalBody>([
  ['Conservative', { id: 'conservative-party', name: 'Conservative Party' }],
  ['Tory', { id: 'conservative-party', name: 'Conservative Party' }],
  ['Democratic', { id: 'democratic-party', name: 'Democratic Party' }],
  ['Liberal', { id: 'liberal-party', name: 'Liberal Party' }],
  ['Green', { id: 'green-party', name: 'Green Party' }],
]);
const members =
  /^(?:leaders?|lawmakers?|senators?|MPs?|peers?|councillors?|politicians?|voters?|candidates?|members?|governors?)$/;
/** What follows "House" where it is the American chamber: "House Republicans", "House lawyers". */
const ofTheHouse =
  /^(?:Democrats?|Republicans?|Speaker|GOP|Majority|Minority|Appropriations|Oversight|Intelligence|Judiciary|speaker|leaders?|leadership|lawmakers?|lawyers|members?|managers|committees?|panels?|investigators|floor|vote|votes|seats?|race|races|majority|minority|districts?|approves|passes|presses|votes|rejects|authorizes)$/;
const house: PoliticalBody = { id: 'us-house', name: 'House of Representatives' };
const houseCompany = ['us-senate', 'us-congress', 'republican-party', 'democratic-party', 'white-house'];

/**
 * "Conservative leader", "Democratic senators": the party; "the House" where the text names other bodies of American
 * politics, which `isNamed` tells by their ids.
 */
export function politicalBody(
  reading: Reading,
  candidate: Candidate,
  isNamed: (id: string) => boolean,
): PoliticalBody | null {
  const { tokens, flags, shapes } = reading;
  const { from, to, clues } = candidate;
  if (to - from !== 1 || shapes[from] !== Shape.capitalised) {
    return null;
  }
  const word = tokens.text.slice(tokens.starts[from], tokens.ends[from]);
  if (word === 'House') {
    const next = to < tokens.count ? tokens.text.slice(tokens.starts[to], tokens.ends[to]) : '';
    const before = tokens.text.slice(tokens.starts[from - 1], tokens.ends[from - 1]);
    const chamber =
      (clues & Clue.article) !== 0 || ofTheHouse.test(next) || /^(?:led|controlled|run|held)$/.test(before);
    return chamber && houseCompany.some(isNamed) ? house : null;
  }
  const party = (flags[from]! & Word.function) === 0 && adjectives.get(word);
  return party && to < tokens.count && members.test(tokens.text.slice(tokens.starts[to], tokens.ends[to]))
    ? party
    : null;
}
