import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { encode, hoverText, newArticle, readFile, select, sidecarOf, until } from './support';

const ferry =
  'Ferry Plan Grows\n\nMIDDELHAVN, May 4, 2026 — Mayor Ada Lund said the new ferry fleet would have 28 ships.\n';
const reply =
  'Ferry Plan Shrinks\n\nMIDDELHAVN, May 9, 2026 — Mayor Ada Lund said the new ferry fleet would have 20 ships. She will resign in June.\n';

/** A claims file as a person could write it. */
function sidecar(id: string, quote: string, links = ''): Uint8Array {
  return encode(`version: "1.0"

claims:
  ${id}:
    quote: "${quote}"
    kind: "statement"
    directness: "indirect"
    source: "ada-lund"
    status: "unverified"
${links}`);
}

function hintsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity, source }) => source === 'Editorial Claims' && severity === vscode.DiagnosticSeverity.Hint);
}

/** Two articles with a recorded claim each; the second says another number. */
async function twoArticles(): Promise<{ readonly first: vscode.TextEditor; readonly second: vscode.TextEditor }> {
  const second = await newArticle('ferry-shrinks.txt', reply);
  const first = await newArticle('ferry-grows.txt', ferry);
  await vscode.workspace.fs.writeFile(
    sidecarOf(second.document),
    sidecar('second', 'Mayor Ada Lund said the new ferry fleet would have 20 ships.'),
  );
  await vscode.workspace.fs.writeFile(
    sidecarOf(first.document),
    sidecar('first', 'Mayor Ada Lund said the new ferry fleet would have 28 ships.'),
  );
  return { first, second };
}

describe('between claims', () => {
  it('hints at another number elsewhere, is quiet once that is dismissed, and can be asked again', async () => {
    const { first } = await twoArticles();
    const { document } = first;
    const hint = await until('a hint', () => hintsOf(document)[0]);
    match(hint.message, /^Worth a look: 28 ships here, 20 ships there/);
    equal(document.getText(hint.range), 'Mayor Ada Lund said the new ferry fleet would have 28 ships.');
    match(hint.relatedInformation?.[0]?.location.uri.path ?? '', /ferry-shrinks\.txt$/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      hint.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    ok(actions.some(({ title }) => title === 'Link the two claims…'));
    const dismiss = actions.find(({ title }) => title === 'Dismiss this hint')?.command;
    ok(dismiss, 'the hint can be dismissed');
    await vscode.commands.executeCommand(dismiss.command, ...(dismiss.arguments ?? []));
    await until('no hint', () => hintsOf(document).length === 0 || undefined);
    await vscode.commands.executeCommand('editorialClaims.restorePoints');
    await until('the hint again', () => hintsOf(document)[0]);
  });

  it('says nothing any more where a person has linked the two, and walks along the link both ways', async () => {
    const { first, second } = await twoArticles();
    const links = `    links:
      - relation: "updates"
        article: "ferry-grows.txt"
        claim: "first"
        quote: "Mayor Ada Lund said the new ferry fleet would have 28 ships."
`;
    await until('a hint', () => hintsOf(first.document)[0]);
    await vscode.workspace.fs.writeFile(
      sidecarOf(second.document),
      sidecar('second', 'Mayor Ada Lund said the new ferry fleet would have 20 ships.', links),
    );
    await until('no hint', () => hintsOf(first.document).length === 0 || undefined);
    const prepare = (editor: vscode.TextEditor): Thenable<vscode.CallHierarchyItem[]> =>
      vscode.commands.executeCommand(
        'vscode.prepareCallHierarchy',
        editor.document.uri,
        select(editor, 'the new ferry fleet'),
      );
    const [from] = await prepare(second);
    ok(from);
    const [to] = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      from,
    );
    match(to?.to.name ?? '', /28 ships/);
    match(to?.to.detail ?? '', /updates · Ada Lund/);
    match(to?.to.uri.path ?? '', /ferry-grows\.txt$/);
    const [back] = await prepare(first);
    ok(back);
    const [source] = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      back,
    );
    match(source?.from.name ?? '', /20 ships/);
    match(source?.from.detail ?? '', /updated by · Ada Lund/);
  });

  it('decides for all articles about a name that is marked here and not there', async () => {
    const editor = await newArticle('pier.txt', 'The Harbour Club met. Lighthouse Circle did not.\n');
    const article = editor.document.uri.toString();
    const found = { actor: 'lighthouse-circle', name: 'Lighthouse Circle', marked: 2, missing: [{ article }] };
    // As the item of the view gives it to the command.
    await vscode.commands.executeCommand('editorialClaims.makeConsistent', {
      type: 'check',
      check: { about: 'mark', key: 'mark|lighthouse-circle', found },
    });
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const file = vscode.Uri.joinPath(folder, 'actors.yaml');
    match(await until('actors.yaml', () => readFile(file)), /aliases:\n\s+- "Lighthouse Circle"/);
    await until(
      'the mark',
      async () =>
        (await hoverText(editor.document, select(editor, 'Lighthouse Circle'))).includes('Organisation') || undefined,
    );
    await vscode.workspace.fs.delete(file);
  });
});
