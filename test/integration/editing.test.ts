import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { encode, hoverText, newArticle, openArticle, readFile, select, sidecarOf, until } from './support';

async function record(editor: vscode.TextEditor, words: string): Promise<string> {
  select(editor, words);
  await vscode.commands.executeCommand('editorialClaims.recordClaim');
  return until('the claim in the sidecar', async () => {
    const text = await readFile(sidecarOf(editor.document));
    return text?.includes(words) ? text : undefined;
  });
}

describe('editing', () => {
  it('jumps from claim to claim, round the ends', async () => {
    const editor = await newArticle('jump.txt', 'Japan said no. It rained. Norway said yes. It rained again.\n');
    await record(editor, 'Japan said no');
    await record(editor, 'Norway said yes');
    const cursor = (): number => editor.document.offsetAt(editor.selection.active);
    editor.selection = new vscode.Selection(0, 2, 0, 2);
    await vscode.commands.executeCommand('editorialClaims.nextClaim');
    equal(cursor(), editor.document.getText().indexOf('Norway'));
    await vscode.commands.executeCommand('editorialClaims.nextClaim');
    equal(cursor(), 0);
    await vscode.commands.executeCommand('editorialClaims.previousClaim');
    equal(cursor(), editor.document.getText().indexOf('Norway'));
  });

  it('deletes the claim under the cursor', async () => {
    const editor = await openArticle('jump.txt');
    select(editor, 'Norway said yes');
    await vscode.commands.executeCommand('editorialClaims.deleteClaim');
    const text = (await readFile(sidecarOf(editor.document))) ?? '';
    ok(!text.includes('quote: "Norway said yes'));
    match(text, /Japan said no/);
  });

  it('keeps places in an article with CRLF line ends, and when they become LF', async () => {
    const lines = ['Talks begin', '', 'Japan said it would wait. 😀', 'Norway said it would not.', ''];
    const editor = await newArticle('crlf.txt', lines.join('\r\n'));
    match(await record(editor, 'Norway said it would not'), /quote: "Norway said it would not\."/);
    await vscode.workspace.fs.writeFile(editor.document.uri, encode(lines.join('\n')));
    const symbol = await until('the claim in its place', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return editor.document.eol === vscode.EndOfLine.LF ? symbols?.[0] : undefined;
    });
    equal(editor.document.getText(symbol.range), 'Norway said it would not.');
  });

  it('finds a claim again after the article was edited outside, and orphans one whose sentence is gone', async () => {
    const editor = await newArticle('outside.txt', 'Japan said it would wait.\n\nNorway said it would not.\n');
    await record(editor, 'Japan said it would wait');
    await record(editor, 'Norway said it would not');
    await vscode.workspace.fs.writeFile(
      editor.document.uri,
      encode('A new opening line.\n\nNorway said it would not.\n'),
    );
    await until('the new text', () => editor.document.getText().startsWith('A new') || undefined);
    const symbols = await until('one claim with a place', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return found?.length === 1 ? found : undefined;
    });
    equal(editor.document.getText(symbols[0]?.range), 'Norway said it would not.');
    match((await readFile(sidecarOf(editor.document))) ?? '', /Japan said it would wait/);
    await until('a problem that tells of the orphan', () =>
      vscode.languages.getDiagnostics(sidecarOf(editor.document)).find(({ code }) => code === 'orphan'),
    );
  });

  it('keeps a claim between two lines that another program changed', async () => {
    const lines = ['Talks begin', '', 'Japan said it would wait.', '', 'Norway said it would not.', ''];
    const editor = await newArticle('between.txt', lines.join('\n'));
    await record(editor, 'Japan said it would wait');
    const changed = ['Talks begin late', '', 'Japan said it would wait.', '', 'Norway said nothing.', ''];
    await vscode.workspace.fs.writeFile(editor.document.uri, encode(changed.join('\n')));
    await until('the new text', () => editor.document.getText().includes('late') || undefined);
    const symbol = await until('the claim in its place', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return symbols?.[0];
    });
    equal(editor.document.getText(symbol.range), 'Japan said it would wait.');
  });

  it('reads an article that has no file yet', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: 'Angela Merkel spoke.',
    });
    await vscode.window.showTextDocument(document);
    const text = await until(
      'the card',
      async () => (await hoverText(document, new vscode.Position(0, 2))) || undefined,
    );
    match(text, /Angela Merkel/);
  });

  it('shows and hides highlights', async () => {
    await openArticle('reykjavik-round.txt');
    await vscode.commands.executeCommand('editorialClaims.toggleHighlights');
    await vscode.commands.executeCommand('editorialClaims.toggleHighlights');
  });

  it('counts from the publication date that a person set, and offers to set it where none is known', async () => {
    const editor = await newArticle('undated.txt', 'Talks resume\n\nJapan said yesterday it would wait.\n');
    const position = select(editor, 'yesterday');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
    );
    ok(actions.some(({ command }) => command?.command === 'editorialClaims.setPublicationDate'));
    match(await hoverText(editor.document, position), /Date unknown/);
    const sidecar = sidecarOf(editor.document);
    await vscode.workspace.fs.writeFile(
      sidecar,
      encode('version: "1.0"\n\npublished: "2031-03-13"\n\nclaims:\n\ncorrections:\n'),
    );
    await until(
      'the date in the card',
      async () => (await hoverText(editor.document, position)).includes('2031-03-12') || undefined,
    );
  });
});
