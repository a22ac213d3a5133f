import { MeaningKind } from './lexicon';
import { visitMeanings } from './meanings';
import { type SearchTerms, searchTerms, TermKind } from './searchTerms';

/** How far the words around a place reach, in UTF-16 code units: about six English words, a clause in Japanese. */
const reach = { latin: 40, japanese: 14 };

interface Told {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** The words of a claim with their places, to compare what stands next to one thing with what stands next to another. */
export class LocalContext {
  readonly #text: string;
  readonly #told: readonly Told[];

  constructor(text: string, terms = searchTerms(text)) {
    this.#text = text;
    const told = termsOf(terms);
    visitMeanings(terms, text, ({ kind, number }, start, end) => {
      told.push({ start, end, key: `${kind === MeaningKind.concept ? 'concept' : 'word'} ${number}` });
    });
    this.#told = told;
  }

  /** How many words next to one range, outside it, mean what words next to a range of another claim mean. */
  shared(start: number, end: number, other: LocalContext, otherStart: number, otherEnd: number): number {
    const theirs = new Set(other.#around(otherStart, otherEnd).map(({ key }) => key));
    const places = new Set<number>();
    let last = -1;
    for (const { start: at, end: to, key } of this.#around(start, end)) {
      // Two kanji of a longer word, or a word inside a phrase, are no second word.
      if (theirs.has(key) && at >= last) {
        places.add(at);
        last = to;
      }
    }
    return places.size;
  }

  #around(start: number, end: number): readonly Told[] {
    const distance = this.#text.charCodeAt(start) < 0x2e80 && !hasJapanese(this.#text) ? reach.latin : reach.japanese;
    return this.#told
      .filter(
        (one) => one.end > start - distance && one.start < end + distance && (one.end <= start || one.start >= end),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

function termsOf(terms: SearchTerms): Told[] {
  const told: Told[] = [];
  for (let i = 0; i < terms.count; i++) {
    if (terms.kinds[i] === TermKind.word || terms.kinds[i] === TermKind.name) {
      told.push({ start: terms.starts[i]!, end: terms.ends[i]!, key: `term ${terms.hashes[i]}` });
    }
  }
  return told;
}

function hasJapanese(text: string): boolean {
  return /[ぁ-ヺ一-龠]/.test(text);
}
