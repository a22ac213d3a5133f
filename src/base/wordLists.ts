/**
 * Word lists that the host hands over after the code has been loaded: they are several times as large as the code, and
 * an editor that starts must not wait for them. Where lists are part of the bundle (command line, tests), nothing here
 * is used; see `esbuild.js`.
 */
const receivers = new Map<string, (text: string) => void>();

/** Says where the list of this name goes; called by the modules that stand for the lists. */
export function receiveWordList(name: string, receive: (text: string) => void): void {
  receivers.set(name, receive);
}

/** Hands over the lists, by name. Has to happen before anything is recognised. */
export function provideWordLists(lists: Readonly<Record<string, string>>): void {
  for (const [name, receive] of receivers) {
    const packed = lists[name];
    if (packed === undefined) {
      throw new Error(`The word list ${name} is missing`);
    }
    receive(unpackWordList(packed));
  }
}

/**
 * Lists are shipped front-coded, which sorted words compress well by: each line begins with one character that says how
 * many code units it shares with the start of the line before, counted from `!`.
 */
export function unpackWordList(packed: string): string {
  const lines: string[] = [];
  let before = '';
  for (const line of packed.split('\n')) {
    before = before.slice(0, line.charCodeAt(0) - frontCodingBase) + line.slice(1);
    lines.push(before);
  }
  return lines.join('\n');
}

const frontCodingBase = 0x21;
