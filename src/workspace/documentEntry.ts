import { type DaySpan, edtfDays } from '../linking/edtfDays';
import type { LinkableClaim, LinkableDocument } from '../linking/linkable';
import { readDocumentFeatures } from '../linking/readFeatures';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import type { AnchorState, Claim, ClaimStatus, Correction } from '../model/claim';
import { overlaps, type TextRange } from '../model/range';
import type {
  ActorId,
  AttributedClaim,
  ClaimKind,
  DateMention,
  Edtf,
  Mention,
  NameKind,
  Publication,
  Recognition,
} from '../model/recognition';
import type { NamedActor } from '../recognise/namedActor';
import { officeOf } from '../recognise/office';
import { registrationOf } from '../recognise/registration';
import { shortened } from '../text/shortened';
import type { EntryDigest } from './entryDigest';
import type { Uri } from './host';

/** All places of one article where one actor is named. */
export interface ActorOccurrences extends NamedActor {
  /** The kind it is most often read as in this article. */
  readonly kind: NameKind;
  /** Canonical name in the article's language. */
  readonly name: string;
  /** start, end, start, end, ... in order; UTF-16 offsets in the article's text as the host shows it. */
  readonly offsets: readonly number[];
}

/** A claim as the index holds it, recognised or recorded. Offsets are those of the text as the host shows it. */
export interface IndexedClaim extends LinkableClaim, TextRange {
  readonly article: Uri;
  readonly kind: ClaimKind;
  readonly direct: boolean;
  readonly status: ClaimStatus;
  /** The record, where a person made one; then `id` is its id. A recognised claim's id is `~` and its start. */
  readonly record?: Claim;
  /** How well the record is attached; `orphan` has an empty range at 0. */
  readonly anchor?: AnchorState;
}

/** A recorded claim with the place where its selector was found. */
export interface AnchoredClaim {
  readonly claim: Claim;
  /** In the text as the host shows it; `null` for an orphan. */
  readonly range: TextRange | null;
  readonly state: AnchorState;
}

/** A decision about a name or date with the place where its selector was found. */
export interface AnchoredCorrection {
  readonly correction: Correction;
  /** In the text as the host shows it; `null` for an orphan. */
  readonly range: TextRange | null;
}

/** What people recorded about one article, attached to its text as it is now. */
export interface AnchoredAnnotations {
  /** When the article appeared, where a person said so. */
  readonly published?: Edtf;
  readonly claims: readonly AnchoredClaim[];
  readonly corrections: readonly AnchoredCorrection[];
}

/** What the index keeps of one article; the text is not kept. */
export interface DocumentEntry extends LinkableDocument {
  /** The article's URI. */
  readonly id: Uri;
  /** Fingerprint of all that the entry was made from; an equal one needs no new reading. */
  readonly fingerprint: string;
  /** UTF-16 code units. */
  readonly length: number;
  readonly published: Publication | null;
  readonly actors: readonly ActorOccurrences[];
  readonly dates: readonly DateMention[];
  /** By start, end, id. An entry that came from storage or another thread reads them when they are first asked for. */
  readonly claims: readonly IndexedClaim[];
  /** Dates and claims as JSON, as long as nobody has asked for them. */
  readonly unreadClaims?: { readonly text: string; readonly isAscii: boolean } | undefined;
  /** What files the article; absent where it is to be taken from the rest. */
  readonly digest?: EntryDigest;
  /** Where the article names an actor; absent where `actors` tells as quickly. */
  occurrencesOf?(actor: ActorId): ActorOccurrences | undefined;
}

/** What an entry is made from. */
export interface ArticleReading {
  readonly uri: Uri;
  readonly text: string;
  readonly fingerprint: string;
  /** With what people decided, see `decidedRecognition.ts`. */
  readonly recognition: Recognition;
  readonly annotations?: AnchoredAnnotations;
  /** Whom people merged: claims recorded under an older id count for the actor that took it in. */
  readonly registry?: ActorRegistry;
}

/** The lists of actors of one article, each once; most claims have the same few. */
class ActorLists {
  readonly #lists = new Map<string, readonly ActorId[]>();
  readonly #merged: ReadonlyMap<ActorId, ActorId>;

  constructor(registry: ActorRegistry) {
    this.#merged = new Map(registry.actors.flatMap(({ id, merged }) => merged.map((old) => [old, id] as const)));
  }

  /** The actor that an id stands for by now. */
  idOf(actor: ActorId): ActorId {
    return this.#merged.get(actor) ?? actor;
  }

  of(actors: readonly ActorId[]): readonly ActorId[] {
    const key = actors.join('\n');
    let list = this.#lists.get(key);
    if (!list) {
      list = [...new Set(actors.map((actor) => this.idOf(actor)))];
      this.#lists.set(key, list);
    }
    return list;
  }
}

