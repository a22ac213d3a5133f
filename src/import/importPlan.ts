import { optional } from '../export/claimRecord';
import { foldLineEnds } from '../export/foldedText';
import { offsetsOf } from '../export/offsets';
import type { AnchorState, AnnotationSet, Claim, ItemId, QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId } from '../model/recognition';
import type { ImportedClaim } from './importer';
import { matchArticle } from './matchArticle';
import { quoteAt } from './quoteAt';

/** An article of the workspace as the import meets it. */
export interface ImportTarget {
  readonly path: string;
  readonly text: string;
  readonly annotations: AnnotationSet;
}

/** What the plan needs from its host. */
export interface ImportTools {
  /** Finds quotes in a text with line ends folded to LF, in the order given; `annotations/anchor.ts` does it. */
  anchor(
    text: string,
    selectors: readonly QuoteSelector[],
  ): readonly { readonly state: AnchorState; readonly range?: TextRange }[];
  /** A new random id. */
  newId(): ItemId;
  /** The actor of a name, where the workspace knows one. */
  actorOf(name: string): ActorId | undefined;
}

/**
 * What becomes of one imported claim:
 * - `add`: its quote is found, it is added;
 * - `review`: it is added, but a person must confirm its place or find it;
 * - `duplicate`: the workspace has it already;
 * - `conflict`: the workspace has a claim of this id that differs; that one stays as it is;
 * - `no-article`: no article of the workspace is meant, or several may be.
 */
export type ImportAction = 'add' | 'review' | 'duplicate' | 'conflict' | 'no-article';

export interface PlannedClaim {
  readonly action: ImportAction;
  /** Path of the article in the workspace; the name in the file for `no-article`. */
  readonly article: string;
  /** As it would be added; with its own id unless that is taken. */
  readonly claim: Claim;
  readonly state: AnchorState;
  /** The claim that the workspace has, for `duplicate` and `conflict`. */
  readonly existing?: ItemId;
}

export interface ImportPlan {
  readonly claims: readonly PlannedClaim[];
  readonly counts: Readonly<Record<ImportAction, number>>;
}

/** Says what an import would do and changes nothing. Existing claims are never touched by any plan. */
export function planImport(
  targets: readonly ImportTarget[],
  imported: readonly ImportedClaim[],
  tools: ImportTools,
): ImportPlan {
  const byPath = new Map(targets.map((target) => [target.path, target]));
  const byArticle = new Map<string, ImportedClaim[]>();
  const paths = new Map<string, string>();
  for (const claim of imported) {
    const path = paths.get(claim.article) ?? matchArticle(claim.article, byPath) ?? '';
    paths.set(claim.article, path);
    const list = byArticle.get(path);
    if (list) {
      list.push(claim);
    } else {
      byArticle.set(path, [claim]);
    }
  }
  const ids = new Map<string, ItemId>();
  const taken = new Set(targets.flatMap(({ annotations }) => annotations.claims.map(({ id }) => id)));
  const planned = [...byArticle].flatMap(([path, claims]) => {
    const target = byPath.get(path);
    return target
      ? planArticle(target, claims, tools, taken, ids)
      : claims.map((claim) => withoutArticle(claim, tools));
  });
  const relinked = planned.map((item) => ({ ...item, claim: relink(item.claim, ids) }));
  const counts = { add: 0, review: 0, duplicate: 0, conflict: 0, 'no-article': 0 };
  for (const { action } of relinked) {
    counts[action]++;
  }
  return { claims: relinked, counts };
}

/** The claims that a plan adds, by path of article. */
export function additionsOf(plan: ImportPlan): ReadonlyMap<string, readonly Claim[]> {
  const additions = new Map<string, Claim[]>();
  for (const { action, article, claim } of plan.claims) {
    const list = additions.get(article) ?? [];
    if (action === 'add' || action === 'review') {
      list.push(claim);
      additions.set(article, list);
    }
  }
  return additions;
}

