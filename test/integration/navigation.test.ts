import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { hoverText, openArticle, readFile, select, sidecarOf, until } from './support';

/** Applies a refactoring and agrees to what the editor asks. */
async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  let done = false;
  const applied = Promise.resolve(vscode.workspace.applyEdit(edit, { isRefactoring: true })).then((result) => {
    done = true;
    return result;
  });
  await until('the edit to be applied', async () => {
    await vscode.commands.executeCommand('refactorPreview.apply');
    return done || undefined;
  });
  ok(await applied);
}

async function references(editor: vscode.TextEditor, position: vscode.Position): Promise<vscode.Location[]> {
  return vscode.commands.executeCommand('vscode.executeReferenceProvider', editor.document.uri, position);
}

describe('across articles', () => {
  it('finds all references of an actor, in both languages', async () => {
    const editor = await openArticle('reykjavik-round.txt');
    const position = select(editor, 'Ingrid Solheim');
    const found = await until('references in other articles', async () => {
      const locations = await references(editor, position);
      return new Set(locations.map(({ uri }) => uri.path)).size >= 3 ? locations : undefined;
    });
    for (const location of found) {
      const document = await vscode.workspace.openTextDocument(location.uri);
      match(document.getText(location.range), /Solheim|ソルハイム/);
    }
  });

  it('shows an actor of both languages on one card, with the reason', async () => {
    const editor = await openArticle('漁獲枠の合意を急げ.txt');
    const position = select(editor, 'グンナル・アルナソン');
    const card = await until('the name in the other language', async () => {
      const text = await hoverText(editor.document, position);
      return text.includes('Gunnar Arnason') ? text : undefined;
    });
    match(card, /“グンナル・アルナソン” and “Gunnar Arnason” are taken for one person: they sound \d\d % alike/);
    match(card, /Gunnar Arnason denied that he had exaggerated/);
  });

  it('goes to where an article introduces an actor', async () => {
    const editor = await openArticle('tokyo-figure.md');
    const position = select(editor, 'Gunnar Arnason said');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      position,
    );
    equal(found.length, 1);
    equal(found[0]?.uri.toString(), editor.document.uri.toString());
  });

  it('lights up the same actor in the article', async () => {
    const editor = await openArticle('a-quota-that-binds.md');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      editor.document.uri,
      select(editor, 'Gunnar Arnason'),
    );
    ok(found.length >= 1);
    equal(editor.document.getText(found[0]?.range), 'Gunnar Arnason');
  });

  it('finds actors in the workspace by name', async () => {
    const found = await until('a symbol', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'moriyama',
      );
      return symbols.length > 0 ? symbols : undefined;
    });
    ok(found.some((symbol) => symbol.name.includes('Kenji Moriyama')));
  });

  it('renames an actor in actors.yaml, and the cards follow', async () => {
    const editor = await openArticle('tokyo-figure.md');
    const position = select(editor, 'Kenji Moriyama');
    await until('the card', async () => (await hoverText(editor.document, position)) || undefined);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const file = vscode.Uri.joinPath(folder, 'actors.yaml');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      position,
      'K. Moriyama (Japan)',
    );
    equal(
      edit.entries().map(([uri]) => uri.toString()),
      [file.toString()],
      'articles are never changed',
    );
    equal(await readFile(file), undefined, 'nothing is written before somebody agrees');
    await apply(edit);
    match(await until('actors.yaml', () => readFile(file)), /K\. Moriyama \(Japan\)/);
    await until(
      'the new name in the card',
      async () => (await hoverText(editor.document, position)).includes('K. Moriyama (Japan)') || undefined,
    );
    // One step back: the file was made by the same edit.
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    await until('no actors.yaml', async () => (await readFile(file))?.includes('Moriyama') !== true || undefined);
    await until(
      'the old name in the card',
      async () => !(await hoverText(editor.document, position)).includes('K. Moriyama (Japan)') || undefined,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if ((await readFile(file)) !== undefined) {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('follows a claim while the text before it changes, and after it is undone', async () => {
    const editor = await openArticle('reykjavik-round.txt');
    select(editor, 'Twenty is not enough');
    await vscode.commands.executeCommand('editorialClaims.recordClaim');
    await until('the sidecar', () => readFile(sidecarOf(editor.document)));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'CORRECTED: '));
    const [symbol] = await until('the claim', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return found && found.length > 0 ? found : undefined;
    });
    ok(symbol);
    match(editor.document.getText(symbol.range), /^“Twenty is not enough/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
