import { MeaningKind } from './lexicon';
import { LocalContext } from './localContext';
import { visitMeanings } from './meanings';
import { type PolarConcept, polarConcepts } from './polarity';
import { findQuantities, type Quantity } from './quantities';
import { type SearchTerms, searchTerms } from './searchTerms';

/** A word or phrase of a quote with a meaning of one kind, by its number in the lexicon. UTF-16 code units, half open. */
interface Meant {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** What linking reads in the words of a claim; each part is read when it is first asked for. */
export class QuoteReading {
  readonly text: string;
  readonly terms: SearchTerms;
  /** Hashes of the terms. */
  readonly hashes: ReadonlySet<number>;
  /** In no particular order. */
  readonly concepts: readonly Meant[];
  /** Words of the glossary, in no particular order. */
  readonly glosses: readonly Meant[];
  #polar: readonly PolarConcept[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #context: LocalContext | undefined;

  constructor(text: string) {
    this.text = text;
    this.terms = searchTerms(text);
    this.hashes = new Set(this.terms.hashes.subarray(0, this.terms.count));
    const concepts: Meant[] = [];
    const glosses: Meant[] = [];
    visitMeanings(this.terms, text, ({ kind, number }, start, end) => {
      if (kind !== MeaningKind.shade) {
        (kind === MeaningKind.concept ? concepts : glosses).push({ number, start, end });
      }
    });
    this.concepts = concepts;
    this.glosses = glosses;
  }

  get polar(): readonly PolarConcept[] {
    this.#polar ??= polarConcepts(this.text, this.terms);
    return this.#polar;
  }

  get quantities(): readonly Quantity[] {
    this.#quantities ??= findQuantities(this.text);
    return this.#quantities;
  }

  get context(): LocalContext {
    this.#context ??= new LocalContext(this.text, this.terms);
    return this.#context;
  }
}

/** The claims of one article are compared with much the same others: some 30 claims with 20 each. About 4 KB a claim. */
const mostKept = 1000;
const kept = new Map<string, QuoteReading>();

/** The reading of a quote, kept for a while: the oldest goes when there are too many. */
export function readingOf(quote: string): QuoteReading {
  let reading = kept.get(quote);
  if (!reading) {
    reading = new QuoteReading(quote);
    kept.set(quote, reading);
    if (kept.size > mostKept) {
      kept.delete(kept.keys().next().value!);
    }
  }
  return reading;
}
