import { svg } from './dom';
import { type StanceMix, stanceOf } from './marks';
import type { ClaimRow } from './protocol';
import type { Words } from './words';

/** Shapes tell the stance as colours do: a triangle up supports, down opposes, a full circle is neutral, a ring none. */
const paths: Record<StanceMix, string> = {
  support: 'M0,-7.5L7.5,5.5L-7.5,5.5Z',
  oppose: 'M0,7.5L7.5,-5.5L-7.5,-5.5Z',
  neutral: 'M0,-6A6,6 0 0 1 0,6A6,6 0 0 1 0,-6Z',
  none: 'M0,-5.5A5.5,5.5 0 0 1 0,5.5A5.5,5.5 0 0 1 0,-5.5Z',
  mixed: 'M0,-7.5L7.5,0L0,7.5L-7.5,0Z',
};

/** One claim, or a disc with the number of several. */
export function stanceShapes(claims: readonly ClaimRow[]): SVGElement[] {
  if (claims.length === 1) {
    return [stanceShape(stanceOf(claims))];
  }
  const text = claims.length > 999 ? '999+' : String(claims.length);
  return [
    svg('circle', { class: `disc ${stanceClass(claims)}`, r: 7 + Math.min(5, Math.log2(claims.length)) }),
    svg('text', { class: 'count', dy: '0.34em' }, text),
  ];
}

export function stanceShape(stance: StanceMix): SVGPathElement {
  return svg('path', { class: `shape stance-${stance}`, d: paths[stance] });
}

function stanceClass(claims: readonly ClaimRow[]): string {
  return `stance-${stanceOf(claims)}`;
}

/** What the shapes mean, in one line that begins at `x`, `y`. */
export function legend(words: Words, x: number, y: number): SVGGElement {
  const group = svg('g', { class: 'legend', transform: `translate(${x},${y})`, 'aria-hidden': 'true' });
  let at = 8;
  for (const stance of ['support', 'oppose', 'neutral', 'none'] as const) {
    const label = words.stance(stance === 'none' ? null : stance);
    group.append(
      svg('g', { transform: `translate(${at},0)` }, stanceShape(stance)),
      svg('text', { x: at + 13, dy: '0.34em' }, label),
    );
    at += 34 + [...label].reduce((sum, c) => sum + (c >= '\u2e80' ? 12 : 6.6), 0);
  }
  return group;
}
