import { ClaimList } from './claimList';
import { html } from './dom';
import { standaloneSvg } from './exportSvg';
import { type Filter, RowFilter } from './filter';
import { FilterBar } from './filterBar';
import type { Mark } from './marks';
import { drawMatrix } from './matrix';
import { drawNetwork } from './network';
import type { Picture, PictureContext } from './picture';
import type { ClaimRow, ShowMessage, ToHost } from './protocol';
import { claimTable } from './table';
import { drawTimeline } from './timeline';
import { type PictureName, pictures, readViewState, type ViewState } from './viewState';
import { Words } from './words';

interface Surroundings {
  /** What was kept when the panel was last shown. */
  readonly state: unknown;
  keep(state: ViewState): void;
  send(message: ToHost): void;
}

const drawers: Record<PictureName, (context: PictureContext) => Picture> = {
  timeline: drawTimeline,
  network: drawNetwork,
  positions: drawMatrix,
};

/** The whole panel: a choice of pictures, the filter, the picture or its table, and what one points at. */
export class Overview {
  readonly #root: HTMLElement;
  readonly #around: Surroundings;
  #state: ViewState;
  #message: ShowMessage | undefined;
  #words: Words | undefined;
  #filter: RowFilter | undefined;
  #shown: readonly ClaimRow[] = [];
  #picture: Picture | undefined;
  #bar: FilterBar | undefined;
  #list: ClaimList | undefined;
  readonly #stage = html('div', { id: 'stage', role: 'tabpanel', tabindex: 0 });
  readonly #count = html('p', { class: 'state', role: 'status' });
  readonly #tabs = new Map<PictureName, HTMLButtonElement>();
  #table: HTMLButtonElement | undefined;
  #tools: HTMLElement | undefined;
  #width = 0;
  #height = 0;

  constructor(root: HTMLElement, around: Surroundings) {
    this.#root = root;
    this.#around = around;
    this.#state = readViewState(around.state);
    this.#stage.addEventListener('scroll', () => this.#picture?.scrolled?.(this.#stage.scrollTop), { passive: true });
    new ResizeObserver(() => {
      // Only a change of the room is one: the stage scrolls when a picture is higher.
      if (
        Math.abs(this.#stage.offsetWidth - this.#width) > 2 ||
        Math.abs(this.#stage.clientHeight - this.#height) > 60
      ) {
        this.#draw();
      }
    }).observe(this.#stage);
  }

  /** Takes over what the host sends: at first, and whenever the claims have changed. */
  show(message: ShowMessage): void {
    const first = this.#message === undefined;
    this.#message = message;
    this.#words = new Words(message, message.actors);
    this.#filter = new RowFilter(message.rows, new Map(message.actors.map(({ id, name }) => [id, name])));
    document.documentElement.lang = message.language;
    if (first) {
      this.#build(this.#words, message);
    } else {
      // The fields stay as they are under somebody's hands, unless there was nothing to choose from.
      this.#replaceBar(this.#words, message);
    }
    this.#draw();
  }

  #build(words: Words, message: ShowMessage): void {
    const tabs = html('div', { class: 'tabs', role: 'tablist', 'aria-label': words.text('pictures') });
    for (const name of pictures) {
      const tab = html('button', { type: 'button', role: 'tab', 'aria-controls': 'stage' }, words.text(name));
      tab.addEventListener('click', () => this.#change({ picture: name }));
      tab.addEventListener('keydown', (event) => this.#tabKey(event, name));
      this.#tabs.set(name, tab);
      tabs.append(tab);
    }
    this.#table = button(words.text('asTable'), () => this.#change({ table: !this.#state.table }));
    const zoom = (factor: number) => () => this.#picture?.zoom?.(factor);
    this.#tools = html(
      'span',
      { class: 'tools' },
      button('−', zoom(1 / 1.5), words.text('zoomOut')),
      button('+', zoom(1.5), words.text('zoomIn')),
      button(words.text('fit'), zoom(0)),
    );
    const save = button(words.text('exportSvg'), () => this.#save());
    save.classList.add('save');
    const head = html(
      'header',
      {},
      html('h1', { class: 'heard' }, words.text('overview')),
      tabs,
      this.#table,
      this.#tools,
      save,
    );
    this.#list = new ClaimList(words, (row) => this.#open(row));
    this.#bar = this.#newBar(words, message);
    document.title = words.text('overview');
    this.#root.replaceChildren(head, this.#bar.element, html('main', {}, this.#count, this.#stage), this.#list.element);
  }

  #newBar(words: Words, message: ShowMessage): FilterBar {
    return new FilterBar(message.rows, words, this.#state.filter, (filter) => this.#change({ filter }));
  }

  #replaceBar(words: Words, message: ShowMessage): void {
    if (this.#bar && !this.#bar.element.contains(document.activeElement)) {
      const bar = this.#newBar(words, message);
      this.#bar.element.replaceWith(bar.element);
      this.#bar = bar;
    }
  }

  #change(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#around.keep(this.#state);
    this.#draw();
  }

  #setFilter(change: Partial<Filter>): void {
    const filter = { ...this.#state.filter, ...change };
    this.#bar?.show(filter);
    this.#list?.close();
    this.#change({ filter });
  }

  #tabKey(event: KeyboardEvent, name: PictureName): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = pictures[(pictures.indexOf(name) + step + pictures.length) % pictures.length]!;
      this.#change({ picture: next });
      this.#tabs.get(next)?.focus();
    }
  }

