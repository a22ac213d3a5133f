import type { ActorId } from '../model/recognition';
import { conceptName, findConcepts } from './concepts';
import { type DaySpan, spansMeet } from './edtfDays';
import { eachItsOwn, type LinkableClaim, sharedActors } from './linkable';
import { searchTerms, TermKind } from './searchTerms';

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
  const known = new Set(right.hashes.subarray(0, right.count));
  const words: string[] = [];
  for (let i = 0; i < left.count; i++) {
    if (known.has(left.hashes[i]!) && left.kinds[i] !== TermKind.empty) {
      words.push(a.quote.slice(left.starts[i], left.ends[i]));
    }
  }
  if (words.length > 0) {
    why.push({ kind: 'words', words: [...new Set(words)].slice(0, mostWords) });
  }
  return why;
}
