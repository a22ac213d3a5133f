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
    const text = lists[name];
    if (text === undefined) {
      throw new Error(`The word list ${name} is missing`);
    }
    receive(text);
  }
}
