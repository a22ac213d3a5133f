import type { PointReason, PointToLookAt } from '../linking/pointsToLookAt';
import type { RelationReason } from '../linking/relationReasons';
import type { AnchorState, Claim, ClaimStatus, LinkRelation, Stance } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId, ClaimKind, ClaimSource, Edtf, Language, NameKind } from '../model/recognition';
import type { FamilyTie } from '../recognise/familyTies';
import type { NameAlike } from '../recognise/namedActor';
import type { SoundAlike } from '../recognise/soundAlikes';
import { shortened } from '../text/shortened';
import type { ActorSummary } from './actorPostings';
import type { ClaimIndex } from './claimIndex';
import type { IndexedClaim } from './documentEntry';
import type { Uri } from './host';

/** One claim as a line of a card or a list. Plain data; the host words and escapes it. */
export interface ClaimLine extends TextRange {
  readonly article: Uri;
  readonly id: string;
  readonly title: string;
  readonly published: Edtf | null;
  readonly source: ClaimSource;
  /** The source's name in the article's language, where it is an actor with a known name. */
  readonly sourceName: string | undefined;
  /** What time it is about. */
  readonly date: Edtf | null;
  readonly kind: ClaimKind;
  readonly stance: Stance | undefined;
  readonly status: ClaimStatus;
  readonly recorded: boolean;
  /** The claim's words, as they are in the text, at most 300 code units. */
  readonly quote: string;
}

/** Lines shown, and how many more there are. */
export interface ClaimLines {
  readonly lines: readonly ClaimLine[];
  readonly more: number;
}

export interface PointLine {
  readonly reason: PointReason;
  readonly actors: readonly ActorId[];
  readonly other: ClaimLine;
}

export interface ActorCard {
  readonly about: 'actor';
  readonly range: TextRange;
  readonly actor: ActorId;
  /** The name used most in each language of the workspace. */
  readonly names: Partial<Record<Language, string>>;
  readonly kind: NameKind;
  /** The name of the other script that was taken for the same person's. */
  readonly soundAlike: SoundAlike | undefined;
  /** Family names alone that were taken for this person's. */
  readonly familyTies: readonly FamilyTie[];
  /** The likeliest of those that may be the same; nobody decided. */
  readonly perhaps: NameAlike | undefined;
  readonly mentions: number;
  readonly articles: number;
  /** Claims of other articles, newest first. */
  readonly elsewhere: ClaimLines;
}

export interface DateCard {
  readonly about: 'date';
  readonly range: TextRange;
  readonly value: Edtf | null;
  /** The rule that read it. */
  readonly rule: string;
  readonly confidence: number;
  readonly elsewhere: ClaimLines;
}

export interface RelatedLine extends ClaimLine {
  readonly why: readonly RelationReason[];
}

export interface LinkLine {
  readonly relation: LinkRelation;
  /** The other side's words as kept in the link. */
  readonly quote: string;
  readonly note: string | undefined;
  /** The other side; `undefined` where it is gone. */
  readonly claim: ClaimLine | undefined;
}

export interface ClaimCard {
  readonly about: 'claim';
  readonly range: TextRange;
  readonly claim: ClaimLine;
  readonly record: Claim | undefined;
  readonly anchor: AnchorState | undefined;
  readonly links: readonly LinkLine[];
  readonly backlinks: readonly LinkLine[];
  /** Suggestions, best first, without those that are linked or stand among the points. */
  readonly related: readonly RelatedLine[];
  readonly points: readonly PointLine[];
}

export type Card = ActorCard | DateCard | ClaimCard;

const cardLimit = 10;
const quoteLimit = 300;

