import * as vscode from 'vscode';
import { newItemId } from '../../annotations/itemId';
import { describe } from '../../annotations/quoteSelector';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { Correction } from '../../model/claim';
import { parseEdtf } from '../../model/edtf';
import { overlaps, type TextRange } from '../../model/range';
import type { ActorKind, DateMention, Mention } from '../../model/recognition';
import { asPlace } from '../commandLinks';
import { commands, readSetting } from '../contributions';
import { fromRange } from '../convert';
import { nameKindLabel } from '../labels';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';
import { idOfName, pickSource } from './actorPick';

const { t } = vscode.l10n;

type Decision = Pick<Correction & { about: 'actor' }, 'decision'> & {
  readonly actor?: string;
  readonly kind?: ActorKind;
};

/** What a person decides about a recognised name or date wins over recognition. */
export function registerCorrections(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.commands.registerCommand(commands.correctActor, async (argument?: unknown) => {
      const found = target(workspace, argument);
      if (!found) {
        return;
      }
      const { article, range } = found;
      const mention = article.mentions.find((item) => overlaps(item, range));
      const place = mention ?? range;
      const decision = await askActor(workspace, article, place, mention);
      if (decision) {
        await workspace.apply(article, [
          {
            type: 'put-correction',
            correction: { ...common(article, place), about: 'actor', ...decision } as Correction,
          },
        ]);
      }
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.correctDate, async (argument?: unknown) => {
      const found = target(workspace, argument);
      if (!found) {
        return;
      }
      const { article, range } = found;
      const date = article.dates.find((item) => overlaps(item, range));
      const decision = await askDate(date);
      if (decision) {
        await workspace.apply(article, [
          {
            type: 'put-correction',
            correction: { ...common(article, date ?? range), about: 'date', ...decision } as Correction,
          },
        ]);
      }
    }),
  );
  return store;
}

function target(
  workspace: Workspace,
  argument: unknown,
): { readonly article: OpenArticle; readonly range: TextRange } | undefined {
  const place = asPlace(argument);
  const active = workspace.articles.active();
  const article = place ? workspace.articles.byUri(place.article) : active?.article;
  const selection = active && fromRange(active.editor.document, active.editor.selection);
  const range = place ?? (selection && { start: selection.start, end: Math.max(selection.end, selection.start + 1) });
  return article && range ? { article, range } : undefined;
}

function common(article: OpenArticle, range: TextRange): Pick<Correction, 'id' | 'selector' | 'author' | 'created'> {
  const { text, toNormalised } = article.normalised();
  const author = readSetting('author', article.document.uri).trim();
  return {
    id: newItemId(),
    selector: describe(text, { start: toNormalised(range.start), end: toNormalised(range.end) }),
    created: new Date().toISOString(),
    ...(author ? { author } : {}),
  };
}

async function askActor(
  workspace: Workspace,
  article: OpenArticle,
  range: TextRange,
  mention: Mention | undefined,
): Promise<Decision | undefined> {
  const words = article.document.getText().slice(range.start, range.end);
  const kinds: readonly ActorKind[] = ['person', 'organization', 'country'];
  const items = [
    ...(mention ? [{ label: t('Not an actor'), answer: { decision: 'reject' } as Decision }] : []),
    ...kinds
      .filter((kind) => kind !== mention?.kind)
      .map((kind) => ({
        label: t('It is: {0}', nameKindLabel(kind)),
        answer: { decision: 'set', kind, actor: mention?.actor ?? idOfName(words) } as Decision,
      })),
    { label: t('Same actor as…'), answer: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: t('Correct “{0}”', words) });
  if (!picked || picked.answer) {
    return picked?.answer;
  }
  const same = await pickSource(workspace, article, t('Who is “{0}”?', words));
  if (!same?.source || same.source === 'author') {
    return undefined;
  }
  const kind = workspace.index.actor(same.source)?.kind ?? mention?.kind ?? 'person';
  return { decision: 'set', actor: same.source, kind: kind as ActorKind };
}

async function askDate(date: DateMention | undefined): Promise<{ decision: string; value?: string } | undefined> {
  const value = await vscode.window.showInputBox({
    title: t('Correct the date'),
    prompt: t('As in 2026-03-17, 2026-03, 2026, 2026-03-17/2026-03-19; empty if this is not a date'),
    value: date?.value ?? '',
    validateInput: (input) =>
      input.trim() === '' || parseEdtf(input.trim()) ? undefined : t('This is not an EDTF date'),
  });
  if (value === undefined) {
    return undefined;
  }
  return value.trim() === '' ? { decision: 'reject' } : { decision: 'set', value: value.trim() };
}
