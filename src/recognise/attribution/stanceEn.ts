import { hashesOf } from '../wordHashes';
import { isWeekday, skipToSubject } from './beforeVerbEn';
import { type EnglishReading, wordAt } from './englishReading';
import { auxiliaries } from './finiteEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { firmStances, openStances } from './stanceWordsEn';
import { ableSubject } from './subjectEn';
import { Role } from './wordsEn';

const copulas = hashesOf(
  'stand stands stood remain remains remained seem seems seemed sound sounds sounded appear appears appeared feels felt',
);
const grades = hashesOf('so very more less most too as quite');
const farthest = 4;
const objects =
  /^(?:that|about|of|to|over|with|by|at|whether|if|the|he|she|they|it|in|on|his|her|their|no|there|this)$/;

/** "Moss is adamant that the bill will pass": what somebody is said to feel about something. */
export function stanceReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const link = linkBefore(reading, view, i);
  if (link === undefined) {
    return undefined;
  }
  const word = wordAt(reading, i).toLowerCase();
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
  const before = skipToSubject(reading, view, link);
  if (auxiliaries(reading, before + 1, link).modal) {
    return undefined;
  }
  const source = ableSubject(reading, view, before);
  if (source && /^(?:if|unless|until|whether)$/.test(wordAt(reading, source.from - 1))) {
    return undefined;
  }
  return source && { cueFrom: i, cueTo: i + 1, source, kind: 'position', strong: false, weight: 1, inverted: false };
}

/** The form of "be" or its like that leads to the word at `i`, over words of degree: "was deeply worried". */
function linkBefore({ codes, tokens }: EnglishReading, view: SentenceView, i: number): number | undefined {
  for (let at = i - 1; at > view.from && i - at <= farthest; at--) {
    const code = codes[at]!;
    if (code & Role.be || copulas.has(tokens.hashes[at]!)) {
      return at;
    }
    const grade =
      code & Role.adverb || grades.has(tokens.hashes[at]!) || tokens.text.startsWith('ly', tokens.ends[at]! - 2);
    if (!grade) {
      return undefined;
    }
  }
  return undefined;
}
