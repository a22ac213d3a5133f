import type { Claim } from '../model/claim';
import { type ClaimField, claimFields, isList } from './claimFields';
import type { Loss, LossKind } from './loss';
import type { PreparedArticle, PreparedClaim } from './prepare';

/** What one claim loses in a format that carries only some fields. Fields without a value lose nothing. */
function fieldLosses(article: string, claim: Claim, carried: ReadonlySet<ClaimField>): Loss[] {
  const losses: Loss[] = [];
  for (const field of claimFields) {
    if (!carried.has(field)) {
      const detail = valueText(claim, field);
      if (detail !== '') {
        losses.push({ kind: field, article, item: claim.id, detail });
      }
    }
  }
  return losses;
}

function valueText(claim: Claim, field: ClaimField): string {
  if (field === 'links') {
    return claim.links.map((link) => `${link.relation} ${link.article}#${link.claim}`).join(', ');
  }
  if (field === 'verdict') {
    return claim.verdict?.rating ?? '';
  }
  return isList(field) ? claim[field].join(', ') : (claim[field] ?? '');
}

export interface CarriedBy {
  readonly fields: ReadonlySet<ClaimField>;
  /** Whether claims without a certain place (orphan, review) are in the export. */
  readonly unplaced: boolean;
  /** Whether prefix and suffix are in the export. */
  readonly context: boolean;
  /** Whether corrections of names and dates are in the export; mostly they are not. */
  readonly corrections?: boolean;
  /** Whether all values of a field that two people changed are in the export; mostly they are not. */
  readonly conflicts?: boolean;
}

/** All that a format loses of the given articles, in their order. */
export function lossesOf(articles: readonly PreparedArticle[], carried: CarriedBy): Loss[] {
  const losses: Loss[] = [];
  for (const article of articles) {
    for (const placed of article.claims) {
      losses.push(...claimLosses(article.path, placed, carried));
    }
    for (const { correction } of carried.corrections ? [] : article.corrections) {
      losses.push({
        kind: 'corrections',
        article: article.path,
        item: correction.id,
        detail: correction.selector.exact,
      });
    }
    if (article.repaired) {
      losses.push({ kind: 'characters', article: article.path, detail: 'lone surrogates became U+FFFD' });
    }
  }
  return losses;
}

function claimLosses(path: string, placed: PreparedClaim, carried: CarriedBy): Loss[] {
  const { claim, certain } = placed;
  if (!certain && !carried.unplaced) {
    return [{ kind: 'claim', article: path, item: claim.id, detail: `${placed.state}: ${claim.selector.exact}` }];
  }
  const losses = fieldLosses(path, claim, carried.fields);
  if (!carried.context && (claim.selector.prefix !== '' || claim.selector.suffix !== '')) {
    losses.push({ kind: 'context', article: path, item: claim.id, detail: claim.selector.exact });
  }
  if (!carried.conflicts && claim.conflicts && claim.conflicts.length > 0) {
    const detail = claim.conflicts.map(({ field }) => field).join(', ');
    losses.push({ kind: 'conflicts', article: path, item: claim.id, detail });
  }
  return losses;
}

/** How many losses there are of each kind, the most frequent first. */
export function countLosses(losses: readonly Loss[]): readonly { readonly kind: LossKind; readonly count: number }[] {
  const counts = new Map<LossKind, number>();
  for (const { kind } of losses) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
