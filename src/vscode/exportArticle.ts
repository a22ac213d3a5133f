import * as vscode from 'vscode';
import type { ExportAnchor, ExportArticle } from '../export/exporter';
import type { AnchorState, ItemId } from '../model/claim';
import type { TextRange } from '../model/range';
import { datedName } from '../workspace/articlePath';
import { attachAnnotations } from '../workspace/attachAnnotations';
import { recogniseDecided } from '../workspace/decidedRecognition';
import { titleOf } from '../workspace/documentEntry';
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
  const registry = workspace.registryOf(uri);
  const recognition = recogniseDecided(article.text, { fileName: datedName(workspace.host, uri), registry }, attached);
  return {
    path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    title: titleOf(article.text),
    language: recognition.language,
    text: article.text,
    ...(recognition.published ? { published: recognition.published.value } : {}),
    annotations,
    anchors: new Map([
      ...attached.claims.map(({ claim, range, state }) => anchorOf(claim.id, range, state)),
      ...attached.corrections.map(({ correction, range }) =>
        anchorOf(correction.id, range, range ? 'exact' : 'orphan'),
      ),
    ]),
    mentions: recognition.mentions,
    dates: recognition.dates,
  };
}

function anchorOf(id: ItemId, range: TextRange | null, state: AnchorState): readonly [ItemId, ExportAnchor] {
  return [id, range ? { state, range } : { state }];
}
