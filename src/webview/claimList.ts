import { html } from './dom';
import type { Mark } from './marks';
import type { ClaimRow } from './protocol';
import type { Words } from './words';

/** Claims that a list shows; the rest is counted. */
const most = 100;

/** The strip below a picture: what the mouse or the keyboard is at, or the claims of a mark to choose from. */
export class ClaimList {
  readonly element = html('aside', { class: 'details' });
  readonly #words: Words;
  readonly #open: (row: ClaimRow) => void;
  /** Where the keyboard goes back to when a list is closed. */
  #cameFrom: HTMLElement | SVGElement | undefined;
  #listing = false;

  constructor(words: Words, open: (row: ClaimRow) => void) {
    this.#words = words;
    this.#open = open;
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#listing) {
        this.close();
      }
    });
    this.#hint();
  }

  /** A mark that is pointed at; a list that is open stays. */
  point(mark: Mark | undefined, what: string): void {
    if (this.#listing) {
      return;
    }
    const [only, ...more] = mark?.claims ?? [];
    if (!mark) {
      this.#hint();
    } else if (only && more.length === 0 && what === '') {
      this.element.replaceChildren(
        html('p', { class: 'quote' }, only.quote),
        html('p', { class: 'about' }, this.#words.details(only)),
      );
    } else {
      this.element.replaceChildren(
        html('p', { class: 'quote' }, this.#words.markLabel({ ...mark, claims: mark.claims }, what)),
        html(
          'p',
          { class: 'about' },
          mark.claims
            .slice(0, 3)
            .map(({ quote }) => quote)
            .join(' / '),
        ),
      );
    }
  }

  /** All claims of a mark, each a button; the first gets the keyboard. `only` narrows the filter down to what it is. */
  list(mark: Mark, what: string, only?: () => void): void {
    const active = document.activeElement;
    this.#cameFrom = active instanceof SVGElement || active instanceof HTMLElement ? active : undefined;
    this.#listing = true;
    const close = html('button', { type: 'button', class: 'quiet' }, this.#words.text('close'));
    close.addEventListener('click', () => this.close());
    const head = html(
      'h2',
      {},
      [what, this.#words.count(mark.claims.length)].filter((text) => text !== '').join(' · '),
    );
    const bar = html('div', { class: 'head' }, head);
    if (only) {
      const button = html('button', { type: 'button', class: 'quiet' }, this.#words.text('showOnly', what));
      button.addEventListener('click', only);
      bar.append(button);
    }
    bar.append(close);
    const sorted = [...mark.claims].sort((a, b) => (b.day ?? -1e9) - (a.day ?? -1e9));
    const items = sorted.slice(0, most).map((row) => {
      const button = html('button', { type: 'button', class: 'link' }, row.quote);
      button.addEventListener('click', () => this.#open(row));
      return html('li', {}, button, html('span', { class: 'about' }, this.#words.details(row)));
    });
    const list = html('ul', {}, ...items);
    if (sorted.length > most) {
      list.append(html('li', { class: 'about' }, this.#words.text('notDrawn', sorted.length - most)));
    }
    this.element.replaceChildren(bar, list);
    list.querySelector('button')?.focus();
  }

  close(): void {
    this.#listing = false;
    this.#hint();
    this.#cameFrom?.focus();
  }

  #hint(): void {
    this.element.replaceChildren(html('p', { class: 'about' }, this.#words.text('hint')));
  }
}
