import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { parseEdtf } from '../../model/edtf';
import type { Publication } from '../../model/recognition';
import { asPlace } from '../commandLinks';
import { commands } from '../contributions';
import { dateLabel } from '../labels';
import { ruleLabel } from '../ruleLabels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Asks when the article appeared and keeps the answer in its claims file; dates that count from it follow at once. */
export function registerPublicationDate(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.setPublicationDate, async (argument?: unknown) => {
    await workspace.ready;
    const place = asPlace(argument);
    const article = place ? workspace.articles.byUri(place.article) : workspace.articles.active()?.article;
    if (!article) {
      return;
    }
    const { published } = article.recognition;
    const answer = await vscode.window.showInputBox({
      title: t('Publication date of this article'),
      prompt: `${howItIsKnown(published)} ${t('As in 2026-03-17 or 2026-03; empty to leave it to the article.')}`,
      value: published?.value ?? '',
      validateInput: (input) =>
        input.trim() === '' || parseEdtf(input.trim()) ? undefined : t('This is not an EDTF date'),
    });
    const value = answer?.trim();
    const isSame = value === (published?.value ?? '');
    if (value !== undefined && !isSame) {
      await workspace.apply(article, [{ type: 'set-published', value: value === '' ? null : value }]);
    }
  });
}

function howItIsKnown(published: Publication | null): string {
  if (!published) {
    return t('Nothing in the article says when it appeared.');
  }
  return `${dateLabel(published.value)}: ${ruleLabel(published.rule)}`;
}
