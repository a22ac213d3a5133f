import * as vscode from 'vscode';
import type { ActorId, NameKind } from '../model/recognition';
import { knownActor } from '../workspace/actorIdentity';
import type { MissingMark } from '../workspace/concordance';
import type { KindDisagreement } from '../workspace/kindDisagreements';
import { decideActors } from './actorDecisions';
import { nameKindLabel } from './labels';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

/** An actor that the articles do not treat alike. */
export type NameCheck =
  | { readonly about: 'kind'; readonly key: string; readonly found: KindDisagreement }
  | { readonly about: 'mark'; readonly key: string; readonly found: MissingMark };

/** Kinds that are highlighted; a country that is a place elsewhere in the text is no contradiction. */
const actorKinds: readonly NameKind[] = ['person', 'organization', 'country'];

/** Actors marked as one kind here and as another there. */
export function kindChecks(workspace: Workspace): NameCheck[] {
  return workspace.index
    .disagreements()
    .map((found) => ({ ...found, kinds: found.kinds.filter(({ kind }) => actorKinds.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 1)
    .map((found): NameCheck => {
      const kinds = found.kinds.map(({ kind }) => kind).sort();
      return { about: 'kind', key: `kind|${found.actor}|${kinds.join(',')}`, found };
    })
    .filter(({ key }) => !workspace.dismissals.has(key));
}

/** Names marked in some articles and not in others. */
export function markChecks(workspace: Workspace, found: readonly MissingMark[]): NameCheck[] {
  return found
    .map((mark): NameCheck => ({ about: 'mark', key: `mark|${mark.actor}|${mark.name}`, found: mark }))
    .filter(({ key }) => !workspace.dismissals.has(key));
}

/** "organisation in 14 articles, person in 2". */
export function checkLabel(check: NameCheck): string {
  if (check.about === 'mark') {
    return t('marked in {0} articles, not in {1}', check.found.marked, check.found.missing.length);
  }
  return check.found.kinds.map(({ kind, articles }) => countOfKind(kind, articles.length)).join(t(', '));
}

/** "Person in 3 articles". */
export function countOfKind(kind: NameKind, articles: number): string {
  return articles === 1
    ? t('{0} in 1 article', nameKindLabel(kind))
    : t('{0} in {1} articles', nameKindLabel(kind), articles);
}

/** Asks what the actor is and decides it for every article, in `actors.yaml`. */
export async function makeConsistent(workspace: Workspace, check: NameCheck): Promise<void> {
  const { actor } = check.found;
  if (check.about === 'mark') {
    const kind = workspace.index.actor(actor)?.kind ?? 'organization';
    const articles = check.found.missing.map(({ article }) => article);
    await decide(workspace, actor, kind, articles, [check.found.name]);
    return;
  }
  const { name, kinds } = check.found;
  const items = kinds.map(({ kind, articles }) => ({
    label: nameKindLabel(kind),
    description: countOfKind(kind, articles.length),
    value: kind,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('What is “{0}”, in every article?', name),
  });
  if (picked) {
    const articles = kinds.flatMap((one) => one.articles);
    await decide(workspace, actor, picked.value, articles, []);
  }
}

async function decide(
  workspace: Workspace,
  id: ActorId,
  kind: NameKind,
  articles: readonly string[],
  forms: readonly string[],
): Promise<void> {
  const byFolder = new Map(articles.map((article) => [workspace.host.folderOf(article), article]));
  for (const article of byFolder.values()) {
    const known = knownActor(workspace.index, workspace.registryOf(article), id);
    const names = Object.values(known.names);
    const aliases = [...new Set([...known.aliases, ...forms])].filter((form) => !names.includes(form));
    await decideActors(workspace, article, [{ type: 'put-actor', actor: { ...known, kind, aliases } }]);
  }
}
