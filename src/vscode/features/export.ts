import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import type { ExportActor, ExportArticle, Exporter, ExportOutput } from '../../export/exporter';
import { exporters } from '../../export/exporters';
import { lossReportMarkdown } from '../../export/lossReport';
import type { ActorId } from '../../model/recognition';
import { exportName } from '../../workspace/exportPlace';
import { commands } from '../contributions';
import { exportArticle } from '../exportArticle';
import { exporterLabel, exporterPurpose } from '../exporterLabels';
import { displayLanguage } from '../labels';
import type { Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Exports the claims of the active article or of the whole workspace to a format, and tells what it could not carry. */
export function registerExport(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.export, async () => {
    const scope = await pickScope(workspace);
    const exporter = scope && (await pickExporter());
    if (!scope || !exporter) {
      return;
    }
    const target = await pickTarget(exporter);
    if (!target) {
      return;
    }
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Exporting…'), cancellable: true },
      async (_progress, token) => {
        const articles = await exportArticles(workspace, scope, token);
        if (token.isCancellationRequested) {
          return;
        }
        const output = exporter.export({
          articles,
          actors: exportActors(workspace),
          options: { language: displayLanguage(), now: new Date().toISOString() },
        });
        const written = await writeFiles(target, exporter, output);
        void tellDone(written, output, exporterLabel(exporter));
      },
    );
  });
}

type Scope = 'workspace' | { readonly article: string };

async function pickScope(workspace: Workspace): Promise<Scope | undefined> {
  const active = workspace.articles.active()?.article;
  if (!active) {
    return 'workspace';
  }
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('This article'), scope: { article: active.uri } },
      { label: t('All articles of the workspace'), scope: 'workspace' as const },
    ],
    { title: t('Export'), placeHolder: t('What is exported?') },
  );
  return picked?.scope;
}

async function pickExporter(): Promise<Exporter | undefined> {
  const items = exporters.map((exporter) => ({
    label: exporterLabel(exporter),
    description: `.${exporter.extension}`,
    detail: exporterPurpose(exporter),
    exporter,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Export'),
    placeHolder: t('Choose a format'),
    matchOnDetail: true,
  });
  return picked?.exporter;
}

/** The file to write; the folder for formats of one file an article. */
async function pickTarget(exporter: Exporter): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const title = t('Export to {0}', exporterLabel(exporter));
  if (exporter.layout === 'folder') {
    const options = { canSelectFiles: false, canSelectFolders: true, openLabel: t('Export Here'), title };
    const [picked] =
      (await vscode.window.showOpenDialog({ ...options, ...(folder ? { defaultUri: folder } : {}) })) ?? [];
    // Among articles, copies of articles stand where nothing is read.
    return picked && vscode.workspace.getWorkspaceFolder(picked) ? vscode.Uri.joinPath(picked, exportName) : picked;
  }
  return vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${exportName}.${exporter.extension}`) } : {}),
    filters: { [exporterLabel(exporter)]: [exporter.extension] },
    title,
  });
}

async function exportArticles(
  workspace: Workspace,
  scope: Scope,
  token: vscode.CancellationToken,
): Promise<ExportArticle[]> {
  const uris = scope === 'workspace' ? await workspace.host.articles() : [scope.article];
  const articles: ExportArticle[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) {
      break;
    }
    const article = await exportArticle(workspace, uri);
    if (article && (scope !== 'workspace' || article.annotations.claims.length > 0)) {
      articles.push(article);
    }
  }
  return articles;
}

function exportActors(workspace: Workspace): ReadonlyMap<ActorId, ExportActor> {
  return new Map(
    workspace.index
      .actors()
      .flatMap(({ actor, names, kind }) => workspace.index.idsOf(actor).map((id) => [id, { names, kind }] as const)),
  );
}

/**
 * Writes all files and gives the main one. In a folder each has its own path; else the first goes where the person
 * said and the others beside it.
 */
async function writeFiles(target: vscode.Uri, exporter: Exporter, output: ExportOutput): Promise<vscode.Uri> {
  const inFolder = exporter.layout === 'folder';
  const folder = inFolder ? target : vscode.Uri.joinPath(target, '..');
  const places = output.files.map(({ path }, i) => (i === 0 && !inFolder ? target : vscode.Uri.joinPath(folder, path)));
  for (const [i, { content }] of output.files.entries()) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(places[i]!, bytes);
  }
  return places[0] ?? target;
}

async function tellDone(target: vscode.Uri, output: ExportOutput, label: string): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const lost = output.losses.length;
  const message =
    lost === 0
      ? t('Exported to {0}. Nothing was lost.', name)
      : t('Exported to {0}. {1} details are not in it, as the format cannot carry them.', name, lost);
  const open = t('Open');
  const losses = t('Show What Is Missing');
  const answer = await vscode.window.showInformationMessage(message, ...(lost === 0 ? [open] : [open, losses]));
  if (answer === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  } else if (answer === losses) {
    const content = lossReportMarkdown(label, output.losses, displayLanguage());
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  }
}
