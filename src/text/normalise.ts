import { countWhile } from '../base/countWhile';

/**
 * A text as annotations see it: without byte order mark, every CRLF and lone CR folded to LF, so that converting line
 * ends moves nothing. Offsets go both ways; all are UTF-16 code units.
 */
export interface NormalisedText {
  readonly text: string;
  /** Offset in the original to offset in `text`. Inside a CRLF: the line end. Outside the text: the nearest end. */
  toNormalised(offset: number): number;
  /** Offset in `text` to offset in the original; the line end of a CRLF is where its CR stands. */
  toOriginal(offset: number): number;
}

const byteOrderMark = 0xfeff;

/** Folds the line ends of `original`. Linear, never throws. */
export function normalise(original: string): NormalisedText {
  const mark = original.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const body = mark ? original.slice(1) : original;
  const clamp = (offset: number, length: number): number => Math.max(0, Math.min(length, offset));
  if (!body.includes('\r')) {
    return {
      text: body,
      toNormalised: (offset) => clamp(offset - mark, body.length),
      toOriginal: (offset) => clamp(offset, body.length) + mark,
    };
  }
  const pieces: string[] = [];
  /** Offsets in the normalised text of every LF that was CRLF. */
  const folded: number[] = [];
  let from = 0;
  let length = 0;
  for (let at = body.indexOf('\r'); at !== -1; at = body.indexOf('\r', from)) {
    pieces.push(body.slice(from, at), '\n');
    length += at - from + 1;
    from = at + 1;
    if (body.charCodeAt(from) === 0x0a) {
      folded.push(length - 1);
      from++;
    }
  }
  pieces.push(body.slice(from));
  const text = pieces.join('');
  return {
    text,
    toNormalised(offset) {
      const at = clamp(offset - mark, body.length);
      // The k-th folded line end stands at folded[k] + k in the body.
      return at - countWhile(folded.length, (k) => folded[k]! + k < at);
    },
    toOriginal(offset) {
      const at = clamp(offset, text.length);
      return at + mark + countWhile(folded.length, (k) => folded[k]! < at);
    },
  };
}
