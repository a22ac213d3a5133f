const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\|', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Items on one line with `|` between them; `|`, `\`, tabs and line breaks inside an item are escaped with `\`. */
export function joinList(items: readonly string[]): string {
  return items.map(escapeItem).join('|');
}

function escapeItem(item: string): string {
  return item.replace(/[\\|\n\r\t]/g, (char) => escapes[char] ?? char);
}

/** The reverse of {@link joinList}; empty items are left out. */
export function splitList(text: string | undefined): string[] {
  const items: string[] = [];
  let item = '';
  for (let i = 0; text !== undefined && i < text.length; i++) {
    const char = text[i]!;
    if (char === '\\' && i + 1 < text.length) {
      i++;
      item += plain[text[i]!] ?? text[i];
    } else if (char === '|') {
      items.push(item);
      item = '';
    } else {
      item += char;
    }
  }
  items.push(item);
  return items.filter((part) => part !== '');
}

/** Named values as a list of `key: value`, in the order given. */
export function joinEntries(entries: readonly (readonly [string, string])[], separator: '|' | '\n'): string {
  return entries.map(([key, value]) => escapeItem(`${key}: ${value}`)).join(separator);
}

/** The reverse of {@link joinEntries}; parts without a colon are left out. */
export function splitEntries(text: string, separator: '|' | '\n'): Map<string, string> {
  const entries = new Map<string, string>();
  const parts =
    separator === '|' ? splitList(text) : text.split(/\r?\n/).flatMap((line) => splitList(line).slice(0, 1));
  for (const part of parts) {
    const colon = part.indexOf(': ');
    if (colon > 0) {
      entries.set(part.slice(0, colon), part.slice(colon + 2));
    }
  }
  return entries;
}
