import { anyNumber, type Meaning, standsAt, theLexicon } from './lexicon';
import { type SearchTerms, TermKind } from './searchTerms';

/** `start` and `end` are UTF-16 code units of the text, half open. */
export type SeeMeaning = (meaning: Meaning, start: number, end: number) => void;

/** Shows `see` the concepts and the words of the glossary that a text has, whose terms are given; in no particular order. */
export function visitMeanings(terms: SearchTerms, text: string, see: SeeMeaning): void {
  visitEnglish(terms, see);
  visitJapanese(terms, text, see);
}

function visitEnglish(terms: SearchTerms, see: SeeMeaning): void {
  const { places, words } = theLexicon();
  /** Words before this one stand in a phrase that means nothing of the kind. */
  let from = 0;
  for (let i = 0; i < terms.count; i++) {
    const place = places.get(terms.hashes[i]!);
    if (place < 0) {
      continue;
    }
    const { meanings, phrases } = words[place]!;
    for (const phrase of phrases) {
      if (phrase.meaning === undefined && follows(terms, i + 1, phrase.rest)) {
        from = Math.max(from, i + 1 + phrase.rest.length);
      }
    }
    if (i < from) {
      continue;
    }
    for (const meaning of meanings) {
      see(meaning, terms.starts[i]!, terms.ends[i]!);
    }
    for (const { meaning, rest } of phrases) {
      if (meaning && follows(terms, i + 1, rest)) {
        see(meaning, terms.starts[i]!, terms.ends[i + rest.length]!);
      }
    }
  }
}

function follows(terms: SearchTerms, from: number, rest: readonly number[]): boolean {
  if (from + rest.length > terms.count) {
    return false;
  }
  for (let k = 0; k < rest.length; k++) {
    const is = rest[k] === anyNumber ? terms.kinds[from + k] === TermKind.number : terms.hashes[from + k] === rest[k];
    if (!is) {
      return false;
    }
  }
  return true;
}

/** Leftmost, longest. */
function visitJapanese({ units, length }: SearchTerms, text: string, see: SeeMeaning): void {
  const { forms, starters } = theLexicon();
  for (let at = 0; at < length; at++) {
    const starter = starters[units[at]!]!;
    if (starter === 0) {
      continue;
    }
    const { list, seconds } = forms[starter - 1]!;
    const second = units[at + 1]!;
    for (let i = 0; i < list.length; i++) {
      if ((seconds[i] === 0 || seconds[i] === second) && standsAt(list[i]!.text, text, at)) {
        const end = at + list[i]!.text.length;
        for (const meaning of list[i]!.meanings) {
          see(meaning, at, end);
        }
        at = end - 1;
        break;
      }
    }
  }
}
