import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { cardsAt } from '../../workspace/cards';
import { articleSelector } from '../articleFilter';
import { cardMarkdown } from '../cardMarkdown';
import { isOpen } from '../claimPoints';
import { card } from '../commandLinks';
import { toRange } from '../convert';
import type { Workspace } from '../workspace';

/** The card of what is under the mouse or the cursor: an actor, a date, a claim, and what other articles have on it. */
export function registerHovers(workspace: Workspace): Disposable {
  return vscode.languages.registerHoverProvider(articleSelector, {
    provideHover(document, position) {
      const article = workspace.articles.get(document);
      if (!article) {
        return undefined;
      }
      workspace.settle(article);
      const cards = cardsAt(workspace.index, article.uri, document.offsetAt(position), (point) =>
        isOpen(workspace, point),
      );
      const [first] = cards;
      return (
        first &&
        new vscode.Hover(
          cards.map((item) => card(cardMarkdown(item, workspace.index, article.uri))),
          toRange(document, first.range),
        )
      );
    },
  });
}
