import type { ActorId } from '../model/recognition';
import { conceptName, findConcepts } from './concepts';
import { type DaySpan, spansMeet } from './edtfDays';
import { MeaningKind } from './lexicon';
import { eachItsOwn, type LinkableClaim, sharedActors } from './linkable';
import { visitMeanings } from './meanings';
import { type SearchTerms, searchTerms, TermKind } from './searchTerms';

/** Why two claims are thought to speak of the same. */
export type RelationReason =
  | { readonly kind: 'actors'; readonly actors: readonly ActorId[] }
  | { readonly kind: 'days'; readonly days: DaySpan }
  /** Ids of the lexicon, or names that a person gave. */
  | { readonly kind: 'concepts'; readonly concepts: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly string[] };

const mostWords = 5;

/** What two claims share, for people to read. Works on the words alone, so that it is the same whatever the index holds. */
export function relationReasons(a: LinkableClaim, b: LinkableClaim, same = eachItsOwn): RelationReason[] {
  const why: RelationReason[] = [];
  const actors = sharedActors(a, b, same);
  if (actors.length > 0) {
    why.push({ kind: 'actors', actors });
  }
  for (const days of a.days) {
    const other = b.days.find((one) => spansMeet(one, days));
    if (other) {
      why.push({ kind: 'days', days: { from: Math.max(days.from, other.from), to: Math.min(days.to, other.to) } });
      break;
    }
  }
  const [left, right] = [searchTerms(a.quote), searchTerms(b.quote)];
  const theirs = new Set([...findConcepts(right, b.quote).map(({ concept }) => conceptName(concept)), ...b.concepts]);
  const ours = new Set([...a.concepts, ...findConcepts(left, a.quote).map(({ concept }) => conceptName(concept))]);
  const concepts = [...ours].filter((name) => theirs.has(name));
  if (concepts.length > 0) {
    why.push({ kind: 'concepts', concepts });
  }
  const words = sharedWords(a.quote, left, b.quote, right);
  if (words.length > 0) {
    why.push({ kind: 'words', words: [...new Set(words)].slice(0, mostWords) });
  }
  return why;
}

/** Words of the first text that the second has too, in one of its forms or in the other language; in the order of the text. */
function sharedWords(text: string, terms: SearchTerms, otherText: string, otherTerms: SearchTerms): string[] {
  const theirs = new Set<number>();
  visitMeanings(otherTerms, otherText, ({ kind, number }) => kind === MeaningKind.word && theirs.add(number));
  const known = new Set(otherTerms.hashes.subarray(0, otherTerms.count));
  const found: (readonly [start: number, end: number])[] = [];
  for (let i = 0; i < terms.count; i++) {
    if (known.has(terms.hashes[i]!) && terms.kinds[i] !== TermKind.empty) {
      found.push([terms.starts[i]!, terms.ends[i]!]);
    }
  }
  visitMeanings(terms, text, ({ kind, number }, start, end) => {
    const isAlone = found.every(([from, to]) => to <= start || end <= from);
    if (kind === MeaningKind.word && theirs.has(number) && isAlone) {
      found.push([start, end]);
    }
  });
  return found.sort(([one], [other]) => one - other).map(([start, end]) => text.slice(start, end));
}
