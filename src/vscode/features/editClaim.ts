import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { type Claim, claimStatuses, directnesses, type ItemId, stances } from '../../model/claim';
import { claimKinds } from '../../model/recognition';
import { shortLine } from '../../text/shortened';
import { sourceName } from '../actorNames';
import { commands } from '../contributions';
import { claimKindLabel, dateLabel, directnessLabel, stanceLabel, statusLabel, verdictText } from '../labels';
import type { OpenArticle } from '../openArticle';
import type { Undo, Workspace } from '../workspace';
import { pickSource } from './actorPick';
import { chosenClaim } from './chosenClaim';
import { askForDate } from './dateInput';
import { askForVerdict } from './verdictFields';

const { t } = vscode.l10n;

/** Changes the fields of a claim, and deletes one; each change is saved at once. */
export function registerEditClaim(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.commands.registerCommand(commands.editClaim, async (argument?: unknown) => {
      const chosen = await chosenClaim(workspace, argument);
      if (chosen) {
        await editFields(workspace, chosen.article, chosen.claim.id);
      }
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.deleteClaim, async (argument?: unknown) => {
      const chosen = await chosenClaim(workspace, argument);
      if (!chosen) {
        return;
      }
      const undo = await workspace.apply(chosen.article, [{ type: 'delete-claim', id: chosen.claim.id }]);
      if (undo) {
        void offerUndo(workspace, chosen.article, shortLine(chosen.claim.selector.exact), undo);
      }
    }),
  );
  return store;
}

/** The claim is gone already; the message only brings it back. */
async function offerUndo(workspace: Workspace, article: OpenArticle, quote: string, undo: Undo): Promise<void> {
  const back = t('Undo');
  if ((await vscode.window.showInformationMessage(t('Deleted the claim “{0}”.', quote), back)) === back) {
    await workspace.apply(article, undo);
  }
}

interface FieldItem extends vscode.QuickPickItem {
  /** Asks for the new value; `undefined` where the question was left. */
  readonly change?: () => Promise<Partial<Claim> | undefined>;
}

/** Shows the fields of a claim until the list is left with Enter on "Done" or with Escape. */
export async function editFields(workspace: Workspace, article: OpenArticle, id: ItemId): Promise<void> {
  for (;;) {
    const claim = article.recorded.find((item) => item.claim.id === id)?.claim;
    if (!claim) {
      return;
    }
    const picked = await vscode.window.showQuickPick(fieldItems(workspace, article, claim), {
      title: t('Claim: {0}', shortLine(claim.selector.exact)),
      placeHolder: t('Saved. Choose a field to change it, Enter to be done.'),
      matchOnDescription: true,
    });
    if (!picked?.change) {
      return;
    }
    const change = await picked.change();
    if (change) {
      await workspace.apply(article, [{ type: 'put-claim', claim: withChange(claim, change) }]);
    }
  }
}

/** An empty text takes an optional field away. */
function withChange(claim: Claim, change: Partial<Claim>): Claim {
  const changed = Object.entries({ ...claim, ...change }).filter(([, value]) => value !== '' && value !== undefined);
  return Object.fromEntries(changed) as unknown as Claim;
}

function fieldItems(workspace: Workspace, article: OpenArticle, claim: Claim): FieldItem[] {
  const text = (label: string, key: 'role' | 'statement' | 'note', prompt: string): FieldItem => ({
    label,
    description: claim[key] ?? '',
    change: async () => {
      const value = await vscode.window.showInputBox({ title: label, prompt, value: claim[key] ?? '' });
      return value === undefined ? undefined : { [key]: value.trim() };
    },
  });
  const list = (label: string, key: 'concepts' | 'tags', prompt: string): FieldItem => ({
    label,
    description: claim[key].join(', '),
    change: async () => {
      const value = await vscode.window.showInputBox({ title: label, prompt, value: claim[key].join(', ') });
      return value === undefined ? undefined : { [key]: listOf(value) };
    },
  });
  return [
    { label: `$(check) ${t('Done')}` },
    {
      label: t('Source'),
      description: sourceName(workspace.index, claim.source),
      change: async () => {
        const picked = await pickSource(workspace, article, t('Who makes this claim?'));
        return picked && { source: picked.source, actors: actorsWith(claim, picked.source) };
      },
    },
    choice(t('Kind'), 'kind', claimKinds, claim, claimKindLabel),
    choice(t('Stance toward the concept'), 'stance', stances, claim, stanceLabel, true),
    list(t('Concepts'), 'concepts', t('What the claim is about, separated by commas: "ceasefire, sanctions"')),
    {
      label: t('Date it is about'),
      description: claim.date ? dateLabel(claim.date) : '',
      change: async () => {
        const prompt = t('As in 2026-03-17, 2026-03, 2026, 2026-03-17/2026-03-19; empty for none');
        const date = await askForDate(t('Date it is about'), prompt, claim.date ?? '');
        return date === undefined ? undefined : { date };
      },
    },
    choice(t('Status'), 'status', claimStatuses, claim, statusLabel),
    {
      label: t('Verdict and evidence'),
      description: claim.verdict ? verdictText(claim.verdict) : '',
      change: () => askForVerdict(article, claim),
    },
    text(t('Note'), 'note', t('For you and your colleagues')),
    text(t('In your own words'), 'statement', t('The claim as it can be understood without the article')),
    choice(t('How it is quoted'), 'directness', directnesses, claim, directnessLabel),
    text(t('Role of the source'), 'role', t('As printed: "special envoy"')),
    list(t('Tags'), 'tags', t('Separated by commas')),
  ];
}

/** A field whose values are a list of terms. */
function choice<K extends 'kind' | 'stance' | 'status' | 'directness'>(
  label: string,
  key: K,
  values: readonly NonNullable<Claim[K]>[],
  claim: Claim,
  wordOf: (value: NonNullable<Claim[K]>) => string,
  optional = false,
): FieldItem {
  const now = claim[key];
  return {
    label,
    description: now === undefined ? '' : wordOf(now as NonNullable<Claim[K]>),
    change: async () => {
      const items = [
        ...values.map((value) => ({ label: wordOf(value), description: value === now ? t('now') : '', value })),
        ...(optional ? [{ label: t('none'), description: '', value: undefined }] : []),
      ];
      const picked = await vscode.window.showQuickPick(items, { title: label });
      return picked && ({ [key]: picked.value } as Partial<Claim>);
    },
  };
}

function actorsWith(claim: Claim, source: Claim['source']): readonly string[] {
  const others = claim.actors.filter((actor) => actor !== claim.source);
  return source === null || source === 'author' ? others : [source, ...others.filter((actor) => actor !== source)];
}

function listOf(value: string): string[] {
  const parts = value.split(/[,、，]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
