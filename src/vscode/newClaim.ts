import { newItemId } from '../annotations/itemId';
import { describe } from '../annotations/quoteSelector';
import type { Claim } from '../model/claim';
import { type ClaimDraft, claimDraft } from '../recognise/claimDraft';
import type { IndexedClaim } from '../workspace/documentEntry';
import { readSetting } from './contributions';
import type { ChosenClaim } from './features/chosenClaim';
import type { OpenArticle } from './openArticle';
import type { Workspace } from './workspace';

/** A claim to record, with what recognition knows of it. */
export function newClaim(article: OpenArticle, { start, end, ...fields }: ClaimDraft): Claim {
  const { text, toNormalised } = article.normalised();
  const author = readSetting('author', article.document.uri).trim();
  return {
    ...fields,
    id: newItemId(),
    selector: describe(text, { start: toNormalised(start), end: toNormalised(end) }),
    status: 'unverified',
    concepts: [],
    tags: [],
    links: [],
    created: new Date().toISOString(),
    ...(author ? { author } : {}),
  };
}

/** The record of a claim that the index has; one that is only recognised is recorded first. */
export async function recordOf(workspace: Workspace, claim: IndexedClaim): Promise<ChosenClaim | undefined> {
  const article = await workspace.openArticle(claim.article);
  if (!article) {
    return undefined;
  }
  const known = article.recorded.find((item) => item.claim.id === claim.id)?.claim;
  if (known) {
    return { article, claim: known };
  }
  const draft = claim.record ? undefined : claimDraft(article.document.getText(), article.recognition, claim);
  if (!draft) {
    return undefined;
  }
  const made = newClaim(article, draft);
  return (await workspace.apply(article, [{ type: 'put-claim', claim: made }])) && { article, claim: made };
}
