import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { type ClaimLink, type LinkRelation, linkRelations } from '../../model/claim';
import { quoted } from '../../text/quoted';
import { shortLine } from '../../text/shortened';
import { withoutDateline } from '../../text/withoutDateline';
import { relativeArticle } from '../../workspace/articlePath';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { sourceName } from '../actorNames';
import { commands } from '../contributions';
import { relationLabel } from '../labels';
import { recordOf } from '../newClaim';
import type { Workspace } from '../workspace';
import { type ChosenClaim, chosenClaim } from './chosenClaim';

const { t } = vscode.l10n;

interface TargetItem extends vscode.QuickPickItem {
  readonly target?: IndexedClaim;
}

/** Links a claim to another of any article: the related ones are offered first. */
export function registerLinkClaim(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.linkClaim, async (argument?: unknown) => {
    await workspace.ready;
    const given = givenClaims(workspace, argument);
    if (given) {
      await linkTo(workspace, () => recordOf(workspace, given.claim), given.claim.quote, given.target);
      return;
    }
    const chosen = await chosenClaim(workspace, argument);
    if (!chosen) {
      return;
    }
    workspace.settle(chosen.article);
    const { exact } = chosen.claim.selector;
    const items = targets(workspace, chosen.article.uri, chosen.claim.id);
    if (items.length === 0) {
      await vscode.window.showInformationMessage(t('There is no other claim to link to yet.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(items, {
      title: t('Link “{0}”', shortLine(exact)),
      placeHolder: t('Choose the other claim'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked?.target) {
      await linkTo(workspace, () => Promise.resolve(chosen), exact, picked.target);
    }
  });
}

/**
 * Asks how a claim relates to another and records it. `quote` is the claim's; `from` gives it once the person has
 * answered, since one that was only recognised is recorded by being linked, as its target is.
 */
export async function linkTo(
  workspace: Workspace,
  from: () => Promise<ChosenClaim | undefined>,
  quote: string,
  target: IndexedClaim,
): Promise<void> {
  const relation = await pickRelation(quote, target.quote);
  const to = relation && (await recordOf(workspace, target));
  const own = to && (await from());
  if (!own) {
    return;
  }
  const link: ClaimLink = {
    relation,
    article: relativeArticle(own.article.uri, to.article.uri),
    claim: to.claim.id,
    quote: to.claim.selector.exact,
  };
  const links = [...own.claim.links.filter((other) => !sameTarget(other, link)), link];
  if (await workspace.apply(own.article, [{ type: 'put-claim', claim: { ...own.claim, links } }])) {
    vscode.window.setStatusBarMessage(`$(check) ${t('Linked')}`, 4000);
  }
}

/** Both claims, where the caller names them: a hint, a card and a suggestion know them. */
function givenClaims(
  workspace: Workspace,
  argument: unknown,
): { readonly claim: IndexedClaim; readonly target: IndexedClaim } | undefined {
  const { claim, target, article } = Object(argument) as Record<string, unknown>;
  const other = indexed(workspace, target);
  const own = typeof claim === 'string' ? indexed(workspace, { article, id: claim }) : indexed(workspace, claim);
  return other && own && { claim: own, target: other };
}

function indexed(workspace: Workspace, value: unknown): IndexedClaim | undefined {
  const { article, id } = Object(value) as Record<string, unknown>;
  return typeof article === 'string' && typeof id === 'string' ? workspace.index.claim(article, id) : undefined;
}

function sameTarget(a: ClaimLink, b: ClaimLink): boolean {
  return a.article === b.article && a.claim === b.claim;
}

async function pickRelation(claim: string, other: string): Promise<LinkRelation | undefined> {
  const items = linkRelations.map((relation) => ({ label: relationLabel(relation), relation }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `${quoted(shortLine(claim))} → ${quoted(shortLine(other))}`,
    placeHolder: t('How does this claim relate to the other?'),
  });
  return picked?.relation;
}

/** Suggestions offered, recorded or not, before all that is recorded. */
const mostRelated = 10;

function targets(workspace: Workspace, article: string, id: string): TargetItem[] {
  const separator = (label: string): TargetItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const item = (claim: IndexedClaim): TargetItem => ({
    label: `$(${claim.record ? 'comment' : 'comment-draft'}) ${shortLine(withoutDateline(claim.quote))}`,
    description: sourceName(workspace.index, claim.source),
    detail: workspace.index.get(claim.article)?.title ?? '',
    target: claim,
  });
  const related = workspace.index.related(article, id, mostRelated).map(({ claim }) => claim);
  const others = workspace.index
    .allRecordedClaims()
    .filter((claim) => !(claim.article === article && claim.id === id) && !related.includes(claim));
  return [
    ...(related.length > 0 ? [separator(t('Perhaps related')), ...related.map(item)] : []),
    ...(others.length > 0 ? [separator(t('All claims')), ...others.map(item)] : []),
  ];
}
