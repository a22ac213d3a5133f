import type { Mention } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import type { RecogniseContext } from './context';
import { resolveShortForms } from './ja/coreferenceJa';
import { findKanaNames, findKnownNames, findSpanningNames, findStateGroups } from './ja/countriesJa';
import { findDefinedName } from './ja/definedNames';
import { findHeadedNames } from './ja/headedNames';
import { findKanaBody } from './ja/kanaBodies';
import { findKanaPersons, mayNameInKana } from './ja/kanaNames';
import { findKatakanaNames } from './ja/katakanaNames';
import { findLatinNames } from './ja/latinNames';
import { japaneseLexicon } from './ja/lexicon';
import { findLikelyPersons, mayBeMixed } from './ja/likelyPersons';
import { NameSet } from './ja/nameSet';
import { findNewsCredit } from './ja/newsCredits';
import { NounChunk } from './ja/nounChunks';
import { findKanjiPersons } from './ja/personsJa';
import { findQuotedName } from './ja/quotedNames';
import { Role } from './ja/roles';
import { findSpeakerLabels } from './ja/speakerLabels';
import { WordClass } from './ja/wordClasses';

/** Names of persons, organisations, countries, and of the places and other things that are not actors. */
export function findActorsJa(tokens: Tokens, _context: RecogniseContext): Mention[] {
  const lexicon = japaneseLexicon();
  const words = lexicon.reader.read(tokens);
  const names = new NameSet(words);
  const chunk = new NounChunk();
  const namesInKana = mayNameInKana(tokens.text);
  findSpeakerLabels(names, lexicon);
  for (let at = 0; at < words.count; ) {
    if (!chunk.read(words, at)) {
      if (words.classes[at]! & WordClass.hiragana) {
        // A single kana is a particle: only names like つ子さん begin so.
        const single = words.ends[at]! - words.starts[at]! === 1;
        if (single && !namesInKana) {
          at++;
          continue;
        }
        findKanaNames(names, lexicon, at);
        if (namesInKana && !names.isTaken(at)) {
          findKanaPersons(names, lexicon, at);
        }
        if (!names.isTaken(at)) {
          findKanaBody(names, at);
        }
      } else if (words.classes[at]! & WordClass.punctuation) {
        findQuotedName(names, lexicon, at);
      }
      at++;
      continue;
    }
    const { end, classes, roles } = chunk;
    findSpanningNames(names, lexicon, at, end);
    if (at === 0 || words.classes[at - 1]! & WordClass.newline) {
      findDefinedName(names, lexicon, at, chunk);
    }
    findNewsCredit(names, end - 1);
    if (chunk.mayHoldName(at)) {
      if (roles & Role.state) {
        findStateGroups(names, lexicon, at, end);
      }
      findHeadedNames(names, lexicon, at, end);
      findKnownNames(names, lexicon, at, end);
      if (classes & WordClass.latin) {
        findLatinNames(names, lexicon, at, end);
      }
      findLikelyPersons(names, lexicon, at, end);
      findKanjiPersons(names, lexicon, at, end);
      if (classes & WordClass.katakana) {
        findKatakanaNames(names, lexicon, at, end);
      }
    } else if (mayBeMixed(words, at, end, end)) {
      findLikelyPersons(names, lexicon, at, end);
    }
    at = end;
  }
  return resolveShortForms(names, lexicon);
}
