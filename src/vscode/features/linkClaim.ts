import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { type ClaimLink, type LinkRelation, linkRelations } from '../../model/claim';
import { relativeArticle } from '../../workspace/articlePath';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { sourceName } from '../cardMarkdown';
import { commands } from '../contributions';
import { relationLabel } from '../labels';
import type { Workspace } from '../workspace';
import { chosenClaim } from './chosenClaim';
import { recordedClaims } from './claimsTree';
import { shortened } from './editClaim';

const { t } = vscode.l10n;

interface TargetItem extends vscode.QuickPickItem {
  readonly target?: IndexedClaim;
}

/** Links a claim to another of any article: the related ones are offered first. */
export function registerLinkClaim(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.linkClaim, async (argument?: unknown) => {
    const chosen = await chosenClaim(workspace, argument);
    if (!chosen) {
      return;
    }
    workspace.settle(chosen.article);
    const { uri } = chosen.article;
    const items = targets(workspace, uri, chosen.claim.id);
    if (items.length === 0) {
      await vscode.window.showInformationMessage(t('There is no other recorded claim to link to yet.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(items, {
      title: t('Link “{0}”', shortened(chosen.claim.selector.exact)),
      placeHolder: t('Choose the other claim'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked?.target) {
      return;
    }
    const relation = await pickRelation();
    if (!relation) {
      return;
    }
    const link: ClaimLink = {
      relation,
      article: relativeArticle(uri, picked.target.article),
      claim: picked.target.id,
      quote: picked.target.record?.selector.exact ?? picked.target.quote,
    };
    const links = [...chosen.claim.links.filter((other) => !sameTarget(other, link)), link];
    if (await workspace.apply(chosen.article, [{ type: 'put-claim', claim: { ...chosen.claim, links } }])) {
      vscode.window.setStatusBarMessage(`$(check) ${t('Linked')}`, 4000);
    }
  });
}

function sameTarget(a: ClaimLink, b: ClaimLink): boolean {
  return a.article === b.article && a.claim === b.claim;
}

async function pickRelation(): Promise<LinkRelation | undefined> {
  const items = linkRelations.map((relation) => ({ label: relationLabel(relation), relation }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: t('How does this claim relate to the other?'),
  });
  return picked?.relation;
}

function targets(workspace: Workspace, article: string, id: string): TargetItem[] {
  const separator = (label: string): TargetItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const item = (claim: IndexedClaim): TargetItem => ({
    label: shortened(claim.quote),
    description: sourceName(workspace.index, claim.source),
    detail: workspace.index.get(claim.article)?.title ?? '',
    target: claim,
  });
  const related = workspace.index
    .related(article, id, 10)
    .map(({ claim }) => claim)
    .filter((claim) => claim.record);
  const others = recordedClaims(workspace).filter(
    (claim) => !(claim.article === article && claim.id === id) && !related.some((other) => other.id === claim.id),
  );
  return [
    ...(related.length > 0 ? [separator(t('Perhaps related')), ...related.map(item)] : []),
    ...(others.length > 0 ? [separator(t('All claims')), ...others.map(item)] : []),
  ];
}
