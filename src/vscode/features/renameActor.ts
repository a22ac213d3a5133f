import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import { overlaps } from '../../model/range';
import type { Mention } from '../../model/recognition';
import type { ChangePreview } from '../../workspace/itemFileState';
import { folderOfDecisions, renamedActor } from '../actorDecisions';
import { articleSelector } from '../articleFilter';
import { toRange } from '../convert';
import { displayLanguage } from '../labels';
import { problemMessage } from '../problemLabels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/**
 * Rename on an actor changes the name it goes by in cards, views and exports, in the workspace's `actors.yaml`.
 * Articles stay as they are: they are never changed. The editor shows the change before it makes it, and its undo takes
 * it back; where there is no `actors.yaml` yet, one is created by the same step.
 */
export function registerRenameActor(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerRenameProvider(articleSelector, {
      async prepareRename(document, position) {
        await workspace.ready;
        const mention = mentionAt(workspace, document, position);
        if (!mention) {
          throw new Error(t('Put the cursor on a person, an organisation or a country.'));
        }
        const placeholder = workspace.registryOf(document.uri.toString()).actors.find(({ id }) => id === mention.actor)
          ?.names[displayLanguage()];
        return { range: toRange(document, mention), placeholder: placeholder ?? mention.name };
      },
      async provideRenameEdits(document, position, newName) {
        await workspace.ready;
        const article = document.uri.toString();
        const mention = mentionAt(workspace, document, position);
        const name = newName.trim();
        const folder = mention && name !== '' ? folderOfDecisions(workspace, article) : undefined;
        if (!mention || folder === undefined) {
          return undefined;
        }
        const actor = renamedActor(workspace, article, mention.actor, name);
        const preview = await workspace.actors.preview(folder, [{ type: 'put-actor', actor }]);
        if (preview.problem) {
          throw new Error(problemMessage(preview.problem));
        }
        return editOf(document.uri, vscode.Uri.parse(workspace.actors.fileOf(folder)), preview);
      },
    }),
  );
  // The editor writes the file now: what it saved is read at once, also where no watcher tells of it.
  store.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      workspace.actors.refresh(uri.toString()).catch((error: unknown) => workspace.log.error(String(error)));
    }),
  );
  return store;
}

/**
 * The change as the editor's own. The editor shows an edit before it makes it where a part of it wants to be confirmed,
 * but leaves that part out unless a person ticks it. So the part that asks is one that does nothing and has no row in
 * the preview, the creation of an article that is there; the change itself is ticked from the start.
 */
function editOf(article: vscode.Uri, file: vscode.Uri, { exists, text, after }: ChangePreview): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const metadata: vscode.WorkspaceEditEntryMetadata = {
    needsConfirmation: false,
    label: t('The name that an actor goes by, in actors.yaml'),
    description: t('Articles stay as they are; the old name stays as an alias'),
    iconPath: new vscode.ThemeIcon('person'),
  };
  edit.createFile(article, { ignoreIfExists: true }, { ...metadata, needsConfirmation: true });
  if (!exists) {
    edit.createFile(file, { ignoreIfExists: true }, metadata);
  }
  const { first, last, lines } = changedLines(text, after);
  if (lines !== '' || first < last) {
    edit.replace(file, new vscode.Range(first, 0, last, 0), lines, metadata);
  }
  return edit;
}

/** The lines that differ, `last` excluded, and what stands there instead. Line ends as VS Code counts them. */
function changedLines(before: string, after: string): { readonly first: number; readonly last: number; lines: string } {
  const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\r\n|\n|\r(?!\n))/));
  const old = linesOf(before);
  const fresh = linesOf(after);
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) {
    tail++;
  }
  return { first: head, last: old.length - tail, lines: fresh.slice(head, fresh.length - tail).join('') };
}

function mentionAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
): Mention | undefined {
  const offset = document.offsetAt(position);
  const point = { start: offset, end: offset + 1 };
  return workspace.articles
    .get(document)
    ?.mentions.find((item) => overlaps(item, point) && item.kind !== 'place' && item.kind !== 'misc');
}
