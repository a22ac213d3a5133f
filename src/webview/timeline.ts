import { axisTop } from 'd3-axis';
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { shorten, svg } from './dom';
import { timeOf } from './filter';
import { MarkLayer } from './markLayer';
import type { Picture, PictureContext } from './picture';
import { legend, stanceShapes } from './stanceMarks';
import { daySpan, timelineLanes, timelineMarks } from './timelineLayout';

const laneHeight = 30;
const top = 34;
const bottom = 40;
/** A day is never drawn wider, in pixels. */
const widestDay = 90;

/** Claims in time, a row for each source. Dragging and sideways scrolling pan, Ctrl and the wheel zoom. */
export function drawTimeline(context: PictureContext): Picture {
  const { rows, words, width } = context;
  const lanes = timelineLanes(rows);
  const left = Math.min(200, Math.max(90, width * 0.3));
  const plot = Math.max(60, width - left - 24);
  const height = top + lanes.length * laneHeight + bottom;
  const [first, last] = daySpan(rows);
  const perDay = plot / (last - first);

  const axis = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  const content = svg('g');
  // Lies over the marks, so that the dates stay in view while one scrolls down the rows.
  const ground = svg('rect', { class: 'ground', x: 0, y: 0, width, height: top - 6 });
  const dates = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  const head = svg('g', {}, ground, svg('g', { 'clip-path': 'url(#dates)' }, dates));
  const clip = svg('clipPath', { id: 'plot' }, svg('rect', { x: left - 13, y: 0, width: plot + 34, height }));
  // A date stands to both sides of its line.
  const datesClip = svg('clipPath', { id: 'dates' }, svg('rect', { x: left - 40, y: 0, width: plot + 80, height }));
  const element = svg('svg', {
    class: 'timeline',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'group',
    'aria-label': words.text('timeline'),
  });
  element.append(svg('defs', {}, clip, datesClip));
  for (const [at, { source }] of lanes.entries()) {
    const y = top + at * laneHeight + laneHeight / 2;
    const name = source === undefined ? words.text('others') : words.name(source);
    element.append(
      svg('line', { class: 'lane', x1: left, x2: left + plot, y1: y, y2: y }),
      svg(
        'text',
        { class: 'name', x: left - 18, y, dy: '0.34em' },
        svg('title', {}, name),
        shorten(name, (left - 18) / 7.4),
      ),
    );
  }
  element.append(
    svg('g', { 'clip-path': 'url(#plot)' }, axis, content),
    legend(words, width < 560 ? 16 : left, height - 14),
    head,
  );

  let transform: ZoomTransform = zoomIdentity;
  const layer = new MarkLayer(context, (mark, byKeyboard) => {
    const x = mark && transform.x + left + mark.x;
    if (byKeyboard && x !== undefined && (x < left || x > left + plot)) {
      behaviour.translateBy(surface, (left + plot / 2 - x) / transform.k, 0);
    }
  });
  content.append(layer.element);

  // What is drawn: bins depend on the scale alone, so panning only moves them until the drawn days run out.
  let drawnScale = Number.NaN;
  let drawnFrom = 0;
  let drawnTo = 0;
  const draw = (): void => {
    const scale = perDay * transform.k;
    const from = first - transform.x / scale;
    const to = from + plot / scale;
    if (scale !== drawnScale || (from < drawnFrom && drawnFrom > first) || (to > drawnTo && drawnTo < last)) {
      drawnScale = scale;
      drawnFrom = from - (to - from);
      drawnTo = to + (to - from);
      layer.show(
        timelineMarks(lanes, scale, drawnFrom, drawnTo).map((mark) => {
          const source = lanes[mark.lane]?.source;
          const place = { ...mark, x: (mark.x - first) * scale, y: top + mark.lane * laneHeight + laneHeight / 2 };
          return {
            mark: place,
            className: '',
            what: mark.claims.length > 1 ? (source === undefined ? words.text('others') : words.name(source)) : '',
            shapes: stanceShapes(mark.claims),
          };
        }),
      );
    }
    content.setAttribute('transform', `translate(${left + transform.x},0)`);
    drawAxis(axis, dates, words.language, timeOf(from), timeOf(to), left, plot, height - bottom);
  };

  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent([
      [0, 0],
      [plot, height],
    ])
    .translateExtent([
      [0, 0],
      [plot, height],
    ])
    .scaleExtent([1, Math.max(1, widestDay / perDay)])
    .filter((event: MouseEvent) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0))
    .on('zoom', (event: { readonly transform: ZoomTransform }) => {
      transform = event.transform;
      draw();
    });
  const surface = select(element).call(behaviour).on('dblclick.zoom', null);
  element.addEventListener(
    'wheel',
    (event) => {
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (!event.ctrlKey && !event.metaKey && Math.abs(sideways) > (event.shiftKey ? 0 : Math.abs(event.deltaY))) {
        event.preventDefault();
        behaviour.translateBy(surface, -sideways / transform.k, 0);
      }
    },
    { passive: false },
  );
  draw();
  return {
    element,
    left: rows.length - lanes.reduce((sum, { claims }) => sum + claims.length, 0),
    scrolled: (above) => head.setAttribute('transform', `translate(0,${above})`),
    zoom: (factor) => {
      if (factor === 0) {
        behaviour.transform(surface, zoomIdentity);
      } else {
        behaviour.scaleBy(surface, factor);
      }
    },
  };
}

/** The dates into one group, the lines under them into another. */
function drawAxis(
  lines: SVGGElement,
  dates: SVGGElement,
  language: string,
  from: Date,
  to: Date,
  left: number,
  plot: number,
  bottomEdge: number,
): void {
  const scale = scaleUtc([from, to], [left, left + plot]);
  const ticks = scale.ticks(Math.max(3, Math.floor(plot / 90)));
  const days = ((ticks[1]?.getTime() ?? 0) - (ticks[0]?.getTime() ?? 0)) / 86_400_000;
  // Times of day mean nothing here: below a day, ticks stay at midnight.
  const whole = ticks.filter((tick) => tick.getTime() % 86_400_000 === 0);
  const parts: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    ...(days < 360 ? { month: 'short' } : {}),
    ...(days < 27 ? { day: 'numeric' } : {}),
  };
  const long = new Intl.DateTimeFormat(language, { ...parts, year: 'numeric' });
  const short = new Intl.DateTimeFormat(language, parts);
  const year = (date: Date | undefined): number | undefined => date?.getUTCFullYear();
  const axis = axisTop<Date>(scale).tickValues(whole).tickSizeOuter(0);
  const place = `translate(0,${top - 6})`;
  select(lines)
    .attr('transform', place)
    .call(axis.tickSizeInner(-(bottomEdge - top + 6)).tickFormat(() => ''));
  // The year once, at its first tick.
  const label = (date: Date, at: number): string =>
    (days >= 360 || year(date) !== year(whole[at - 1]) ? long : short).format(date);
  select(dates).attr('transform', place).call(axis.tickSizeInner(0).tickPadding(3).tickFormat(label));
}
