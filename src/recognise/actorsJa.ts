import { compareRanges } from '../model/range';
import type { Mention } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import type { RecogniseContext } from './context';
import { resolveShortForms } from './ja/coreferenceJa';
import { findKanaNames, findKnownNames, findSpanningNames, findStateGroups } from './ja/countriesJa';
import { findHeadedNames } from './ja/headedNames';
import { findKatakanaNames } from './ja/katakanaNames';
import { findLatinNames } from './ja/latinNames';
import { japaneseLexicon } from './ja/lexicon';
import { NameSet } from './ja/nameSet';
import { chunkEnd, mayHoldName } from './ja/nounChunks';
import { findKanjiPersons } from './ja/personsJa';
import { WordClass } from './ja/wordClasses';

/** Names of persons, organisations, countries, and of the places and other things that are not actors. */
export function findActorsJa(tokens: Tokens, _context: RecogniseContext): Mention[] {
  const lexicon = japaneseLexicon();
  const words = lexicon.reader.read(tokens);
  const names = new NameSet(words);
  for (let at = 0; at < words.count; ) {
    const end = chunkEnd(words, at);
    findSpanningNames(names, lexicon, at, end);
    if (end > at && mayHoldName(words, at, end)) {
      findStateGroups(names, lexicon, at, end);
      findHeadedNames(names, lexicon, at, end);
      findKnownNames(names, lexicon, at, end);
      findLatinNames(names, lexicon, at, end);
      findKanjiPersons(names, lexicon, at, end);
      findKatakanaNames(names, lexicon, at, end);
    }
    if (end === at && words.classes[at]! & WordClass.hiragana) {
      findKanaNames(names, lexicon, at);
    }
    at = Math.max(end, at + 1);
  }
  const mentions = resolveShortForms(names, lexicon).map(({ start, end, kind, actor, name }): Mention => {
    const form = tokens.text.slice(start, end);
    return { start, end, kind, actor: actor ?? form, name: name ?? form };
  });
  return mentions.sort(compareRanges);
}
