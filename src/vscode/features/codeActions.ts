import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { contains, overlaps } from '../../model/range';
import { articleSelector } from '../articleFilter';
import type { Place } from '../commandLinks';
import { commands } from '../contributions';
import { fromRange } from '../convert';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

const rewrite = vscode.CodeActionKind.RefactorRewrite;

/** The lightbulb in an article: record, edit and link claims, correct names and dates. */
export function registerCodeActions(workspace: Workspace): Disposable {
  return vscode.languages.registerCodeActionsProvider(
    articleSelector,
    {
      provideCodeActions(document, selection) {
        const article = workspace.articles.get(document);
        if (!article) {
          return [];
        }
        const range = fromRange(document, selection);
        const point = { start: range.start, end: Math.max(range.end, range.start + 1) };
        const place = (at: { start: number; end: number }): Place => ({
          article: article.uri,
          start: at.start,
          end: at.end,
        });
        const actions: vscode.CodeAction[] = [];
        const add = (title: string, command: string, argument?: unknown, kind = rewrite): void => {
          const action = new vscode.CodeAction(title, kind);
          action.command = { command, title, arguments: argument === undefined ? [] : [argument] };
          actions.push(action);
        };
        const claim = article.recorded.find((item) => item.range && contains(item.range, range));
        const selected = range.end > range.start;
        const recognised = article.recognition.claims.some((item) => overlaps(item, point));
        if (claim) {
          const argument = { ...place(range), claim: claim.claim.id };
          add(t('Edit claim…'), commands.editClaim, argument);
          add(t('Link claim to another…'), commands.linkClaim, argument);
          add(t('Delete claim'), commands.deleteClaim, argument);
        }
        if (selected || (recognised && !claim)) {
          add(t('Record claim'), commands.recordClaim);
        }
        const mention = article.mentions.find((item) => overlaps(item, point));
        if (mention) {
          add(
            t('Correct “{0}”…', document.getText().slice(mention.start, mention.end)),
            commands.correctActor,
            place(mention),
          );
        }
        const date = article.dates.find((item) => overlaps(item, point));
        if (date?.value === null) {
          const title = t('Set the publication date…');
          add(title, commands.setPublicationDate, place(date), vscode.CodeActionKind.QuickFix);
        }
        if (date) {
          add(t('Correct the date…'), commands.correctDate, place(date));
        }
        return actions;
      },
    },
    { providedCodeActionKinds: [rewrite, vscode.CodeActionKind.QuickFix] },
  );
}
