import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { ActorId } from '../../model/recognition';
import type { IndexedClaim } from '../../workspace/documentEntry';
import { articleSelector } from '../articleFilter';
import type { Place } from '../commandLinks';
import { toRange } from '../convert';
import { locationsOf } from '../places';
import type { Workspace } from '../workspace';

/**
 * Find All References, Go to Definition and highlights of the same thing: of an actor, wherever it is named in either
 * language; of a recorded claim, the claims that it is linked to and that link to it.
 */
export function registerReferences(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerReferenceProvider(articleSelector, {
      provideReferences: async (document, position) => {
        const thing = thingAt(workspace, document, position);
        return thing?.actor === undefined
          ? locationsOf(workspace, linkedClaims(workspace, thing?.claim))
          : locationsOf(workspace, workspace.index.mentionsOf(thing.actor));
      },
    }),
  );
  store.add(
    vscode.languages.registerDefinitionProvider(articleSelector, {
      provideDefinition: async (document, position) => {
        const thing = thingAt(workspace, document, position);
        return thing?.actor === undefined
          ? locationsOf(workspace, linkedClaims(workspace, thing?.claim))
          : locationsOf(workspace, introduction(workspace, thing.actor, document.uri.toString()));
      },
    }),
  );
  store.add(
    vscode.languages.registerDocumentHighlightProvider(articleSelector, {
      provideDocumentHighlights: (document, position) => {
        const article = workspace.articles.get(document);
        const actor = thingAt(workspace, document, position)?.actor;
        return actor === undefined
          ? undefined
          : article?.mentions
              .filter(({ actor: named, kind }) => named === actor && kind !== 'place' && kind !== 'misc')
              .map((mention) => new vscode.DocumentHighlight(toRange(document, mention)));
      },
    }),
  );
  return store;
}

function thingAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly actor?: ActorId; readonly claim?: IndexedClaim } | undefined {
  const article = workspace.articles.get(document);
  if (!article) {
    return undefined;
  }
  workspace.settle(article);
  const offset = document.offsetAt(position);
  const actor = workspace.index.actorAt(article.uri, offset)?.actor;
  const claim = workspace.index.claimAt(article.uri, offset);
  return actor === undefined ? (claim ? { claim } : undefined) : { actor };
}

/** Where the article first names the actor: there it is introduced in full. */
function introduction(workspace: Workspace, actor: ActorId, article: string): Place[] {
  const here = workspace.index.mentionsOf(actor).find((place) => place.article === article);
  return here ? [here] : [];
}

function linkedClaims(workspace: Workspace, claim: IndexedClaim | undefined): Place[] {
  if (!claim) {
    return [];
  }
  const targets = (claim.record?.links ?? []).map((link) => workspace.index.linkTarget(claim.article, link));
  const sources = workspace.index.backlinks(claim.article, claim.id).map(({ from }) => from);
  return [...targets, ...sources].filter((other) => other !== undefined);
}
