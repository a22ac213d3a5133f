/** How an article may lie on the disk. */
export const articleEncodings = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp'] as const;
export type ArticleEncoding = (typeof articleEncodings)[number];

const tables = new Map<string, Map<string, readonly number[]>>();

/** The two-byte characters of an encoding, as the decoder knows them. */
function tableOf(encoding: 'shift_jis' | 'euc-jp'): Map<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) {
    return known;
  }
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first < 0xfe; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const char = decoder.decode(new Uint8Array([first, second]));
      if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) {
        table.set(char, [first, second]);
      }
    }
  }
  tables.set(encoding, table);
  return table;
}

/** The bytes of a text; `undefined` where a character is not in the encoding. */
export function encodeText(text: string, encoding: ArticleEncoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8 with mark':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be': {
      const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
      const order = (unit: number): number[] => [unit & 0xff, unit >> 8];
      return Uint8Array.from(units.flatMap((unit) => (encoding === 'utf-16le' ? order(unit) : order(unit).reverse())));
    }
    default: {
      const table = tableOf(encoding);
      const bytes = [...text].map((char) => (char < '\u0080' ? [char.charCodeAt(0)] : table.get(char)));
      return bytes.every((pair) => pair !== undefined) ? Uint8Array.from(bytes.flat()) : undefined;
    }
  }
}
