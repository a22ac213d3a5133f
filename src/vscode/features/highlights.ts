import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { TextRange } from '../../model/range';
import { affects, commands, type HighlightKind, readSetting } from '../contributions';
import { toRange } from '../convert';
import type { OpenArticle } from '../openArticle';
import type { OpenArticles } from '../openArticles';

/** Whether highlights are shown, kept for the workspace. */
const shownKey = 'highlights.shown';

type DecorationKey = HighlightKind | 'review' | 'claimMark' | 'reviewMark';

/** Every kind has a line of its own, so that colour is never the only sign. */
function decorationTypes(extension: vscode.ExtensionContext): Record<DecorationKey, vscode.TextEditorDecorationType> {
  const line = (id: string, style: string, width: string): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      borderColor: new vscode.ThemeColor(`editorialClaims.${id}`),
      borderStyle: style,
      borderWidth: `0 0 ${width} 0`,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
  const claim = (border: string): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editorialClaims.claimBackground'),
      borderColor: new vscode.ThemeColor(`editorialClaims.${border}`),
      borderStyle: 'solid',
      borderWidth: '0 0 0 3px',
      overviewRulerColor: new vscode.ThemeColor(`editorialClaims.${border}`),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
  // The mark stands at the claim's start only: on its whole range it would come again on every wrapped line.
  const mark = (icon: string): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      gutterIconPath: vscode.Uri.joinPath(extension.extensionUri, 'media', 'gutter', icon),
      gutterIconSize: 'contain',
    });
  return {
    person: line('personUnderline', 'solid', '2px'),
    organization: line('organizationUnderline', 'double', '3px'),
    country: line('countryUnderline', 'dashed', '2px'),
    date: line('dateUnderline', 'dotted', '2px'),
    claim: claim('claimBorder'),
    claimMark: mark('claim.svg'),
    review: claim('reviewBorder'),
    reviewMark: mark('review.svg'),
  };
}

/** Paints what was recognised and recorded into the visible part of each visible article. */
export function registerHighlights(extension: vscode.ExtensionContext, articles: OpenArticles): Disposable {
  const store = new DisposableStore();
  const types = decorationTypes(extension);
  for (const type of Object.values(types)) {
    store.add(type);
  }
  let shown = extension.workspaceState.get(shownKey, true);

  const paint = (editor: vscode.TextEditor): void => {
    const article = articles.get(editor.document);
    const ranges = article && shown ? visibleHighlights(article, editor) : undefined;
    for (const [key, type] of Object.entries(types)) {
      editor.setDecorations(type, ranges?.[key as DecorationKey] ?? []);
    }
  };
  const paintAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      paint(editor);
    }
  };

  store.add(
    articles.onDidChange((article) => {
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document === article.document) {
          paint(editor);
        }
      }
    }),
  );
  store.add(articles.onDidClose(paintAll));
  store.add(vscode.window.onDidChangeVisibleTextEditors(paintAll));
  store.add(vscode.window.onDidChangeTextEditorVisibleRanges((event) => paint(event.textEditor)));
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'highlights.kinds')) {
        paintAll();
      }
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.toggleHighlights, async () => {
      shown = !shown;
      paintAll();
      vscode.window.setStatusBarMessage(
        shown ? vscode.l10n.t('Highlights are shown') : vscode.l10n.t('Highlights are hidden'),
        3000,
      );
      await extension.workspaceState.update(shownKey, shown);
    }),
  );
  paintAll();
  return store;
}

/** From the start of the first to the end of the last. */
function hull(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

/** How many lines around the window are painted too, so that scrolling does not show bare text. */
const margin = 30;

function visibleHighlights(article: OpenArticle, editor: vscode.TextEditor): Record<DecorationKey, vscode.Range[]> {
  const { document } = editor;
  const kinds = new Set<string>(readSetting('highlights.kinds', document.uri));
  const result: Record<DecorationKey, vscode.Range[]> = {
    person: [],
    organization: [],
    country: [],
    date: [],
    claim: [],
    claimMark: [],
    review: [],
    reviewMark: [],
  };
  const windows = editor.visibleRanges.map((range) => ({
    start: document.offsetAt(new vscode.Position(Math.max(0, range.start.line - margin), 0)),
    end: document.offsetAt(new vscode.Position(range.end.line + margin, 0)),
  }));
  const add = (key: DecorationKey, range: TextRange): void => {
    if (windows.some((window) => range.start <= window.end && window.start <= range.end)) {
      result[key].push(toRange(document, range));
    }
  };
  const { mentions, dates } = article.recognisedIn(hull(windows));
  for (const mention of mentions) {
    if (mention.kind !== 'place' && mention.kind !== 'misc' && kinds.has(mention.kind)) {
      add(mention.kind, mention);
    }
  }
  if (kinds.has('date')) {
    for (const date of dates) {
      add('date', date);
    }
  }
  if (kinds.has('claim')) {
    for (const { range, state } of article.recorded) {
      if (range) {
        add(state === 'review' ? 'review' : 'claim', range);
        add(state === 'review' ? 'reviewMark' : 'claimMark', { start: range.start, end: range.start });
      }
    }
  }
  return result;
}
