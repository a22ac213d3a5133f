import * as vscode from 'vscode';
import { withoutDateline } from '../text/withoutDateline';
import type { IndexedClaim } from '../workspace/documentEntry';
import { sourceName } from './actorNames';
import { commands } from './contributions';
import { dateLabel } from './labels';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

/** A claim of any article as the row of a view: its words; a note, who says it, when and where. It opens the claim. */
export function claimRow(workspace: Workspace, claim: IndexedClaim, note = ''): vscode.TreeItem {
  const entry = workspace.index.get(claim.article);
  const when = entry?.published?.value ?? claim.date;
  const from = present(sourceName(workspace.index, claim.source), when ? dateLabel(when) : '', entry?.title ?? '');
  const item = new vscode.TreeItem(withoutDateline(claim.quote));
  item.description = present(note, ...from).join(' · ');
  item.tooltip = present(claim.quote, from.join(' · '), note).join('\n');
  item.iconPath = new vscode.ThemeIcon(claim.record ? 'comment' : 'comment-draft');
  item.command = { command: commands.reveal, title: t('Open'), arguments: [claim] };
  return item;
}

function present(...parts: readonly string[]): string[] {
  return parts.filter((part) => part !== '');
}
