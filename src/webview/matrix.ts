import { scaleBand } from 'd3-scale';
import { shorten, svg } from './dom';
import { MarkLayer } from './markLayer';
import { type MatrixCell, matrixLayout } from './matrixLayout';
import type { Picture, PictureContext } from './picture';
import { legend, stanceShape } from './stanceMarks';
import type { Words } from './words';

const rowHeight = 40;
const headHeight = 118;
const legendHeight = 42;

/** Who says what about which concept: how many claims of each stance. */
export function drawMatrix(context: PictureContext): Picture {
  const { rows, words } = context;
  const { sources, concepts, cells, left: missing } = matrixLayout(rows);
  const left = Math.min(200, Math.max(100, context.width * 0.3));
  const column = Math.min(104, Math.max(72, (context.width - left - 60) / Math.max(1, concepts.length)));
  const width = Math.max(context.width, left + concepts.length * column + 60);
  const bottom = headHeight + sources.length * rowHeight;
  const x = scaleBand([...concepts.keys()], [left, left + concepts.length * column]).paddingInner(0.06);
  const y = scaleBand([...sources.keys()], [headHeight, bottom]).paddingInner(0.12);
  const height = bottom + legendHeight;
  const element = svg('svg', {
    class: 'matrix',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'group',
    'aria-label': words.text('positions'),
  });
  for (const [at, concept] of concepts.entries()) {
    const place = `translate(${(x(at) ?? 0) + x.bandwidth() / 2 - 4},${headHeight - 10}) rotate(-38)`;
    element.append(
      svg('text', { class: 'concept', transform: place }, svg('title', {}, concept), shorten(concept, 22)),
    );
  }
  for (const [at, source] of sources.entries()) {
    const middle = (y(at) ?? 0) + y.bandwidth() / 2;
    const name = words.name(source);
    element.append(
      svg(
        'text',
        { class: 'name', x: left - 12, y: middle, dy: '0.34em' },
        svg('title', {}, name),
        shorten(name, (left - 12) / 7.4),
      ),
      svg('line', { class: 'lane', x1: left, x2: left + concepts.length * column, y1: middle, y2: middle }),
    );
  }
  const layer = new MarkLayer(context);
  layer.show(
    [...cells]
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map((cell) => ({
        mark: {
          ...cell,
          x: (x(cell.x) ?? 0) + x.bandwidth() / 2,
          y: (y(cell.y) ?? 0) + y.bandwidth() / 2,
        },
        className: 'cell',
        what: cellName(cell, words.name(sources[cell.y] ?? ''), concepts[cell.x] ?? '', words),
        shapes: cellShapes(cell, x.bandwidth(), y.bandwidth()),
      })),
  );
  element.append(layer.element, legend(words, left, height - 14));
  return { element, left: missing };
}

const order = ['support', 'oppose', 'neutral', 'none'] as const;

/** "Ann, quota: supports 2, no stance 1". */
function cellName({ counts }: MatrixCell, source: string, concept: string, words: Words): string {
  const stances = order
    .filter((stance) => counts[stance] > 0)
    .map((stance) => `${words.stance(stance === 'none' ? null : stance)} ${counts[stance]}`);
  return `${source}, ${concept}: ${stances.join(', ')}`;
}

/** A box with a sign and a number for each stance that occurs, over a bar of their shares. */
function cellShapes({ counts, claims }: MatrixCell, width: number, height: number): SVGElement[] {
  const present = order.filter((stance) => counts[stance] > 0);
  const shapes: SVGElement[] = [svg('rect', { class: 'box', x: -width / 2, y: -height / 2, width, height, rx: 3 })];
  // More than three signs do not fit: then those without a stance are only in the bar.
  const signs = present.length > 3 ? present.slice(0, 3) : present;
  const step = Math.min(32, (width - 6) / signs.length);
  let at = (-step * (signs.length - 1)) / 2;
  for (const stance of signs) {
    shapes.push(
      svg('g', { transform: `translate(${at - 6},-4) scale(0.6)` }, stanceShape(stance)),
      svg('text', { class: 'number', x: at, y: -4, dy: '0.34em' }, String(counts[stance])),
    );
    at += step;
  }
  let from = -width / 2 + 3;
  for (const stance of present) {
    const share = ((width - 6) * counts[stance]) / claims.length;
    shapes.push(svg('rect', { class: `bar stance-${stance}`, x: from, y: height / 2 - 7, width: share, height: 4 }));
    from += share;
  }
  return shapes;
}
