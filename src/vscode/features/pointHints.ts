import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { shortLine } from '../../text/shortened';
import { withoutDateline } from '../../text/withoutDateline';
import { sourceName } from '../actorNames';
import { articleSelector } from '../articleFilter';
import { type ClaimPoint, gatherPoints } from '../claimPoints';
import { affects, commands, readSetting } from '../contributions';
import { toRange } from '../convert';
import { dateLabel, pointLabel } from '../labels';
import { locationsOf } from '../places';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Hints wait until a burst of changes is over, in milliseconds; or longer, where the last ones took long. */
const pause = 800;

/**
 * Points to look at as the editor's own hints on recorded claims of the articles in view: three dots under the first
 * letters and a lightbulb, never a squiggle or an entry in Problems, for nothing is wrong. Each can be dismissed.
 */
export function registerPointHints(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('editorialClaims.points'));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: vscode.CancellationTokenSource | undefined;
  let cost = 0;

  const run = async (): Promise<void> => {
    running?.cancel();
    const own = new vscode.CancellationTokenSource();
    running = own;
    const started = performance.now();
    const hints = new Map<string, vscode.Diagnostic[]>();
    for (const { document } of vscode.window.visibleTextEditors) {
      const article = workspace.articles.get(document);
      if (article && !hints.has(article.uri) && readSetting('hints', document.uri)) {
        workspace.settle(article);
        const claims = workspace.index.recordedClaims(article.uri);
        const points = await gatherPoints(workspace, claims, own.token);
        hints.set(article.uri, await Promise.all(points.map((point) => hintOf(workspace, document, point))));
      }
    }
    if (!own.token.isCancellationRequested) {
      collection.clear();
      for (const [uri, diagnostics] of hints) {
        collection.set(vscode.Uri.parse(uri), diagnostics);
      }
      cost = performance.now() - started;
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    const wait = Math.max(pause, cost * 20);
    timer = setTimeout(() => void run().catch((error: unknown) => workspace.log.error(String(error))), wait);
  };
  store.add({
    dispose: () => {
      clearTimeout(timer);
      running?.cancel();
    },
  });
  store.add(workspace.indexChanges.onDidChange(later));
  store.add(workspace.dismissals.onDidChange(() => void run()));
  store.add(vscode.window.onDidChangeVisibleTextEditors(later));
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affects(event, 'hints')) {
        later();
      }
    }),
  );
  store.add(
    vscode.languages.registerCodeActionsProvider(
      articleSelector,
      {
        provideCodeActions: (document, range) =>
          (collection.get(document.uri) ?? [])
            .filter((hint) => hint instanceof PointHint)
            .filter((hint) => hint.range.intersection(range))
            .flatMap((hint) => actionsOf(hint)),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  return store;
}

class PointHint extends vscode.Diagnostic {
  constructor(
    range: vscode.Range,
    message: string,
    readonly point: ClaimPoint,
  ) {
    super(range, message, vscode.DiagnosticSeverity.Hint);
    this.source = 'Editorial Claims';
  }
}

async function hintOf(workspace: Workspace, document: vscode.TextDocument, point: ClaimPoint): Promise<PointHint> {
  const { claim, other, reason } = point;
  const { index } = workspace;
  const hint = new PointHint(toRange(document, claim), t('Worth a look: {0}', pointLabel(reason)), point);
  const [location] = await locationsOf(workspace, [other]);
  if (location) {
    const when = index.get(other.article)?.published?.value ?? other.date;
    const who = [sourceName(index, other.source), when ? dateLabel(when) : ''].filter((part) => part !== '');
    const words = `${who.join(' · ')}: “${shortLine(withoutDateline(other.quote))}”`;
    hint.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, words)];
  }
  return hint;
}

function actionsOf(hint: PointHint): vscode.CodeAction[] {
  const { claim, other, key } = hint.point;
  const action = (title: string, command: string, argument: unknown): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { command, title, arguments: [argument] };
    made.diagnostics = [hint];
    return made;
  };
  const place = { article: claim.article, start: claim.start, end: claim.end, claim: claim.id };
  return [
    action(t('Open the other claim: “{0}”', shortLine(withoutDateline(other.quote))), commands.reveal, {
      article: other.article,
      start: other.start,
      end: other.end,
    }),
    action(t('Link the two claims…'), commands.linkClaim, {
      ...place,
      target: { article: other.article, id: other.id },
    }),
    action(t('Dismiss this hint'), commands.dismissPoint, { key }),
  ];
}
