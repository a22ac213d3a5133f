/** One record of a table with the zero-based line that it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads comma-separated values by RFC 4180, with any separator and any line end. A quote inside an unquoted cell is
 * text; a quote that is never closed runs to the end. Linear time.
 */
export function csvRows(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let first = 0;
  let at = 0;
  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') {
      rows.push({ line: first, cells });
    }
    cells = [];
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        cell += text.slice(at, end);
        line += countLines(text, at, end);
        at = end + 1;
        if (text[at] !== '"' || quote < 0) {
          break;
        }
        cell += '"';
        at++;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
      at++;
    }
    cells.push(cell + text.slice(from, at));
    if (at >= text.length || text[at] !== separator) {
      endRow();
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
      first = line;
    } else if (++at === text.length) {
      cells.push('');
      endRow();
    }
  }
  return rows;
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

/** The separator of a table, told from its header: the most frequent of tab, comma and semicolon outside quotes. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (separator: string): number => header.split(separator).length;
  return ['\t', ';', ','].reduce((best, next) => (count(next) > count(best) ? next : best), ',');
}

/** A table by the names in its first row, which are told apart without case. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly records: readonly { readonly line: number; readonly record: ReadonlyMap<string, string> }[];
}

/** Reads a table with a header. */
export function csvTable(text: string): CsvTable {
  const [header, ...rows] = csvRows(text, separatorOf(text));
  const columns = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  return {
    columns,
    records: rows.map(({ line, cells }) => ({
      line,
      record: new Map(columns.map((name, index) => [name, cells[index] ?? ''])),
    })),
  };
}