/** The cards for a place of an article, innermost first: actor, date, claim. Empty where there is nothing. */
export function cardsAt(
  index: ClaimIndex,
  article: Uri,
  offset: number,
  showsPoint: (point: PointToLookAt<IndexedClaim>) => boolean = () => true,
): Card[] {
  const cards: Card[] = [];
  const actor = index.actorAt(article, offset);
  const summary = actor && index.actor(actor.actor);
  if (actor && summary) {
    cards.push(actorCard(index, summary, { start: actor.start, end: actor.end }, article));
  }
  const date = index.dateAt(article, offset);
  if (date) {
    const { value, rule, confidence } = date;
    const range = { start: date.start, end: date.end };
    cards.push({ about: 'date', range, value, rule, confidence, elsewhere: dateLines(index, value, article) });
  }
  const claim = index.claimAt(article, offset);
  if (claim) {
    cards.push(claimCard(index, claim, showsPoint));
  }
  return cards;
}

/** What is known of an actor; claims of the article `here` are left out. */
function actorCard(index: ClaimIndex, summary: ActorSummary, range: TextRange, here?: Uri): ActorCard {
  const { actor, kind, names, soundAlike, familyTies = [], mentions, articles } = summary;
  const page = index.claimsOf(actor, cardLimit, here);
  return {
    about: 'actor',
    range,
    actor,
    kind,
    names,
    soundAlike,
    familyTies,
    perhaps: index.nameAlikes(actor)[0],
    mentions,
    articles,
    elsewhere: { lines: page.claims.map((claim) => claimLine(index, claim)), more: page.total - page.claims.length },
  };
}

function dateLines(index: ClaimIndex, value: Edtf | null, here: Uri): ClaimLines {
  const page = value === null ? { claims: [], total: 0 } : index.claimsAt(value, cardLimit, here);
  return { lines: page.claims.map((claim) => claimLine(index, claim)), more: page.total - page.claims.length };
}

/** The card of a claim; `showsPoint` leaves out points that a person has looked at. */
export function claimCard(
  index: ClaimIndex,
  claim: IndexedClaim,
  showsPoint: (point: PointToLookAt<IndexedClaim>) => boolean = () => true,
): ClaimCard {
  const links = (claim.record?.links ?? []).map((link): LinkLine => {
    const target = index.linkTarget(claim.article, link);
    return { ...link, note: link.note, claim: target && claimLine(index, target) };
  });
  const backlinks = index.backlinks(claim.article, claim.id).map(({ from, link }): LinkLine => {
    return { relation: link.relation, quote: from.quote, note: link.note, claim: claimLine(index, from) };
  });
  const linked = new Set([...links, ...backlinks].flatMap(({ claim: line }) => (line ? [lineKey(line)] : [])));
  // As many as points are looked for among anywhere else, so that a card, a hint and a view tell the same.
  const suggested = index.related(claim.article, claim.id);
  const points = index
    .pointsToLookAt(claim.article, claim.id, suggested)
    .filter(showsPoint)
    .map(({ reason, actors, other }): PointLine => ({ reason, actors, other: claimLine(index, other) }));
  const told = new Set([...linked, ...points.map(({ other }) => lineKey(other))]);
  const related = suggested
    .map(({ claim: other, why }): RelatedLine => ({ ...claimLine(index, other), why }))
    .filter((line) => !told.has(lineKey(line)))
    .slice(0, cardLimit);
  return {
    about: 'claim',
    range: { start: claim.start, end: claim.end },
    claim: claimLine(index, claim),
    record: claim.record,
    anchor: claim.anchor,
    links,
    backlinks,
    related,
    points,
  };
}

/** The line that stands for a claim in cards, trees and lists. */
function claimLine(index: ClaimIndex, claim: IndexedClaim): ClaimLine {
  const entry = index.get(claim.article);
  const named = entry?.actors.find((occurrences) => occurrences.actor === claim.source)?.name;
  return {
    article: claim.article,
    id: claim.id,
    start: claim.start,
    end: claim.end,
    title: entry?.title ?? '',
    published: entry?.published?.value ?? null,
    source: claim.source,
    sourceName: named,
    date: claim.date,
    kind: claim.kind,
    stance: claim.stance,
    status: claim.status,
    recorded: claim.record !== undefined,
    quote: shortened(claim.quote, quoteLimit),
  };
}

function lineKey(line: ClaimLine): string {
  return `${line.article}#${line.id}`;
}
