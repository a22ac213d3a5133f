import * as vscode from 'vscode';
import { newItemId } from '../../annotations/itemId';
import { describe } from '../../annotations/quoteSelector';
import type { Disposable } from '../../base/lifecycle';
import type { Claim } from '../../model/claim';
import { overlaps, type TextRange } from '../../model/range';
import type { Recognition } from '../../model/recognition';
import { sentenceAt } from '../../text/segments';
import { asPlace } from '../commandLinks';
import { commands, readSetting } from '../contributions';
import { fromRange } from '../convert';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';
import { editFields } from './editClaim';

const { t } = vscode.l10n;

/** Records the selection, or the sentence under the cursor, as a claim; what recognition knows is filled in. */
export function registerRecordClaim(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.recordClaim, async (argument?: unknown) => {
    const found = await target(workspace, argument);
    if (!found) {
      return;
    }
    const { article, range } = found;
    const same = article.recorded.find((item) => item.range?.start === range.start && item.range.end === range.end);
    if (same) {
      await editFields(workspace, article, same.claim.id);
      return;
    }
    const claim = newClaim(article, range);
    if (await workspace.apply(article, [{ type: 'put-claim', claim }])) {
      vscode.window.setStatusBarMessage(`$(check) ${t('Claim recorded')}`, 4000);
      if (readSetting('askAfterRecording')) {
        await editFields(workspace, article, claim.id);
      }
    }
  });
}

/** The article and the place meant: a link's, else the selection, else the sentence under the cursor. */
async function target(
  workspace: Workspace,
  argument: unknown,
): Promise<{ readonly article: OpenArticle; readonly range: TextRange } | undefined> {
  const place = asPlace(argument);
  const active = workspace.articles.active();
  const article = place ? workspace.articles.byUri(place.article) : active?.article;
  if (!article) {
    await vscode.window.showInformationMessage(t('Open an article first: plain text or Markdown.'));
    return undefined;
  }
  if (article.document.isUntitled) {
    await vscode.window.showInformationMessage(t('Save the article first: its claims are kept in a file beside it.'));
    return undefined;
  }
  const text = article.document.getText();
  const selection = !place && active ? fromRange(active.editor.document, active.editor.selection) : undefined;
  const offset = place?.start ?? selection?.start ?? 0;
  const range = selection && selection.end > selection.start ? trimmed(text, selection) : sentenceAt(text, offset);
  if (!range || range.end <= range.start) {
    vscode.window.setStatusBarMessage(t('Put the cursor into a sentence, or select one'), 4000);
    return undefined;
  }
  return { article, range };
}

/** Without the white space that a quick selection takes along. */
function trimmed(text: string, range: TextRange): TextRange {
  const words = text.slice(range.start, range.end);
  const start = range.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, start + words.trim().length) };
}

function newClaim(article: OpenArticle, range: TextRange): Claim {
  const text = article.document.getText();
  const draft = claimDraft(text, article.recognition, range);
  const { text: normalised, toNormalised } = article.normalised();
  const author = readSetting('author', article.document.uri).trim();
  return {
    ...draft,
    id: newItemId(),
    selector: describe(normalised, { start: toNormalised(range.start), end: toNormalised(range.end) }),
    status: 'unverified',
    concepts: [],
    tags: [],
    links: [],
    created: new Date().toISOString(),
    ...(author ? { author } : {}),
  };
}

/** What recognition knows of a place, as the first values of a claim's fields. */
function claimDraft(
  text: string,
  recognition: Recognition,
  range: TextRange,
): Pick<Claim, 'source' | 'kind' | 'directness' | 'actors' | 'cue' | 'date'> {
  const claim = recognition.claims.find((item) => overlaps(item, range));
  const actors = recognition.mentions.filter((item) => overlaps(item, range)).map(({ actor }) => actor);
  return {
    source: claim?.source ?? null,
    kind: claim?.kind ?? 'statement',
    directness: claim?.direct ? 'direct' : 'indirect',
    actors: [...new Set([...(claim?.actors ?? []), ...actors])],
    ...(claim?.cue ? { cue: text.slice(claim.cue.start, claim.cue.end) } : {}),
    ...(claim?.date ? { date: claim.date } : {}),
  };
}
