import * as vscode from 'vscode';
import { DisposableStore } from '../base/lifecycle';
import { commands } from './contributions';
import { registerActorsTree } from './features/actorsTree';
import { registerClaimsTree } from './features/claimsTree';
import { registerCodeActions } from './features/codeActions';
import { registerCodeLenses } from './features/codeLenses';
import { registerConcordance } from './features/concordanceTree';
import { registerCorrections } from './features/corrections';
import { registerEditClaim } from './features/editClaim';
import { registerExport } from './features/export';
import { registerFileBadges } from './features/fileBadges';
import { registerHighlights } from './features/highlights';
import { registerHovers } from './features/hovers';
import { registerImport } from './features/import';
import { registerIndexing } from './features/indexing';
import { registerLinkClaim } from './features/linkClaim';
import { registerLinkWalk } from './features/linkWalk';
import { registerNavigation } from './features/navigateClaims';
import { registerOutline } from './features/outline';
import { registerOverviewPanel } from './features/overviewPanel';
import { registerPointHints } from './features/pointHints';
import { registerPointsTree } from './features/pointsTree';
import { registerPublicationDate } from './features/publicationDate';
import { registerRecordClaim } from './features/recordClaim';
import { registerReferences } from './features/references';
import { registerRelatedTree } from './features/relatedTree';
import { registerRenameActor } from './features/renameActor';
import { registerRenameFiles } from './features/renameFiles';
import { registerReveal } from './features/reveal';
import { registerReviewAnchors } from './features/reviewAnchors';
import { registerSidecarFiles } from './features/sidecarFiles';
import { registerSidecarProblems } from './features/sidecarProblems';
import { registerWorkspaceSymbols } from './features/workspaceSymbols';
import { loadWordLists } from './loadWordLists';
import { readingThreads, type StartThread } from './readingThreads';
import { Workspace } from './workspace';

/**
 * Puts all features together; the same in every host but for what it gives: `startThread` starts a thread that runs
 * `serveReadings`.
 */
export function activate(extension: vscode.ExtensionContext, startThread?: StartThread): void {
  const store = new DisposableStore();
  extension.subscriptions.push(store);
  const log = store.add(vscode.window.createOutputChannel('Editorial Claims', { log: true }));
  store.add(vscode.commands.registerCommand(commands.showLog, () => log.show()));
  const workspace = store.add(
    new Workspace(extension, log, startThread && readingThreads(extension.extensionUri, startThread)),
  );

  store.add(registerHighlights(extension, workspace.articles));
  store.add(registerHovers(workspace));
  store.add(registerRecordClaim(workspace));
  store.add(registerEditClaim(workspace));
  store.add(registerLinkClaim(workspace));
  store.add(registerCorrections(workspace));
  store.add(registerPublicationDate(workspace));
  store.add(registerCodeActions(workspace));
  store.add(registerNavigation(workspace.articles));
  store.add(registerReviewAnchors(workspace));
  store.add(registerOutline(workspace));
  store.add(registerReveal(workspace));
  store.add(registerClaimsTree(extension, workspace));
  store.add(registerOverviewPanel(extension, workspace));
  store.add(registerActorsTree(workspace));
  store.add(registerReferences(workspace));
  store.add(registerLinkWalk(workspace));
  store.add(registerWorkspaceSymbols(workspace));
  store.add(registerRenameActor(workspace));
  store.add(registerRelatedTree(workspace));
  store.add(registerPointHints(workspace));
  store.add(registerPointsTree(workspace));
  store.add(registerConcordance(workspace));
  store.add(registerFileBadges(workspace));
  store.add(registerCodeLenses(workspace));
  store.add(registerExport(workspace));
  store.add(registerImport(workspace));
  store.add(registerSidecarFiles(workspace));
  store.add(registerSidecarProblems(workspace));
  store.add(registerRenameFiles(workspace));
  store.add(registerIndexing(workspace));
  loadWordLists(extension.extensionUri)
    .then(() => workspace.start())
    .catch((error: unknown) => {
      log.error(String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('Editorial Claims could not start: {0}', String(error)));
    });
}
