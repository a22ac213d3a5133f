import { CharClass } from '../../text/charClass';
import type { Enclosure } from '../../text/enclosures';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';
import { longestPhrase, type SourcePhrase } from './nounPhraseEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { mainSubject, phraseFrom } from './sourceEn';
import { ableSubject } from './subjectEn';
import { Role } from './wordsEn';

const shortest = 12;

/** A report that no verb of saying makes: `“No,” Moss grinned`, "Asked about it, Moss left the room". */
export function quotedSpeech(reading: EnglishReading, view: SentenceView): Report | undefined {
  for (const quotation of view.quotations) {
    const report = quotation.innerEnd - quotation.innerStart < shortest ? undefined : tagged(reading, view, quotation);
    if (report) {
      return report;
    }
  }
  return asked(reading, view);
}

/** `“No one knows,” Moss, the clerk, grinned`: name and verb after a quotation that ends in a comma. */
function tagged(reading: EnglishReading, view: SentenceView, { end, innerEnd, closed }: Enclosure): Report | undefined {
  const { tokens } = reading;
  const comma = tokens.text.charAt(innerEnd - 1) === ',' || tokens.text.charAt(end) === ',';
  if (!closed || (!comma && !'?!'.includes(tokens.text.charAt(innerEnd - 1)))) {
    return undefined;
  }
  let first = view.from;
  while (first < view.to && tokens.starts[first]! < end) {
    first++;
  }
  first += unitAt(reading, first) === Unit.comma ? 1 : 0;
  if (first >= view.to) {
    return undefined;
  }
  if (isPastForm(reading, first) && first + 1 < view.to && reading.mentionOf[first + 1]! >= 0) {
    return spoken(first, phraseFrom(reading, view, first + 1), true);
  }
  const person = reading.codes[first]! & Role.person && reading.mentionOf[first]! < 0;
  if (reading.mentionOf[first]! < 0 && !person && !(reading.codes[first]! & Role.determiner)) {
    return undefined;
  }
  for (let i = first + 1; i < view.to && i < first + longestPhrase; i++) {
    if (isPastForm(reading, i)) {
      return spoken(i, ableSubject(reading, view, i - 1), false);
    }
  }
  return undefined;
}

function isPastForm(reading: EnglishReading, i: number): boolean {
  const { tokens } = reading;
  return (
    tokens.classes[i] === CharClass.lower &&
    reading.mentionOf[i]! < 0 &&
    tokens.text.startsWith('ed', tokens.ends[i]! - 2) &&
    tokens.ends[i]! - tokens.starts[i]! > 4
  );
}

const questions = /^(?:Asked|Pressed|Questioned|Quizzed)$/;

/** "Asked about the report, Moss…": whatever follows is the answer. */
function asked(reading: EnglishReading, view: SentenceView): Report | undefined {
  if ((reading.codes[view.from]! & Role.verb) === 0 || !questions.test(wordAt(reading, view.from))) {
    return undefined;
  }
  for (let i = view.from + 1; i < view.to; i++) {
    if (unitAt(reading, i) === Unit.comma && i + 1 < view.to) {
      return spoken(view.from, mainSubject(reading, view, i + 1, view.to), true);
    }
  }
  return undefined;
}

function spoken(cue: number, source: SourcePhrase | undefined, inverted: boolean): Report | undefined {
  return source && { cueFrom: cue, cueTo: cue + 1, source, kind: 'statement', strong: true, weight: 2, inverted };
}
