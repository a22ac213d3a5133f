import * as vscode from 'vscode';
import { LinePositions } from '../annotations/linePositions';
import type { Place } from './commandLinks';
import type { Workspace } from './workspace';

/** Offsets as lines and columns, article by article; articles that cannot be read any more are left out. */
export async function locationsOf(workspace: Workspace, places: readonly Place[]): Promise<vscode.Location[]> {
  const byArticle = new Map<string, Place[]>();
  for (const place of places) {
    const inside = byArticle.get(place.article);
    if (inside) {
      inside.push(place);
    } else {
      byArticle.set(place.article, [place]);
    }
  }
  const found = await Promise.all(
    [...byArticle].map(async ([article, inside]) => {
      const text = (await workspace.host.readArticle(article))?.text;
      if (text === undefined) {
        return [];
      }
      const lines = new LinePositions(text);
      const at = (offset: number): vscode.Position => {
        const { line, column } = lines.at(offset);
        return new vscode.Position(line, column);
      };
      const uri = vscode.Uri.parse(article);
      return inside.map(({ start, end }) => new vscode.Location(uri, new vscode.Range(at(start), at(end))));
    }),
  );
  return found.flat();
}
