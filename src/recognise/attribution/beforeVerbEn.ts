import { hashesOf } from '../wordHashes';
import { type EnglishReading, isApostrophe, isCapital, wordAt } from './englishReading';
import type { SentenceView } from './reading';
import { Role } from './wordsEn';

/** Tokens between a subject and its verb that are skipped: adverbs, auxiliaries, the pieces of contractions. */
export function skipToSubject(reading: EnglishReading, view: SentenceView, verb: number): number {
  let i = verb - 1;
  while (i >= view.from) {
    const code = reading.codes[i]!;
    const skipped =
      (code & (Role.auxiliary | Role.adverb)) !== 0 || isAdverb(reading, i) || isContraction(reading, view, i);
    const day = i > view.from && (reading.codes[i]! & Role.preposition) !== 0 && isWeekday(reading, i + 1);
    const used = isUsedTo(reading, i);
    const time = !skipped && isTimeOfDay(reading, view, i);
    const shade = !skipped && isWeekday(reading, i + 1) && edges.has(reading.tokens.hashes[i]!);
    if ((!skipped && !day && !used && !time && !shade) || reading.mentionOf[i]! >= 0) {
      break;
    }
    i -= used && isGoingOn(reading, i) ? 3 : used || time ? 2 : 1;
  }
  return i;
}

/** "went on to say": token `i` is that "to". */
function isGoingOn(reading: EnglishReading, i: number): boolean {
  return i > 1 && wordAt(reading, i - 1) === 'on' && /^(?:went|goes|go)$/.test(wordAt(reading, i - 2));
}

/** "used to say", "has yet to say": token `i` is that "to". */
export function isUsedTo(reading: EnglishReading, i: number): boolean {
  return (
    i > 0 &&
    (reading.codes[i]! & Role.to) !== 0 &&
    (/^(?:used|yet)$/.test(wordAt(reading, i - 1)) || isGoingOn(reading, i))
  );
}

/** "Lee on Tuesday said": the day stands between the subject and its verb. */
export function isWeekday(reading: EnglishReading, i: number): boolean {
  return reading.tokens.text.startsWith('day', reading.tokens.ends[i]! - 3) && isCapital(reading, i);
}

const timeNouns = hashesOf('night morning evening afternoon week month year');
const edges = hashesOf('late early');
const pointing = hashesOf('last this next');

/** "Tuesday night", "last week": between a subject and its verb. */
function isTimeOfDay(reading: EnglishReading, view: SentenceView, i: number): boolean {
  return (
    i > view.from + 1 &&
    timeNouns.has(reading.tokens.hashes[i]!) &&
    (isWeekday(reading, i - 1) || pointing.has(reading.tokens.hashes[i - 1]!))
  );
}

function isContraction(reading: EnglishReading, view: SentenceView, i: number): boolean {
  return (
    isApostrophe(reading, i) &&
    i > view.from &&
    reading.tokens.ends[i - 1] === reading.tokens.starts[i] &&
    reading.tokens.starts[i + 1] === reading.tokens.ends[i]
  );
}

const nounsInLy = new Set(
  'rally family assembly supply reply italy july anomaly monopoly jelly bully butterfly'.split(' '),
);

function isAdverb(reading: EnglishReading, i: number): boolean {
  const end = reading.tokens.ends[i]!;
  if (!reading.tokens.text.startsWith('ly', end - 2)) {
    return false;
  }
  if (nounsInLy.has(wordAt(reading, i).toLowerCase())) {
    return false;
  }
  return end - reading.tokens.starts[i]! > 4 && reading.codes[i] === 0;
}
