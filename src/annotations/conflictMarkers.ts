/** The sides of a text in which git left conflict markers. */
export interface ConflictSides {
  readonly ours: string;
  readonly theirs: string;
  /** What both started from, where git was asked to show it (`diff3`); `undefined` otherwise. */
  readonly base: string | undefined;
}

/** `undefined` for a text without markers, or whose markers do not pair up. */
export function conflictSides(text: string): ConflictSides | undefined {
  const sides = { ours: '', base: '', theirs: '' };
  let at: 'all' | 'ours' | 'base' | 'theirs' = 'all';
  let found = false;
  let hasBase = true;
  for (const line of text.split(/(?<=\n)/)) {
    if (/^<{7}(?: |\r?$)/m.test(line) && at === 'all') {
      at = 'ours';
      found = true;
    } else if (/^\|{7}(?: |\r?$)/m.test(line) && at === 'ours') {
      at = 'base';
    } else if (/^={7}\r?$/m.test(line) && (at === 'ours' || at === 'base')) {
      hasBase &&= at === 'base';
      at = 'theirs';
    } else if (/^>{7}(?: |\r?$)/m.test(line) && at === 'theirs') {
      at = 'all';
    } else if (/^(?:<{7}|>{7}) /.test(line)) {
      return undefined;
    } else {
      for (const side of at === 'all' ? (['ours', 'base', 'theirs'] as const) : [at]) {
        sides[side] += line;
      }
    }
  }
  return found && at === 'all' ? { ...sides, base: hasBase ? sides.base : undefined } : undefined;
}
