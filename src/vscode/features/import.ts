import * as vscode from 'vscode';
import { anchorAll } from '../../annotations/anchor';
import { newItemId } from '../../annotations/itemId';
import type { Disposable } from '../../base/lifecycle';
import { type PlannedCorrection, planCorrections } from '../../import/correctionPlan';
import type { Importer, ImportFile } from '../../import/importer';
import { importers } from '../../import/importers';
import { type ImportPlan, operationsOf, planImport } from '../../import/importPlan';
import type { ImportTarget, ImportTools } from '../../import/importTarget';
import type { ActorId } from '../../model/recognition';
import { commands } from '../contributions';
import { exportArticle } from '../exportArticle';
import { displayLanguage } from '../labels';
import type { Undo, Workspace } from '../workspace';

const { t } = vscode.l10n;

/** Takes in claims of other tools and of earlier exports: shows first what would happen, and can be undone. */
export function registerImport(workspace: Workspace): Disposable {
  return vscode.commands.registerCommand(commands.import, async () => {
    const importer = await pickImporter();
    const chosen =
      importer &&
      (await vscode.window.showOpenDialog({
        canSelectMany: true,
        filters: { [importer.label]: [...importer.extensions] },
        title: t('Import from {0}', importer.label),
      }));
    if (!importer || !chosen) {
      return;
    }
    const files = await Promise.all(
      chosen.map(
        async (uri): Promise<ImportFile> => ({ path: uri.path, bytes: await vscode.workspace.fs.readFile(uri) }),
      ),
    );
    const { claims, corrections = [], problems } = importer.import(files);
    for (const problem of problems) {
      workspace.log.warn(`Import, line ${problem.line + 1}: ${problem.message}`);
    }
    const targets = await importTargets(workspace);
    const tools: ImportTools = {
      anchor: (text, selectors) =>
        anchorAll(text, selectors).map(({ state, range }) => (range ? { state, range } : { state })),
      newId: () => newItemId(),
      actorOf: (name) => actorNamed(workspace, name),
    };
    const plan = planImport([...targets.values()], claims, tools);
    const corrected = planCorrections([...targets.values()], corrections, tools);
    if (await confirmed(plan, corrected, problems.length)) {
      await carryOut(workspace, plan, corrected, new Map([...targets].map(([uri, { path }]) => [path, uri])));
    }
  });
}

async function pickImporter(): Promise<Importer | undefined> {
  const items = importers.map((importer) => ({
    label: importer.label,
    description: importer.extensions.map((extension) => `.${extension}`).join(' '),
    importer,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Import'), placeHolder: t('Choose a format') });
  return picked?.importer;
}

async function importTargets(workspace: Workspace): Promise<Map<string, ImportTarget>> {
  const targets = new Map<string, ImportTarget>();
  for (const uri of await workspace.host.articles()) {
    const article = await exportArticle(workspace, uri);
    if (article) {
      const { path, text, annotations } = article;
      targets.set(uri, { path, text, annotations });
    }
  }
  return targets;
}

function actorNamed(workspace: Workspace, name: string): ActorId | undefined {
  return workspace.index.actors().find(({ names }) => Object.values(names).includes(name))?.actor;
}

async function confirmed(
  plan: ImportPlan,
  corrected: readonly PlannedCorrection[],
  unreadable: number,
): Promise<boolean> {
  const { counts } = plan;
  const corrections = corrected.filter(({ action }) => action === 'add').length;
  const lines = [
    t('{0} claims are added.', counts.add),
    t('{0} are added and wait for you to confirm their place.', counts.review),
    t('{0} are here already.', counts.duplicate),
    t('{0} differ from a claim that is here; yours stay as they are.', counts.conflict),
    t('{0} belong to no article of this workspace.', counts['no-article']),
    ...(corrections > 0 ? [t('{0} corrections of names and dates are added.', corrections)] : []),
    ...(unreadable > 0 ? [t('{0} records could not be read; the log tells which.', unreadable)] : []),
  ];
  const answer = await vscode.window.showInformationMessage(
    t('Import these claims?'),
    { modal: true, detail: lines.join('\n') },
    t('Import'),
  );
  return answer !== undefined;
}

async function carryOut(
  workspace: Workspace,
  plan: ImportPlan,
  corrected: readonly PlannedCorrection[],
  uris: ReadonlyMap<string, string>,
): Promise<void> {
  const byArticle = operationsOf(plan, corrected);
  const undos: { readonly article: string; readonly undo: Undo }[] = [];
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Importing…'), cancellable: true },
    async (progress, token) => {
      for (const [path, operations] of byArticle) {
        const article = uris.get(path);
        if (article && !token.isCancellationRequested) {
          const undo = await workspace.applyTo(article, operations);
          undos.push(...(undo ? [{ article, undo }] : []));
          progress.report({ increment: 100 / byArticle.size });
        }
      }
    },
  );
  const back = t('Undo');
  const done = (plan.counts.add + plan.counts.review).toLocaleString(displayLanguage());
  const answer = await vscode.window.showInformationMessage(t('Imported {0} claims.', done), back);
  if (answer === back) {
    for (const { article, undo } of undos) {
      await workspace.applyTo(article, undo);
    }
  }
}
