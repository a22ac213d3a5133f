import * as vscode from 'vscode';
import { anchorAll } from '../../annotations/anchor';
import { type FoundElsewhere, findElsewhere } from '../../annotations/findElsewhere';
import { describe } from '../../annotations/quoteSelector';
import type { Disposable } from '../../base/lifecycle';
import type { Claim } from '../../model/claim';
import type { TextRange } from '../../model/range';
import { changedWords } from '../../text/changedWords';
import { normalise } from '../../text/normalise';
import { quoted } from '../../text/quoted';
import { shortLine } from '../../text/shortened';
import { withoutDateline } from '../../text/withoutDateline';
import type { AnchoredClaim } from '../../workspace/anchoredAnnotations';
import { commands } from '../contributions';
import { fromRange, toRange } from '../convert';
import { anchorLabel } from '../labels';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** One claim after the other whose passage changed or is gone: accept the place, choose another, or leave it. */
export function registerReviewAnchors(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.reviewAnchors, async () => {
    await workspace.ready;
    const active = workspace.articles.active();
    let place = active && isWaiting(active.article) ? active : await nextArticle(workspace);
    if (!place) {
      vscode.window.setStatusBarMessage(t('Every claim is in its place'), 4000);
    }
    const seen = new Set<string>();
    while (place && !seen.has(place.article.uri)) {
      seen.add(place.article.uri);
      for (const item of waitingIn(place.article)) {
        if (!(await reviewOne(workspace, place.article, place.editor, item))) {
          return;
        }
      }
      place = await nextArticle(workspace, seen);
    }
  });
}

interface ReviewPlace {
  readonly article: OpenArticle;
  readonly editor: vscode.TextEditor;
}

function waitingIn(article: OpenArticle): AnchoredClaim[] {
  return article.recorded.filter(({ state }) => state === 'review' || state === 'orphan');
}

function isWaiting(article: OpenArticle): boolean {
  return waitingIn(article).length > 0;
}

/** Opens the next article of the workspace that has claims to review. */
async function nextArticle(workspace: Workspace, seen?: ReadonlySet<string>): Promise<ReviewPlace | undefined> {
  const next = workspace.index
    .allRecordedClaims()
    .find(({ article, anchor }) => (anchor === 'review' || anchor === 'orphan') && !seen?.has(article));
  if (!next) {
    return undefined;
  }
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(next.article));
  const article = await workspace.openArticle(next.article);
  return article && { article, editor };
}

interface PlaceItem extends vscode.QuickPickItem {
  readonly range?: TextRange;
  readonly leave?: boolean;
  readonly elsewhere?: boolean;
}

/** False where the person left the review. */
async function reviewOne(
  workspace: Workspace,
  article: OpenArticle,
  editor: vscode.TextEditor,
  item: AnchoredClaim,
): Promise<boolean> {
  const { document } = article;
  const text = document.getText();
  const { text: normalised, toOriginal } = article.normalised();
  const candidates = (anchorAll(normalised, [item.claim.selector])[0]?.candidates ?? []).map(({ start, end }) => ({
    start: toOriginal(start),
    end: toOriginal(end),
  }));
  const places = [...(item.range ? [item.range] : []), ...candidates].filter(
    (place, i, all) => all.findIndex((other) => other.start === place.start && other.end === place.end) === i,
  );
  const selection = fromRange(document, editor.selection);
  const items: PlaceItem[] = [
    ...places.map((range, i) => ({
      label: i === 0 && item.range ? `$(check) ${t('Accept this place')}` : `$(arrow-right) ${t('Choose this place')}`,
      description: shortLine(withoutDateline(text.slice(range.start, range.end))),
      detail: changeText(item.claim.selector.exact, text.slice(range.start, range.end)),
      range,
    })),
    ...(selection.end > selection.start
      ? [
          {
            label: `$(selection) ${t('Attach to the selection')}`,
            description: shortLine(text.slice(selection.start, selection.end)),
            range: selection,
          },
        ]
      : []),
    { label: `$(search) ${t('Look for it in the other articles')}`, elsewhere: true },
    { label: `$(debug-step-over) ${t('Leave it for later')}`, leave: true },
  ];
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = `${anchorLabel(item.state)}: ${quoted(shortLine(withoutDateline(item.claim.selector.exact)))}`;
  pick.placeholder = t('Where is this claim now?');
  pick.items = items;
  pick.onDidChangeActive(([shown]) => {
    if (shown?.range) {
      editor.revealRange(toRange(document, shown.range), vscode.TextEditorRevealType.InCenter);
      editor.selection = new vscode.Selection(toRange(document, shown.range).start, toRange(document, shown.range).end);
    }
  });
  const chosen = await new Promise<PlaceItem | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  if (!chosen) {
    return false;
  }
  if (chosen.elsewhere) {
    await moveElsewhere(workspace, article, item.claim);
  } else if (chosen.range) {
    const { toNormalised } = article.normalised();
    const range = { start: toNormalised(chosen.range.start), end: toNormalised(chosen.range.end) };
    const claim = { ...item.claim, selector: describe(article.normalised().text, range) };
    await workspace.apply(article, [{ type: 'put-claim', claim }]);
  }
  return true;
}

/** What a person has to judge: the words that stand there instead of the recorded ones. */
function changeText(quote: string, now: string): string {
  const changed = changedWords(normalise(quote).text, normalise(now).text);
  return changed
    ? t('changed: “{0}” is now “{1}”', shortLine(changed.before), shortLine(changed.after))
    : t('word for word the same');
}

/** Offers the places in other articles where the passage stands, and moves the claim to the one that is chosen. */
async function moveElsewhere(workspace: Workspace, article: OpenArticle, claim: Claim): Promise<void> {
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Looking through the articles…'), cancellable: true },
    async (_progress, token) => {
      const places: FoundElsewhere[] = [];
      for (const { id } of [...workspace.index.articles()]) {
        if (id === article.uri || token.isCancellationRequested) {
          continue;
        }
        const text = (await workspace.host.readArticle(id))?.text;
        if (text !== undefined) {
          places.push(...findElsewhere(claim.selector, [[id, normalise(text).text]]));
        }
      }
      return places.sort((a, b) => b.score - a.score);
    },
  );
  const items = found.map((place) => ({
    label: workspace.index.get(place.article)?.title ?? place.article,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(place.article)),
    place,
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(t('No other article has this passage.'));
    return;
  }
  const picked = await vscode.window.showQuickPick(items, { title: t('Move the claim to') });
  const target = picked && (await workspace.openArticle(picked.place.article));
  if (!picked || !target) {
    return;
  }
  const selector = describe(target.normalised().text, picked.place.range);
  if (await workspace.apply(target, [{ type: 'put-claim', claim: { ...claim, selector } }])) {
    await workspace.apply(article, [{ type: 'delete-claim', id: claim.id }]);
  }
}
