import * as vscode from 'vscode';
import { claimStatuses, stances } from '../../model/claim';
import { type ClaimFilter, type ClaimOrder, claimOrders } from '../../workspace/claimSearch';
import { actorName } from '../actorNames';
import { dateLabel, stanceLabel, statusLabel } from '../labels';
import type { Workspace } from '../workspace';
import { pickSource } from './actorPick';
import { askForDate } from './dateInput';

const { t } = vscode.l10n;

/** What the Claims view shows, and in which order. */
export interface ClaimSelection {
  readonly filter: ClaimFilter;
  readonly order: ClaimOrder;
}

/** Recorded claims, in the order of articles. */
export const allRecorded: ClaimSelection = { filter: { recorded: true }, order: 'article' };

interface PartItem extends vscode.QuickPickItem {
  /** Asks for a part of the selection; `undefined` where the question was left. */
  readonly change?: () => Promise<ClaimSelection | undefined>;
}

/** Shows the parts of the selection and asks for those that are chosen, until the list is left. */
export async function askSelection(
  workspace: Workspace,
  start: ClaimSelection,
  show: (selection: ClaimSelection) => void,
): Promise<void> {
  let selection = start;
  for (;;) {
    const picked = await vscode.window.showQuickPick(partItems(workspace, selection), {
      title: t('Filter claims'),
      placeHolder: t('Choose what to filter by, Enter to be done'),
    });
    if (!picked?.change) {
      return;
    }
    const changed = await picked.change();
    if (changed) {
      selection = changed;
      show(selection);
    }
  }
}

/** What a selection leaves out, in words; empty where it shows every recorded claim. */
export function selectionText(workspace: Workspace, { filter }: ClaimSelection): string {
  return [
    filter.text ? `“${filter.text}”` : '',
    ...(filter.actors ?? []).map((actor) => actorName(workspace.index, actor)),
    filter.date ? dateLabel(filter.date) : '',
    ...(filter.stances ?? []).map(stanceLabel),
    ...(filter.statuses ?? []).map(statusLabel),
    filter.recorded ? '' : t('recognised ones too'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function partItems(workspace: Workspace, selection: ClaimSelection): PartItem[] {
  const { filter, order } = selection;
  const withFilter = (part: Partial<ClaimFilter>): ClaimSelection => ({ ...selection, filter: { ...filter, ...part } });
  return [
    { label: `$(check) ${t('Done')}` },
    {
      label: t('Words'),
      description: filter.text ?? '',
      change: async () => {
        const text = await vscode.window.showInputBox({
          title: t('Words'),
          prompt: t('In the claim, its source, its note or the title; any width and any kana'),
          value: filter.text ?? '',
        });
        return text === undefined ? undefined : withFilter({ text: text.trim() || undefined });
      },
    },
    {
      label: t('Actor'),
      description: (filter.actors ?? []).map((actor) => actorName(workspace.index, actor)).join(', '),
      change: async () => {
        const picked = await pickSource(workspace, undefined, t('Claims that this actor makes or takes part in'));
        return picked && withFilter({ actors: picked.source ? [picked.source] : undefined });
      },
    },
    {
      label: t('Date'),
      description: filter.date ? dateLabel(filter.date) : '',
      change: async () => {
        const prompt = t('As in 2026-03-17, 2026-03, 2026, 2026-03-17/2026-03-19; empty for none');
        const date = await askForDate(t('Date'), prompt, filter.date ?? '');
        return date === undefined ? undefined : withFilter({ date: date || undefined });
      },
    },
    {
      label: t('Stance'),
      description: (filter.stances ?? []).map(stanceLabel).join(', '),
      change: async () => {
        const picked = await pickMany(t('Stance'), stances, filter.stances, stanceLabel);
        return picked && withFilter({ stances: picked.length > 0 ? picked : undefined });
      },
    },
    {
      label: t('Status'),
      description: (filter.statuses ?? []).map(statusLabel).join(', '),
      change: async () => {
        const picked = await pickMany(t('Status'), claimStatuses, filter.statuses, statusLabel);
        return picked && withFilter({ statuses: picked.length > 0 ? picked : undefined });
      },
    },
    {
      label: filter.recorded ? t('Show recognised claims too') : t('Show recorded claims only'),
      change: async () => withFilter({ recorded: filter.recorded ? undefined : true }),
    },
    {
      label: t('Order'),
      description: orderLabel(order),
      change: async () => {
        const items = claimOrders.map((value) => ({ label: orderLabel(value), value }));
        const picked = await vscode.window.showQuickPick(items, { title: t('Order') });
        return picked && { ...selection, order: picked.value };
      },
    },
    { label: `$(clear-all) ${t('Clear the filter')}`, change: async () => allRecorded },
  ];
}

async function pickMany<T>(
  title: string,
  values: readonly T[],
  now: readonly T[] | undefined,
  wordOf: (value: T) => string,
): Promise<readonly T[] | undefined> {
  const items = values.map((value) => ({ label: wordOf(value), value, picked: now?.includes(value) ?? false }));
  const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return picked?.map(({ value }) => value);
}

function orderLabel(order: ClaimOrder): string {
  const labels: Record<ClaimOrder, string> = {
    newest: t('Newest first'),
    oldest: t('Oldest first'),
    article: t('By article'),
    source: t('By source'),
  };
  return labels[order];
}
