import * as vscode from 'vscode';
import type { ExportArticle } from '../export/exporter';
import { annotatedArticle } from '../workspace/annotatedArticle';
import { datedName } from '../workspace/articlePath';
import { attachAnnotations } from '../workspace/attachAnnotations';
import type { Uri } from '../workspace/host';
import type { Workspace } from './workspace';

/** An article as exporters and importers take it; `undefined` where it cannot be read. */
export async function exportArticle(workspace: Workspace, uri: Uri): Promise<ExportArticle | undefined> {
  const article = await workspace.host.readArticle(uri);
  if (!article) {
    return undefined;
  }
  const { annotations } = await workspace.store.open(uri);
  const attached = workspace.articles.byUri(uri)?.anchored ?? attachAnnotations(annotations, article.text);
  const options = { fileName: datedName(workspace.host, uri), registry: workspace.registryOf(uri) };
  return {
    path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    ...annotatedArticle(article.text, annotations, attached, options),
  };
}
