import * as vscode from 'vscode';
import { newItemId } from '../../annotations/itemId';
import { describe } from '../../annotations/quoteSelector';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { Correction } from '../../model/claim';
import { overlaps, type TextRange } from '../../model/range';
import type { ActorId, ActorKind, DateMention, Edtf, Mention } from '../../model/recognition';
import { keptApart, oneActor, twoActors } from '../../workspace/actorIdentity';
import type { ActorOperation } from '../../workspace/actorOperations';
import { decideActors } from '../actorDecisions';
import { asPlace } from '../commandLinks';
import { commands, readSetting } from '../contributions';
import { fromRange } from '../convert';
import { nameKindLabel } from '../labels';
import type { OpenArticle } from '../openArticle';
import type { Workspace } from '../workspace';
import { idOfName, pickSource } from './actorPick';
import { askForDate } from './dateInput';

const { t } = vscode.l10n;

/** For this place, or for every article of the folder. */
type Decision =
  | { readonly decision: 'reject' }
  | { readonly decision: 'set'; readonly actor: ActorId; readonly kind: ActorKind }
  | { readonly everywhere: readonly ActorOperation[] };

/** What a person decides about a recognised name or date wins over recognition. */
export function registerCorrections(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.commands.registerCommand(commands.correctActor, async (argument?: unknown) => {
      await workspace.ready;
      const found = target(workspace, argument);
      if (!found) {
        return;
      }
      const { article, range } = found;
      const mention = article.mentions.find((item) => overlaps(item, range));
      const place = mention ?? range;
      const decision = await askActor(workspace, article, place, mention);
      if (decision && 'everywhere' in decision) {
        await decideActors(workspace, article.uri, decision.everywhere);
      } else if (decision) {
        const correction: Correction = { ...common(article, place), about: 'actor', ...decision };
        await workspace.apply(article, [{ type: 'put-correction', correction }]);
      }
    }),
  );
  store.add(
    vscode.commands.registerCommand(commands.correctDate, async (argument?: unknown) => {
      await workspace.ready;
      const found = target(workspace, argument);
      if (!found) {
        return;
      }
      const { article, range } = found;
      const date = article.dates.find((item) => overlaps(item, range));
      const decision = await askDate(date);
      if (decision) {
        const correction: Correction = { ...common(article, date ?? range), about: 'date', ...decision };
        await workspace.apply(article, [{ type: 'put-correction', correction }]);
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
  const everywhere = t('in any article of the folder');
  const items: { label: string; description?: string; answer?: Decision }[] = [
    ...(mention ? soundAlikeAnswers(workspace, article.uri, mention.actor) : []),
    ...(mention
      ? [
          { label: t('Not an actor'), description: t('here'), answer: { decision: 'reject' } as const },
          {
            label: t('Not an actor'),
            description: everywhere,
            answer: { everywhere: [{ type: 'reject-form', form: words }] } as const,
          },
        ]
      : []),
    ...kinds
      .filter((kind) => kind !== mention?.kind)
      .map((kind) => ({
        label: t('It is: {0}', nameKindLabel(kind)),
        description: t('here'),
        answer: { decision: 'set', kind, actor: mention?.actor ?? idOfName(words) } as const,
      })),
    { label: t('Same actor as…'), description: mention ? everywhere : t('here') },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: t('Correct “{0}”', words) });
  if (!picked || picked.answer) {
    return picked?.answer;
  }
  const same = await pickSource(workspace, article, t('Who is “{0}”?', words));
  if (!same?.source || same.source === 'author') {
    return undefined;
  }
  if (mention) {
    return { everywhere: oneActor(workspace.index, workspace.registryOf(article.uri), mention.actor, same.source) };
  }
  const kind = workspace.index.actor(same.source)?.kind;
  return { decision: 'set', actor: same.source, kind: kinds.find((one) => one === kind) ?? 'person' };
}

/** What to answer about a name of the other script that sounds like this one. */
function soundAlikeAnswers(
  workspace: Workspace,
  article: string,
  actor: ActorId,
): { label: string; description: string; answer: Decision }[] {
  const { index } = workspace;
  const registry = workspace.registryOf(article);
  const description = t('in any article of the folder');
  const twin = index.actor(actor)?.soundAlike;
  const [into = actor, from = actor] = index.idsOf(actor);
  return [
    ...(twin
      ? [
          {
            label: t('Two persons: “{0}” and “{1}”', twin.ownName, twin.name),
            description,
            answer: { everywhere: twoActors(index, registry, actor, twin) },
          },
          {
            label: t('One person: “{0}” and “{1}”', twin.ownName, twin.name),
            description,
            answer: { everywhere: oneActor(index, registry, from, into) },
          },
        ]
      : []),
    ...(index.actor(actor)?.familyTies ?? []).flatMap((tie) => [
      {
        label: t('Two persons: “{0}” and “{1}”', tie.ownName, tie.name),
        description,
        answer: { everywhere: keptApart(index, registry, tie, tie.alone) },
      },
      {
        label: t('One person: “{0}” and “{1}”', tie.ownName, tie.name),
        description,
        answer: { everywhere: oneActor(index, registry, tie.alone, index.idOf(tie.actor)) },
      },
    ]),
    ...index.nameAlikes(actor).map((other) => ({
      label: t('One person: “{0}” and “{1}”', other.ownName, other.name),
      description,
      answer: { everywhere: oneActor(index, registry, actor, index.idOf(other.actor)) },
    })),
  ];
}

async function askDate(
  date: DateMention | undefined,
): Promise<{ readonly decision: 'reject' } | { readonly decision: 'set'; readonly value: Edtf } | undefined> {
  const prompt = t('As in 2026-03-17, 2026-03, 2026, 2026-03-17/2026-03-19; empty if this is not a date');
  const value = await askForDate(t('Correct the date'), prompt, date?.value ?? '');
  if (value === undefined) {
    return undefined;
  }
  return value === '' ? { decision: 'reject' } : { decision: 'set', value };
}
