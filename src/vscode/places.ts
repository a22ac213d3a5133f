import * as vscode from 'vscode';
import type { Place } from './commandLinks';
import type { Workspace } from './workspace';

/** Where lines start in a text that ends its lines with LF, CRLF or CR, as VS Code counts them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}

function positionAt(starts: readonly number[], offset: number): vscode.Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return new vscode.Position(low, offset - starts[low]!);
}

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
      const starts = lineStarts(text);
      const uri = vscode.Uri.parse(article);
      return inside.map(
        ({ start, end }) =>
          new vscode.Location(uri, new vscode.Range(positionAt(starts, start), positionAt(starts, end))),
      );
    }),
  );
  return found.flat();
}
