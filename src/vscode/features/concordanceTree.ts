import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { foldForSearch } from '../../base/searchFold';
import type { ActorId } from '../../model/recognition';
import {
  type ConcordanceLine,
  concordanceOf,
  contextLength,
  findInArticles,
  mostLines,
} from '../../workspace/concordance';
import { actorName } from '../actorNames';
import { commands, contextKeys, views } from '../contributions';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** An article, or one line of it. */
type LineNode =
  | { readonly type: 'article'; readonly article: string; readonly title: string; readonly lines: ConcordanceLine[] }
  | { readonly type: 'line'; readonly line: ConcordanceLine };

/** An actor under any of its names, or words as they are written. */
type Wanted = { readonly actor: ActorId } | { readonly words: string };

interface WantedItem extends vscode.QuickPickItem {
  readonly wanted?: Wanted;
}

/** Actors offered while somebody types. */
const mostOffered = 30;

/** Every mention of an actor or of words, with the line it stands in, article by article. */
export function registerConcordance(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<undefined>());
  let articles: (LineNode & { readonly type: 'article' })[] = [];
  let running: vscode.CancellationTokenSource | undefined;
  const view = store.add(
    vscode.window.createTreeView<LineNode>(views.concordance, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: (node) =>
          node ? (node.type === 'article' ? node.lines.map((line) => ({ type: 'line', line })) : []) : articles,
        getTreeItem: (node) => (node.type === 'article' ? articleItem(node) : lineItem(node.line)),
      },
      showCollapseAll: true,
    }),
  );
  const find = async (wanted: Wanted): Promise<void> => {
    running?.cancel();
    const own = new vscode.CancellationTokenSource();
    running = own;
    articles = [];
    const name = 'actor' in wanted ? actorName(workspace.index, wanted.actor) : `“${wanted.words}”`;
    view.message = t('Looking for {0}…', name);
    changed.fire(undefined);
    await vscode.commands.executeCommand('setContext', contextKeys.concordanceShown, true);
    await vscode.commands.executeCommand(`${views.concordance}.focus`);
    let count = 0;
    let shown = performance.now();
    for await (const lines of linesOf(workspace, wanted, own.token)) {
      const [first] = lines;
      if (first) {
        count += lines.length;
        articles.push({ type: 'article', article: first.article, title: first.title, lines: [...lines] });
      }
      if (performance.now() - shown > 300 && running === own) {
        changed.fire(undefined);
        shown = performance.now();
      }
    }
    if (running === own) {
      view.message =
        count >= mostLines
          ? t('{0}: the first {1} places', name, count)
          : t('{0} · places: {1} · articles: {2}', name, count, articles.length);
      changed.fire(undefined);
    }
  };
  store.add({ dispose: () => running?.cancel() });
  store.add(
    vscode.commands.registerCommand(commands.findMentions, async (argument?: unknown) => {
      await workspace.ready;
      const { actor } = Object(argument) as { readonly actor?: unknown };
      const wanted = typeof actor === 'string' ? { actor } : await askWanted(workspace);
      if (wanted) {
        await find(wanted);
      }
    }),
  );
  return store;
}

function linesOf(
  workspace: Workspace,
  wanted: Wanted,
  cancel: vscode.CancellationToken,
): AsyncGenerator<readonly ConcordanceLine[]> {
  const { host, index } = workspace;
  return 'actor' in wanted
    ? concordanceOf(host, index, index.mentionsOf(wanted.actor), cancel)
    : findInArticles(host, index, wanted.words, cancel);
}

/** Asks for an actor or for words; what is selected or under the cursor is offered first. */
function askWanted(workspace: Workspace): Promise<Wanted | undefined> {
  const active = workspace.articles.active();
  const selected = active?.editor.document.getText(active.editor.selection).trim() ?? '';
  const offset = active?.editor.document.offsetAt(active.editor.selection.active) ?? 0;
  const under = active && workspace.index.actorAt(active.article.uri, offset)?.actor;
  const actors = workspace.index.actors().filter(({ kind }) => kind !== 'place' && kind !== 'misc');
  const first = actors.find(({ actor }) => actor === under);
  const offered = (first ? [first, ...actors.filter((other) => other !== first)] : actors).map((summary) => {
    const names = Object.values(summary.names);
    return {
      summary,
      label: actorName(workspace.index, summary.actor),
      names,
      folded: foldForSearch(names.join('\n')),
    };
  });
  const itemsFor = (typed: string): WantedItem[] => {
    const folded = foldForSearch(typed);
    const found = offered.filter((item) => item.folded.includes(folded)).slice(0, mostOffered);
    return [
      ...(typed === ''
        ? []
        : [
            {
              label: `$(search) “${typed}”`,
              description: t('as written, in any width, kana and kanji variant'),
              alwaysShow: true,
              wanted: { words: typed },
            },
          ]),
      ...found.map(({ summary, label, names }) => ({
        label,
        description: [...names.filter((name) => name !== label), t('{0} times', summary.mentions)].join(' · '),
        alwaysShow: true, // matched with its names folded, which the picker cannot do
        wanted: { actor: summary.actor },
      })),
    ];
  };
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<WantedItem>();
    pick.title = t('Every mention in all articles');
    pick.placeholder = t('An actor under any of its names, or any words');
    pick.value = selected.includes('\n') ? '' : selected;
    pick.items = itemsFor(pick.value);
    pick.onDidChangeValue((value) => {
      pick.items = itemsFor(value.trim());
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.wanted);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function articleItem(node: LineNode & { readonly type: 'article' }): vscode.TreeItem {
  const title = node.title || node.article.split('/').at(-1) || node.article;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(node.lines.length);
  item.resourceUri = vscode.Uri.parse(node.article);
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

function lineItem(line: ConcordanceLine): vscode.TreeItem {
  // One character for one: the highlight counts in the label.
  const flat = (text: string): string => text.replaceAll(/\s/g, ' ');
  const cut = (text: string): string => (text.length < contextLength ? '' : '…');
  const before = cut(line.before) + flat(line.before).trimStart();
  const label = before + flat(line.words) + flat(line.after).trimEnd() + cut(line.after);
  const item = new vscode.TreeItem({ label, highlights: [[before.length, before.length + line.words.length]] });
  item.tooltip = label;
  item.command = {
    command: commands.reveal,
    title: t('Open'),
    arguments: [{ article: line.article, start: line.start, end: line.end }],
  };
  return item;
}
