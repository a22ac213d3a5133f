import * as vscode from 'vscode';
import { ok } from './assert';
import { encode, until } from './support';

/** Where an actor is named, by its symbol. */
async function placesOf(name: string): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    name,
  );
  return symbols.filter((symbol) => symbol.name.includes(name)).map(({ location }) => location.uri.path);
}

describe('a folder of articles', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(root);
  const at = (...names: string[]): vscode.Uri => vscode.Uri.joinPath(root, ...names);
  const name = 'Torvald Brekke';

  it('is read when it comes, is renamed and goes, though only the folder is told of', async () => {
    await vscode.workspace.fs.createDirectory(at('incoming', 'today'));
    const text = `BERGEN, April 2, 2026 — ${name} said the harbour would close.\n`;
    await vscode.workspace.fs.writeFile(at('incoming', 'today', 'harbour.txt'), encode(text));
    await until('the new article', async () => (await placesOf(name)).some((path) => path.includes('/incoming/')));

    await vscode.workspace.fs.rename(at('incoming'), at('archive'));
    await until('the article in its new place alone', async () => {
      const places = await placesOf(name);
      return places.length === 1 && places[0]?.includes('/archive/today/') === true;
    });

    await vscode.workspace.fs.delete(at('archive'), { recursive: true, useTrash: false });
    await until('no article', async () => (await placesOf(name)).length === 0);
  });

  it('is left out and taken in again as the settings say', async () => {
    const settings = vscode.workspace.getConfiguration('editorialClaims.articles');
    ok((await placesOf('Margaret Holloway')).length > 0);
    await settings.update('include', ['2026-05/*.md'], vscode.ConfigurationTarget.Workspace);
    await until('fewer articles', async () => (await placesOf('Margaret Holloway')).length === 0);
    await settings.update('include', undefined, vscode.ConfigurationTarget.Workspace);
    await until('all articles', async () => (await placesOf('Margaret Holloway')).length > 0);
  });
});
