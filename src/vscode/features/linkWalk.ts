import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import type { LinkRelation } from '../../model/claim';
import { shortLine } from '../../text/shortened';
import { withoutDateline } from '../../text/withoutDateline';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { sourceName } from '../actorNames';
import { articleSelector } from '../articleFilter';
import { backlinkLabel, dateLabel, relationLabel } from '../labels';
import { locationsOf } from '../places';
import type { Workspace } from '../workspace';

/** A recorded claim as a step of the walk; asked for its neighbours, the claim as it is then is looked up. */
class ClaimItem extends vscode.CallHierarchyItem {
  constructor(
    readonly claim: IndexedClaim,
    detail: string,
    { uri, range }: vscode.Location,
  ) {
    super(vscode.SymbolKind.Event, shortLine(withoutDateline(claim.quote)), detail, uri, range, range);
  }
}

/**
 * From claim to claim along recorded links, as far as they go, by the editor's Call Hierarchy: who links to this claim
 * stands where callers stand, what it links to where the called stand.
 */
export function registerLinkWalk(workspace: Workspace): Disposable {
  const { index } = workspace;
  const itemOf = async (claim: IndexedClaim, relation?: string): Promise<ClaimItem | undefined> => {
    const when = claim.date ?? index.get(claim.article)?.published?.value;
    const detail = [relation ?? '', sourceName(index, claim.source), when ? dateLabel(when) : '']
      .filter((part) => part !== '')
      .join(' · ');
    const [location] = await locationsOf(workspace, [claim]);
    return location && new ClaimItem(claim, detail, location);
  };
  const itemsOf = async (
    links: readonly (readonly [IndexedClaim | undefined, LinkRelation])[],
    label: (relation: LinkRelation) => string,
  ): Promise<ClaimItem[]> => {
    const items = await Promise.all(links.map(([claim, relation]) => claim && itemOf(claim, label(relation))));
    return items.filter((item) => item !== undefined);
  };
  const claimOf = (item: vscode.CallHierarchyItem): IndexedClaim | undefined =>
    item instanceof ClaimItem ? index.claim(item.claim.article, item.claim.id) : undefined;

  return vscode.languages.registerCallHierarchyProvider(articleSelector, {
    async prepareCallHierarchy(document, position) {
      const article = workspace.articles.get(document);
      if (!article) {
        return undefined;
      }
      workspace.settle(article);
      const claim = index.claimAt(article.uri, document.offsetAt(position));
      return claim?.record ? itemOf(claim) : undefined;
    },
    async provideCallHierarchyIncomingCalls(item) {
      const claim = claimOf(item);
      const links = claim ? index.backlinks(claim.article, claim.id) : [];
      const items = await itemsOf(
        links.map(({ from, link }) => [from, link.relation]),
        backlinkLabel,
      );
      return items.map((from) => new vscode.CallHierarchyIncomingCall(from, [from.range]));
    },
    async provideCallHierarchyOutgoingCalls(item) {
      const claim = claimOf(item);
      const links = claim?.record?.links ?? [];
      const items = await itemsOf(
        links.map((link) => [claim && index.linkTarget(claim.article, link), link.relation]),
        relationLabel,
      );
      return items.map((to) => new vscode.CallHierarchyOutgoingCall(to, [item.range]));
    },
  });
}
