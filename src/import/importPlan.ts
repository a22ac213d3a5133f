import { optional } from '../export/claimRecord';

import { offsetsOf } from '../export/offsets';
import type { AnchorState, Claim, Correction, ItemId, QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorId } from '../model/recognition';
import { normalise } from '../text/normalise';
import type { PlannedCorrection } from './correctionPlan';
import { isItemId } from './importedId';
import type { ImportedClaim } from './importer';
import type { ImportTarget, ImportTools } from './importTarget';
import { matchArticle } from './matchArticle';
import { quoteAt } from './quoteAt';

/**
 * What becomes of one imported claim:
 * - `add`: its quote is found, it is added;
 * - `review`: it is added, but a person must confirm its place or find it;
 * - `duplicate`: the workspace has it already;
 * - `conflict`: the workspace has a claim of this id that says other things; that one stays as it is;
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

/** What a plan does to the workspace; the operations of `workspace/operations.ts` that an import needs. */
export type ImportOperation =
  | { readonly type: 'put-claim'; readonly claim: Claim }
  | { readonly type: 'put-correction'; readonly correction: Correction };

/** All that is to be done, by path of article. */
export function operationsOf(
  plan: ImportPlan,
  corrections: readonly PlannedCorrection[],
): ReadonlyMap<string, readonly ImportOperation[]> {
  const operations = new Map<string, ImportOperation[]>();
  const put = (article: string, operation: ImportOperation): void => {
    const list = operations.get(article);
    if (list) {
      list.push(operation);
    } else {
      operations.set(article, [operation]);
    }
  };
  for (const { action, article, claim } of plan.claims) {
    if (action === 'add' || action === 'review') {
      put(article, { type: 'put-claim', claim });
    }
  }
  for (const { action, article, correction } of corrections) {
    if (action === 'add') {
      put(article, { type: 'put-correction', correction });
    }
  }
  return operations;
}

function planArticle(
  target: ImportTarget,
  imported: readonly ImportedClaim[],
  tools: ImportTools,
  taken: Set<ItemId>,
  ids: Map<string, ItemId>,
): PlannedClaim[] {
  const text = normalise(target.text).text;
  const offsets = offsetsOf(text);
  const selectors = imported.map(({ selector, position }) => {
    const toUtf16 = (offset: number): number =>
      position?.unit === 'codepoint' ? offsets.fromCodePoint(offset) : offset;
    const range = position && { start: toUtf16(position.start), end: toUtf16(position.end) };
    // Without a quote there is only the position to go by; what stands there becomes the quote.
    const whole = selector.exact === '' && range ? (quoteAt(text, range) ?? selector) : selector;
    return { ...whole, exact: normalise(whole.exact).text, ...optional('hint', range?.start ?? selector.hint) };
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
        action: saysNoMore(draft, same) ? 'duplicate' : 'conflict',
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

function relink(claim: Claim, ids: ReadonlyMap<string, ItemId>): Claim {
  return claim.links.some((link) => ids.has(link.claim))
    ? { ...claim, links: claim.links.map((link) => ({ ...link, claim: ids.get(link.claim) ?? link.claim })) }
    : claim;
}

/** Whether two claims say the same: quote and everything about it, but not who recorded it, when, under which id. */
function sameClaim(a: Claim, b: Claim): boolean {
  return saysNoMore(a, b) && saysNoMore(b, a);
}

/** Whether all that an imported claim says is in the other: its format may not have been able to carry the rest. */
function saysNoMore(imported: Claim, existing: Claim): boolean {
  const there = contentOf(existing);
  return [...contentOf(imported)].every(([field, value]) => there.get(field) === value);
}

/** The fields that have a value, as JSON. */
function contentOf(claim: Claim): ReadonlyMap<string, string> {
  const { id: _id, author: _author, created: _created, selector, ...rest } = claim;
  const fields = Object.entries({ ...rest, quote: selector.exact });
  return new Map(
    fields
      .filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([field, value]) => [field, JSON.stringify(value)]),
  );
}
