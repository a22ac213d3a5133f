import type { ActorId } from '../model/recognition';
import { conceptName } from './concepts';
import { type DaySpan, spansMeet } from './edtfDays';
import { eachItsOwn, type LinkableClaim, sharedActors } from './linkable';
import { type QuoteReading, readingOf } from './quoteReading';
import { TermKind } from './searchTerms';

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
  const [left, right] = [readingOf(a.quote), readingOf(b.quote)];
  const theirs = new Set([...right.concepts.map(({ number }) => conceptName(number)), ...b.concepts]);
  const ours = new Set([...a.concepts, ...left.concepts.map(({ number }) => conceptName(number))]);
  const concepts = [...ours].filter((name) => theirs.has(name));
  if (concepts.length > 0) {
    why.push({ kind: 'concepts', concepts });
  }
  const words = sharedWords(left, right);
  if (words.length > 0) {
    why.push({ kind: 'words', words: [...new Set(words)].slice(0, mostWords) });
  }
  return why;
}

/** Words of the first text that the second has too, in one of its forms or in the other language; in the order of the text. */
function sharedWords({ text, terms, glosses }: QuoteReading, other: QuoteReading): string[] {
  const theirs = new Set(other.glosses.map(({ number }) => number));
  const found: (readonly [start: number, end: number])[] = [];
  for (let i = 0; i < terms.count; i++) {
    if (other.hashes.has(terms.hashes[i]!) && terms.kinds[i] !== TermKind.empty) {
      found.push([terms.starts[i]!, terms.ends[i]!]);
    }
  }
  for (const { number, start, end } of glosses) {
    if (theirs.has(number) && found.every(([from, to]) => to <= start || end <= from)) {
      found.push([start, end]);
    }
  }
  return found.sort(([one], [two]) => one - two).map(([start, end]) => text.slice(start, end));
}