function planArticle(
  target: ImportTarget,
  imported: readonly ImportedClaim[],
  tools: ImportTools,
  taken: Set<ItemId>,
  ids: Map<string, ItemId>,
): PlannedClaim[] {
  const text = foldLineEnds(target.text).text;
  const offsets = offsetsOf(text);
  const selectors = imported.map(({ selector, position }) => {
    const toUtf16 = (offset: number): number =>
      position?.unit === 'codepoint' ? offsets.fromCodePoint(offset) : offset;
    const range = position && { start: toUtf16(position.start), end: toUtf16(position.end) };
    // Without a quote there is only the position to go by; what stands there becomes the quote.
    const whole = selector.exact === '' && range ? (quoteAt(text, range) ?? selector) : selector;
    return { ...whole, exact: foldLineEnds(whole.exact).text, ...optional('hint', range?.start ?? selector.hint) };
  });
  const anchors = tools.anchor(text, selectors);
  const byId = new Map(target.annotations.claims.map((claim) => [claim.id, claim]));
  const byQuote = new Map<string, Claim[]>();
  for (const claim of target.annotations.claims) {
    const key = claim.selector.exact;
    byQuote.set(key, [...(byQuote.get(key) ?? []), claim]);
  }
  return imported.map((item, index) => {
    const selector = selectors[index]!;
    const anchor = anchors[index] ?? { state: 'orphan' as const };
    const draft = claimOf(item, placed(text, selector, anchor), tools);
    const same = item.id === undefined ? undefined : byId.get(item.id);
    const place = { article: target.path, state: anchor.state };
    if (same) {
      return {
        ...place,
        action: sameClaim(same, draft) ? 'duplicate' : 'conflict',
        claim: { ...draft, id: same.id },
        existing: same.id,
      };
    }
    const twin = (byQuote.get(selector.exact) ?? []).find((claim) => sameClaim(claim, draft));
    if (twin) {
      if (item.id) {
        ids.set(item.id, twin.id);
      }
      return { ...place, action: 'duplicate', claim: { ...draft, id: twin.id }, existing: twin.id };
    }
    const id = item.id !== undefined && isItemId(item.id) && !taken.has(item.id) ? item.id : tools.newId();
    if (item.id) {
      ids.set(item.id, id);
    }
    taken.add(id);
    const claim = { ...draft, id };
    byQuote.set(selector.exact, [...(byQuote.get(selector.exact) ?? []), claim]);
    const positionOnly = item.selector.exact === '';
    const certain = (anchor.state === 'exact' || anchor.state === 'moved') && !positionOnly;
    return { ...place, action: certain ? 'add' : 'review', claim };
  });
}

/**
 * Where the quote was found, as hint; the quote itself stays as it was imported. What came without context gets the
 * context of the place where exactly this quote stands, so that it is found again after the next edit.
 */
function placed(text: string, selector: QuoteSelector, anchor: { readonly range?: TextRange }): QuoteSelector {
  const { range } = anchor;
  if (!range) {
    return selector;
  }
  const bare = selector.prefix === '' && selector.suffix === '';
  const found = bare && text.slice(range.start, range.end) === selector.exact ? quoteAt(text, range) : undefined;
  return { ...selector, ...found, hint: range.start };
}

function withoutArticle(item: ImportedClaim, tools: ImportTools): PlannedClaim {
  return {
    action: 'no-article',
    article: item.article,
    state: 'orphan',
    claim: { ...claimOf(item, item.selector, tools), id: item.id ?? tools.newId() },
  };
}

function claimOf(item: ImportedClaim, selector: QuoteSelector, tools: ImportTools): Claim {
  const source =
    item.details.source ?? (item.sourceName ? (tools.actorOf(item.sourceName) ?? actorKey(item.sourceName)) : null);
  return { ...item.details, id: item.id ?? '', selector, source };
}

/** An id for a name that nobody knows yet: letters and digits in lower case with hyphens between. */
function actorKey(name: string): ActorId | null {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join('-') ?? null
  );
}

/** Ids of ours: at least 16 letters and digits, so that a foreign "T1" never becomes an id in a sidecar. */
function isItemId(id: string): boolean {
  return /^[a-z0-9]{16,64}$/.test(id);
}

function relink(claim: Claim, ids: ReadonlyMap<string, ItemId>): Claim {
  return claim.links.some((link) => ids.has(link.claim))
    ? { ...claim, links: claim.links.map((link) => ({ ...link, claim: ids.get(link.claim) ?? link.claim })) }
    : claim;
}

/** Whether two claims say the same: quote and everything about it, but not who recorded it, when, under which id. */
function sameClaim(a: Claim, b: Claim): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(claim: Claim): string {
  const { id: _id, author: _author, created: _created, selector, ...rest } = claim;
  return JSON.stringify(
    Object.entries({ ...rest, quote: selector.exact })
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
