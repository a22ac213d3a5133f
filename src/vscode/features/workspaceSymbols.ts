import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { foldForSearch } from '../../base/searchFold';
import type { NameKind } from '../../model/recognition';
import { sourceName } from '../actorNames';
import type { Place } from '../commandLinks';
import { locationsOf } from '../places';
import type { Workspace } from '../workspace';

/** Answers at most; the editor asks again at each letter. */
const most = 200;

class PlaceSymbol extends vscode.SymbolInformation {
  constructor(
    name: string,
    kind: vscode.SymbolKind,
    container: string,
    readonly place: Place,
  ) {
    // The line is worked out when the symbol is chosen: that needs the article's text.
    super(name, kind, container, new vscode.Location(vscode.Uri.parse(place.article), new vscode.Position(0, 0)));
  }
}

const kinds: Partial<Record<NameKind, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Object,
  organization: vscode.SymbolKind.Module,
  country: vscode.SymbolKind.Namespace,
};

/** Actors and recorded claims in "Go to Symbol in Workspace", by any of their names, in either language. */
export function registerWorkspaceSymbols(workspace: Workspace): Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols(query) {
      const wanted = foldForSearch(query);
      return [...actorSymbols(workspace, wanted), ...claimSymbols(workspace, wanted)].slice(0, most);
    },
    async resolveWorkspaceSymbol(symbol) {
      if (symbol instanceof PlaceSymbol) {
        const [location] = await locationsOf(workspace, [symbol.place]);
        symbol.location = location ?? symbol.location;
      }
      return symbol;
    },
  });
}

function actorSymbols(workspace: Workspace, wanted: string): PlaceSymbol[] {
  const symbols: PlaceSymbol[] = [];
  for (const { actor, kind, names, articles } of workspace.index.actors()) {
    const symbolKind = kinds[kind];
    const name = Object.values(names).join(' · ');
    if (symbolKind !== undefined && foldForSearch(name).includes(wanted)) {
      const place = workspace.index.mentionsOf(actor)[0];
      if (place) {
        symbols.push(new PlaceSymbol(name, symbolKind, vscode.l10n.t('{0} articles', articles), place));
      }
    }
    if (symbols.length >= most) {
      break;
    }
  }
  return symbols;
}

function claimSymbols(workspace: Workspace, wanted: string): PlaceSymbol[] {
  return workspace.index
    .allRecordedClaims()
    .filter((claim) => foldForSearch(claim.quote).includes(wanted))
    .slice(0, most)
    .map(
      (claim) =>
        new PlaceSymbol(claim.quote, vscode.SymbolKind.Event, sourceName(workspace.index, claim.source), claim),
    );
}
