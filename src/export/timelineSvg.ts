import { fromDayNumber } from '../model/calendar';
import type { Stance } from '../model/claim';
import { boundsOf } from '../model/edtf';
import { shortLine } from '../text/shortened';
import { escapeHtml } from './escapeHtml';

/** One claim on a timeline. */
export interface TimelineEvent {
  /** Who says it: one row each. */
  readonly row: string;
  /** EDTF; events whose date cannot be read are left out. */
  readonly date: string;
  readonly stance?: Stance;
  readonly label: string;
}

interface Mark {
  readonly day: number;
  readonly stance: Stance | undefined;
  readonly labels: string[];
}

const width = 960;
const labelWidth = 220;
const rowHeight = 28;
/** Beyond these, a picture helps nobody; the tables have everything. */
const mostRows = 40;
const mostTicks = 8;

/**
 * A timeline as SVG, one row for each source in order of first date, shapes by stance (triangle up: support, down:
 * oppose, circle: neutral or none), a number where several claims fall on one day. Empty where nothing has a date.
 */
export function timelineSvg(events: readonly TimelineEvent[], title: string, description: string): string {
  const rows = marksByRow(events);
  const days = rows.flatMap(([, marks]) => marks.map(({ day }) => day));
  if (days.length === 0) {
    return '';
  }
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const x = (day: number): number =>
    Math.round(labelWidth + 20 + ((day - first) / Math.max(1, last - first)) * (width - labelWidth - 70));
  const height = rows.length * rowHeight + 50;
  const out = [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="timeline-title timeline-description">`,
    `<title id="timeline-title">${escapeHtml(title)}</title>`,
    `<desc id="timeline-description">${escapeHtml(description)}</desc>`,
  ];
  for (const day of ticks(first, last)) {
    out.push(`<line class="grid" x1="${x(day)}" y1="10" x2="${x(day)}" y2="${height - 34}"/>`);
    out.push(`<text x="${x(day)}" y="${height - 14}" text-anchor="middle">${dayText(day)}</text>`);
  }
  rows.forEach(([name, marks], index) => {
    const y = index * rowHeight + 26;
    out.push(`<text x="0" y="${y + 5}">${escapeHtml(shortLine(name, 26))}</text>`);
    out.push(`<line class="grid" x1="${labelWidth}" y1="${y}" x2="${width - 10}" y2="${y}"/>`);
    for (const mark of marks) {
      out.push(markSvg(mark, x(mark.day), y));
    }
  });
  out.push('</svg>');
  return out.join('\n');
}

function marksByRow(events: readonly TimelineEvent[]): [string, Mark[]][] {
  const rows = new Map<string, Map<string, Mark>>();
  for (const { row, date, stance, label } of events) {
    const bounds = boundsOf(date);
    const day = bounds && Number.isFinite(bounds.first) ? bounds.first : bounds?.last;
    if (day === undefined || !Number.isFinite(day)) {
      continue;
    }
    const marks = rows.get(row) ?? new Map<string, Mark>();
    rows.set(row, marks);
    const key = `${day} ${stance ?? ''}`;
    const mark = marks.get(key);
    if (mark) {
      mark.labels.push(label);
    } else {
      marks.set(key, { day, stance, labels: [label] });
    }
  }
  return [...rows]
    .map(([name, marks]): [string, Mark[]] => [name, [...marks.values()].sort((a, b) => a.day - b.day)])
    .sort(([, a], [, b]) => (a[0]?.day ?? 0) - (b[0]?.day ?? 0))
    .slice(0, mostRows);
}

function markSvg({ day, stance, labels }: Mark, x: number, y: number): string {
  const shapes: Record<Stance, string> = {
    support: `<path class="full" d="M${x} ${y - 7}L${x + 7} ${y + 5}H${x - 7}Z"/>`,
    oppose: `<path class="mark" d="M${x} ${y + 7}L${x + 7} ${y - 5}H${x - 7}Z"/>`,
    neutral: `<circle class="mark" cx="${x}" cy="${y}" r="6"/>`,
  };
  const count = labels.length > 1 ? `<text x="${x + 9}" y="${y - 3}">${labels.length}</text>` : '';
  const told = labels.slice(0, 5).map((label) => shortLine(label, 120));
  return `<g><title>${escapeHtml(`${dayText(day)}: ${told.join(' / ')}`)}</title>${shapes[stance ?? 'neutral']}${count}</g>`;
}

function ticks(first: number, last: number): number[] {
  const count = Math.min(mostTicks, last - first + 1);
  return count <= 1
    ? [first]
    : Array.from({ length: count }, (_, i) => Math.round(first + ((last - first) * i) / (count - 1)));
}

function dayText(day: number): string {
  const { year, month, day: date } = fromDayNumber(day);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}
