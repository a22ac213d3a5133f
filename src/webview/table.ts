import { html } from './dom';
import type { ClaimRow } from './protocol';
import type { Words } from './words';

/** Rows that are added at a time. */
const page = 200;

/** The claims of the pictures as a table: for screen readers, and for all who would rather read. */
export function claimTable(rows: readonly ClaimRow[], words: Words, open: (row: ClaimRow) => void): HTMLElement {
  const sorted = [...rows].sort((a, b) => (b.day ?? -1e9) - (a.day ?? -1e9));
  const columns = ['date', 'source', 'claim', 'concepts', 'stance', 'status', 'article'] as const;
  const body = html('tbody');
  const more = html('button', { type: 'button', class: 'more' });
  let shown = 0;
  const add = (): void => {
    const next = sorted.slice(shown, shown + page);
    body.append(...next.map((row) => line(row, words, open)));
    shown += next.length;
    more.hidden = shown >= sorted.length;
    more.textContent = words.text('more', sorted.length - shown);
  };
  more.addEventListener('click', () => {
    const first = shown;
    add();
    body.querySelectorAll('tr')[first]?.querySelector('button')?.focus();
  });
  add();
  const head = html('tr', {}, ...columns.map((column) => html('th', { scope: 'col' }, words.text(column))));
  const table = html('table', { 'aria-label': words.text('asTable') }, html('thead', {}, head), body);
  return html('div', { class: 'table' }, table, more);
}

function line(row: ClaimRow, words: Words, open: (row: ClaimRow) => void): HTMLTableRowElement {
  const button = html('button', { type: 'button', class: 'link' }, row.quote);
  button.addEventListener('click', () => open(row));
  const cells: (Node | string)[] = [
    row.when,
    words.name(row.source),
    button,
    row.concepts.join(', '),
    row.stance ? words.stance(row.stance) : '',
    words.status(row),
    row.title,
  ];
  return html('tr', {}, ...cells.map((cell) => html('td', {}, cell)));
}
