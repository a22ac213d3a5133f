import { svg } from './dom';
import { type Direction, type Mark, nextMark } from './marks';
import type { PictureContext } from './picture';

/** A mark with what is drawn around its centre. */
export interface DrawnMark {
  /** Its place is in pixels of the layer. */
  readonly mark: Mark;
  readonly className: string;
  /** What it stands for, where that is more than its claims. */
  readonly what: string;
  readonly shapes: readonly SVGElement[];
}

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/**
 * The marks of a picture: one stop for the Tab key, arrows lead from mark to mark, Enter or a click activates. `onMove`
 * hears where the keyboard is, so that a picture can bring that place into view.
 */
export class MarkLayer {
  readonly element = svg('g', { class: 'marks' });
  readonly #context: PictureContext;
  readonly #onPoint: (mark: Mark | undefined, byKeyboard: boolean) => void;
  #marks: readonly DrawnMark[] = [];
  readonly #elements = new Map<string, SVGGElement>();
  /** The mark that Tab leads to. */
  #current: string | undefined;

  constructor(context: PictureContext, onPoint: (mark: Mark | undefined, byKeyboard: boolean) => void = () => {}) {
    this.#context = context;
    this.#onPoint = onPoint;
    const { element } = this;
    element.addEventListener('click', (event) =>
      this.#with(event, (drawn) => context.activate(drawn.mark, drawn.what)),
    );
    element.addEventListener('mouseover', (event) => this.#with(event, (drawn) => this.#point(drawn, false)));
    element.addEventListener('mouseout', () => this.#point(undefined, false));
    element.addEventListener('focusin', (event) =>
      this.#with(event, (drawn) => {
        this.#makeCurrent(drawn.mark.id);
        this.#point(drawn, true);
      }),
    );
    element.addEventListener('focusout', () => this.#point(undefined, true));
    element.addEventListener('keydown', (event) => this.#with(event, (drawn) => this.#key(event, drawn)));
  }

  show(marks: readonly DrawnMark[]): void {
    const focused = this.element.contains(document.activeElement) ? this.#current : undefined;
    this.#marks = marks;
    this.#elements.clear();
    this.element.replaceChildren(
      ...marks.map(({ mark, className, what, shapes }) => {
        for (const shape of shapes) {
          shape.setAttribute('aria-hidden', 'true'); // the label says all of it
        }
        const attributes = {
          class: `mark ${className}`,
          transform: `translate(${round(mark.x)},${round(mark.y)})`,
          role: 'button',
          tabindex: -1,
          'aria-label': this.#context.words.markLabel(mark, what),
          'data-mark': mark.id,
        };
        const element = svg('g', attributes, ...shapes);
        this.#elements.set(mark.id, element);
        return element;
      }),
    );
    this.#makeCurrent(this.#current && this.#elements.has(this.#current) ? this.#current : marks[0]?.mark.id);
    if (focused !== undefined && focused === this.#current) {
      this.#elements.get(focused)?.focus({ preventScroll: true });
    }
  }

  elementOf(mark: string): SVGGElement | undefined {
    return this.#elements.get(mark);
  }

  #with(event: Event, use: (drawn: DrawnMark) => void): void {
    const id = (event.target as Element | null)?.closest('.mark')?.getAttribute('data-mark');
    const drawn = this.#marks.find(({ mark }) => mark.id === id);
    if (drawn) {
      use(drawn);
    }
  }

  #point(drawn: DrawnMark | undefined, byKeyboard: boolean): void {
    this.#context.point(drawn?.mark, drawn?.what ?? '');
    this.#onPoint(drawn?.mark, byKeyboard);
  }

  #makeCurrent(id: string | undefined): void {
    this.#elements.get(this.#current ?? '')?.setAttribute('tabindex', '-1');
    this.#current = id;
    this.#elements.get(id ?? '')?.setAttribute('tabindex', '0');
  }

  #key(event: KeyboardEvent, drawn: DrawnMark): void {
    const direction = arrows[event.key];
    if (direction) {
      event.preventDefault();
      const marks = this.#marks.map(({ mark }) => mark);
      const next = nextMark(marks, drawn.mark, direction);
      this.#elements.get(next?.id ?? '')?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#context.activate(drawn.mark, drawn.what);
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
