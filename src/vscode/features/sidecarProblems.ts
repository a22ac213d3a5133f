import * as vscode from 'vscode';
import { type FileFix, fixesFor } from '../../annotations/sidecarFixes';
import { sidecarKind } from '../../annotations/sidecarRead';
import { type Disposable, DisposableStore } from '../../base/lifecycle';
import type { Problem } from '../../model/problem';
import { checkAnnotations } from '../../workspace/checkAnnotations';
import { articleOf } from '../../workspace/sidecarPlace';
import { fixTitle, problemMessage } from '../problemLabels';
import type { Workspace } from '../workspace';

/** Checks wait until a burst of changes is over, in milliseconds. */
const pause = 400;

/** What is wrong with claims files, at its line in the Problems view, with repairs a person can choose. */
export function registerSidecarProblems(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('editorialClaims'));
  const known = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.add({ dispose: () => clearTimeout(timer) });

  const check = (): void => {
    const checked = [...known].flatMap((article) => {
      const state = workspace.store.get(article);
      const attached = workspace.articles.byUri(article)?.anchored ?? workspace.attachedInIndex(article);
      const sidecarUri = workspace.sidecarOf(article);
      return state?.exists ? [{ article, sidecarUri, sidecar: state.sidecar, attached }] : [];
    });
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { uri, problem } of checkAnnotations(checked)) {
      byFile.set(uri, [...(byFile.get(uri) ?? []), new ProblemDiagnostic(problem)]);
    }
    collection.clear();
    for (const [uri, diagnostics] of byFile) {
      collection.set(vscode.Uri.parse(uri), diagnostics);
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  };
  store.add(
    workspace.store.onDidChange((article) => {
      known.add(article);
      later();
    }),
  );
  store.add(workspace.indexChanges.onDidChange(later));
  store.add(
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/*.claims.yaml' },
      {
        provideCodeActions: (document, _range, { diagnostics }) => {
          const article = articleOf(workspace.host, document.uri.toString());
          const sidecar = article === undefined ? undefined : workspace.store.get(article)?.sidecar;
          if (!sidecar) {
            return [];
          }
          return diagnostics.flatMap((diagnostic) => {
            const problem = collection
              .get(document.uri)
              ?.find((own) => own.range.isEqual(diagnostic.range) && own.code === diagnostic.code);
            return problem instanceof ProblemDiagnostic
              ? fixesFor(sidecarKind, sidecar, problem.problem).map((fix) => fixAction(document, diagnostic, fix))
              : [];
          });
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  return store;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

class ProblemDiagnostic extends vscode.Diagnostic {
  constructor(readonly problem: Problem) {
    const start = new vscode.Position(Math.max(0, problem.line), Math.max(0, problem.column));
    // To the end of the line: the editor cuts a range to the text that is there.
    const range = new vscode.Range(start, new vscode.Position(start.line, Number.MAX_SAFE_INTEGER));
    super(range, problemMessage(problem), severities[problem.severity]);
    this.source = 'Editorial Claims';
    this.code = problem.code;
  }
}

function fixAction(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, fix: FileFix): vscode.CodeAction {
  const action = new vscode.CodeAction(fixTitle(fix), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  action.edit.replace(document.uri, whole, fix.text);
  return action;
}
