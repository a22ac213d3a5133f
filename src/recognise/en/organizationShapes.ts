import { Clue } from './candidates';
import { type Reading, Shape } from './reading';
import { isCapital } from './tokenForms';
import { Word } from './wordClasses';

/** First words of clubs' names and of national bodies: "Sparta Prague", "FC Midtjylland", "Royal Jordanian". */
const firstWords = new Set(
  (
    'FC AC AS SC RC SV VfB VfL TSG RB Real Dynamo Dinamo Sparta Spartak Lokomotiv CSKA Borussia Bayer Olympique Sporting ' +
    'Deportivo Hapoel Maccabi Partizan Zenit Shakhtar Slavia Steaua Rapid Austria Racing Club Air Radio Royal'
  ).split(' '),
);

/** Whether the first of two or three words is one that names of clubs and firms begin with. */
export function opensOrganization(reading: Reading, from: number, words: number, clues: number): boolean {
  const { tokens, flags, shapes } = reading;
  const second = from + 1;
  if (
    words < 2 ||
    words > 3 ||
    (clues & (Clue.titled | Clue.role | Clue.indefinite)) !== 0 ||
    !isCapital(reading, second)
  ) {
    return false;
  }
  const plain = (flags[second]! & (Word.common | Word.title | Word.function)) === 0;
  return (
    plain &&
    shapes[second] !== Shape.initial &&
    firstWords.has(tokens.text.slice(tokens.starts[from], tokens.ends[from]))
  );
}

/** "Deutsche Forschungsgemeinschaft (DFG)" */
export function isAbbreviatedAfter(reading: Reading, to: number): boolean {
  const { firsts, shapes, tokens } = reading;
  return to + 2 < tokens.count && firsts[to] === 0x28 && shapes[to + 1] === Shape.capitals && firsts[to + 2] === 0x29;
}

/** A country before a known organisation of several words, or a college or hospital before its place. */
export function holdsOrganization(reading: Reading, from: number, to: number, head: number): boolean {
  const { flags, lexicon, tokens, folded } = reading;
  for (let i = from + 1; i < to; i++) {
    if (i < to - 1 && (flags[i]! & Word.gazetteer) !== 0 && isCapital(reading, i)) {
      const match = lexicon.gazetteer.longest(tokens, folded, reading.smalls, i);
      if (match?.end === to && match.entry.kind === 'organization') {
        return true;
      }
    }
    const school = Word.orgend | Word.orgstart;
    if (i < to - 1 && (flags[i]! & school) === school && (head & Word.place) !== 0 && isCapital(reading, i + 1)) {
      return true;
    }
  }
  return false;
}
