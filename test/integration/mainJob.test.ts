import * as vscode from 'vscode';
import { measure } from '../host/in-host.mjs';
import { equal, match, ok } from './assert';
import { extensionId, hoverText, openArticle, readFile, select, sidecarOf, until } from './support';

describe('the main job', () => {
  before(async () => {
    // Questions wait for a person; these tests check what happens without one.
    await vscode.workspace.getConfiguration('editorialClaims').update('askAfterRecording', false, true);
    const started = performance.now();
    await vscode.extensions.getExtension(extensionId)?.activate();
    measure('activation', performance.now() - started);
  });

  it('records the sentence under the cursor beside the article, which stays as it is', async () => {
    const editor = await openArticle('quota-talks-open.txt');
    const before = editor.document.getText();
    select(editor, 'declined to name');
    await vscode.commands.executeCommand('editorialClaims.recordClaim');
    const sidecar = await until('the sidecar', () => readFile(sidecarOf(editor.document)));
    match(sidecar, /quote: "He declined to name a number\."/);
    equal(editor.document.getText(), before);
    equal(editor.document.isDirty, false);
  });

  it('records a selection with its source, kind and cue filled in', async () => {
    const editor = await openArticle('quota-talks-open.txt');
    select(
      editor,
      '“A cut of that size would close half of our harbours,” said Gunnar Arnason, who leads the Icelandic delegation.',
      true,
    );
    await vscode.commands.executeCommand('editorialClaims.recordClaim');
    const sidecar = await until('the second claim', async () => {
      const text = await readFile(sidecarOf(editor.document));
      return text?.includes('harbours') ? text : undefined;
    });
    match(sidecar, /source: "gunnar-arnason"/);
  });

  it('records a Japanese sentence', async () => {
    const editor = await openArticle('漁獲枠の合意を急げ.txt');
    select(editor, '首席交渉官は先月');
    await vscode.commands.executeCommand('editorialClaims.recordClaim');
    const sidecar = await until('the sidecar', () => readFile(sidecarOf(editor.document)));
    match(sidecar, /quote: "森山健二・首席交渉官は先月、.*示していない。"/);
  });

  it('shows recorded claims in the outline', async () => {
    const editor = await openArticle('quota-talks-open.txt');
    const symbols = await until('symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return found && found.length >= 2 ? found : undefined;
    });
    ok(symbols.some((symbol) => symbol.name.includes('half of our harbours')));
  });

  it('hovers an actor with what the other articles have', async () => {
    const editor = await openArticle('reykjavik-round.txt');
    const position = select(editor, 'Ingrid Solheim');
    const text = await until('the card', async () => {
      const found = await hoverText(editor.document, position);
      return found.includes('quota') ? found : undefined;
    });
    match(text, /\*\*Ingrid Solheim/);
    match(text, /In other articles/);
    match(text, /command:editorialClaims\.reveal/);
  });

  it('hovers a date with its value', async () => {
    const editor = await openArticle('tokyo-figure.md');
    const text = await hoverText(editor.document, select(editor, 'April 19'));
    match(text, /2026-04-19/);
  });

  it('answers hovers quickly', async () => {
    const editor = await openArticle('reykjavik-round.txt');
    const position = select(editor, 'Gunnar Arnason');
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const started = performance.now();
      await hoverText(editor.document, position);
      times.push(performance.now() - started);
    }
    measure('hover', times);
  });

  it('offers the lightbulb', async () => {
    const editor = await openArticle('reykjavik-round.txt');
    const position = select(editor, 'Gunnar Arnason');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(position, position),
    );
    ok(actions.some((action) => action.title.includes('Gunnar Arnason')));
  });

  it('picks up a sidecar edited by hand', async () => {
    const editor = await openArticle('quota-talks-open.txt');
    const sidecar = sidecarOf(editor.document);
    const text = await readFile(sidecar);
    ok(text);
    await vscode.workspace.fs.writeFile(
      sidecar,
      new TextEncoder().encode(text.replaceAll('status: "unverified"', 'status: "disputed"')),
    );
    const position = select(editor, 'declined to name');
    await until(
      'the new status',
      async () => (await hoverText(editor.document, position)).includes('disputed') || undefined,
    );
  });

  it('tells of a broken sidecar at its line, and does not touch it', async () => {
    const editor = await openArticle('tokyo-figure.md');
    const sidecar = sidecarOf(editor.document);
    const broken = 'version: 1\nclaims:\n  abc: [unclosed\n';
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(broken));
    const problems = await until('a problem', () => {
      const found = vscode.languages.getDiagnostics(sidecar);
      return found.length > 0 ? found : undefined;
    });
    equal(problems.length, 1);
    ok((problems[0]?.range.start.line ?? 0) >= 2);
    select(editor, 'a step, late');
    await vscode.commands.executeCommand('editorialClaims.recordClaim');
    equal(await readFile(sidecar), broken);
    await vscode.workspace.fs.delete(sidecar);
  });

  it('takes the sidecar along when the article is renamed', async () => {
    const editor = await openArticle('quota-talks-open.txt');
    const { uri } = editor.document;
    const renamed = uri.with({ path: uri.path.replace('quota-talks-open', 'quota-talks') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    ok(await vscode.workspace.applyEdit(edit));
    const moved = renamed.with({ path: `${renamed.path}.claims.yaml` });
    match((await readFile(moved)) ?? '', /harbours/);
    equal(await readFile(uri.with({ path: `${uri.path}.claims.yaml` })), undefined);
  });
});
