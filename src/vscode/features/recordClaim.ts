import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { type ClaimDraft, claimDraft } from '../../recognise/claimDraft';
import { asPlace } from '../commandLinks';
import { commands, readSetting } from '../contributions';
import { fromRange } from '../convert';
import { newClaim } from '../newClaim';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';
import { editFields } from './editClaim';

const { t } = vscode.l10n;

/** Records the selection, or the sentence under the cursor, as a claim; what recognition knows is filled in. */
export function registerRecordClaim(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.recordClaim, async (argument?: unknown) => {
    await workspace.ready;
    const found = target(workspace, argument);
    if (!found) {
      return;
    }
    const { article, draft } = found;
    const same = article.recorded.find(({ range }) => range?.start === draft.start && range.end === draft.end);
    if (same) {
      await editFields(workspace, article, same.claim.id);
      return;
    }
    const claim = newClaim(article, draft);
    if (await workspace.apply(article, [{ type: 'put-claim', claim }])) {
      vscode.window.setStatusBarMessage(`$(check) ${t('Claim recorded')}`, 4000);
      if (readSetting('askAfterRecording')) {
        await editFields(workspace, article, claim.id);
      }
    }
  });
}

/** The article and the place meant: a link's, else the selection, else the sentence under the cursor. */
function target(
  workspace: Workspace,
  argument: unknown,
): { readonly article: OpenArticle; readonly draft: ClaimDraft } | undefined {
  const place = asPlace(argument);
  const active = workspace.articles.active();
  const article = place ? workspace.articles.byUri(place.article) : active?.article;
  if (!article) {
    void vscode.window.showInformationMessage(t('Open an article first: plain text or Markdown.'));
    return undefined;
  }
  if (article.document.isUntitled) {
    void vscode.window.showInformationMessage(t('Save the article first: its claims are kept in a file beside it.'));
    return undefined;
  }
  const selection = !place && active ? fromRange(active.editor.document, active.editor.selection) : undefined;
  const at = place?.start ?? 0;
  // A link names the place of a name or a sentence; the claim is the sentence around it.
  const draft = claimDraft(article.document.getText(), article.recognition, selection ?? { start: at, end: at });
  if (!draft) {
    vscode.window.setStatusBarMessage(t('Put the cursor into a sentence, or select one'), 4000);
    return undefined;
  }
  return { article, draft };
}
