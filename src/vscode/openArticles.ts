import * as vscode from 'vscode';
import { Emitter } from '../base/event';
import { type Disposable, DisposableStore } from '../base/lifecycle';
import { prepareRecognition } from '../recognise/prepare';
import { detectLanguage } from '../text/language';
import { isArticle } from './articleFilter';
import { affects, contextKeys } from './contributions';
import { OpenArticle, type OpenArticleParts } from './openArticle';

/** The articles that are open in editors, by document; each follows its text and its sidecar. */
export class OpenArticles implements Disposable {
  readonly #store = new DisposableStore();
  readonly #articles = new Map<vscode.TextDocument, OpenArticle>();
  readonly #changed = this.#store.add(new Emitter<OpenArticle>());
  readonly #closed = this.#store.add(new Emitter<OpenArticle>());
  #started = false;

  /** Its text, its recognition or its annotations changed, or it was opened. */
  readonly onDidChange = this.#changed.event;
  readonly onDidClose = this.#closed.event;

  constructor(readonly parts: OpenArticleParts) {
    const add = <T extends Disposable>(item: T): T => this.#store.add(item);
    add(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (this.#started) {
          this.#open(document);
        }
      }),
    );
    add(vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)));
    add(
      vscode.workspace.onDidChangeTextDocument((event) => {
        const article = this.#articles.get(event.document);
        if (article && event.contentChanges.length > 0) {
          article.edited(event.contentChanges);
          this.#changed.fire(article);
        }
      }),
    );
    add(
      parts.store.onDidChange((uri) => {
        for (const article of this.#articles.values()) {
          if (article.uri === uri) {
            article.annotationsChanged();
            this.#changed.fire(article);
          }
        }
      }),
    );
    add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (this.#started && (affects(event, 'articles.include') || affects(event, 'articles.exclude'))) {
          this.#sortAnew();
        }
      }),
    );
    add(vscode.window.onDidChangeActiveTextEditor(() => this.#tellContext()));
  }

  /** Makes ready, in steps, what the articles that are open are read with; {@link start} takes less time after that. */
  *prepare(): Generator<void> {
    for (const document of vscode.workspace.textDocuments) {
      if (isArticle(document)) {
        yield* prepareRecognition(detectLanguage(document.getText()));
      }
    }
  }

  /** Takes up the articles that are open; before, there are none. */
  start(): void {
    this.#started = true;
    this.#sortAnew();
  }

  get(document: vscode.TextDocument | undefined): OpenArticle | undefined {
    return document && this.#articles.get(document);
  }

  byUri(uri: string): OpenArticle | undefined {
    return [...this.#articles.values()].find((article) => article.uri === uri);
  }

  /** The article in the active editor, with that editor. */
  active(): { readonly editor: vscode.TextEditor; readonly article: OpenArticle } | undefined {
    const editor = vscode.window.activeTextEditor;
    const article = this.get(editor?.document);
    return editor && article ? { editor, article } : undefined;
  }

  /** The workspace's own actors changed: names are read anew. */
  registryChanged(): void {
    for (const article of this.#articles.values()) {
      article.registryChanged();
      this.#changed.fire(article);
    }
  }

  [Symbol.iterator](): Iterator<OpenArticle> {
    return this.#articles.values();
  }

  #sortAnew(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.#close(document);
      this.#open(document);
    }
    this.#tellContext();
  }

  #open(document: vscode.TextDocument): void {
    if (isArticle(document) && !this.#articles.has(document)) {
      const article = new OpenArticle(document, this.parts);
      this.#articles.set(document, article);
      this.#changed.fire(article);
      void article.load().then(() => {
        if (this.#articles.get(document) === article) {
          this.#changed.fire(article);
        }
      });
    }
    this.#tellContext();
  }

  #close(document: vscode.TextDocument): void {
    const article = this.#articles.get(document);
    if (article) {
      this.#articles.delete(document);
      this.#closed.fire(article);
    }
  }

  #tellContext(): void {
    void vscode.commands.executeCommand('setContext', contextKeys.articleActive, this.active() !== undefined);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
