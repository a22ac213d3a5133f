import { countWhile } from '../base/countWhile';

/** A text with CRLF and lone CR folded to LF, the normal form that all selectors and exports count in. */
export interface FoldedText {
  readonly text: string;
  /** The offset in the folded text of an offset in the text as given. */
  toFolded(offset: number): number;
}

/** Folds line ends. Text without CR is given back as it is. */
export function foldLineEnds(text: string): FoldedText {
  if (!text.includes('\r')) {
    return { text, toFolded: (offset) => offset };
  }
  const dropped: number[] = [];
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === 0x0a) {
      dropped.push(at);
    }
  }
  return {
    text: text.replace(/\r\n?/g, '\n'),
    toFolded: (offset) => offset - countWhile(dropped.length, (k) => dropped[k]! < offset),
  };
}

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