/** Makes the entry of one article. Recorded claims replace the recognised ones that they overlap. */
export function makeDocumentEntry(reading: ArticleReading): DocumentEntry {
  const { uri, text, recognition } = reading;
  const { mentions, dates } = recognition;
  const lists = new ActorLists(reading.registry ?? emptyRegistry);
  const recorded = (reading.annotations?.claims ?? []).map((item) => recordedClaim(uri, text, item, dates, lists));
  const taken = recorded.filter((claim) => claim.end > claim.start);
  const recognised = recognition.claims
    .filter((claim) => !taken.some((other) => overlaps(claim, other)))
    .map((claim) => recognisedClaim(uri, text, claim, dates, lists));
  const claims = [...recognised, ...recorded].sort(
    (a, b) => a.start - b.start || a.end - b.end || compareText(a.id, b.id),
  );
  return {
    id: uri,
    fingerprint: reading.fingerprint,
    language: recognition.language,
    title: titleOf(text),
    length: text.length,
    published: recognition.published,
    publishedDay: firstDay(recognition.published?.value),
    // A capital that is only a place is not its country's government: places are no actors.
    actors: groupMentions(
      mentions.filter(({ kind }) => kind !== 'place' && kind !== 'misc'),
      reading,
    ),
    dates: Array.from(dates, ({ start, end, value, rule, confidence }) => {
      return { start, end, value, rule, confidence };
    }),
    claims,
    features: readDocumentFeatures({ claims }),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first day of an EDTF value, `null` where there is none. */
export function firstDay(value: Edtf | null | undefined): number | null {
  const span = value ? edtfDays(value) : null;
  return span && Number.isFinite(span.from) ? span.from : null;
}

function recognisedClaim(
  uri: Uri,
  text: string,
  claim: AttributedClaim,
  dates: readonly DateMention[],
  lists: ActorLists,
): IndexedClaim {
  return {
    article: uri,
    id: `~${claim.start}`,
    start: claim.start,
    end: claim.end,
    quote: text.slice(claim.start, claim.end),
    source: claim.source && lists.idOf(claim.source),
    actors: lists.of(claim.actors),
    days: daysOf(claim.date, claim, dates),
    date: claim.date,
    concepts: none,
    kind: claim.kind,
    direct: claim.direct,
    status: 'unverified',
  };
}

function recordedClaim(
  uri: Uri,
  text: string,
  { claim, range, state }: AnchoredClaim,
  dates: readonly DateMention[],
  lists: ActorLists,
): IndexedClaim {
  const place = range ?? { start: 0, end: 0 };
  const source = claim.source && lists.idOf(claim.source);
  const sourceIsActor = source !== null && source !== 'author' && !claim.actors.includes(source);
  return {
    article: uri,
    id: claim.id,
    start: place.start,
    end: place.end,
    quote: range ? text.slice(place.start, place.end) : claim.selector.exact,
    source,
    actors: lists.of(sourceIsActor ? [source, ...claim.actors] : claim.actors),
    days: daysOf(claim.date ?? null, place, dates),
    date: claim.date ?? null,
    concepts: claim.concepts,
    ...(claim.stance === undefined ? {} : { stance: claim.stance }),
    kind: claim.kind,
    direct: claim.directness === 'direct',
    status: claim.status,
    record: claim,
    anchor: state,
  };
}

/** One empty list for all, as most claims name no date and no concept. */
const none: readonly never[] = [];

function daysOf(own: Edtf | null, range: TextRange, dates: readonly DateMention[]): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  const see = (value: Edtf | null): void => {
    const days = value ? edtfDays(value) : null;
    if (days) {
      spans.push(days);
    }
  };
  if (own) {
    see(own);
    return spans;
  }
  for (const date of dates) {
    // In order of start: none further on can overlap.
    if (date.start >= range.end) {
      break;
    }
    if (overlaps(date, range)) {
      see(date.value);
    }
  }
  return spans.length > 0 ? spans : none;
}

/** The first line with a letter or digit, without Markdown's heading marks; at most 120 code units. */
export function titleOf(text: string): string {
  let from = 0;
  while (from < text.length && from < 20_000) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, Math.min(end, from + 400)).trim();
    if (/[\p{L}\p{N}]/u.test(line) && line !== '---') {
      const bare = line.replace(/^#{1,6} /, '').replace(/^title: /, '');
      return shortened(bare, 120);
    }
    from = end + 1;
  }
  return '';
}

function groupMentions(
  mentions: readonly Mention[],
  { text, recognition, registry = emptyRegistry }: ArticleReading,
): ActorOccurrences[] {
  const groups = new Map<ActorId, { kinds: Map<NameKind, number>; name: string; offsets: number[]; all: Mention[] }>();
  for (const mention of mentions) {
    let group = groups.get(mention.actor);
    if (!group) {
      group = { kinds: new Map(), name: mention.name, offsets: [], all: [] };
      groups.set(mention.actor, group);
    }
    group.kinds.set(mention.kind, (group.kinds.get(mention.kind) ?? 0) + 1);
    group.offsets.push(mention.start, mention.end);
    group.all.push(mention);
    if (mention.name.length > group.name.length) {
      group.name = mention.name;
    }
  }
  return [...groups].map(([actor, group]) => {
    const registered = registrationOf(registry, actor);
    const kind = mostFrequent(group.kinds);
    const office = kind === 'person' ? officeOf(text, group.all, recognition) : undefined;
    return {
      actor,
      kind,
      name: group.name,
      offsets: Array.from(group.offsets),
      ...(registered ? { registered } : {}),
      ...(office === undefined ? {} : { office }),
    };
  });
}

function mostFrequent<K>(counts: ReadonlyMap<K, number>): K {
  const [first, ...rest] = [...counts];
  return rest.reduce((best, next) => (next[1] > best[1] ? next : best), first!)[0];
}
