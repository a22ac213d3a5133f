import { foldedIncludes, foldForSearch } from '../base/searchFold';
import { compareText } from '../base/textOrder';
import { claimConcepts } from '../linking/claimFeatures';
import { edtfDays, spansMeet } from '../linking/edtfDays';
import type { Claim, ClaimStatus, Stance } from '../model/claim';
import type { ActorId, Edtf } from '../model/recognition';
import type { ClaimIndex } from './claimIndex';
import type { DocumentEntry, IndexedClaim } from './documentEntry';
import type { Uri } from './host';
import { newestFirst } from './newestClaims';

/** What claims to list; everything that is given must hold. */
export interface ClaimFilter {
  /**
   * Words that the claim, its source's name, its note or the article's title has, each anywhere in these. Full and half
   * width, hiragana and katakana, old and new kanji, capitals and accents are the same.
   */
  readonly text?: string;
  /** Any of these takes part. */
  readonly actors?: readonly ActorId[];
  /** About a time, or where it names none published at a time, that shares a day with this. */
  readonly date?: Edtf;
  readonly stances?: readonly Stance[];
  readonly statuses?: readonly ClaimStatus[];
  /** Any of these, tagged or in its words. */
  readonly concepts?: readonly string[];
  readonly articles?: readonly Uri[];
  /** Only claims that a person recorded. */
  readonly recorded?: boolean;
}

export const claimOrders = ['newest', 'oldest', 'article', 'source'] as const;
export type ClaimOrder = (typeof claimOrders)[number];

/** The claims of the workspace that pass the filter, in order. */
export function searchClaims(index: ClaimIndex, filter: ClaimFilter, order: ClaimOrder = 'newest'): IndexedClaim[] {
  const found: IndexedClaim[] = [];
  const words = wordsOf(filter.text ?? '');
  const wordTest = words.length > 0 ? new WordTest(index, words) : undefined;
  const test = makeTest(index, filter, wordTest);
  const entries = filter.articles
    ? filter.articles.flatMap((uri) => index.get(uri) ?? [])
    : filter.actors
      ? index.articlesOf(filter.actors)
      : [...index.articles()];
  for (const entry of entries.sort(entryOrder(order))) {
    if (wordTest?.misses(entry)) {
      continue;
    }
    for (const claim of filter.recorded ? index.recordedClaims(entry.id) : entry.claims) {
      if (test(claim, entry)) {
        found.push(claim);
      }
    }
  }
  if (order === 'source') {
    const name = (claim: IndexedClaim): string => claim.source ?? '\uffff';
    found.sort((a, b) => compareText(name(a), name(b)));
  }
  return found;
}

function entryOrder(order: ClaimOrder): (a: DocumentEntry, b: DocumentEntry) => number {
  switch (order) {
    case 'oldest':
      return (a, b) => newestFirst(b, a);
    case 'article':
      return (a, b) => compareText(a.id, b.id);
    default:
      return newestFirst;
  }
}

type Test = (claim: IndexedClaim, entry: DocumentEntry) => boolean;

function makeTest(index: ClaimIndex, filter: ClaimFilter, words: WordTest | undefined): Test {
  const tests: Test[] = [];
  const { actors, stances, statuses, concepts, recorded } = filter;
  if (recorded !== undefined) {
    tests.push((claim) => (claim.record !== undefined) === recorded);
  }
  if (actors) {
    const ids = new Set(actors.flatMap((actor) => index.idsOf(actor)));
    tests.push((claim) => claim.actors.some((actor) => ids.has(actor)));
  }
  if (stances) {
    tests.push((claim) => claim.stance !== undefined && stances.includes(claim.stance));
  }
  if (statuses) {
    tests.push((claim) => statuses.includes(claim.status));
  }
  const span = filter.date === undefined ? undefined : edtfDays(filter.date);
  if (span !== undefined) {
    tests.push(({ days }, { publishedDay }) => {
      if (!span) {
        return false;
      }
      const own = days.length > 0 || publishedDay === null ? days : [{ from: publishedDay, to: publishedDay }];
      return own.some((one) => spansMeet(one, span));
    });
  }
  if (words) {
    tests.push((claim, entry) => words.hasAll(claim, entry));
  }
  if (concepts) {
    tests.push((claim) => claimConcepts(claim).some((concept) => concepts.includes(concept)));
  }
  return (claim, entry) => tests.every((test) => test(claim, entry));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ascii = /^[\x00-\x7f]*$/;

/** A folded word to look for. */
interface Word {
  readonly folded: string;
  /** Of ASCII alone: found in what is ASCII too without folding, as most claims are. */
  readonly isPlain: boolean;
  /** Stands in JSON as it is. */
  readonly isVerbatim: boolean;
}

function wordsOf(text: string): Word[] {
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((folded) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes these
      const isVerbatim = !/[\x00-\x1f"\\\ud800-\udfff]/.test(folded);
      return { folded, isPlain: ascii.test(folded), isVerbatim };
    });
}

/** `isAscii` where it is known. */
function isIn(word: Word, text: string, isAscii?: boolean): boolean {
  return (
    (word.isPlain && text.toLowerCase().includes(word.folded)) ||
    (!(isAscii ?? ascii.test(text)) && foldedIncludes(text, word.folded))
  );
}

/** Whether claims have some words. What is the same for many claims is looked at once. */
class WordTest {
  readonly #words: readonly Word[];
  /** For each word the ids of the actors whose names have it. */
  readonly #named: readonly ReadonlySet<ActorId>[];
  #titled: { readonly entry: DocumentEntry; readonly has: readonly boolean[] } | undefined;

  constructor(index: ClaimIndex, words: readonly Word[]) {
    this.#words = words;
    const named = words.map(() => new Set<ActorId>());
    for (const { actor, names } of index.actors()) {
      const folded = foldForSearch(Object.values(names).join('\n'));
      for (const [i, word] of words.entries()) {
        for (const id of folded.includes(word.folded) ? index.idsOf(actor) : []) {
          named[i]!.add(id);
        }
      }
    }
    this.#named = named;
  }

  /** Whether no claim of the article can have them all; told for claims that have not been read, without reading them. */
  misses(entry: DocumentEntry): boolean {
    const { text, isAscii } = entry.unreadClaims ?? {};
    return (
      text !== undefined &&
      this.#words.some(
        (word, i) =>
          word.isVerbatim &&
          !isIn(word, text, isAscii) &&
          !this.#titleHas(entry, i) &&
          ![...this.#named[i]!].some((id) => text.includes(id)),
      )
    );
  }

  hasAll(claim: IndexedClaim, entry: DocumentEntry): boolean {
    for (let i = 0; i < this.#words.length; i++) {
      const word = this.#words[i]!;
      const found =
        isIn(word, claim.quote) ||
        (claim.source !== null && this.#named[i]!.has(claim.source)) ||
        this.#titleHas(entry, i) ||
        (claim.record !== undefined && isIn(word, recordText(claim, claim.record)));
      if (!found) {
        return false;
      }
    }
    return true;
  }

  #titleHas(entry: DocumentEntry, word: number): boolean {
    if (this.#titled?.entry !== entry) {
      const title = foldForSearch(entry.title);
      this.#titled = { entry, has: this.#words.map(({ folded }) => title.includes(folded)) };
    }
    return this.#titled.has[word]!;
  }
}

function recordText(claim: IndexedClaim, { note, statement, tags }: Claim): string {
  return [note, statement, ...claim.concepts, ...tags].join('\n');
}
