import type { Mark } from './marks';
import type { ClaimRow } from './protocol';
import type { Words } from './words';

/** What a picture is drawn from and for. */
export interface PictureContext {
  readonly rows: readonly ClaimRow[];
  readonly words: Words;
  /** The room there is, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A mark was clicked, or Enter was pressed on it. `what` names it. */
  activate(mark: Mark, what: string): void;
  /** The mouse or the keyboard is at a mark, or at none any more. */
  point(mark: Mark | undefined, what: string): void;
}

/** A drawn picture. */
export interface Picture {
  readonly element: SVGSVGElement;
  /** Claims that it does not show. */
  readonly left: number;
  /** By a factor; 0 for all of it. Pictures that always fit have none. */
  readonly zoom?: (factor: number) => void;
  /** Told how far its upper edge is out of sight, in pixels: what names the columns stays in view. */
  readonly scrolled?: (above: number) => void;
}
