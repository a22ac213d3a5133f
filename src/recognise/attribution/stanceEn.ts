import { type EnglishReading, wordAt } from './englishReading';
import { auxiliaries } from './finiteEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { isWeekday, skipToSubject } from './sourceEn';
import { firmStances, openStances } from './stanceWordsEn';
import { ableSubject } from './subjectEn';
import { Role } from './wordsEn';

const copula = /^(?:remain|remains|remained|seems?|seemed|sounds?|sounded|appears?|appeared|feels?|felt)$/;
const objects =
  /^(?:that|about|of|to|over|with|by|at|whether|if|the|he|she|they|it|in|on|his|her|their|no|there|this)$/;

/** "Moss is adamant that the bill will pass": what somebody is said to feel about something. */
export function stanceReport(reading: EnglishReading, view: SentenceView, i: number, word: string): Report | undefined {
  if (!firmStances.has(word)) {
    if (!openStances.has(word)) {
      return undefined;
    }
    // "in certain of the cases", "clear of the reef"
    const next = wordAt(reading, isWeekday(reading, i + 1) ? i + 2 : i + 1);
    const says =
      word === 'clear' || word === 'certain' || word === 'sure'
        ? /^(?:that|about|whether|he|she|they|it|the)$/
        : objects;
    if (!says.test(next)) {
      return undefined;
    }
  }
  let linked = i - 1;
  while (linked > view.from && (reading.codes[linked]! & Role.be) === 0) {
    const code = reading.codes[linked]!;
    const word = wordAt(reading, linked);
    if (copula.test(word)) {
      break;
    }
    const grade =
      code & Role.adverb || /^(?:so|very|more|less|most|too|as|quite|deeply|increasingly|highly)$/.test(word);
    if (!grade && !word.endsWith('ly')) {
      return undefined;
    }
    linked--;
  }
  if (linked <= view.from || i - linked > 4) {
    return undefined;
  }
  const before = skipToSubject(reading, view, linked);
  if (auxiliaries(reading, before + 1, linked).modal) {
    return undefined;
  }
  const source = ableSubject(reading, view, before);
  if (source && /^(?:if|unless|until|whether)$/.test(wordAt(reading, source.from - 1))) {
    return undefined;
  }
  return source && { cueFrom: i, cueTo: i + 1, source, kind: 'position', strong: false, weight: 1, inverted: false };
}
