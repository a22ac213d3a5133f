import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { TextRange } from '../../model/range';
import { commands } from '../contributions';
import { toRange } from '../convert';
import type { OpenArticles } from '../openArticles';

/** Jumps from claim to claim in the active article, round the ends. */
export function registerNavigation(articles: OpenArticles): Disposable {
  const jump = (choose: (starts: readonly TextRange[], cursor: number) => TextRange | undefined): void => {
    const active = articles.active();
    if (!active) {
      return;
    }
    const { editor, article } = active;
    const ranges = article.recorded.flatMap(({ range }) => (range ? [range] : [])).sort((a, b) => a.start - b.start);
    const target = choose(ranges, editor.document.offsetAt(editor.selection.active));
    if (!target) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('No claim is recorded in this article yet'), 4000);
      return;
    }
    const range = toRange(editor.document, target);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const store = new DisposableStore();
  store.add(
    vscode.commands.registerCommand(commands.nextClaim, () =>
      jump((ranges, cursor) => ranges.find((range) => range.start > cursor) ?? ranges[0]),
    ),
  );
  store.add(
    vscode.commands.registerCommand(commands.previousClaim, () =>
      jump((ranges, cursor) => ranges.findLast((range) => range.start < cursor) ?? ranges.at(-1)),
    ),
  );
  return store;
}
