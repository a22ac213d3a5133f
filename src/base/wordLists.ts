/**
 * Word lists that the host hands over after the code has been loaded: they are several times as large as the code, and
 * an editor that starts must not wait for them. Where lists are part of the bundle (command line, tests), nothing here
 * is used; see `esbuild.js`.
 */
const lists = new Map<string, { packed: string; text: string | undefined }>();

/**
 * Asks for the list of this name and answers how to get it, for the modules that stand for the lists. It is unpacked
 * when it is read first: a person who writes in one language never needs the other's. Empty before it is there.
 */
export function receiveWordList(name: string): () => string {
  const list: { packed: string; text: string | undefined } = { packed: '', text: '' };
  lists.set(name, list);
  return () => {
    if (list.text === undefined) {
      list.text = unpackWordList(list.packed);
      list.packed = '';
    }
    return list.text;
  };
}

/** Hands over the lists, by name. Has to happen before anything is recognised. */
export function provideWordLists(provided: Readonly<Record<string, string>>): void {
  for (const [name, list] of lists) {
    const packed = provided[name];
    if (packed === undefined) {
      throw new Error(`The word list ${name} is missing`);
    }
    list.packed = packed;
    list.text = undefined;
  }
}

const frontCodingBase = 0x21;

/**
 * Lists of sorted words are shipped front-coded, which they compress well by: each line begins with one character that
 * says how many code units it shares with the start of the line before, counted from `!`. As the first line shares none,
 * what does not begin with `!` is a list as it stands.
 */
export function unpackWordList(packed: string): string {
  if (packed.charCodeAt(0) !== frontCodingBase) {
    return packed;
  }
  let units = new Uint16Array(packed.length * 2);
  let used = 0;
  let line = 0;
  for (let at = 0; at < packed.length; ) {
    const shared = packed.charCodeAt(at++) - frontCodingBase;
    const end = lineEnd(packed, at);
    if (used + shared + end - at > units.length) {
      const larger = new Uint16Array(units.length * 2 + shared + end - at);
      larger.set(units);
      units = larger;
    }
    units.copyWithin(used, line, line + shared);
    line = used;
    used += shared;
    while (at < end) {
      units[used++] = packed.charCodeAt(at++);
    }
  }
  return new TextDecoder('utf-16le').decode(units.subarray(0, used));
}

/** After the line break that ends the line at `at`, or the end of the text. */
function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}
