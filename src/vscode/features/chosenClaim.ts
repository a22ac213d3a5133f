import * as vscode from 'vscode';
import type { Claim } from '../../model/claim';
import { asPlace } from '../commandLinks';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';

/** A recorded claim and the open article that it stands in. */
export interface ChosenClaim {
  readonly article: OpenArticle;
  readonly claim: Claim;
}

/** The recorded claim that a command is about: a link's, the view's, else the one under the cursor. Opens its article. */
export async function chosenClaim(workspace: Workspace, argument: unknown): Promise<ChosenClaim | undefined> {
  await workspace.ready;
  const named = namedClaim(argument);
  if (named) {
    const article = await workspace.openArticle(named.article);
    const claim = article?.recorded.find((item) => item.claim.id === named.claim)?.claim;
    return article && claim ? { article, claim } : undefined;
  }
  const active = workspace.articles.active();
  if (active) {
    const offset = active.editor.document.offsetAt(active.editor.selection.active);
    const under = active.article.recorded
      .filter(({ range }) => range && range.start <= offset && offset <= range.end)
      .sort((a, b) => length(a.range) - length(b.range))[0];
    if (under) {
      return { article: active.article, claim: under.claim };
    }
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Put the cursor into a recorded claim'), 4000);
  return undefined;
}

function length(range: { readonly start: number; readonly end: number } | null): number {
  return range ? range.end - range.start : Number.POSITIVE_INFINITY;
}

/** Reads `{ article, claim }` out of a link's argument or a node of the Claims view. */
function namedClaim(argument: unknown): { readonly article: string; readonly claim: string } | undefined {
  if (typeof argument !== 'object' || argument === null) {
    return undefined;
  }
  const { claim } = argument as Record<string, unknown>;
  if (typeof claim === 'string') {
    const place = asPlace(argument);
    return place && { article: place.article, claim };
  }
  if (typeof claim === 'object' && claim !== null) {
    const { article, id } = claim as Record<string, unknown>;
    return typeof article === 'string' && typeof id === 'string' ? { article, claim: id } : undefined;
  }
  return undefined;
}
