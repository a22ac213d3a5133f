import { foldForSearch } from '../base/searchFold';
import { claimConcepts } from '../linking/claimFeatures';
import { edtfDays, spansMeet } from '../linking/edtfDays';
import type { ClaimStatus, Stance } from '../model/claim';
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
  const test = makeTest(index, filter);
  const entries = filter.articles
    ? filter.articles.flatMap((uri) => index.get(uri) ?? [])
    : filter.actors
      ? index.articlesOf(filter.actors)
      : [...index.articles()];
  for (const entry of entries.sort(entryOrder(order))) {
    for (const claim of filter.recorded ? index.recordedClaims(entry.id) : entry.claims) {
      if (test(claim, entry)) {
        found.push(claim);
      }
    }
  }
  if (order === 'source') {
    const name = (claim: IndexedClaim): string => claim.source ?? '\uffff';
    found.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  }
  return found;
}

function entryOrder(order: ClaimOrder): (a: DocumentEntry, b: DocumentEntry) => number {
  switch (order) {
    case 'oldest':
      return (a, b) => newestFirst(b, a);
    case 'article':
      return (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
    default:
      return newestFirst;
  }
}

type Test = (claim: IndexedClaim, entry: DocumentEntry) => boolean;

function makeTest(index: ClaimIndex, filter: ClaimFilter): Test {
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
  const words = foldForSearch(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map(wordOf);
  if (words.length > 0) {
    const names = new Map<string, string>();
    const nameOf = (claim: IndexedClaim): string => {
      const key = claim.source ?? '';
      const known = names.get(key) ?? foldForSearch(Object.values(index.actor(key)?.names ?? {}).join('\n'));
      names.set(key, known);
      return known;
    };
    const titles = new Map<string, string>();
    const titleOf = ({ id, title }: DocumentEntry): string => {
      const known = titles.get(id) ?? foldForSearch(title);
      titles.set(id, known);
      return known;
    };
    tests.push((claim, entry) => hasWords(claim, words, () => `${titleOf(entry)}\n${nameOf(claim)}`));
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
  /** The same as a pattern, where it is plain ASCII: many claims are, and need no folding to be told apart. */
  readonly plain: RegExp | undefined;
}

function wordOf(folded: string): Word {
  const escaped = folded.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return { folded, plain: ascii.test(folded) ? new RegExp(escaped, 'i') : undefined };
}

function isIn(word: Word, text: string): boolean {
  return word.plain?.test(text) || (!ascii.test(text) && foldForSearch(text).includes(word.folded));
}

/** `around` is folded already. */
function hasWords(claim: IndexedClaim, words: readonly Word[], around: () => string): boolean {
  let missing = words.filter((word) => !isIn(word, claim.quote));
  if (missing.length > 0 && claim.record) {
    const { note, statement, tags } = claim.record;
    const more = [note, statement, ...claim.concepts, ...tags].join('\n');
    missing = missing.filter((word) => !isIn(word, more));
  }
  return missing.every((word) => around().includes(word.folded));
}
