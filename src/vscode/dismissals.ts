import type * as vscode from 'vscode';
import { Emitter } from '../base/event';
import type { Disposable } from '../base/lifecycle';

const key = 'dismissed';
/** The oldest are forgotten beyond this: they would only be shown once more. */
const most = 5000;

/**
 * What a person has looked at and does not want to be shown again. Kept with the workspace on this machine, not in the
 * claims files: "I have seen it" says nothing about an article, and what is nothing to one editor may be a find to the
 * next. Who wants it on record links the two claims, which settles the point for everybody.
 */
export class Dismissals implements Disposable {
  readonly #memento: vscode.Memento;
  readonly #keys: Set<string>;
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    const stored = memento.get<unknown>(key);
    this.#keys = new Set(Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : []);
  }

  has(point: string): boolean {
    return this.#keys.has(point);
  }

  get size(): number {
    return this.#keys.size;
  }

  async dismiss(point: string): Promise<void> {
    this.#keys.add(point);
    await this.#save();
  }

  /** Shows one again, or all. */
  async restore(point?: string): Promise<void> {
    if (point === undefined) {
      this.#keys.clear();
    } else {
      this.#keys.delete(point);
    }
    await this.#save();
  }

  async #save(): Promise<void> {
    const kept = [...this.#keys].slice(-most);
    this.#changed.fire();
    await this.#memento.update(key, kept);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
