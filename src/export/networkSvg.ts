import { shortLine } from '../text/shortened';
import { escapeHtml } from './escapeHtml';

/** How often one source takes one stance to one concept. */
export interface StanceEdge {
  readonly source: string;
  readonly concept: string;
  /** `other` where no stance is recorded. */
  readonly stance: 'support' | 'oppose' | 'neutral' | 'other';
  readonly count: number;
}

const width = 960;
const rowHeight = 30;
const left = 300;
const right = 660;
/** Beyond these, a picture helps nobody; the table has everything. */
const mostNodes = 30;

/**
 * Sources on the left, concepts on the right, a line for each stance: solid supports, dashed opposes, dotted neither;
 * wider where it is taken more often. Empty where there is no edge.
 */
export function networkSvg(edges: readonly StanceEdge[], title: string, description: string): string {
  const sources = mostFrequent(edges, 'source');
  const concepts = mostFrequent(edges, 'concept');
  const shown = edges.filter(({ source, concept }) => sources.has(source) && concepts.has(concept));
  if (shown.length === 0) {
    return '';
  }
  const height = Math.max(sources.size, concepts.size) * rowHeight + 20;
  const most = shown.reduce((max, { count }) => Math.max(max, count), 1);
  const out = [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="network-title network-description">`,
    `<title id="network-title">${escapeHtml(title)}</title>`,
    `<desc id="network-description">${escapeHtml(description)}</desc>`,
  ];
  const y = (index: number): number => index * rowHeight + 24;
  const kinds = { support: '', oppose: ' oppose', neutral: ' other', other: ' other' };
  const bend = { support: -6, oppose: 6, neutral: 0, other: 0 };
  for (const { source, concept, stance, count } of shown) {
    const from = y(sources.get(source)!);
    const to = y(concepts.get(concept)!);
    const stroke = (1 + (4 * count) / most).toFixed(1);
    const path = `M${left} ${from}C${left + 120} ${from + bend[stance]} ${right - 120} ${to + bend[stance]} ${right} ${to}`;
    out.push(`<path class="edge${kinds[stance]}" stroke-width="${stroke}" d="${path}"/>`);
  }
  for (const [name, index] of sources) {
    out.push(`<circle class="full" cx="${left}" cy="${y(index)}" r="5"/>`);
    out.push(`<text x="${left - 12}" y="${y(index) + 5}" text-anchor="end">${escapeHtml(shortLine(name, 34))}</text>`);
  }
  for (const [name, index] of concepts) {
    out.push(`<rect class="mark" x="${right - 5}" y="${y(index) - 5}" width="10" height="10"/>`);
    out.push(`<text x="${right + 12}" y="${y(index) + 5}">${escapeHtml(shortLine(name, 34))}</text>`);
  }
  out.push('</svg>');
  return out.join('\n');
}

function mostFrequent(edges: readonly StanceEdge[], side: 'source' | 'concept'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) {
    counts.set(edge[side], (counts.get(edge[side]) ?? 0) + edge.count);
  }
  const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostNodes);
  return new Map(names.map(([name], index) => [name, index]));
}
