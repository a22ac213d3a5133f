import { countWhile } from '../base/countWhile';

/** Zero-based line and UTF-16 column of offsets in a text whose lines end in LF. */
export function lineIndex(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return (offset) => {
    const line = Math.max(0, countWhile(starts.length, (k) => starts[k]! <= offset) - 1);
    return { line, column: offset - (starts[line] ?? 0) };
  };
}