  #draw(): void {
    const words = this.#words;
    const message = this.#message;
    if (!words || !message || !this.#filter) {
      return;
    }
    const { picture: name, table } = this.#state;
    for (const [tab, element] of this.#tabs) {
      element.setAttribute('aria-selected', String(tab === name));
      element.tabIndex = tab === name ? 0 : -1;
    }
    this.#table?.setAttribute('aria-pressed', String(table));
    this.#stage.setAttribute('aria-label', words.text(name));
    this.#shown = this.#filter.matching(this.#state.filter);
    this.#width = this.#stage.offsetWidth;
    this.#height = this.#stage.clientHeight;
    this.#picture = undefined;
    if (this.#shown.length === 0) {
      const none = words.text(message.rows.length === 0 ? 'nothingYet' : 'nothing');
      this.#stage.replaceChildren(html('p', { class: 'empty' }, none));
    } else if (table) {
      this.#stage.replaceChildren(claimTable(this.#shown, words, (row) => this.#open(row)));
    } else {
      this.#picture = drawers[name]({
        rows: this.#shown,
        words,
        width: Math.max(320, this.#width - 16),
        height: this.#height - 4,
        activate: (mark, what) => this.#activate(mark, what),
        point: (mark, what) => this.#list?.point(mark, what),
      });
      this.#stage.replaceChildren(this.#picture.element);
      this.#picture.scrolled?.(this.#stage.scrollTop);
    }
    if (this.#tools) {
      this.#tools.hidden = !this.#picture?.zoom;
    }
    const missing = this.#picture?.left ?? 0;
    const notes = [
      words.text('shown', this.#shown.length, message.rows.length),
      missing > 0 ? words.text(name === 'timeline' ? 'undated' : 'notDrawn', missing) : '',
      message.left > 0 ? words.text('left', message.left) : '',
    ];
    this.#count.textContent = notes.filter((note) => note !== '').join(' · ');
  }

  #activate(mark: Mark, what: string): void {
    const [only, ...more] = mark.claims;
    const actor = mark.id.startsWith('actor:') ? mark.id.slice('actor:'.length) : undefined;
    if (only && more.length === 0 && actor === undefined) {
      this.#open(only);
    } else {
      this.#list?.list(mark, what, actor === undefined ? undefined : () => this.#setFilter({ actor }));
    }
  }

  #open({ article, start, end }: ClaimRow): void {
    this.#around.send({ type: 'open', place: { article, start, end } });
  }

  #save(): void {
    // A file has a picture even where the table is shown.
    if (this.#state.table) {
      this.#change({ table: false });
    }
    const picture = this.#picture;
    if (picture) {
      picture.scrolled?.(0); // a file is seen from its top
      this.#around.send({ type: 'saveSvg', name: this.#state.picture, svg: standaloneSvg(picture.element) });
      picture.scrolled?.(this.#stage.scrollTop);
    }
  }
}

function button(text: string, act: () => void, label?: string): HTMLButtonElement {
  const element = html('button', { type: 'button', 'aria-label': label, title: label }, text);
  element.addEventListener('click', act);
  return element;
}
