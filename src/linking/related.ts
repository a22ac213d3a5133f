import { overlaps, type TextRange } from '../model/range';
import type { DateMention, Edtf, Mention, Recognition } from '../model/recognition';
import { isAsserted } from './assertLinks';
import { documentTerms } from './claimFeatures';
import { type DaySpan, edtfDays } from './edtfDays';
import { eachItsOwn, type LinkableClaim, type LinkableDocument } from './linkable';
import { RelatedClaims } from './relatedClaims';
import { type RelationReason, relationReasons } from './relationReasons';
import { SecondRanking } from './secondRanking';

/** One article of a corpus, read. Offsets are UTF-16 code units of `text`. */
export interface CorpusDocument {
  readonly id: string;
  readonly text: string;
  readonly recognition: Recognition;
  /** Claims found elsewhere; where absent those that were recognised are taken, as `c1`, `c2`, ... */
  readonly claims?: readonly (TextRange & { readonly id: string })[];
}

/** One answer of `related --ndjson`; claims are named `document#claim`. */
export interface RankedClaim {
  readonly query: string;
  /** Best first, other documents only. */
  readonly ranking: readonly string[];
  /** Those of which it is confident that they speak of the same. */
  readonly links: readonly string[];
  /** Reasons for the first few of the ranking. */
  readonly why: Readonly<Record<string, readonly RelationReason[]>>;
}

const rankingLength = 20;
const explained = 3;

/** What linking needs of an article, so that the text and the recognition can be let go. */
export function linkableDocument(document: CorpusDocument): LinkableDocument {
  const { id, text, recognition } = document;
  const { mentions, dates } = recognition;
  const published = recognition.published ? edtfDays(recognition.published.value) : null;
  const given = document.claims ?? recognition.claims.map((claim, i) => ({ ...claim, id: `c${i + 1}` }));
  return {
    id,
    language: recognition.language,
    title: '',
    publishedDay: published && Number.isFinite(published.from) ? published.from : null,
    terms: documentTerms(text),
    claims: given.map((claim) => linkableClaim(text, claim, mentions, dates, recognition)),
  };
}

function linkableClaim(
  text: string,
  claim: TextRange & { readonly id: string },
  mentions: readonly Mention[],
  dates: readonly DateMention[],
  recognition: Recognition,
): LinkableClaim {
  const same = recognition.claims.filter((other) => overlaps(other, claim));
  const named = mentions.filter((mention) => overlaps(mention, claim) && isActor(mention)).map(({ actor }) => actor);
  const [first] = same;
  const date = same.find((other) => other.date !== null)?.date ?? null;
  return {
    id: claim.id,
    quote: text.slice(claim.start, claim.end),
    source: first?.source ?? null,
    actors: [...new Set([...named, ...same.flatMap(({ actors }) => actors)])],
    days: daysOf(date, claim, dates),
    date,
    concepts: [],
  };
}

function isActor(mention: Mention): boolean {
  return mention.kind === 'person' || mention.kind === 'organization' || mention.kind === 'country';
}

function daysOf(own: Edtf | null, range: TextRange, dates: readonly DateMention[]): DaySpan[] {
  const values = own ? [own] : dates.flatMap((date) => (date.value && overlaps(date, range) ? [date.value] : []));
  return values.map(edtfDays).filter((span) => span !== null);
}

/** Answers for every claim of the corpus, in order. The corpus is held whole; answers are made one at a time. */
export function* rankRelated(documents: Iterable<LinkableDocument>, same = eachItsOwn): Generator<RankedClaim> {
  const related = new RelatedClaims(same);
  const order: LinkableDocument[] = [];
  for (const document of documents) {
    related.add(document);
    order.push(document);
  }
  const ranked = new SecondRanking(related);
  for (const document of order) {
    for (const claim of document.claims) {
      const found = ranked.first(document.id, claim.id);
      const name = (one: (typeof found)[number]): string => `${one.document.id}#${one.claim.id}`;
      const ranking = ranked.rank(document.id, claim.id).slice(0, rankingLength);
      yield {
        query: `${document.id}#${claim.id}`,
        ranking: ranking.map(name),
        links: found.filter(isAsserted).map(name),
        why: Object.fromEntries(
          ranking.slice(0, explained).map((one) => [name(one), relationReasons(claim, one.claim, same)]),
        ),
      };
    }
  }
}
