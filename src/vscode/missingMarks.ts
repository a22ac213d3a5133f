import * as vscode from 'vscode';
import { findMissingMarks, type MissingMark } from '../workspace/concordance';
import { views } from './contributions';
import type { Workspace } from './workspace';

/** Names that are not marked everywhere; all articles are read for it, so an answer is kept for a while. */
export class MissingMarks {
  readonly #workspace: Workspace;
  #found: Promise<MissingMark[]> | undefined;
  #keepUntil = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  find(): Promise<MissingMark[]> {
    if (!this.#found || performance.now() > this.#keepUntil) {
      this.#keepUntil = Number.POSITIVE_INFINITY;
      this.#found = this.#look();
    }
    return this.#found;
  }

  forget(): void {
    this.#keepUntil = 0;
  }

  async #look(): Promise<MissingMark[]> {
    const { host, index } = this.#workspace;
    const started = performance.now();
    try {
      return await vscode.window.withProgress({ location: { viewId: views.points } }, (_progress, token) =>
        findMissingMarks(host, index, token),
      );
    } finally {
      const now = performance.now();
      this.#keepUntil = now + Math.max(30_000, (now - started) * 20);
    }
  }
}
