import { isOpeningQuote } from './complementEn';
import { type EnglishReading, isPossessiveAt, wordAt } from './englishReading';
import { nounPhrase, type SourcePhrase } from './nounPhraseEn';
import { reportNouns } from './nounsEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { phraseFrom } from './sourceEn';
import { speechAct } from './speechActsEn';
import { stanceReport } from './stanceEn';
import { Cue, cueOf, Role } from './wordsEn';

/** A report whose cue is no verb: according to, reportedly, a noun. */
export function phraseReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const cue = cueOf(reading.codes[i]!);
  if (cue === Cue.source) {
    if (wordAt(reading, i + 1) !== 'to') {
      return undefined;
    }
    const source = phraseFrom(reading, view, i + 2);
    return source && hearsay(i, i + 2, source, true, true);
  }
  if (cue === Cue.hearsay) {
    return hearsay(i, i + 1, undefined, false, false);
  }
  if (cue === Cue.firmStance || cue === Cue.openStance) {
    return stanceReport(reading, view, i) ?? speechAct(reading, view, i);
  }
  const said = cue === Cue.feelingNoun ? undefined : nounReport(reading, view, i);
  return said ?? speechAct(reading, view, i) ?? (cue === 0 ? stanceReport(reading, view, i) : undefined);
}

/** "according to" weighs as much as "said", a noun or an adverb less than any verb. */
function hearsay(
  cueFrom: number,
  cueTo: number,
  source: SourcePhrase | undefined,
  strong: boolean,
  inverted: boolean,
): Report {
  return { cueFrom, cueTo, source, kind: 'statement', strong, weight: strong ? 3 : 0, inverted };
}

/** "Moss's claim that…", "warnings from the bank that…", "his belief that…". */
function nounReport(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const word = wordAt(reading, i).toLowerCase();
  if (!reportNouns.has(word)) {
    return undefined;
  }

  const linked = /^(?:is|was)$/.test(wordAt(reading, i + 1)) && wordAt(reading, i + 2) === 'that';
  const next = linked ? 'that' : wordAt(reading, i + 1);
  const content = next === 'that' || isOpeningQuote(reading, view, i + 1);
  if (!content && next !== 'by' && next !== 'from') {
    return undefined;
  }
  if (!content) {
    const source = phraseFrom(reading, view, i + 2);
    return source?.mention ? hearsay(i, i + 1, source, false, true) : undefined;
  }
  for (let j = i - 1; j >= view.from && j > i - 5; j--) {
    if (reading.mentionOf[j]! >= 0 && isPossessiveAt(reading, j + 1)) {
      return hearsay(i, i + 1, nounPhrase(reading, view, j), false, false);
    }
    const code = reading.codes[j]!;
    if (code & Role.possessive) {
      const form = /^(?:his|her|His|Her)$/.test(wordAt(reading, j)) ? 'person' : 'pronoun';
      const source = { from: j, to: j + 1, mention: undefined, form, noun: wordAt(reading, j) } as const;
      return hearsay(i, i + 1, source, false, false);
    }
    if (code & (Role.determiner | Role.preposition | Role.verb | Role.auxiliary)) {
      break;
    }
  }
  // "despite claims that…", "amid calls for": nobody says whose.
  return next === 'that' && !linked && isAlleged(word) ? hearsay(i, i + 1, undefined, false, false) : undefined;
}

function isAlleged(noun: string): boolean {
  return /^(?:claim|assertion|accusation|allegation|criticism|complaint|rumor|speculation|suggestion|report)s?$/.test(
    noun,
  );
}
