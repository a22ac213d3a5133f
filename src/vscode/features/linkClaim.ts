import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { type ClaimLink, type LinkRelation, linkRelations } from '../../model/claim';
import { shortLine } from '../../text/shortened';
import { withoutDateline } from '../../text/withoutDateline';
import { relativeArticle } from '../../workspace/articlePath';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { sourceName } from '../cardMarkdown';
import { commands } from '../contributions';
import { relationLabel } from '../labels';
import type { Workspace } from '../workspace';
import { type ChosenClaim, chosenClaim } from './chosenClaim';

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
    const target = givenTarget(workspace, argument);
    if (target) {
      await linkTo(workspace, chosen, target);
      return;
    }
    const { uri } = chosen.article;
    const items = targets(workspace, uri, chosen.claim.id);
    if (items.length === 0) {
      await vscode.window.showInformationMessage(t('There is no other recorded claim to link to yet.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(items, {
      title: t('Link “{0}”', shortLine(chosen.claim.selector.exact)),
      placeHolder: t('Choose the other claim'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked?.target) {
      return;
    }
    await linkTo(workspace, chosen, picked.target);
  });
}

/** Asks how a claim relates to another and records it. */
export async function linkTo(workspace: Workspace, from: ChosenClaim, target: IndexedClaim): Promise<void> {
  const relation = await pickRelation(from.claim.selector.exact, target.quote);
  if (!relation) {
    return;
  }
  const link: ClaimLink = {
    relation,
    article: relativeArticle(from.article.uri, target.article),
    claim: target.id,
    quote: target.record?.selector.exact ?? target.quote,
  };
  const links = [...from.claim.links.filter((other) => !sameTarget(other, link)), link];
  if (await workspace.apply(from.article, [{ type: 'put-claim', claim: { ...from.claim, links } }])) {
    vscode.window.setStatusBarMessage(`$(check) ${t('Linked')}`, 4000);
  }
}

/** The other claim, where the caller names it: a hint knows both. */
function givenTarget(workspace: Workspace, argument: unknown): IndexedClaim | undefined {
  const { target } = Object(argument) as { readonly target?: unknown };
  const { article, id } = Object(target) as Record<string, unknown>;
  return typeof article === 'string' && typeof id === 'string' ? workspace.index.claim(article, id) : undefined;
}

function sameTarget(a: ClaimLink, b: ClaimLink): boolean {
  return a.article === b.article && a.claim === b.claim;
}

async function pickRelation(claim: string, other: string): Promise<LinkRelation | undefined> {
  const items = linkRelations.map((relation) => ({ label: relationLabel(relation), relation }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `“${shortLine(claim)}” → “${shortLine(other)}”`,
    placeHolder: t('How does this claim relate to the other?'),
  });
  return picked?.relation;
}

function targets(workspace: Workspace, article: string, id: string): TargetItem[] {
  const separator = (label: string): TargetItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const item = (claim: IndexedClaim): TargetItem => ({
    label: shortLine(withoutDateline(claim.quote)),
    description: sourceName(workspace.index, claim.source),
    detail: workspace.index.get(claim.article)?.title ?? '',
    target: claim,
  });
  const related = workspace.index
    .related(article, id, 10)
    .map(({ claim }) => claim)
    .filter((claim) => claim.record);
  const others = workspace.index
    .allRecordedClaims()
    .filter(
      (claim) => !(claim.article === article && claim.id === id) && !related.some((other) => other.id === claim.id),
    );
  return [
    ...(related.length > 0 ? [separator(t('Perhaps related')), ...related.map(item)] : []),
    ...(others.length > 0 ? [separator(t('All claims')), ...others.map(item)] : []),
  ];
}
