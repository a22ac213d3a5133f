import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { shorten, svg } from './dom';
import { MarkLayer } from './markLayer';
import { type NetworkNode, networkLayout } from './networkLayout';
import type { Picture, PictureContext } from './picture';
import { legend, stanceShapes } from './stanceMarks';

const legendHeight = 34;
const margin = 46;
const largest = 1.25;

/** Actors and the claims that they make or take part in. Dragging pans, Ctrl and the wheel zoom. */
export function drawNetwork(context: PictureContext): Picture {
  const { rows, words, width } = context;
  const height = Math.max(320, context.height);
  const { nodes, edges, left } = networkLayout(rows, width / height);
  const lines = edges.map(({ actor, claims, says }) => ({
    ends: [actor.id, claims.id],
    line: svg('line', {
      class: says ? 'edge says' : 'edge',
      x1: actor.x.toFixed(1),
      y1: actor.y.toFixed(1),
      x2: claims.x.toFixed(1),
      y2: claims.y.toFixed(1),
    }),
  }));
  const layer = new MarkLayer(context, (mark) => {
    layer.element.classList.toggle('dimmed', mark !== undefined);
    const near = new Set(mark ? [mark.id] : []);
    for (const { ends, line } of lines) {
      const lit = mark !== undefined && ends.includes(mark.id);
      line.classList.toggle('lit', lit);
      for (const end of lit ? ends : []) {
        near.add(end);
      }
    }
    for (const node of nodes) {
      layer.elementOf(node.id)?.classList.toggle('lit', near.has(node.id));
    }
  });
  const content = svg('g', {}, svg('g', { class: 'edges' }, ...lines.map(({ line }) => line)), layer.element);
  const element = svg(
    'svg',
    {
      class: 'network',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': words.text('network'),
    },
    content,
    legend(words, 24, height - 14),
  );
  layer.show(
    // Actors over claims: their names matter more than a covered ring.
    [...nodes].reverse().map((mark) => ({
      mark,
      className: mark.actor === undefined ? 'claims' : `actor ${words.kind(mark.actor)}`,
      what: mark.actor === undefined ? '' : words.name(mark.actor),
      shapes:
        mark.actor === undefined
          ? stanceShapes(mark.claims)
          : actorShapes(mark, words.name(mark.actor), words.kind(mark.actor)),
    })),
  );
  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent([
      [0, 0],
      [width, height],
    ])
    .scaleExtent([0.2, 6])
    .filter((event: MouseEvent) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0))
    .on('zoom', (event: { readonly transform: ZoomTransform }) => scaleTo(content, event.transform));
  const surface = select(element).call(behaviour).on('dblclick.zoom', null);
  const fit = fitting(nodes, width, height - legendHeight);
  behaviour.transform(surface, fit);
  return {
    element,
    left,
    zoom: (factor) => (factor === 0 ? behaviour.transform(surface, fit) : behaviour.scaleBy(surface, factor)),
  };
}

/** Names stay as large as they can be read, however small the picture is. */
function scaleTo(content: SVGGElement, transform: ZoomTransform): void {
  content.setAttribute('transform', transform.toString());
  content.setAttribute('font-size', String(Math.max(nameSize, smallestName / transform.k).toFixed(1)));
}

const nameSize = 11;
/** On the screen, in pixels. */
const smallestName = 10;

/** Kinds of actors have shapes of their own, beside the colours that they have in articles. */
function actorShapes({ radius }: NetworkNode, name: string, kind: string): SVGElement[] {
  const r = radius;
  const shape =
    kind === 'organization'
      ? svg('rect', { class: 'shape', x: -r, y: -r * 0.8, width: r * 2, height: r * 1.6, rx: 3 })
      : kind === 'country'
        ? svg('path', { class: 'shape', d: `M0,${-r * 1.15}L${r * 1.15},0L0,${r * 1.15}L${-r * 1.15},0Z` })
        : svg('circle', { class: 'shape', r });
  return [shape, svg('text', { class: 'name', y: r + 2, dy: '1em' }, shorten(name, 26))];
}

function fitting(nodes: readonly NetworkNode[], width: number, height: number): ZoomTransform {
  if (nodes.length === 0) {
    return zoomIdentity;
  }
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, right, upper, lower] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    largest,
    (width - 2 * margin) / Math.max(1, right - left + 60),
    (height - 2 * margin) / Math.max(1, lower - upper + 20),
  );
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(Math.max(0.2, scale))
    .translate(-(left + right) / 2, -(upper + lower) / 2);
}
