import * as vscode from 'vscode';
import type { Disposable } from '../../base/lifecycle';
import { DisposableStore } from '../../base/lifecycle';
import type { Problem } from '../../model/problem';
import type { Workspace } from '../workspace';

/** What is wrong with claims files, at its line in the Problems view. */
export function registerSidecarProblems(workspace: Workspace): Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('editorialClaims'));
  store.add(
    workspace.store.onDidChange((article) => {
      const problems = workspace.store.get(article)?.problems ?? [];
      collection.set(vscode.Uri.parse(workspace.sidecarOf(article)), problems.map(toDiagnostic));
    }),
  );
  return store;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

function toDiagnostic(problem: Problem): vscode.Diagnostic {
  const start = new vscode.Position(Math.max(0, problem.line), Math.max(0, problem.column));
  // To the end of the line: the editor cuts a range to the text that is there.
  const range = new vscode.Range(start, new vscode.Position(start.line, Number.MAX_SAFE_INTEGER));
  const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  diagnostic.source = 'Editorial Claims';
  diagnostic.code = problem.code;
  return diagnostic;
}
