import { claimStatuses, stances } from '../model/claim';
import { html } from './dom';
import { emptyFilter, type Filter, showsRecognised } from './filter';
import { mostFrequent } from './marks';
import { actorsOf } from './networkLayout';
import type { ClaimRow } from './protocol';
import type { Words } from './words';

/** Actors that the list offers, the most frequent. */
const mostActors = 500;
const typingPause = 150;

/** The fields that narrow down what is shown. Says at once what changed, for words typed after a short pause. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #search: HTMLInputElement;
  readonly #fields = new Map<'actor' | 'stance' | 'status' | 'from' | 'to', HTMLInputElement | HTMLSelectElement>();
  readonly #recognised: HTMLInputElement;
  #filter: Filter;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(rows: readonly ClaimRow[], words: Words, filter: Filter, onChange: (filter: Filter) => void) {
    this.#filter = filter;
    const change = (part: Partial<Filter>): void => {
      this.#filter = { ...this.#filter, ...part };
      onChange(this.#filter);
    };
    this.#search = html('input', { type: 'search', value: filter.text, placeholder: words.text('search') });
    this.#search.setAttribute('aria-label', words.text('search'));
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => change({ text: this.#search.value }), typingPause);
    });
    const names = mostFrequent(rows.flatMap(actorsOf)).slice(0, mostActors);
    const actors = names
      .map(([actor]) => ({ value: actor, label: words.name(actor) }))
      .sort((a, b) => a.label.localeCompare(b.label, words.language));
    if (filter.actor !== '' && !actors.some(({ value }) => value === filter.actor)) {
      actors.push({ value: filter.actor, label: words.name(filter.actor) });
    }
    const ofStance = [
      ...stances.map((value) => ({ value, label: words.stance(value) })),
      { value: 'none', label: words.stance(null) },
    ];
    const ofStatus = claimStatuses.map((value) => ({ value, label: words.statusName(value) }));
    this.#recognised = html('input', { type: 'checkbox' });
    this.#recognised.checked = showsRecognised(rows, filter);
    this.#recognised.addEventListener('change', () => change({ recognised: this.#recognised.checked }));
    const reset = html('button', { type: 'button', class: 'quiet' }, words.text('reset'));
    reset.addEventListener('click', () => {
      clearTimeout(this.#timer);
      change({ ...emptyFilter, recognised: this.#filter.recognised });
      this.show(this.#filter);
    });
    const field = (
      key: 'actor' | 'stance' | 'status' | 'from' | 'to',
      control: HTMLInputElement | HTMLSelectElement,
    ) => {
      this.#fields.set(key, control);
      control.value = filter[key];
      control.addEventListener('change', () => change({ [key]: control.value }));
      return html('label', {}, html('span', {}, words.text(key)), control);
    };
    this.element = html(
      'form',
      { class: 'filter', role: 'search' },
      this.#search,
      field('actor', select(words, actors)),
      field('stance', select(words, ofStance)),
      field('status', select(words, ofStatus)),
      field('from', html('input', { type: 'date' })),
      field('to', html('input', { type: 'date' })),
      html('label', { class: 'check' }, this.#recognised, html('span', {}, words.text('recognisedToo'))),
      reset,
    );
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Puts a filter that was set elsewhere into the fields. */
  show(filter: Filter): void {
    this.#filter = filter;
    this.#search.value = filter.text;
    for (const [key, control] of this.#fields) {
      control.value = filter[key];
    }
    if (filter.recognised !== null) {
      this.#recognised.checked = filter.recognised;
    }
  }
}

function select(words: Words, options: readonly { value: string; label: string }[]): HTMLSelectElement {
  const all = [{ value: '', label: words.text('any') }, ...options];
  return html('select', {}, ...all.map(({ value, label }) => html('option', { value }, label)));
}
