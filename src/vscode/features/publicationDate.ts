import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import type { Publication } from '../../model/recognition';
import { asPlace } from '../commandLinks';
import { commands } from '../contributions';
import { dateLabel } from '../labels';
import { ruleLabel } from '../ruleLabels';
import type { Workspace } from '../workspace';
import { askForDate } from './dateInput';

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
    const prompt = `${howItIsKnown(published)} ${t('As in 2026-03-17 or 2026-03; empty to leave it to the article.')}`;
    const value = await askForDate(t('Publication date of this article'), prompt, published?.value ?? '');
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
