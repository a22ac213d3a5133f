import { UnitSet } from '../../text/units';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { nameClasses, WordClass } from './wordClasses';

const longestLabel = 8;
const questions = new UnitSet('―─—');
const noNames =
  WordClass.hiragana | WordClass.punctuation | WordClass.newline | WordClass.digit | WordClass.number | WordClass.latin;

interface Label {
  readonly first: number;
  readonly last: number;
}

/**
 * Who speaks in an interview: lines that begin with a short name and an ideographic space or colon, where the same name
 * opens several lines or the questions begin with dashes.
 */
export function findSpeakerLabels(names: NameSet, lexicon: JapaneseLexicon): void {
  const { words } = names;
  const { classes, count } = words;
  const labels = new Map<string, Label[]>();
  let interview = false;
  for (let at = 0; at < count; at++) {
    if (at > 0 && !(classes[at - 1]! & WordClass.newline)) {
      continue;
    }
    interview ||= questions.at(words.text, words.starts[at]!);
    const last = labelEnd(names, at);
    if (last >= at) {
      const form = words.text.slice(words.starts[at]!, words.ends[last]!);
      const known = labels.get(form);
      if (known) {
        known.push({ first: at, last });
      } else {
        labels.set(form, [{ first: at, last }]);
      }
    }
  }
  for (const lines of labels.values()) {
    for (const { first, last } of lines) {
      if (
        (interview || lines.length > 1) &&
        (holdsName(words, first, last) || looksLikeName(names, lexicon, first, last))
      ) {
        names.add(first, last, 'person');
      }
    }
  }
}

/** Last word of the label that opens the line at `first`; before `first` where there is none. */
function labelEnd(names: NameSet, first: number): number {
  const { words } = names;
  const { text, starts, ends, classes, count } = words;
  let last = first;
  while (
    last + 1 < count &&
    starts[last + 1] === ends[last] &&
    !(classes[last + 1]! & noNames) &&
    ends[last + 1]! - starts[first]! <= longestLabel
  ) {
    last++;
  }
  for (let at = first; at <= last; at++) {
    if (names.isTaken(at) || classes[at]! & noNames) {
      return first - 1;
    }
  }
  const next = text[ends[last]!];
  const closed = next === '\u3000' || next === '：' || next === ':';
  const goesOn = last + 1 < count && !(classes[last + 1]! & WordClass.newline);
  return closed && goesOn && ends[last]! - starts[first]! > 1 ? last : first - 1;
}

/** A name of any kind, or a word that no list has. */
function holdsName(words: Morphemes, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    if (words.classes[at]! & ((nameClasses & ~WordClass.country) | WordClass.unknown)) {
      return words.roles[last] === 0;
    }
  }
  return false;
}

const longestFamily = 3;

/** A family name that no list holds: nothing but single kanji, as such names have them. */
function looksLikeName({ words }: NameSet, { reader }: JapaneseLexicon, first: number, last: number): boolean {
  const { text, starts, ends } = words;
  const start = starts[first]!;
  const end = ends[last]!;
  const single = last - first === end - start - 1;
  return single && end - start <= longestFamily && reader.segmenter.kanjiNames.family(text, start, end, false) > 1;
}
